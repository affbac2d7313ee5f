import os
import stat
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.config_reader import load_settings
from digest_tui.config_writer import remove_from, write_dirs, write_source
from digest_tui.errors import UsageError


def test_a_first_folder_makes_the_file_for_this_user_alone(tmp_path: Path) -> None:
    file = tmp_path / "config" / "config.toml"
    write_dirs(file, ["/my/blog"])
    assert load_settings(file).settings.dirs == ("/my/blog",)
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_the_person_wrote_stays_with_its_comments(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    mine = '# mine\ntheme   = "nord"  # dark\n\n[keys]\nstar = "s,b"\n'
    file.write_text(mine)
    write_dirs(file, ["/my/blog"])
    lines = file.read_text().splitlines()
    assert [line for line in lines if "dirs" not in line] == mine.splitlines()
    assert load_settings(file).settings.dirs == ("/my/blog",)


def test_further_folders_join_those_that_are_there(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('dirs = [\n  "a",  # first\n]\n')
    write_dirs(file, ["a", "b"])
    assert load_settings(file).settings.dirs == ("a", "b")
    assert "# first" in file.read_text()


@pytest.mark.parametrize("folder", ['quo"te', "back\\slash", "한글 폴더", "new\nline", "[bracket]", "tab\t"])
def test_a_folder_comes_back_as_it_was_named(tmp_path: Path, folder: str) -> None:
    file = tmp_path / "config.toml"
    write_dirs(file, [folder])
    assert load_settings(file).settings.dirs == (folder,)


@pytest.mark.parametrize("broken", ["theme = ", 'dirs = "one"', "[[dirs]]\nx = 1\n", "a = " + "[" * 50_000])
def test_a_file_that_cannot_be_kept_is_left_alone(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(broken)
    with pytest.raises(UsageError, match="not saved"):
        write_dirs(file, ["/my/blog"])
    assert file.read_text() == broken
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text('theme = "nord"\n')
    file = tmp_path / "config.toml"
    file.symlink_to(elsewhere)
    write_dirs(file, ["/my/blog"])
    assert elsewhere.read_text() == 'theme = "nord"\n'
    assert not file.is_symlink()
    assert load_settings(file).settings.theme == "nord"


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    with pytest.raises(UsageError, match=r"config\.toml cannot be written"):
        write_dirs(tmp_path / "config" / "config.toml", ["/my/blog"])


PLACES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
PIECES = st.sampled_from(
    [
        "# mine\n", "\n", 'theme   = "nord"  # dark\n', "reader_width = 80\n", 'other.key = 1\n', '"한글" = [1, 2]\n',
        "nested = { a = 1, b = [ {c = 2} ] }\n", 'dirs = ["a"]\n', "dirs = [\n  'b', # second\n\n]\n", "dirs = []\n",
        'long = """\n# no comment\n[no table]\n"""\n',
    ]
)  # fmt: skip
TABLES = st.sampled_from(
    [
        "[keys]\nstar = 's,b' # both\n", "  [indented]\n  a = 1\n", '[[source]]\nurl = "/srv/a"\n# of a\n',
        '[[source]]\nname = "b"\nurl = "/srv/b"\n\n', "[a.b]\n", "# between\n", "\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=6), st.lists(TABLES, max_size=4), st.lists(PLACES, min_size=1, max_size=3), PLACES)
def test_whatever_stands_in_a_file_it_is_refused_or_only_grows(
    pieces: list[str], tables: list[str], folders: list[str], url: str
) -> None:
    text = "".join([*pieces, *tables])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(text, encoding="utf-8")
        try:
            before = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            with pytest.raises(UsageError):
                write_dirs(file, folders)
            assert file.read_text(encoding="utf-8") == text
            return
        write_dirs(file, folders)
        write_source(file, url, "named")
        written = file.read_text(encoding="utf-8")
        after = tomllib.loads(written)
        new = [folder for folder in dict.fromkeys(folders) if folder not in before.get("dirs", [])]
        assert after.pop("dirs") == [*before.pop("dirs", []), *new]
        assert after.pop("source") == [*before.pop("source", []), {"url": url, "name": "named"}]
        assert after == before
        comments = [line for line in text.splitlines() if "#" in line]
        assert [line for line in comments if line.strip() not in written] == []
        remove_from(file, "source", len(tomllib.loads(written)["source"]) - 1)
        assert tomllib.loads(file.read_text(encoding="utf-8")).get("source", []) == tomllib.loads(text).get(
            "source", []
        )


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "pipe", tmp_path / "folder", Path(os.devnull)):
        before = file.stat()
        with pytest.raises(UsageError, match="is not a regular file"):
            write_dirs(file, ["/x"])
        assert (file.stat().st_ino, file.stat().st_mode) == (before.st_ino, before.st_mode)
