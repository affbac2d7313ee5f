"""An entry and its page become one paper: which of the two says what."""

import datetime
from typing import Any

import pytest

from digest_tui.joining.merging import Page, with_pages
from digest_tui.joining.page_papers import PagePaper
from digest_tui.model import ArxivId, Digest, Lead, Lines, Neighbour, Paper, Section
from digest_tui.model.keys import paper_keys
from digest_tui.model.page_lines import LinesWithPages

OWN = ("---", "# Day", "- [Tides](pages/tides.md)", "- [Boats](boats.md)", "end")
TIDES = Paper("Tides", 2, 3, 1, link="pages/tides.md")
BOATS = Paper("Boats", 3, 4, 2, link="boats.md")
DIGEST = Digest(
    "log/day.md", "blog", OWN, "list", "Day", datetime.date(2026, 2, 20), (TIDES, BOATS), (Lines(1, 2), Lines(4, 5)),
    Lines(0, 1), neighbours=(Neighbour("boats.md", "boats.md", 3, None, "day", True),),
)  # fmt: skip
TEXT = ("---", "# Tides", "by Kim", "https://www.alphaxiv.org/overview/2602.00001", "## Results", "Goal: high", "more")
OF_PAGE = Paper(
    "Tides!", 1, 7, 1, link="https://example.org/tides", arxiv=ArxivId("2602.00001", 3), doi="10.1/t",
    huggingface_url="https://huggingface.co/papers/2602.00001",
    alphaxiv_url="https://www.alphaxiv.org/overview/2602.00001", authors=("Kim",), sections=(Section("Results", 2, 5),),
    leads=(Lead("Goal", 6),), images=("a.png", "https://x.org/b.png"), videos=("c.mp4",),
    links=("d.md", "https://x.org/e"), meta=(1, 2, 3),
)  # fmt: skip
KEYS = ("arxiv:2602.00001", "title:0123456789abcdef")


def page(paper: Paper = OF_PAGE, *, markers: tuple[int, ...] = ()) -> Page:
    return Page(7, "pages/tides.md", PagePaper(paper, KEYS, {line: TEXT[line] for line in paper.meta}, markers))


def joined(entry: dict[str, Any] | None = None, of_page: dict[str, Any] | None = None, **options: Any) -> Paper:
    """The first paper of a digest whose entry and page say this beside what they always say."""
    papers = (TIDES._replace(**(entry or {})), BOATS)
    made = with_pages(
        DIGEST._replace(papers=papers), {1: page(OF_PAGE._replace(**(of_page or {})), **options)}, (), load
    )
    return made.papers[0]


def load(summary: int) -> tuple[str, ...]:
    assert summary == 7
    return TEXT


def test_the_lines_of_pages_stand_behind_those_of_the_digest() -> None:
    made = with_pages(DIGEST, {1: page()}, (), load)
    assert isinstance(made.lines, LinesWithPages)
    assert list(made.lines) == [*OWN, *TEXT[1:]]
    assert [paper.page for paper in made.papers] == [Lines(5, 11), None]
    assert made.papers[1] == BOATS
    assert (made.outside, made.neighbours) == (DIGEST.outside, ())


def test_several_pages_stand_in_the_order_of_their_entries() -> None:
    other = page()._replace(summary=7, path="boats.md")
    made = with_pages(DIGEST, {2: other, 1: page()}, (), load)
    assert isinstance(made.lines, LinesWithPages)
    assert [run.path for run in made.lines.pages] == ["pages/tides.md", "boats.md"]
    assert [paper.page for paper in made.papers] == [Lines(5, 11), Lines(11, 17)]
    assert [paper.sections[0].line for paper in made.papers] == [9, 15]


def test_without_pages_the_digest_is_as_it_was_but_for_its_links() -> None:
    assert with_pages(DIGEST, {}, (), load) == DIGEST._replace(neighbours=())
    assert with_pages(DIGEST, {}, (), load).lines == OWN


def test_entries_that_are_left_out_are_no_papers() -> None:
    made = with_pages(DIGEST, {1: page()}, {1}, load)
    assert made.papers == (BOATS._replace(position=1),)
    assert made.outside == (Lines(1, 3), Lines(4, 5))
    assert made.lines == OWN


def test_the_entry_says_where_and_the_page_says_what_it_lacks() -> None:
    paper = joined()
    assert (paper.title, paper.first, paper.last, paper.position, paper.link) == TIDES[:5]
    assert (paper.arxiv, paper.doi) == (OF_PAGE.arxiv, "10.1/t")
    assert (paper.huggingface_url, paper.alphaxiv_url, paper.authors) == (
        OF_PAGE.huggingface_url,
        OF_PAGE.alphaxiv_url,
        ("Kim",),
    )
    assert paper.sections == (Section("Results", 2, 9),)
    assert paper.leads == (Lead("Goal", 10),)


def test_what_the_entry_says_goes_first() -> None:
    own: dict[str, Any] = {
        "arxiv": ArxivId("2602.00001", 1),
        "doi": "10.1/own",
        "huggingface_url": "https://huggingface.co/own",
        "alphaxiv_url": "https://alphaxiv.org/own",
        "authors": ("Oh",),
        "sections": (Section("Method", 3, 3),),
        "leads": (Lead("Aim", 3),),
    }
    paper = joined(own)
    assert {name: getattr(paper, name) for name in own if name not in ("sections", "leads")} == {
        name: value for name, value in own.items() if name not in ("sections", "leads")
    }
    assert [section.title for section in paper.sections] == ["Method", "Results"]
    assert [lead.title for lead in paper.leads] == ["Aim", "Goal"]


@pytest.mark.parametrize(
    ("own", "of_page", "version"),
    [(None, 3, 3), (1, 3, 1), (1, None, 1), (None, None, None)],
)
def test_the_version_is_that_of_the_entry_else_of_the_page(
    own: int | None, of_page: int | None, version: int | None
) -> None:
    paper = joined({"arxiv": ArxivId("2602.00001", own)}, {"arxiv": ArxivId("2602.00001", of_page)})
    assert paper.arxiv == ArxivId("2602.00001", version)


def test_an_id_that_only_the_entry_has_stays() -> None:
    assert joined({"arxiv": ArxivId("2602.00001")}, {"arxiv": None}).arxiv == ArxivId("2602.00001")


def test_links_of_the_page_lead_on_from_the_digest_and_stand_once() -> None:
    paper = joined({"images": ("own.png", "https://x.org/b.png"), "links": ("https://x.org/e", "own.md")})
    assert paper.images == ("own.png", "https://x.org/b.png", "../pages/a.png")
    assert paper.videos == ("../pages/c.mp4",)
    assert paper.links == ("https://x.org/e", "own.md", "https://example.org/tides", "../pages/d.md")


@pytest.mark.parametrize("link", [None, "#top", "other.md"])
def test_a_heading_of_the_page_that_leads_within_it_is_no_link(link: str | None) -> None:
    assert joined(of_page={"link": link}).links == ("../pages/d.md", "https://x.org/e")


def test_a_link_that_is_a_field_is_no_other_link() -> None:
    overview = "https://www.alphaxiv.org/overview/2602.00001"
    assert joined(of_page={"links": (overview, "d.md"), "link": None}).links == ("../pages/d.md",)
    assert joined({"link": "https://x.org/e"}, {"link": None}).links == ("../pages/d.md",)


def test_the_keys_of_both_are_those_of_the_paper() -> None:
    assert joined().further_keys == (*paper_keys(TIDES, "log/day.md"), *KEYS)
    same = joined({"arxiv": ArxivId("2602.00001")}).further_keys
    assert same.count("arxiv:2602.00001") == 1


@pytest.mark.parametrize(
    ("entry", "of_page", "told"),
    [
        # The title is that of the entry but for its marks; authors and overview stand in fields.
        ({}, {}, [5, 6, 7]),
        ({"title": "Another"}, {}, [6, 7]),
        ({"authors": ("Oh",)}, {}, [5, 7]),
        ({"alphaxiv_url": "https://alphaxiv.org/own"}, {}, [5, 6]),
        ({}, {"authors": ()}, [5, 7]),
        ({}, {"meta": ()}, []),
        ({}, {"meta": (1, 4)}, [5]),
        ({"meta": (2,)}, {"meta": (1,)}, [2, 5]),
        # Its title stands below another line.
        ({"title": "by Kim"}, {"title": "by Kim", "named": 2, "authors": (), "meta": (1, 2)}, [6]),
    ],
)
def test_lines_of_the_page_that_fields_tell_are_not_shown_again(
    entry: dict[str, Any], of_page: dict[str, Any], told: list[int]
) -> None:
    assert list(joined(entry, of_page).meta) == told


def test_what_git_wrote_into_the_page_is_not_shown() -> None:
    assert list(joined(of_page={"meta": ()}, markers=(2, 6)).meta) == [6, 10]
