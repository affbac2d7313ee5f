"""The facts of a paper that stand under its title: its links with their keys, its votes, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.errors import LinkError
from digest_tui.library import Library
from digest_tui.model import Entry, PaperState, Status
from digest_tui.model.catalog import Elsewhere
from digest_tui.model.links import arxiv_url, link_host, neighbour, pdf_url
from digest_tui.model.periods import worded
from digest_tui.model.record import paper_alphaxiv_url

WHOLE_FILE = "| shows the whole file"
MAX_NAMES = 6
"""Dates and sources that are named where a paper stands in many."""


class Fact(NamedTuple):
    """A few words about a paper or a text."""

    words: str
    url: str | None = None
    """Where they lead to."""
    key: str = ""
    """The key that goes there."""
    mark: str = ""
    """The name of the mark before the words: `picture` or `video`."""


def facts_of(entry: Entry, library: Library) -> tuple[Fact, ...]:
    """Return what the digest says: links, votes, pictures."""
    paper = entry.paper
    facts: list[Fact] = []
    if paper.arxiv:
        version = f"v{paper.arxiv.version}" if paper.arxiv.version else ""
        facts.append(Fact(f"arXiv {paper.arxiv.id}{version}", arxiv_url(paper.arxiv), "o"))
    elif paper.link:
        # A file next to the digest is named, not opened: digests are text, and nothing in them may act.
        file = entry.page_path or neighbour(paper.link, entry.digest.path)
        facts.append(Fact(file) if file else Fact(shown_host(paper.link), paper.link, "o"))
    if alphaxiv := paper_alphaxiv_url(paper, library.language):
        facts.append(Fact("Alphaxiv", alphaxiv, "a"))
    if paper.arxiv:
        facts.append(Fact("PDF", pdf_url(paper.arxiv), "P"))
    if paper.votes is not None:
        facts.append(Fact(counted(paper.votes, "vote")))
    media = {"picture": paper.images, "video": paper.videos}
    facts += [Fact(str(len(urls)), mark=mark) for mark, urls in media.items() if urls]
    if entry.is_gone and entry.date:
        facts.append(Fact(f"last on {worded(entry.date, entry.period)}"))
    if any(problem.code == "size" for problem in entry.digest.problems):
        facts.append(Fact(f"digest shown in part, {WHOLE_FILE}"))
    return tuple(facts)


def standing_of(entry: Entry, state: PaperState, library: Library) -> tuple[str, ...]:
    """Return what was decided, `new` where nothing was, the tags, and where else the paper stands."""
    words = ["starred"] if state.starred else ["new"] if state.is_new else []
    if state.status is not Status.UNREAD:
        words.append(state.status.value)
    words += [f"#{tag}" for tag in state.tags]
    return (*words, *_also(entry, library))


def shown_host(url: str) -> str:
    """Return the real host of a link, or that it leads nowhere we would go."""
    try:
        return link_host(url)
    except LinkError:
        return "link not opened"


def _also(entry: Entry, library: Library) -> list[str]:
    """Return `also in blog` and `also 12-09, 12-08 (blog)`: a source is named where it is another one."""
    elsewhere = library.catalog.elsewhere(entry)
    here = [other.source for other in elsewhere if other.date == entry.date]
    sources = [source for source in here if source != entry.digest.source]
    days = [_day_of(other, entry) for other in elsewhere if other.date != entry.date]
    named = (("also in", sources), ("also", days))
    return [f"{word} {_some(list(dict.fromkeys(names)))}" for word, names in named if names]


def _day_of(other: Elsewhere, entry: Entry) -> str:
    day = _short(other.date, entry.date) if other.date and other.period == "day" else ""
    if not day:
        day = worded(other.date, other.period) if other.date else other.path
    return day if other.source == entry.digest.source else f"{day} ({other.source})"


def _short(day: date, beside: date | None) -> str:
    return f"{day:%m-%d}" if beside and day.year == beside.year else ""


def _some(names: list[str]) -> str:
    return ", ".join(names[:MAX_NAMES]) + (f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else "")
