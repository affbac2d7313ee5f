"""The cursor rows of the date list: days with papers, and the files in which none was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple, overload

from digest_tui.model import Day, DigestSummary
from digest_tui.model.others import Others
from digest_tui.model.summary import date_of

FOOT = "other files"
"""The id of the row of the other files."""
NO_DATE = 0
"""The month of a row without a date."""


class FileRow(NamedTuple):
    """A file in which no paper was found."""

    summary: DigestSummary
    is_expected: bool
    """True when papers were to be expected in it: then it stands at its date."""

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"text:{self.summary.source}:{self.summary.path}"

    @property
    def date(self) -> date | None:
        """Its own date."""
        return date_of(self.summary.days[0][0])


class OtherFilesRow(NamedTuple):
    """The row at the foot under which all other files are listed."""

    summaries: Sequence[DigestSummary]
    is_open: bool

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return FOOT


class EmptyDateRow(NamedTuple):
    """A date that was asked for, with nothing listed on it."""

    date: date

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"date:{self.date}"


OtherRow = FileRow | OtherFilesRow | EmptyDateRow
"""A row between or below the days."""
DateCursorRow = Day | OtherRow


class DateCursorRows(Sequence[DateCursorRow]):
    """The rows of the date list without its headings: days and other rows by date, at the foot the rest."""

    def __init__(
        self,
        days: Sequence[Day] = (),
        others: Others | None = None,
        *,
        today: date = date.max,
        asked: date | None = None,
        is_open: bool = False,
        shown: Set[str] | None = None,
    ) -> None:
        """List everything, or only the days with the ids that are `shown`."""
        self._indices: Sequence[int] = range(len(days))
        """The index of each listed day among all days."""
        self._day_count = len(days)
        if shown is not None:
            self._indices = [index for index, day in enumerate(days) if day.id in shown]
            days, others, asked = [days[index] for index in self._indices], None, None
        self.days = days
        self._foot_summaries = others.rest if others is not None else []
        self._is_open = is_open
        self._last = today + timedelta(days=1) if today < date.max else today
        dated: list[FileRow | EmptyDateRow] = [FileRow(summary, True) for summary in (others.failed if others else ())]
        if asked is not None and all(cursor_row.date != asked for cursor_row in dated):
            dated.append(EmptyDateRow(asked))
        self.dated = sorted(dated, key=lambda cursor_row: _rank(cursor_row.date, self._last))
        """Rows at a date that are no days, in the order of the list."""
        self._above = [
            bisect_right(days, _rank(cursor_row.date, self._last), key=lambda day: _rank(day.date, self._last))
            for cursor_row in self.dated
        ]
        """The number of days above each of them: a day comes before anything else at its date."""
        self._at = [above + number for number, above in enumerate(self._above)]
        """The row of each of them."""

    def __len__(self) -> int:
        return self.foot + (1 + len(self._foot_summaries) * self._is_open if self._foot_summaries else 0)

    @property
    def foot(self) -> int:
        """The row of the other files; without any, the end."""
        return len(self.days) + len(self.dated)

    @overload
    def __getitem__(self, row: int) -> DateCursorRow: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[DateCursorRow]: ...
    def __getitem__(self, row: int | slice) -> DateCursorRow | Sequence[DateCursorRow]:
        if isinstance(row, slice):
            return [self[index] for index in range(*row.indices(len(self)))]
        row = range(len(self))[row]
        if row >= self.foot:
            below = row - self.foot - 1
            return (
                OtherFilesRow(self._foot_summaries, self._is_open)
                if below < 0
                else FileRow(self._foot_summaries[below], False)
            )
        number = bisect_left(self._at, row)
        if number < len(self._at) and self._at[number] == row:
            return self.dated[number]
        return self.days[row - number]

    def row_of_day(self, index: int) -> int:
        """Return the row of a day; of one that is not listed, the row below its place."""
        listed = bisect_left(self._indices, index)
        return listed + bisect_right(self._above, listed)

    def has_day(self, index: int) -> bool:
        """Return True when a day is listed."""
        listed = bisect_left(self._indices, index)
        return listed < len(self._indices) and self._indices[listed] == index

    def days_above(self, row: int) -> int:
        """Return the number of days above a row, listed or not."""
        row = min(row, self.foot)
        listed = row - bisect_left(self._at, row)
        return self._indices[listed] if listed < len(self._indices) else self._day_count

    def row_of_id(self, id: str) -> int | None:
        """Return the row of something that is no day."""
        rows = [*self._at, *range(self.foot, len(self))]
        return next((row for row in rows if not isinstance(cursor_row := self[row], Day) and cursor_row.id == id), None)

    def months(self) -> list[int]:
        """Return the month of each row above the foot as one number: `NO_DATE` for none, below zero in the future."""
        of_days = [_month(day.date, is_future=day.future) for day in self.days]
        found: list[int] = []
        begin = 0
        for cursor_row, above in zip(self.dated, self._above, strict=True):
            found += of_days[begin:above]
            found.append(
                _month(cursor_row.date, is_future=cursor_row.date is not None and cursor_row.date > self._last)
            )
            begin = above
        return found + of_days[begin:]


def _month(day: date | None, *, is_future: bool) -> int:
    month = NO_DATE if day is None else day.year * 12 + day.month - 1
    return -month if is_future else month


def _rank(day: date | None, last: date) -> tuple[int, int]:
    """Return a rank, smaller for higher rows: dates from the newest, then undated rows, then the future."""
    if day is None:
        return 1, 0
    return (2 if day > last else 0), -day.toordinal()
