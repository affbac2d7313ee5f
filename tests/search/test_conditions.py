"""What a query asks of a paper beside its text."""

import pytest

from digest_tui.model import PaperState, Status
from support.library import Sample, Shelf, entries_on

FULL = Sample(
    "Full",
    "![x](https://example.org/a.png)\n\n[Watch Video](https://example.org/a.mp4)\n\n"
    "[Code](https://example.org/code)\n\n- **Ablation Study**: 하나.",
    votes=7,
    authors="Kim",
    id="2512.99001",
)
BARE = Sample("Bare", "본문.")


@pytest.fixture
def shelf() -> Shelf:
    """A paper with everything, one with a text alone, and one without a date."""
    return Shelf(*entries_on("2025-03-11", FULL, BARE), *entries_on("2025-03-09", Sample("Early")))


def found(shelf: Shelf, query: str) -> str:
    return "".join(sorted(title[0] for title in shelf.titles(query)))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("has:votes", "F"),
        ("has:authors", "F"),
        ("has:arxiv", "BEF"),
        ("has:doi", ""),
        ("has:link", "F"),
        ("has:image", "F"),
        ("has:video", "F"),
        ("votes<7", ""),
        ("votes<=7", "F"),
        ("votes<8", "F"),
        ("votes=7", "F"),
        ("votes:7", "F"),
        ("votes=6", ""),
        ("votes>=7", "F"),
        ("votes>=8", ""),
        ("votes>7", ""),
        ("votes>6", "F"),
        ("date:2025-03-09", "E"),
        ("date>2025-03-09", "BF"),
        ("date>=2025-03-09", "BEF"),
        ("date<2025-03-11", "E"),
        ("date<=2025-03-11", "BEF"),
        ("section:ablation", "F"),
        ("section:abl", "F"),
        ("section:introduction", "E"),
        ("section:nothing", ""),
        ("source:LOG", "BEF"),
        ("id:2512.", "F"),
        ("id:12.99", ""),
        ("id:arxiv:2512.99001", "F"),
        ("id:arxiv:2512", ""),
        ("arXiv:2512.99001v3", "F"),
        ("https://www.alphaxiv.org/ko/overview/2512.99001", "F"),
        ("https://arxiv.org/pdf/2512.99001v2.pdf", "F"),
    ],
)
def test_what_a_paper_comes_with(shelf: Shelf, query: str, titles: str) -> None:
    assert found(shelf, query) == titles


@pytest.mark.parametrize(
    ("state", "holds"),
    [
        (PaperState(), "is:unread is:new"),
        (PaperState(Status.READ), "is:read"),
        (PaperState(Status.LATER), "is:later"),
        (PaperState(Status.SKIPPED), "is:skipped"),
        (PaperState(starred=True), "is:unread is:starred"),
        (PaperState(tags=("ml/rl",)), "is:unread is:new has:tag tag:ml/rl tag:#ML/RL tag:ml tag:RL"),
        (PaperState(note="Idea"), "is:unread is:new has:note note:idea"),
    ],
)
def test_what_was_decided(shelf: Shelf, state: PaperState, holds: str) -> None:
    shelf.decide("Bare", state)
    asked = "is:unread is:new is:read is:later is:skipped is:starred is:gone has:tag has:note"
    asked += ' tag:ml/rl tag:#ML/RL tag:ml tag:RL tag:l tag:"m" note:idea'
    assert [query for query in asked.split() if "B" in found(shelf, query)] == holds.split()
