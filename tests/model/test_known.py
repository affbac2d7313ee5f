"""What is kept of a decided paper, and what is shown of it when no digest has it any more."""

import datetime

from digest_tui.model import ArxivId, Digest, Paper
from digest_tui.model.entry import Entry, entries_of
from digest_tui.model.known import MAX_LINKS, GoneDay, entry_of, known_of
from digest_tui.model.periods import Period

DAY = datetime.date(2031, 2, 3)
PAPER = Paper(
    "Quiet\x1b Knots", 3, 9, 1, "https://example.org/knots", ArxivId("2512.07951", 2), "10.1/x", "https://hf.co/a",
    "https://alphaxiv.org/a", links=tuple(f"https://example.org/{number}" for number in range(30)),
)  # fmt: skip


def occurrence(period: Period = "week") -> Entry:
    [entry] = entries_of(Digest("papers/a.md", "blog", ("x",) * 9, "days", "t", DAY, (PAPER,), period=period))
    return entry


def test_what_is_kept_is_what_finds_it_again() -> None:
    entry = occurrence()
    known = known_of("doi:10.1/x", entry, "/home/blog")
    assert known.key == "doi:10.1/x"
    assert known.keys == entry.keys
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
    known = known_of("doi:10.1/x", occurrence(), "/home/blog")
    entry = entry_of(known, 4)
    assert entry.is_gone
    assert (entry.keys, entry.number, entry.date, entry.period) == (known.keys, 4, DAY, "week")
    assert (entry.digest.source, entry.digest.path, entry.digest.title) == ("blog", "", "No longer in your digests")
    paper = entry.paper
    assert (paper.title, paper.link, paper.arxiv, paper.doi) == (known.title, PAPER.link, PAPER.arxiv, "10.1/x")
    assert (paper.huggingface_url, paper.alphaxiv_url, paper.links) == (
        known.huggingface_url,
        known.alphaxiv_url,
        known.links,
    )
    assert (paper.first, paper.last, paper.position, entry.markdown, entry.body) == (0, 0, 0, "", "")


def test_a_day_of_gone_papers() -> None:
    known = known_of("doi:10.1/x", occurrence(), "/home/blog")
    entries = [entry_of(known, 1), entry_of(known._replace(period="month"), 2)]
    day = GoneDay(DAY, entries)
    assert day.is_gone
    assert day.has_papers
    assert not day.future
    assert (day.date, day.period, day.id) == (DAY, "week", "2031-02-03")
    assert day.paper_keys() == [known.keys, known.keys]
    assert (day.digests, day.entries) == ((), tuple(entries))
    later = day.in_future
    assert isinstance(later, GoneDay)
    assert later.future
    assert later.entries == day.entries
