"""The rows shown in the date list, as values: made here from the session, drawn by the widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.library import Library
from digest_tui.model import Day
from digest_tui.session.date_cursor import NO_DATE, DateCursorRow, DateCursorRows, EmptyDateRow, FileRow, OtherFilesRow
from digest_tui.session.rows import Rows
from digest_tui.session.wording import MONTHS, day_in_month

if TYPE_CHECKING:
    from digest_tui.session.session import Session


class DateRow(NamedTuple):
    """A day, a file without papers, or a heading that the cursor passes over."""

    label: str
    tally: str = ""
    """`13` new papers, `9/13` where some are decided, `✓` when none is left; in a list of all dates its hits."""
    done: bool = False
    """True when the row is dimmed: nothing is to be done here."""
    problem: bool = False
    passed_over: bool = False
    head: int | None = None
    """The row of the heading that it stands under."""
    short: str = ""
    """The label where there is no room for it."""
    id: str = ""
    """The id of the cursor row."""


class _Left(NamedTuple):
    """The number of new papers of some days, each counted once."""

    days: tuple[Day, ...]
    changes: int
    """The changes of decisions for which it is true."""
    papers: int


class DateRows:
    """The rows of the date list: those on which the cursor may stand, under headings of months."""

    def __init__(self, cursor_rows: DateCursorRows | None = None) -> None:
        self.cursor_rows = cursor_rows if cursor_rows is not None else DateCursorRows()
        self._heads: list[int] = []
        """The cursor row below each heading."""
        self._words: list[str] = []
        self._left: dict[int, _Left] = {}
        """What was counted under each heading."""
        last = None
        for cursor_row, month in enumerate(self.cursor_rows.months()):
            if month == last:
                continue
            if month < 0 and (last is None or last >= 0):
                self._head(cursor_row, "future")
            if month != NO_DATE:
                self._head(cursor_row, f"{MONTHS[abs(month) % 12]} {abs(month) // 12}")
            elif cursor_row:
                self._head(cursor_row, "undated")
            last = month
        self._head_rows = [cursor_row + number for number, cursor_row in enumerate(self._heads)]

    def __len__(self) -> int:
        return len(self.cursor_rows) + len(self._heads)

    def row_of(self, cursor_row: int) -> int:
        """Return the row of a cursor row."""
        return cursor_row + bisect_right(self._heads, cursor_row)

    def cursor_row_at(self, row: int) -> int:
        """Return the cursor row on a row; for a heading the one below it."""
        return row - bisect_left(self._head_rows, row)

    def heading_at(self, row: int) -> str:
        """Return the heading on a row; empty where there is none."""
        number = bisect_left(self._head_rows, row)
        return self._words[number] if number < len(self._head_rows) and self._head_rows[number] == row else ""

    def rows(self, session: Session) -> Rows[DateRow]:
        """Return the rows as they are to be drawn, each made when it is needed."""
        hits = session.listed.counts_by_day() if session.lists_all_dates else None

        def make(row: int) -> DateRow:
            cursor_row = self.cursor_row_at(row)
            if words := self.heading_at(row):
                left = self._left_below(row, cursor_row, session.library, hits)
                return DateRow(words, f"{left:,}" if left else "", passed_over=True)
            number = row - cursor_row
            head = self._head_rows[number - 1] if number and cursor_row < self.cursor_rows.foot else None
            here = self.cursor_rows[cursor_row]
            return _row(here, session.library, hits)._replace(id=here.id, head=head)

        return Rows(len(self), make)

    def day_below(self, row: int) -> Day | None:
        """Return the first day on or below a row, as a heading has it; None where there is none."""
        return next(self._days_below(row, self.cursor_row_at(row)), None)

    def _left_below(self, row: int, cursor_row: int, library: Library, hits: dict[str, int] | None) -> int:
        """The new papers under a heading, each counted once, or the hits."""
        days = tuple(self._days_below(row, cursor_row))
        if hits is not None:
            return sum(hits.get(day.id, 0) for day in days)
        known = self._left.get(row)
        # A month is counted whole, and its heading is drawn more often than anything in it changes.
        if known is None or known.changes != library.decisions.changes or not all(map(is_, known.days, days)):
            known = self._left[row] = _Left(days, library.decisions.changes, library.new_among(days))
        return known.papers

    def _days_below(self, row: int, cursor_row: int) -> Iterator[Day]:
        """The days under the heading on a row; the first has this cursor row."""
        number = bisect_right(self._head_rows, row)
        end = self._heads[number] if number < len(self._heads) else self.cursor_rows.foot
        return (day for at in range(cursor_row, end) if isinstance(day := self.cursor_rows[at], Day))

    def _head(self, cursor_row: int, words: str) -> None:
        self._heads.append(cursor_row)
        self._words.append(words)


def _row(cursor_row: DateCursorRow, library: Library, hits: dict[str, int] | None) -> DateRow:
    match cursor_row:
        case OtherFilesRow(summaries):
            return DateRow(f"other files · {len(summaries)}", done=True, short=f"other · {len(summaries)}")
        case FileRow(summary, is_expected=False):
            return DateRow(f" {summary.path.rpartition('/')[2]}", done=True)
        case FileRow(summary):
            label = (
                day_in_month(cursor_row.date, summary.period_on(cursor_row.date))
                if cursor_row.date
                else summary.path.rpartition("/")[2]
            )
            return DateRow(label, done=True, problem=True)
        case EmptyDateRow(day):
            return DateRow(day_in_month(day), "–", done=True)
        case day:
            return _day_row(day, library, hits)


def _day_row(day: Day, library: Library, hits: dict[str, int] | None) -> DateRow:
    label = day_in_month(day.date, day.period) if day.date else "undated"
    # Where there is no room for its weekday.
    short = f"{day.date:%d}" if day.date and day.period == "day" else ""
    left = _left(day, library, hits)
    if hits is not None:
        return DateRow(label, str(left) if left else "", done=not left, short=short)
    if not left:
        return DateRow(label, "✓", done=True, problem=day.has_problems, short=short)
    total = library.count(day)
    tally = str(left) if left == total else f"{left}/{total}"
    return DateRow(label, tally, problem=day.has_problems, short=short)


def _left(day: Day, library: Library, hits: dict[str, int] | None) -> int:
    """The new papers of a day, or its hits."""
    return library.new_count(day) if hits is None else hits.get(day.id, 0)
