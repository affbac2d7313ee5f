"""A digest: what stands before, between and after its papers, and the days these are listed under."""

import datetime
from typing import Any

import pytest

from digest_tui.model import Digest, Lines, Paper
from digest_tui.model.digest import GONE
from digest_tui.model.entry import awaited, entries_of

ONE, TWO = datetime.date(2031, 2, 5), datetime.date(2031, 2, 6)
LINES = ("---", "---", "before", "# a", "text", "between", "# b", "text b", "after")
PAPERS = (Paper("A", 3, 5, 1), Paper("B", 6, 8, 2))


def digest(**fields: Any) -> Digest:
    made = Digest("a.md", "blog", LINES, "text", "t", ONE, PAPERS, (Lines(2, 3), Lines(5, 6), Lines(8, 9)), Lines(0, 2))
    return made._replace(**fields)


def test_every_line_is_in_the_preface_a_paper_or_the_afterword() -> None:
    made = digest()
    assert made.preface() == "before"
    assert made.afterword() == "between\nafter"
    assert [made.markdown(paper) for paper in made.papers] == ["# a\ntext", "# b\ntext b"]
    assert made.markdown(Lines(0, 2)) == "---\n---"


def test_what_begins_with_its_paper_is_after_it() -> None:
    made = digest(papers=(Paper("A", 5, 5, 1),))
    assert (made.preface(), made.afterword()) == ("before", "between\nafter")


def test_without_papers_all_is_preface() -> None:
    made = digest(papers=(), outside=(Lines(2, 9),))
    assert made.is_text
    assert made.preface() == "\n".join(LINES[2:])
    assert made.afterword() == ""
    assert not digest().is_text


def test_lines_that_git_wrote_are_no_text() -> None:
    made = digest(markers=(2, 4, 6))
    assert [made.markdown(paper) for paper in made.papers] == ["# a", "text b"]
    assert made.preface() == ""
    assert made.markdown(Lines(3, 4)) == "# a"


def test_own_lines_end_where_pages_begin() -> None:
    assert digest().own_lines == LINES
    paged = (PAPERS[0]._replace(page=Lines(8, 9)), PAPERS[1]._replace(page=Lines(7, 8)))
    assert digest(papers=paged).own_lines == LINES[:7]


def test_a_paper_is_listed_under_its_own_day_else_that_of_the_digest() -> None:
    own = Paper("Own", 0, 1, 1, date=TWO, period="week")
    made = digest(papers=(own, PAPERS[0]), period="month")
    assert [made.day_of(paper) for paper in made.papers] == [TWO, ONE]
    assert [made.period_of(paper) for paper in made.papers] == ["week", "month"]


def test_what_is_gone() -> None:
    assert digest(format=GONE).is_gone
    assert not digest().is_gone


def test_papers_are_numbered_on_each_day() -> None:
    papers = [Paper(title, 0, 1, 1, date=day) for title, day in (("A", ONE), ("B", TWO), ("C", ONE), ("D", None))]
    entries = entries_of(digest(papers=tuple(papers)))
    assert [(entry.paper.title, entry.number, entry.date) for entry in entries] == [
        ("A", 1, ONE),
        ("B", 1, TWO),
        ("C", 2, ONE),
        ("D", 3, ONE),
    ]


def test_the_body_of_a_paper_is_what_its_fields_do_not_tell() -> None:
    [entry] = entries_of(digest(papers=(Paper("A", 3, 6, 1, meta=(3, 5)),)))
    assert list(entry.body_lines()) == [(4, "text")]
    assert (entry.body, entry.markdown) == ("text", "# a\ntext\nbetween")
    assert entry.page_path is None


def test_a_row_of_a_table_says_its_excerpt() -> None:
    [entry] = entries_of(digest(papers=(Paper("A", 3, 4, 1, meta=(3,), excerpt="| a |\n| b |"),)))
    assert list(entry.body_lines()) == [(-1, "| a |"), (-1, "| b |")]
    assert entry.markdown == "| a |\n| b |"


def test_a_page_follows_its_entry() -> None:
    [entry] = entries_of(digest(papers=(Paper("A", 3, 5, 1, meta=(3, 6), page=Lines(6, 9)),)))
    assert list(entry.body_lines()) == [(4, "text"), (-1, ""), (7, "text b"), (8, "after")]
    assert entry.markdown == "# a\ntext\n\n# b\ntext b\nafter"


@pytest.mark.parametrize(("named", "line"), [(None, 4), (4, 5)])
def test_the_line_of_a_paper_is_that_of_its_title(named: int | None, line: int) -> None:
    assert Paper("A", 3, 6, 1, named=named).line == line


def test_what_stands_for_a_paper_that_is_read_again() -> None:
    entry = awaited(ONE, ("arxiv:2512.07951", "title:x"))
    assert entry.paper.title == "arxiv:2512.07951: its file has changed and is being read again"
    assert (entry.keys, entry.date, entry.number) == (("arxiv:2512.07951", "title:x"), ONE, 1)
    assert (entry.markdown, entry.digest.title) == ("", entry.paper.title)
