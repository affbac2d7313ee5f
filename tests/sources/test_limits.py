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
