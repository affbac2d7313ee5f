"""The months of the digests: what each day holds, and how much of it is done."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.model import Day

_WEEK = 7


class Progress(StrEnum):
    """How much of a day is decided."""

    NONE = "none"
    """It has no papers."""
    UNTOUCHED = "untouched"
    STARTED = "started"
    DONE = "done"


class Cell(NamedTuple):
    """A day of the month."""

    date: date
    progress: Progress
    new: int
    papers: int


class Months:
    """One month, a day of which has the cursor; the cursor goes from the first date with papers to the last."""

    def __init__(
        self,
        days: Sequence[Day],
        at: date,
        *,
        new_count: Callable[[Day], int],
        count: Callable[[Day], int],
        new_among: Callable[[Iterable[Day]], int],
    ) -> None:
        self._days = {day.date: day for day in days if day.date is not None and day.has_papers}
        self._new_count, self._count, self._new_among = new_count, count, new_among
        self.at = at
        """The date under the cursor."""
        self._keep_within()

    def __bool__(self) -> bool:
        return bool(self._days)

    @property
    def day(self) -> Day | None:
        """The day under the cursor, if it has papers."""
        return self._days.get(self.at)

    @property
    def title(self) -> str:
        """`December 2025`."""
        return f"{calendar.month_name[self.at.month]} {self.at.year}"

    def weeks(self) -> list[list[Cell | None]]:
        """The weeks of the month from Monday to Sunday; None stands for a day of another month."""
        weeks = calendar.Calendar().monthdatescalendar(self.at.year, self.at.month)
        return [[self._cell(day) if day.month == self.at.month else None for day in week] for week in weeks]

    def words(self) -> str:
        """Say what there is on the date under the cursor."""
        cell = self._cell(self.at)
        head = f"{cell.date:%a} {cell.date.day} {cell.date:%b}"
        match cell.progress:
            case Progress.NONE:
                return f"{head} · no digest"
            case Progress.DONE:
                return f"{head} · {counted(cell.papers, 'paper')}, done"
            case Progress.STARTED:
                return f"{head} · {cell.new:,} of {cell.papers:,} new"
            case Progress.UNTOUCHED:
                return f"{head} · {counted(cell.papers, 'paper')}, none decided"

    def total(self) -> str:
        """Say how many papers of the month are new; one that stands on several of its days counts once."""
        days = self._of_month()
        new = self._new_among(days)
        return f"{new:,} new" if new else "done" if days else "no digests"

    def move(self, days: int) -> None:
        """Move the cursor by days."""
        self.go_to(self.at + timedelta(days))

    def move_weeks(self, weeks: int) -> None:
        """Move the cursor by weeks."""
        self.move(weeks * _WEEK)

    def move_months(self, months: int) -> None:
        """Move the cursor to the same day of another month, or the last one that it has."""
        number = self.at.year * 12 + self.at.month - 1 + months
        year, month = divmod(number, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.go_to(date(year, month + 1, min(self.at.day, last)))

    def go_to(self, at: date) -> None:
        """Move the cursor to a date, or to the nearer end."""
        self.at = at
        self._keep_within()

    def go_to_end(self, *, last: bool) -> None:
        """Move the cursor to the first or last date that has papers."""
        if self._days:
            self.at = (max if last else min)(self._days)

    def _keep_within(self) -> None:
        if self._days:
            self.at = max(min(self._days), min(self.at, max(self._days)))

    def _of_month(self) -> list[Day]:
        month = self.at.year, self.at.month
        return [day for at, day in self._days.items() if (at.year, at.month) == month]

    def _cell(self, at: date) -> Cell:
        day = self._days.get(at)
        if day is None:
            return Cell(at, Progress.NONE, 0, 0)
        new, papers = self._new_count(day), self._count(day)
        progress = Progress.UNTOUCHED if new == papers else Progress.STARTED if new else Progress.DONE
        return Cell(at, progress, new, papers)
