"""A day: one row of the date list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from digest_tui.model.digest import Digest
from digest_tui.model.entry import Entry
from digest_tui.model.periods import Period, finest
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import DigestSummary, Keys

Contents = tuple[tuple[Digest, ...], tuple[Entry, ...]]
"""The digests of a day, and the papers that are listed under it."""


class Day:
    """A date, or everything undated; the digests of it are read only when they are asked for."""

    is_gone = False
    """True when no digest has the papers of the day any more."""

    def __init__(
        self,
        date: date | None,
        summaries: Sequence[DigestSummary] = (),
        load: Callable[[Day], Contents] = lambda day: ((), ()),
        *,
        has_problems: bool = False,
        future: bool = False,
    ) -> None:
        self.date = date
        self.summaries = tuple(summaries)
        """The summaries of the digests with papers of this day, and of texts dated to it; in path order."""
        self.has_problems = has_problems
        """True when `check` reports on one of its digests; a digest of many days counts only on its newest."""
        self.future = future
        """True when the date is later than tomorrow: such days are listed last and never opened automatically."""
        self._load = load

    @property
    def id(self) -> str:
        """A name that survives a rescan: the ISO date or `undated`."""
        return day_id(self.date)

    @cached_property
    def period(self) -> Period:
        """The period that the date stands for; a day when it is one for any of its digests."""
        return finest(summary.period_on(self.date) for summary in self.summaries)

    @cached_property
    def has_papers(self) -> bool:
        """True when a paper is listed under this day."""
        return any(not summary.is_text for summary in self.summaries)

    def paper_keys(self) -> list[Keys]:
        """Return the keys of each of its papers, in digest order, without reading any text."""
        return [keys for summary in self.summaries for keys in summary.keys_on(self.date)]

    def paper_count(self) -> int:
        """Return the number of its papers; one that it has twice counts once."""
        return len(set(first_occurrences(self.paper_keys())))

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The digests of this day, with their texts."""
        return self._load(self)[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that is listed under this day, in digest order."""
        return self._load(self)[1]

    @cached_property
    def in_future(self) -> Day:
        """The same day, marked as future; always the same object, by which texts are kept."""
        return Day(self.date, self.summaries, self._load, has_problems=self.has_problems, future=True)


def day_id(day: date | None) -> str:
    """Return the id of the day with this date."""
    return day.isoformat() if day else "undated"
