"""The rows shown in the date list, as values: made here from the session, drawn by the widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.library import Library
from digest_tui.model import Day
from digest_tui.session.date_cursor import NO_DATE, DateCursorRow, DateCursorRows, EmptyDateRow, FileRow, OtherFilesRow
from digest_tui.session.listing import DateHeading
from digest_tui.session.rows import Rows
from digest_tui.session.wording import MONTHS, day_in_month

if TYPE_CHECKING:
    from digest_tui.session.session import Session


class DateRow(NamedTuple):
    """A day, a file without papers, or a heading that the cursor passes over."""

    label: str
    tally: str = ""
    """New papers as a number, `✓` when none is left; in a list of all dates its hits."""
    done: bool = False
    """True when the row is dimmed: nothing is to be done here."""
    problem: bool = False
    passed_over: bool = False
    group: str = ""
    """The heading it stands under."""
    short: str = ""
    """The label where there is no room for it."""
    id: str = ""
    """The id of the cursor row."""


class DateRows:
    """The rows of the date list: those on which the cursor may stand, under headings of months."""

    def __init__(self, cursor_rows: DateCursorRows | None = None) -> None:
        self.cursor_rows = cursor_rows if cursor_rows is not None else DateCursorRows()
        self._heads: list[int] = []
        """The cursor row below each heading."""
        self._words: list[str] = []
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
        hits = _hits(session) if session.lists_all_dates else None

        def make(row: int) -> DateRow:
            if words := self.heading_at(row):
                return DateRow(words, passed_over=True)
            cursor_row = self.cursor_row_at(row)
            number = row - cursor_row
            group = self._words[number - 1] if number and cursor_row < self.cursor_rows.foot else ""
            here = self.cursor_rows[cursor_row]
            return _row(here, group, session.library, hits)._replace(id=here.id)

        return Rows(len(self), make)

    def _head(self, cursor_row: int, words: str) -> None:
        self._heads.append(cursor_row)
        self._words.append(words)


def _row(cursor_row: DateCursorRow, group: str, library: Library, hits: dict[str, int] | None) -> DateRow:
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
            return DateRow(label, done=True, problem=True, group=group)
        case EmptyDateRow(day):
            return DateRow(day_in_month(day), "–", done=True, group=group)
        case day:
            return _day_row(day, group, library, hits)


def _day_row(day: Day, group: str, library: Library, hits: dict[str, int] | None) -> DateRow:
    label = day_in_month(day.date, day.period) if day.date else "undated"
    if hits is not None:
        count = hits.get(day.id, 0)
        return DateRow(label, str(count) if count else "", done=not count, group=group)
    left = library.new_count(day)
    return DateRow(label, str(left) if left else "✓", done=not left, problem=day.has_problems, group=group)


def _hits(session: Session) -> dict[str, int]:
    if session.listed.hit_rows is not None:
        return session.listed.hit_rows.arrangement.counts
    counts: dict[str, int] = {}
    day_id = ""
    for item in session.items:
        if isinstance(item, DateHeading):
            day_id = item.day.id
        else:
            counts[day_id] = counts.get(day_id, 0) + 1
    return counts
