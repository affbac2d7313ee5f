"""What is said of a path before it is written into the configuration."""

import os
import sys
from pathlib import Path

import pytest

from digest_tui.cli import first_look
from digest_tui.cli.first_look import Adoption, look
from digest_tui.errors import SourceError
from digest_tui.paths import config_file

from .conftest import LOG, POST

TITLES = "# 2025-12-10\n\n## 1. 제목만 있는 논문\n\n저자: 김\n\n글\n\n## 2. 둘째\n\n저자: 이\n"
NOTE = "# 메모\n\n오늘은 쉬는 날이다.\n"


def write(path: Path, text: str = NOTE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        look(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "path", ["a.md", "_posts/2025-12-10-x.md", "deep/er/논문.qmd", "README.md", "2025-12-10.txt", "one.TXT"]
)
@pytest.mark.parametrize("text", [POST, LOG, TITLES])
def test_where_papers_are_nothing_is_said(tmp_path: Path, path: str, text: str) -> None:
    write(tmp_path / path, text)
    look(tmp_path)
    look(tmp_path / path)


def test_among_many_notes_the_digests_are_found(tmp_path: Path) -> None:
    for number in range(first_look.MAX_READ + 50):
        write(tmp_path / f"note-{number:03}.md")
    write(tmp_path / "a" / "papers.md", POST)
    os.utime(tmp_path / "a" / "papers.md", (0, 0))
    look(tmp_path)


def test_what_was_found_instead_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: 0 Markdown files; name the folder of your digests."
    write(tmp_path / "picture.png")
    assert refusal(tmp_path).startswith(f"{tmp_path}: 0 Markdown files among 1 file; ")
    write(tmp_path / "words.txt")
    assert refusal(tmp_path).startswith(f"{tmp_path}: 0 Markdown files and 1 plain text, none with papers; ")
    for number in range(40):
        write(tmp_path / f"{number}.md")
    assert refusal(tmp_path).startswith(f"{tmp_path}: 40 Markdown files, none with papers; ")
    assert refusal(tmp_path / "7.md").startswith(f"{tmp_path / '7.md'}: no papers found in it; ")
    for number in range(40, 400):
        write(tmp_path / f"{number}.md")
    assert "400 Markdown files, none with papers among the 100 that were read" in refusal(tmp_path)


def test_what_is_at_home_is_called_so(own_home: Path) -> None:
    write(own_home / "메모" / "a.md")
    assert refusal(own_home / "메모").startswith("~/메모: 1 Markdown file, none with papers; ")


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_what_is_left_out_is_said_where_nothing_else_is_there(tmp_path: Path) -> None:
    write(tmp_path / "outside.md", POST)
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").symlink_to(tmp_path / "outside.md")
    assert "0 Markdown files; a.md is left out: it is a link that leads out" in refusal(tmp_path / "blog")
    (tmp_path / "link").symlink_to(tmp_path)
    look(tmp_path / "link")


def test_a_place_without_end_is_looked_at_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_look, "MAX_FOLDERS", 5)
    for number in range(20):
        write(tmp_path / str(number) / "a.png")
    assert "0 Markdown files among 4 files in the first 5 folders" in refusal(tmp_path)


def test_a_file_on_which_a_parser_stumbles_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbles(*arguments: object) -> None:
        raise RecursionError

    monkeypatch.setattr("digest_tui.formats.read", stumbles)
    write(tmp_path / "a.md", POST)
    assert "1 Markdown file, none with papers" in refusal(tmp_path)


def test_nothing_is_written_for_a_path_that_is_refused(tmp_path: Path, own_home: Path) -> None:
    adoption = Adoption(config_file())
    for step in (adoption.look, adoption):
        with pytest.raises(SourceError):
            step(write(tmp_path / "notes" / "a.md").parent)
        with pytest.raises(SourceError):
            step(tmp_path / "gone")
    assert list(own_home.iterdir()) == []
    write(tmp_path / "blog" / "a.md", POST)
    adoption.look(tmp_path / "blog")
    assert list(own_home.iterdir()) == []
    adoption(tmp_path / "blog")
    assert str(tmp_path / "blog") in config_file().read_text(encoding="utf-8")
