"""What is known of a decided paper beside its digests: enough to find it when none has it any more."""

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
"""What is said of a paper that is gone."""
MAX_LINKS = 20
"""Other links of a paper that are kept."""


class Known(NamedTuple):
    """What was last seen of a paper of which something was decided; no decision itself."""

    key: str
    """A key under which something was decided."""
    keys: Keys
    """All keys of the paper, the one its state is written to first."""
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
    """Where that source really was, without lone surrogates: its name may be another one now."""
    path: str
    """The file, as in `Digest.path`."""
    period: Period = "day"
    """What the date stands for."""


def known_of(key: str, entry: Entry, location: str) -> Known:
    """What to keep of a paper that stands somewhere; `location` is that of the source of its digest."""
    paper = entry.paper
    return Known(
        key, entry.keys, one_line(paper.title), paper.link, paper.arxiv, paper.doi, paper.huggingface_url,
        paper.alphaxiv_url, paper.links[:MAX_LINKS], entry.date, entry.digest.source, location, entry.digest.path,
        entry.period,
    )  # fmt: skip


def entry_of(known: Known, number: int) -> Entry:
    """What is shown of a paper that no digest has any more; it has no text and no line."""
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
        """Always."""
        return True

    @cached_property
    def period(self) -> Period:
        """See `Day`."""
        return finest(entry.period for entry in self._gone)

    def paper_keys(self) -> list[Keys]:
        """See `Day`."""
        return [entry.keys for entry in self._gone]

    def in_future(self) -> Day:
        """See `Day`."""
        return GoneDay(self.date, self._gone, future=True)
