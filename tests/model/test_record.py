"""A paper as the object of JSON that every command prints."""

import datetime

import pytest

from digest_tui.model import ArxivId, Digest, Lead, Paper, PaperState, Section, Status
from digest_tui.model.digest import GONE
from digest_tui.model.entry import entries_of
from digest_tui.model.record import Record, paper_record, paper_url, text_record

DAY = datetime.date(2031, 2, 6)
FULL = Paper(
    "Quiet Knots", 3, 9, 1, "https://example.org/knots", ArxivId("2512.07951", 2), votes=7, authors=("Kim", "Oh"),
    sections=(Section("Method", 2, 5),), leads=(Lead("Goal", 6),), images=("a.png",), videos=("b.mp4",),
    links=("https://example.org/c",),
)  # fmt: skip


def record(
    paper: Paper,
    state: PaperState | None = None,
    *,
    day: datetime.date | None = DAY,
    format: str = "text",
    also: tuple[datetime.date, ...] = (),
) -> Record:
    [entry] = entries_of(Digest("papers/a.md", "blog", ("x",) * 9, format, "t", day, (paper,)))
    return paper_record(entry, state or PaperState(), also, "ko")


def test_a_paper_is_new_until_something_is_decided_about_it() -> None:
    assert record(FULL)["new"] is True
    assert record(FULL, PaperState(tags=("a",), note="idea"))["new"] is True
    assert record(FULL, PaperState(starred=True))["new"] is False
    assert [record(FULL, PaperState(status))["new"] for status in Status] == [True, False, False, False]


def test_a_paper_with_everything() -> None:
    state = PaperState(Status.LATER, starred=True, tags=("a", "b"), note="idea")
    assert record(FULL, state, also=(datetime.date(2031, 1, 2),)) == {
        "key": "arxiv:2512.07951",
        "arxiv_id": "2512.07951",
        "arxiv_version": 2,
        "title": "Quiet Knots",
        "date": "2031-02-06",
        "url": "https://example.org/knots",
        "arxiv_url": "https://arxiv.org/abs/2512.07951",
        "alphaxiv_url": "https://www.alphaxiv.org/ko/overview/2512.07951",
        "pdf_url": "https://arxiv.org/pdf/2512.07951",
        "votes": 7,
        "authors": ["Kim", "Oh"],
        "sections": ["Method"],
        "leads": ["Goal"],
        "images": ["a.png"],
        "videos": ["b.mp4"],
        "links": ["https://example.org/c"],
        "source": "blog",
        "path": "papers/a.md",
        "line": 4,
        "position": 1,
        "new": False,
        "read": False,
        "starred": True,
        "later": True,
        "skipped": False,
        "tags": ["a", "b"],
        "note": "idea",
        "also_on": ["2031-01-02"],
    }


def test_what_is_absent_is_null_or_empty() -> None:
    made = record(Paper("Quiet Knots", 0, 1, 1), day=None)
    absent = {name for name, value in made.items() if value is None}
    assert absent == {
        "arxiv_id", "arxiv_version", "date", "url", "arxiv_url", "alphaxiv_url", "pdf_url", "votes", "note",
    }  # fmt: skip
    empty = {name for name, value in made.items() if value == []}
    assert empty == {"authors", "sections", "leads", "images", "videos", "links", "tags", "also_on"}


@pytest.mark.parametrize("status", list(Status))
def test_one_of_the_decisions_is_true(status: Status) -> None:
    made = record(FULL, PaperState(status))
    assert [name for name in ("read", "later", "skipped") if made[name]] == (
        [] if status is Status.UNREAD else [status]
    )
    assert made["starred"] is False


def test_a_paper_that_is_gone_stands_nowhere() -> None:
    made = record(FULL, format=GONE)
    assert [made[name] for name in ("path", "line", "position")] == [None] * 3
    assert made["source"] == "blog"


@pytest.mark.parametrize(
    ("paper", "url"),
    [
        (FULL, "https://example.org/knots"),
        (FULL._replace(link=None), "https://arxiv.org/abs/2512.07951"),
        (FULL._replace(link=None, arxiv=None, huggingface_url="https://huggingface.co/papers/1"), "https://huggingface.co/papers/1"),
        (Paper("t", 0, 1, 1), None),
    ],
)  # fmt: skip
def test_the_address_of_a_paper_is_the_nearest_one(paper: Paper, url: str | None) -> None:
    assert paper_url(paper) == url


def test_the_digests_own_overview_goes_before_one_that_is_built() -> None:
    own = "https://www.alphaxiv.org/abs/2512.07951"
    assert record(FULL._replace(alphaxiv_url=own))["alphaxiv_url"] == own


def test_the_text_of_a_paper_is_its_markdown_and_its_facets() -> None:
    lines = ("# Quiet Knots", "## Results", "**92** knots.", "## Method", "", "## Results", "- More:", "  - yes")
    sections = (Section("Results", 2, 2), Section("Method", 2, 4), Section("Results", 2, 6))
    paper = Paper("Quiet Knots", 0, 8, 1, sections=sections)
    [entry] = entries_of(Digest("papers/a.md", "blog", lines, "text", "t", DAY, (paper,)))
    assert text_record(entry) == {
        "markdown": "\n".join(lines),
        "facets": {"results": "**92** knots.\n\n- More:\n  - yes"},
    }


def test_a_paper_that_no_digest_has_any_more_has_no_text() -> None:
    [entry] = entries_of(Digest("", "", (), GONE, "t", DAY, (FULL._replace(first=0, last=0),)))
    assert text_record(entry) == {"markdown": None, "facets": {}}
