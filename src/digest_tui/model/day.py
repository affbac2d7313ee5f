"""One row of the date list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from digest_tui.model.digest import Digest
from digest_tui.model.entry import Entry
from digest_tui.model.periods import Period, finest
from digest_tui.model.summary import DigestSummary, Keys

Contents = tuple[tuple[Digest, ...], tuple[Entry, ...]]
"""The digests of a day, and the papers that are listed under it."""


class Day:
    """A date, or everything that has none; what stands on it is read when it is looked at."""

    is_gone = False
    """Whether no digest has its papers any more."""

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
        """The digests that stand here with a paper, and texts; in path order."""
        self.has_problems = has_problems
        """Whether `check` has something to say about one of its digests; one of many days says so on its newest."""
        self.future = future
        """Whether the date is later than tomorrow: listed at the foot, never opened by itself."""
        self._load = load

    @property
    def id(self) -> str:
        """A name that survives a rescan: the ISO date or `undated`."""
        return day_id(self.date)

    @cached_property
    def period(self) -> Period:
        """What the date stands for: a day, where it is one for any of its digests."""
        return finest(summary.period_on(self.date) for summary in self.summaries)

    @cached_property
    def has_papers(self) -> bool:
        """Whether a paper is listed under this day."""
        return any(not summary.is_text for summary in self.summaries)

    def paper_keys(self) -> list[Keys]:
        """The keys of each of its papers, in digest order; nothing is read for that."""
        return [keys for summary in self.summaries for keys in summary.keys_on(self.date)]

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The digests that stand here."""
        return self._load(self)[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every paper that is listed under this day, in digest order."""
        return self._load(self)[1]

    def in_future(self) -> Day:
        """The same day, listed at the foot."""
        return Day(self.date, self.summaries, self._load, has_problems=self.has_problems, future=True)


def day_id(day: date | None) -> str:
    """The id of the day with this date."""
    return day.isoformat() if day else "undated"
