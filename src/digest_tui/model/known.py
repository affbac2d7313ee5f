"""The facts kept about a decided paper apart from its digests: enough to find it when none has it any more."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from digest_tui.model.day import Day
from digest_tui.model.digest import GONE, Digest
from digest_tui.model.entry import Entry
from digest_tui.model.paper import ArxivId, Paper
from digest_tui.model.periods import Period, finest
from digest_tui.model.summary import Keys
from digest_tui.text import one_line

NO_LONGER = "no longer in your digests"
"""The words shown for a paper that is gone."""
MAX_LINKS = 20
"""Number of other links of a paper that are kept."""


class Known(NamedTuple):
    """The facts last seen of a decided paper; it holds no decision itself."""

    key: str
    """A key under which something was decided."""
    keys: Keys
    """All keys of the paper, first the one that its state is written to."""
    title: str
    link: str | None
    arxiv: ArxivId | None
    doi: str | None
    huggingface_url: str | None
    alphaxiv_url: str | None
    links: tuple[str, ...]
    date: datetime.date | None
    """The newest day on which it stood."""
    source: str
    """The name of the source that had it then."""
    location: str
    """The real location of that source, without lone surrogates: its name may have changed since."""
    path: str
    """The file, as in `Digest.path`."""
    period: Period = "day"
    """The period that the date stands for."""


def known_of(key: str, entry: Entry, location: str) -> Known:
    """Return the facts to keep of an entry; `location` is that of the source of its digest."""
    paper = entry.paper
    return Known(
        key, entry.keys, one_line(paper.title), paper.link, paper.arxiv, paper.doi, paper.huggingface_url,
        paper.alphaxiv_url, paper.links[:MAX_LINKS], entry.date, entry.digest.source, location, entry.digest.path,
        entry.period,
    )  # fmt: skip


def entry_of(known: Known, number: int) -> Entry:
    """Return the entry shown for a paper that no digest has any more; it has no text and no line."""
    digest = Digest("", known.source, (), GONE, NO_LONGER.capitalize(), known.date, period=known.period)
    paper = Paper(
        known.title, 0, 0, 0, link=known.link, arxiv=known.arxiv, doi=known.doi, huggingface_url=known.huggingface_url,
        alphaxiv_url=known.alphaxiv_url, links=known.links,
    )  # fmt: skip
    return Entry(digest, paper, known.keys, number)


class GoneDay(Day):
    """A day of papers that no digest has any more; no date list shows it."""

    is_gone = True

    def __init__(self, date: datetime.date | None, entries: Sequence[Entry], *, future: bool = False) -> None:
        self._gone = tuple(entries)
        super().__init__(date, load=lambda day: ((), self._gone), future=future)

    @cached_property
    def has_papers(self) -> bool:
        """Always True."""
        return True

    @cached_property
    def period(self) -> Period:
        """See `Day`."""
        return finest(entry.period for entry in self._gone)

    def paper_keys(self) -> list[Keys]:
        """See `Day`."""
        return [entry.keys for entry in self._gone]

    @cached_property
    def in_future(self) -> Day:
        """See `Day`."""
        return GoneDay(self.date, self._gone, future=True)
