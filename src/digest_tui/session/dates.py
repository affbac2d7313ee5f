"""The contents of the date list, days with papers and other rows, and the highlighted one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from digest_tui.model import Day
from digest_tui.model.others import Others
from digest_tui.session.date_cursor import FOOT, DateCursorRows, EmptyDateRow, FileRow, OtherFilesRow, OtherRow


class Dates:
    """The days, the files in which no paper was found, and a date that was asked for and has none."""

    def __init__(self) -> None:
        self.days: list[Day] = []
        """The days with papers."""
        self.day_index = 0
        """The index of the day that is highlighted, or was before a row that is no day."""
        self.other: OtherRow | None = None
        """The highlighted row, while it is no day."""
        self.cursor_rows = DateCursorRows()
        """The rows of the date list on which the cursor may stand; the same object until they change."""
        self._others = Others([], [])
        self._today = date.min
        self._asked: date | None = None
        self._is_open = False
        """True while the other files are listed below their row."""
        self._shown: Set[str] | None = None
        """The ids of the days to which the list is limited."""
        self._index_of_date: tuple[list[Day], dict[date | None, int]] = ([], {})

    @property
    def day(self) -> Day | None:
        """The highlighted day."""
        return self.days[self.day_index] if self.days and self.other is None else None

    @property
    def day_id(self) -> str:
        """The id of the day that is highlighted, or was; empty without days."""
        return self.days[self.day_index].id if self.days else ""

    @property
    def row(self) -> int | None:
        """The row that is highlighted; None where the day is not listed."""
        if self.other is not None:
            return self.other_row
        return self.cursor_rows.row_of_day(self.day_index) if self.cursor_rows.has_day(self.day_index) else None

    @property
    def other_row(self) -> int | None:
        """The highlighted row, while it is no day."""
        return None if self.other is None else self.cursor_rows.row_of_id(self.other.id)

    def index_of(self, day_id: str, otherwise: int) -> int:
        """Return the index of the day with this id."""
        return next((index for index, day in enumerate(self.days) if day.id == day_id), otherwise)

    def has_day(self, day_id: str) -> bool:
        """Return True when a day is listed."""
        return any(day.id == day_id for day in self.days)

    def update(self, days: list[Day], others: Others, today: date) -> None:
        """Take over the new lists; the highlighted row stays, or falls to the nearest."""
        old_day, was = self.day_id, self.other
        self.days, self._others, self._today = days, others, today
        self._list()
        self.other = None
        is_there = was is not None and self.highlight_id(was.id)
        index = self.index_of(old_day, -1)
        self.day_index = index if index >= 0 else max(0, min(self.day_index, len(days) - 1))
        if isinstance(was, FileRow | EmptyDateRow) and not is_there and was.date is not None:
            # There may be papers on its date now.
            self.day_index = self.index_of(was.date.isoformat(), self.day_index)

    def show_only(self, day_ids: Set[str] | None) -> None:
        """List only days with these ids, or everything."""
        if day_ids != self._shown:
            self._shown = None if day_ids is None else frozenset(day_ids)
            self._list()

    def row_moved(self, by: int) -> int | None:
        """Return the row so many rows on, not further than the ends; None where that is the highlighted one."""
        last = len(self.cursor_rows) - 1
        here = self.row
        # Beside the place of a day that is not listed there is one in each direction.
        start = self.cursor_rows.row_of_day(self.day_index) - (by > 0) if here is None else here
        row = max(0, min(start + by, last))
        return None if last < 0 or row == here else row

    def has_file_of(self, day: date) -> bool:
        """Return True when there is a file without papers in which those of a date were expected."""
        return any(FileRow(summary, True).date == day for summary in self._others.failed)

    def go_to_date(self, day: date | None) -> None:
        """Highlight the day of a date, if it is listed."""
        if self._index_of_date[0] is not self.days:
            self._index_of_date = self.days, {listed.date: index for index, listed in enumerate(self.days)}
        self.day_index = self._index_of_date[1].get(day, self.day_index)

    def highlight_id(self, id: str) -> bool:
        """Highlight the row with this id, and return True when there is one."""
        row = self.cursor_rows.row_of_id(id)
        if row is None and any(FileRow(summary, False).id == id for summary in self._others.rest):
            self._open(is_open=True)
            row = self.cursor_rows.row_of_id(id)
        return row is not None and self.highlight(row)

    def highlight_date(self, day_id: str) -> bool:
        """Highlight a file in which papers were expected by its date, and return True when there is one."""
        ids = (row.id for row in self.cursor_rows.dated if row.date is not None and row.date.isoformat() == day_id)
        return (id := next(ids, None)) is not None and self.highlight_id(id)

    def knows(self, day_id: str, keys: Sequence[str]) -> bool:
        """Return True when a row to come back to is there: a day, or a file without papers."""
        files = (*self._others.failed, *self._others.rest)
        return self.has_day(day_id) or any(FileRow(summary, False).id in keys[:1] for summary in files)

    def highlight(self, row: int) -> bool:
        """Highlight a row that is no day, and return True when it was one."""
        cursor_row = self.cursor_rows[row]
        self.other = None if isinstance(cursor_row, Day) else cursor_row
        return self.other is not None

    def ask(self, day: date) -> None:
        """Highlight a date without papers: the file in which they were expected, else a row for it."""
        self._asked = day
        self._list()
        self.highlight_date(day.isoformat())

    def open_first(self) -> bool:
        """Highlight the first file, for want of anything else, and return True when there is one."""
        self._open(is_open=True)
        first = self.cursor_rows.dated[:1] or self.cursor_rows[self.cursor_rows.foot + 1 : self.cursor_rows.foot + 2]
        return any(self.highlight_id(cursor_row.id) for cursor_row in first)

    def toggle(self) -> bool:
        """Show or hide the other files below their row, and return True when that row is highlighted."""
        if isinstance(self.other, OtherFilesRow):
            self._open(is_open=not self._is_open)
            return self.highlight_id(FOOT)
        return False

    def close(self) -> bool:
        """Hide the other files and go back to their row, and return True when there was anything to go back from."""
        is_there = isinstance(self.other, FileRow) and not self.other.is_expected
        if not self._is_open or not (is_there or isinstance(self.other, OtherFilesRow)):
            return False
        self._open(is_open=False)
        return self.highlight_id(FOOT)

    def _open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self._list()

    def _list(self) -> None:
        is_listed = self._asked is not None and any(day.date == self._asked for day in self.days)
        asked = None if is_listed else self._asked
        self.cursor_rows = DateCursorRows(
            self.days, self._others, today=self._today, asked=asked, is_open=self._is_open, shown=self._shown
        )
