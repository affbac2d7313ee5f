"""Papers are read for an export in steps as they are at once."""

from pathlib import Path

import pytest

from digest_tui.exporters import Exported
from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.sources import FolderSource
from digest_tui.store import memory_store
from support.blog import TODAY, Blog


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Days that have papers in common, one of them under its title alone."""
    blog = Blog(tmp_path)
    blog.post("2025-03-10", "Quiet kites of the north", "Two winds over the bay")
    blog.count = 0
    blog.post("2025-03-11", "Quiet kites of the north", "Calm waters in the morning", "Quiet knots of a rope")
    text = "# 2025-03-09\n\n## Two winds over the bay\n\n글.\n"
    (tmp_path / "2025-03-09.md").write_text(text, encoding="utf-8")
    library = Library([FolderSource(tmp_path)], memory_store(), index=open_index(None), today=lambda: TODAY)
    library.load()
    return library


def in_steps(library: Library, numbers: list[int] | None) -> list[Exported]:
    entries = library.entries()
    steps = library.exporting.in_steps(list(entries) if numbers is None else entries.only(numbers))
    try:
        while True:
            next(steps)
    except StopIteration as end:
        found: list[Exported] = end.value
        return found


@pytest.mark.parametrize("numbers", [None, [0, 1, 2, 3, 4], [4, 2, 0], [1], []])
def test_the_papers_are_those_of_one_step_in_their_order(library: Library, numbers: list[int] | None) -> None:
    entries = library.entries()
    at_once = library.exporting.papers(list(entries) if numbers is None else entries.only(numbers))
    assert in_steps(library, numbers) == at_once


def test_each_paper_is_written_once_and_cited_by_a_key_of_its_own(library: Library) -> None:
    papers = in_steps(library, None)
    titles = [paper.entry.paper.title for paper in papers]
    assert len(titles) == len(set(titles)) < len(library.entries())
    assert len({paper.cite_key for paper in papers}) == len(papers)


def test_what_all_papers_are_needed_for_is_done_once(library: Library) -> None:
    library.exporting.citing()()
    again = library.exporting.citing()
    again()
    before = in_steps(library, None)
    assert in_steps(library, None) == before
