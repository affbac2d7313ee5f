"""Folders with more files than are read."""

import os
from pathlib import Path

import pytest

from digest_tui.sources import FolderSource, folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for day in range(1, 13):
        (tmp_path / f"2025-01-{day:02}-a.md").write_text("x")
    return tmp_path


def test_of_too_many_files_the_newest_are_read_and_it_is_said(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_FILES", 5)
    source = FolderSource(many)
    assert [ref.path for ref in source.files()] == [f"2025-01-{day:02}-a.md" for day in range(12, 7, -1)]
    [problem] = source.problems
    assert problem.code == "size"
    assert problem.message == "There are 12 Markdown files here; only the 5 newest are read."


def test_the_search_for_files_ends(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_FILES", 5)
    monkeypatch.setattr(folder, "MAX_FOUND", 7)
    source = FolderSource(many)
    assert len(source.files()) == 5
    assert "more than 7" in source.problems[0].message


def test_a_hundred_and_fifty_levels_are_walked(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(150):
        deep /= "d"
    os.makedirs(deep)
    (deep / "a.md").write_text("x")
    assert len(FolderSource(tmp_path).files()) == 1


@pytest.mark.parametrize(
    ("limit", "summary"),
    [
        (None, "6 Markdown files"),
        (3, "3 Markdown files in the first 3 folders"),
        (6, "6 Markdown files"),
    ],
)
def test_of_a_place_that_nobody_knows_few_folders_are_entered(tmp_path: Path, limit: int | None, summary: str) -> None:
    for name in ("", "a", "b", "c", "d", "e"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "2025-01-01.md").write_text("x")
    source = FolderSource(tmp_path, max_folders=limit)
    source.files()
    assert source.summary == summary


def test_what_a_folder_holds_is_summed_up(tmp_path: Path) -> None:
    def summary(*names: str) -> str:
        for name in names:
            (tmp_path / name).write_text("x")
        source = FolderSource(tmp_path)
        source.files()
        return source.summary

    assert summary() == "0 Markdown files"
    assert summary("a.png") == "0 Markdown files among 1 file"
    assert summary("b.png") == "0 Markdown files among 2 files"
    (tmp_path / "c.png").symlink_to(tmp_path / "b.png")
    assert summary() == "0 Markdown files among 3 files"
    assert summary("2025-01-01.txt") == "0 Markdown files and 1 plain text"
    assert summary("2025-01-02.txt", "c.md") == "1 Markdown file and 2 plain texts"
