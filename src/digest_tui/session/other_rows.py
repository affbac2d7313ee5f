"""What the date list holds beside days, and which of it is highlighted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digest_tui.model import Day
from digest_tui.model.others import Others
from digest_tui.session.date_cursor import FOOT, DateCursorRows, FileRow, OtherFilesRow, OtherRow


class OtherRows:
    """Files in which no paper was found, and a date that was asked for and has none."""

    def __init__(self) -> None:
        self.at: OtherRow | None = None
        """What is highlighted, where it is no day."""
        self.cursor_rows = DateCursorRows()
        """The rows of the date list on which the cursor may stand; the same object until they change."""
        self._days: Sequence[Day] = ()
        self._others = Others([], [])
        self._today = date.min
        self._asked: date | None = None
        self._is_open = False
        """Whether the other files are listed below their row."""

    def take(self, days: Sequence[Day], others: Others, today: date) -> None:
        """Take over what there is now; what was highlighted stays so as long as it is there."""
        self._days, self._others, self._today = days, others, today
        self._list()
        at, self.at = self.at, None
        if at is not None:
            self.find(at.id)

    @property
    def row(self) -> int | None:
        """The row that is highlighted, where it is no day."""
        return None if self.at is None else self.cursor_rows.find(self.at.id)

    def find(self, id: str) -> bool:
        """Highlight what has this id, and say whether it is there."""
        row = self.cursor_rows.find(id)
        if row is None and any(FileRow(summary, False).id == id for summary in self._others.rest):
            self._open(is_open=True)
            row = self.cursor_rows.find(id)
        return row is not None and self.highlight(row)

    def find_date(self, day_id: str) -> bool:
        """Highlight a file in which papers were expected by its date, and say whether there is one."""
        ids = (row.id for row in self.cursor_rows.dated if row.date is not None and row.date.isoformat() == day_id)
        return (id := next(ids, None)) is not None and self.find(id)

    def has(self, id: str) -> bool:
        """Whether a file has this id."""
        files = (*self._others.failed, *self._others.rest)
        return any(FileRow(summary, False).id == id for summary in files)

    def highlight(self, row: int) -> bool:
        """Highlight a row unless a day stands there; say whether that is so."""
        cursor_row = self.cursor_rows[row]
        self.at = None if isinstance(cursor_row, Day) else cursor_row
        return self.at is not None

    def ask(self, day: date) -> None:
        """Highlight a date without papers: the file in which they were expected, else a row for it."""
        self._asked = day
        self._list()
        self.find_date(day.isoformat())

    def open_first(self) -> bool:
        """Highlight the first file, for want of anything else, and say whether there is one."""
        self._open(is_open=True)
        first = self.cursor_rows.dated[:1] or self.cursor_rows[self.cursor_rows.foot + 1 : self.cursor_rows.foot + 2]
        return any(self.find(cursor_row.id) for cursor_row in first)

    def toggle(self) -> bool:
        """List the other files below their row, or not any more; say whether that row is highlighted."""
        if isinstance(self.at, OtherFilesRow):
            self._open(is_open=not self._is_open)
            return self.find(FOOT)
        return False

    def close(self) -> bool:
        """From the other files back to their row alone, and say whether there was anything to go back from."""
        is_there = isinstance(self.at, FileRow) and not self.at.is_expected
        if not self._is_open or not (is_there or isinstance(self.at, OtherFilesRow)):
            return False
        self._open(is_open=False)
        return self.find(FOOT)

    def _open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self._list()

    def _list(self) -> None:
        has_day = any(day.date == self._asked for day in self._days) if self._asked is not None else True
        asked = None if has_day else self._asked
        self.cursor_rows = DateCursorRows(
            self._days, self._others, today=self._today, asked=asked, is_open=self._is_open
        )
