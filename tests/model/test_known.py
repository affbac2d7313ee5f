"""What is kept of a decided paper, and what is shown of it when no digest has it any more."""

import datetime

from digest_tui.model import ArxivId, Digest, Paper
from digest_tui.model.known import MAX_LINKS, GoneDay, known_of, place_of
from digest_tui.model.periods import Period
from digest_tui.model.place import Place, places_of

DAY = datetime.date(2031, 2, 3)
PAPER = Paper(
    "Quiet\x1b Knots", 3, 9, 1, "https://example.org/knots", ArxivId("2512.07951", 2), "10.1/x", "https://hf.co/a",
    "https://alphaxiv.org/a", links=tuple(f"https://example.org/{number}" for number in range(30)),
)  # fmt: skip


def standing(period: Period = "week") -> Place:
    [place] = places_of(Digest("papers/a.md", "blog", ("x",) * 9, "days", "t", DAY, (PAPER,), period=period))
    return place


def test_what_is_kept_is_what_finds_it_again() -> None:
    place = standing()
    known = known_of("doi:10.1/x", place, "/home/blog")
    assert known.key == "doi:10.1/x"
    assert known.keys == place.keys
    assert "\x1b" not in known.title
    assert known.links == PAPER.links[:MAX_LINKS]
    assert known[5:10][:3] == ("10.1/x", "https://hf.co/a", "https://alphaxiv.org/a")
    assert (known.link, known.arxiv) == (PAPER.link, PAPER.arxiv)
    assert (known.date, known.source, known.location, known.path, known.period) == (
        DAY,
        "blog",
        "/home/blog",
        "papers/a.md",
        "week",
    )


def test_a_gone_paper_has_its_links_and_no_text() -> None:
    known = known_of("doi:10.1/x", standing(), "/home/blog")
    place = place_of(known, 4)
    assert place.is_gone
    assert (place.keys, place.number, place.date, place.period) == (known.keys, 4, DAY, "week")
    assert (place.digest.source, place.digest.path, place.digest.title) == ("blog", "", "No longer in your digests")
    paper = place.paper
    assert (paper.title, paper.link, paper.arxiv, paper.doi) == (known.title, PAPER.link, PAPER.arxiv, "10.1/x")
    assert (paper.huggingface_url, paper.alphaxiv_url, paper.links) == (
        known.huggingface_url,
        known.alphaxiv_url,
        known.links,
    )
    assert (paper.first, paper.last, paper.position, place.markdown, place.body) == (0, 0, 0, "", "")


def test_a_day_of_gone_papers() -> None:
    known = known_of("doi:10.1/x", standing(), "/home/blog")
    places = [place_of(known, 1), place_of(known._replace(period="month"), 2)]
    day = GoneDay(DAY, places)
    assert day.is_gone
    assert day.has_papers
    assert not day.future
    assert (day.date, day.period, day.id) == (DAY, "week", "2031-02-03")
    assert day.paper_keys() == [known.keys, known.keys]
    assert (day.digests, day.places) == ((), tuple(places))
    later = day.in_future()
    assert isinstance(later, GoneDay)
    assert later.future
    assert later.places == day.places
