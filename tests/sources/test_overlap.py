"""A file that lies in several sources belongs to one of them."""

import os
import sys
from pathlib import Path

import pytest

from digest_tui.sources import FileSource, FolderSource, Source
from digest_tui.sources.overlap import each_once


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text\n", encoding="utf-8")
    return path


def kept(*sources: Source) -> list[tuple[str, str]]:
    found = each_once([(source, ref) for source in sources for ref in source.files()])
    return sorted((source.name, ref.path) for source, ref in found)


@pytest.mark.parametrize("reverse", [False, True])
def test_the_source_nearer_to_a_file_keeps_it(tmp_path: Path, reverse: bool) -> None:
    notes = tmp_path / "notes"
    write(notes / "a.md")
    write(notes / "_posts" / "b.md")
    single = write(notes / "_posts" / "deep" / "c.md")
    sources: list[Source] = [FolderSource(notes), FolderSource(notes / "_posts"), FileSource(single)]
    assert kept(*(sources[::-1] if reverse else sources)) == [("_posts", "b.md"), ("c.md", "c.md"), ("notes", "a.md")]


def test_of_sources_as_near_the_first_one_keeps_a_file(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    first, second = FolderSource(tmp_path, "first"), FolderSource(tmp_path, "second")
    assert kept(first, second) == [("first", "a.md")]


def test_files_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    for name in ("blog", "log"):
        write(tmp_path / name / "a.md")
    assert kept(FolderSource(tmp_path / "blog"), FolderSource(tmp_path / "log")) == [("blog", "a.md"), ("log", "a.md")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_links_within_one_source_stay(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.md")
    os.symlink("real/a.md", tmp_path / "link.md")
    source = FolderSource(tmp_path, "notes")
    assert kept(source) == [("notes", "link.md"), ("notes", "real/a.md")]
