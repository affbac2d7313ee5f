import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest_tui.config import Settings
from digest_tui.config_reader import load_settings
from support.promises import promises


def written(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "config.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_missing_file_leaves_the_defaults_without_a_word(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "config.toml")
    assert loaded.settings == Settings()
    assert loaded.warnings == ()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_file_without_end_leaves_the_defaults(tmp_path: Path) -> None:
    for file in (Path("/dev/zero"), written(tmp_path, "#" * (1 << 20) + "\n")):
        loaded = load_settings(file)
        assert loaded.settings == Settings()
        assert loaded.warnings == (f"{file}: the file is larger than 1 MiB; the defaults are used.",)
    assert not load_settings(written(tmp_path, "#" * (1 << 20))).warnings


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    loaded = load_settings(
        written(
            tmp_path,
            """
            dirs = ["~/blog", "/logs"]
            auto_read = "never"
            alphaxiv_language = "en"
            theme = "nord"
            ascii = true
            reader_width = 72
            browser = "firefox %s"
            pictures = ["CDN.example.org"]
            """,
        )
    )
    assert loaded.warnings == ()
    settings = Settings(("~/blog", "/logs"), "never", "en", "nord", True, 72, "firefox %s", ("cdn.example.org",))
    assert loaded.settings == settings


def test_an_unknown_key_is_named_with_file_and_line_and_the_rest_holds(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "nord"\n# auto_raed\n  auto_raed = "never"\n')
    loaded = load_settings(file)
    assert loaded.settings == Settings(theme="nord")
    assert loaded.warnings == (f"{file}:3: there is no setting `auto_raed`; it is ignored.",)


def test_an_unknown_table_is_named_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "nord"\r\n\r\n[colours]\r\nred = 1\r\n')
    assert load_settings(file).warnings == (f"{file}:3: there is no setting `colours`; it is ignored.",)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("dirs = 'blog'", "`dirs` must be a list of folders"),
        ("dirs = ['blog', 3]", "`dirs` must be a list of folders"),
        ("dirs = ['']", "`dirs` must be a list of folders"),
        ('dirs = ["a\\u0000"]', "`dirs` must be a list of folders"),
        ("auto_read = 'always'", '`auto_read` must be "end" or "never"'),
        ("auto_read = true", '`auto_read` must be "end" or "never"'),
        ("alphaxiv_language = '../x'", "`alphaxiv_language` must be a language code"),
        ("alphaxiv_language = 'ko\\n'", "`alphaxiv_language` must be a language code"),
        ("theme = 1", "`theme` must be the name of a theme"),
        ("theme = ''", "`theme` must be the name of a theme"),
        ("reader_width = '88'", "`reader_width` must be a whole number from 60 to 100"),
        ("reader_width = 59", "`reader_width` must be a whole number from 60 to 100"),
        ("reader_width = 101", "`reader_width` must be a whole number from 60 to 100"),
        ("reader_width = true", "`reader_width` must be a whole number from 60 to 100"),
        ("reader_width = 72.0", "`reader_width` must be a whole number from 60 to 100"),
        ("browser = ['firefox']", "`browser` must be a command"),
        ("pictures = 'cdn.example.org'", "`pictures` must be a list of hosts"),
        ("pictures = ['https://cdn.example.org']", "`pictures` must be a list of hosts"),
        ("pictures = ['cdn.example.org/a']", "`pictures` must be a list of hosts"),
        ("pictures = ['cdn.example.org:80']", "`pictures` must be a list of hosts"),
        ("pictures = ['*.example.org']", "`pictures` must be a list of hosts"),
        ("pictures = ['127.0.0.1']", "`pictures` must be a list of hosts"),
        ("pictures = ['localhost']", "`pictures` must be a list of hosts"),
        ("pictures = ['a.localhost']", "`pictures` must be a list of hosts"),
        ("pictures = ['cdn.example.org\\n']", "`pictures` must be a list of hosts"),
        ("browser.name = 'firefox'", "`browser` must be a command"),
    ],
)
@promises("docs/configuration.md", "What is wrong with it is said with file and line, and the rest holds.")
def test_a_wrong_value_is_named_and_the_default_holds(tmp_path: Path, line: str, wanted: str) -> None:
    file = written(tmp_path, f"# mine\n{line}\n")
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    [warning] = loaded.warnings
    assert warning.startswith(f"{file}:2: {wanted}")


@pytest.mark.parametrize(("width", "text"), [(60, "60"), (100, "100")])
def test_the_ends_of_the_reader_width_are_allowed(tmp_path: Path, width: int, text: str) -> None:
    assert load_settings(written(tmp_path, f"reader_width = {text}")).settings.reader_width == width


def test_broken_toml_is_named_with_its_line_and_the_defaults_hold(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "nord"\nreader_width = \n')
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    [warning] = loaded.warnings
    assert warning.startswith(f"{file}:2: the file is not valid TOML")


def test_toml_that_breaks_off_is_named_with_its_last_line(tmp_path: Path) -> None:
    file = written(tmp_path, '\ndirs = ["a",\n')
    assert load_settings(file).warnings[0].startswith(f"{file}:2: the file is not valid TOML")


@pytest.mark.parametrize("content", [b"theme = '\xff'", b"a = " + b"[" * 100_000, b"\x00", b"a = 1\na = 2"])
def test_a_hostile_file_is_one_printable_warning(tmp_path: Path, content: bytes) -> None:
    loaded = load_settings(written(tmp_path, content))
    assert loaded.settings == Settings()
    assert len(loaded.warnings) == 1
    assert loaded.warnings[0].isprintable()


def test_a_key_with_control_characters_is_named_without_them(tmp_path: Path) -> None:
    [warning] = load_settings(written(tmp_path, '"\\u001b[31mx" = 1')).warnings
    assert warning.isprintable()


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    loaded = load_settings(written(tmp_path, b"\xef\xbb\xbftheme = 'nord'"))
    assert loaded.settings.theme == "nord"


def test_a_folder_in_place_of_the_file_is_a_warning(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.warnings[0].startswith(f"{tmp_path}: the file cannot be read")


@given(st.one_of(st.binary(), st.text(alphabet=st.characters(codec="utf-8")).map(str.encode)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_load(tmp_path: Path, content: bytes) -> None:
    assert isinstance(load_settings(written(tmp_path, content)).settings, Settings)


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX")
def test_nothing_is_waited_for_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.toml")
    loaded = load_settings(tmp_path / "config.toml")
    assert loaded.settings == Settings()
    assert loaded.warnings == (f"{tmp_path / 'config.toml'}: the file is a pipe; the defaults are used.",)
