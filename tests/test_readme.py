"""What the README and docs/configuration.md say of the program as a whole."""

import re
import tomllib
from pathlib import Path

import pytest

from digest_tui import paths
from digest_tui.cli.main import main
from digest_tui.report import LOG_NAME
from support.blog import Blog
from support.promises import ROOT, promises

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@promises("README.md", "Your files are only read.")
def test_no_command_changes_a_digest(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    file = blog.post("2025-12-10", "Quiet Kites", "Two Winds")
    for broken in ("2025-12-09-daily-papers.md", "about.md"):
        (blog.folder / broken).write_bytes(b"---\ntitle: [\n---\r\n\xff no text\n")

    def seen() -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in blog.folder.rglob("*")}

    before = seen()
    for argv in (
        ["list", "--format", "json", "--text"],
        ["search", "kites"],
        ["new"],
        ["check"],
        ["mark", "star", "--query", "kites"],
        ["show", "2025-12-10"],
        ["undo"],
        ["source", "add", str(blog.folder)],
        ["source", "remove", str(blog.folder)],
    ):
        assert main([*argv, "--dir", str(blog.folder)]) in (0, 1), capsys.readouterr().err
    main(["check", "--explain", str(file)])
    assert seen() == before


@promises("README.md", "With Python 3.11 or newer (with pip and venv) and git, in a clone of this repository.")
def test_the_python_that_is_asked_for_is_that_of_the_package() -> None:
    assert PROJECT["requires-python"] == ">=3.11"


@promises("README.md", "MIT licence.")
def test_the_licence_is_the_one_that_is_named() -> None:
    assert PROJECT["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


@pytest.mark.skipif(not Path("/proc").exists(), reason="the folders of Linux")
@promises(
    "docs/configuration.md",
    "what you decided, with the titles and links of those papers, and the place you left | "
    "`~/.local/share/digest-tui/state.db` | `--data-dir DIR`",
    "your settings | `~/.config/digest-tui/config.toml` | `--config FILE`",
    "what was read, so that it need not be read again, and the screen of the last time | `~/.cache/digest-tui`",
    "repositories that were fetched | `~/.local/share/digest-tui/clones` | `--data-dir DIR`",
    "where internal errors came from: code, never texts | `~/.local/state/digest-tui/log/digest-tui.log`",
)
def test_things_are_kept_where_it_is_said(
    blog: Blog, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    blog.post("2025-12-10", "Quiet Kites")
    assert main(["source", "add", str(blog.folder)]) == 0
    assert main(["mark", "star", "--query", "kites"]) == 0
    for file in (".local/share/digest-tui/state.db", ".config/digest-tui/config.toml", ".cache/digest-tui/index.db"):
        assert (own_home / file).is_file()
    assert paths.log_dir() / LOG_NAME == own_home / ".local/state/digest-tui/log/digest-tui.log"
    from digest_tui.cli.arguments import Arguments
    from digest_tui.cli.places import copies_folder

    assert copies_folder(Arguments(data_dir=None)) == own_home / ".local/share/digest-tui/clones"
    assert copies_folder(Arguments(data_dir=tmp_path)) == tmp_path / "clones"
    assert main(["mark", "star", "--query", "kites", "--data-dir", str(tmp_path / "else")]) == 0
    assert (tmp_path / "else" / "state.db").is_file()
    (tmp_path / "mine.toml").write_text("unknown = 1\n")
    capsys.readouterr()
    main(["source", "list", "--config", str(tmp_path / "mine.toml")])
    assert "mine.toml:1" in capsys.readouterr().err


@promises("README.md", "SECURITY.md says what is promised and what is not.")
@promises("docs/configuration.md", "SECURITY.md says what is promised.")
@promises(
    "SECURITY.md", "This page says what it promises about both, what it does not, and how each promise is tested."
)
def test_the_page_about_safety_has_both_halves_and_its_tests() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["Promised", "Not promised", "How it is tested"]
