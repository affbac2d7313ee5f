"""The table of the kinds of places, and the places themselves."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import digest_tui
from digest_tui.errors import SourceError
from digest_tui.sources.base import Source
from digest_tui.sources.file import File, FileSource
from digest_tui.sources.folder import Folder, FolderSource
from digest_tui.sources.git import Fetch, Repository
from digest_tui.sources.origin import Origin
from digest_tui.sources.registry import KINDS, Kind, fetched_origin, local_origin, origin_of


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_row_names_a_class_in_this_package(kind: Kind) -> None:
    assert kind.origin.startswith("digest_tui.sources.")
    assert issubclass(kind.origin_class(), Origin)


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one thing of each kind."""
    (tmp_path / "blog.md").mkdir()
    (tmp_path / "notes").write_text("# Kites")
    (tmp_path / "bare" / "objects").mkdir(parents=True)
    (tmp_path / "bare" / "HEAD").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://example.org/log.git", Repository),
        ("me@example.org:log.git", Repository),
        ("{here}/bare", Repository),
        ("bare", Folder),
        ("blog.md", Folder),
        ("notes", File),
        ("gone.md", File),
        ("gone", Folder),
        ("", Folder),
    ],
)
def test_what_is_typed_is_recognised(here: Path, text: str, kind: type[Origin]) -> None:
    origin = origin_of(text.replace("{here}", str(here)), base=here, copies=here / "clones")
    assert type(origin) is kind


def test_a_kind_recognises_only_its_own(here: Path) -> None:
    texts = ["https://example.org/log.git", "blog.md", "notes", "gone.md", "gone"]
    recognised = [[kind.name for kind in KINDS if kind.origin_class().recognises(text, here)] for text in texts]
    assert recognised == [["git"], ["folder"], ["file"], ["file"], []]


@pytest.mark.parametrize("text", ["https://example.org/log.git", "{here}/bare"])
def test_where_nothing_is_fetched_everything_is_a_path(here: Path, text: str) -> None:
    assert type(local_origin(text.replace("{here}", str(here)), base=here)) is Folder


def test_an_address_that_none_recognises_is_left_to_the_last_kind_that_fetches(here: Path) -> None:
    assert type(fetched_origin(str(here), "mine", copies=here)) is Repository


def test_a_file_and_a_folder_open_where_they_are(here: Path) -> None:
    file, folder = local_origin("notes", base=here), local_origin("blog.md", base=here)
    assert isinstance(file.open(), FileSource)
    assert isinstance(folder.open("mine"), FolderSource)
    assert (file.open().name, folder.open("mine").name) == ("notes", "mine")
    assert (file.lasting, folder.lasting) == (str(here / "notes"), str(here / "blog.md"))
    assert not file.needs_fetch
    assert file.fetch({}) is None
    file.remove()
    assert file.path.exists()


def test_what_is_lasting_means_the_same_elsewhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    assert local_origin("notes").lasting == str(here / "notes")


@pytest.mark.parametrize(("text", "expected"), [("gone.md", FileSource), ("gone", FolderSource)])
def test_what_is_away_is_expected_as_what_it_was(here: Path, text: str, expected: type[Source]) -> None:
    origin = local_origin(text, base=here)
    with pytest.raises(SourceError, match="There is no file or folder"):
        origin.open()
    source = origin.expected("mine")
    assert isinstance(source, expected)
    assert source.name == "mine"


def test_a_repository_opens_once_it_was_fetched(here: Path) -> None:
    origin = fetched_origin("https://me:secret@example.org/log.git", None, copies=here / "clones")
    assert origin.needs_fetch
    assert (origin.name, origin.path, origin.shown) == ("log", here / "clones" / "log", "https://example.org/log.git")
    assert isinstance(origin.fetch({}), Fetch)
    origin.path.mkdir(parents=True)
    assert not origin.needs_fetch
    assert isinstance(origin.open("mine"), FolderSource)
    origin.remove()
    assert origin.needs_fetch
    assert isinstance(origin.expected("mine"), FolderSource)


def test_a_name_that_was_chosen_names_the_copy(here: Path) -> None:
    assert fetched_origin("https://example.org/log.git", "mine", copies=here).path == here / "mine"


def test_without_an_address_nothing_is_loaded_that_fetches() -> None:
    code = """if True:
        import sys
        from digest_tui.sources.registry import local_origin
        local_origin(".").open()
        print(*sys.modules)
    """
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert "digest_tui.sources.folder" in done.stdout.split()
    assert not [name for name in done.stdout.split() if name.startswith("digest_tui.sources.git")]


def test_settings_and_command_line_know_no_kind_by_its_name() -> None:
    root = Path(digest_tui.__file__).parent
    files = [*root.glob("cli/*.py"), *root.glob("config*.py")]
    assert len(files) > 10
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [getattr(node, field, None) for field in ("module", "name", "id", "attr", "arg")]
            # What a person reads in the help may say it.
            assert not [name for name in names if isinstance(name, str) and re.search("(?i)(?<![a-z])git", name)], file
