"""The date list: newest first, with what is new; the month of the first day stays in sight."""

from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.session.date_rows import DateRow
from digest_tui.ui.widgets.fitted_list import FittedList
from digest_tui.ui.widgets.strips import heading_line

TALLY = 5
"""Cells of `10/14`: the marks of problems stand before it, one below the other."""


class DateList(FittedList[DateRow]):
    """One row a day, under headings of months; above the papers it takes the height that they leave."""

    MARGIN = 3

    @dataclass
    class MonthClicked(Message, namespace="date_list"):
        """The heading of a month was clicked."""

        row: int
        """That of the heading."""

    def __init__(self, *, id: str, below: FittedList[Any]) -> None:
        super().__init__(id=id)
        self._below = below
        self._is_growing = False

    def set_growing(self, value: bool) -> None:
        """As long as the dates are still being found it takes all that it may have, so that nothing below moves."""
        if value != self._is_growing:
            self._is_growing = value
            self.fit_height()

    def lines_wanted(self) -> int:
        """As high as its rows, as far as the list below leaves room for them."""
        width, room = self._room
        share = room // (2 if self.has_focus else 4)
        most = max(share, room - self._below.lines_needed(room - share, width))
        return most if self._is_growing else self.lines_needed(most, width)

    def watch_has_focus(self, value: bool) -> None:
        """Fit the height: a date is looked for among more rows, afterwards the papers need the room again."""
        super().watch_has_focus(value)
        self.fit_height()

    def row_id(self, row: DateRow) -> object:
        """The day, or the file."""
        return row.id

    def row_text(self, row: DateRow) -> str:
        """The date, without its counts."""
        return row.label.strip()

    def heading_of(self, row: DateRow) -> int | None:
        """The month of a day."""
        return row.head

    def on_click(self, event: events.Click) -> None:
        """A month is no row to stand on, but it can be looked at."""
        rows, line = self.rows_on_lines(), event.y - self.heading_rows
        if 0 <= line < len(rows) and self.drawn_row(rows[line]).passed_over:
            event.stop()
            self.post_message(self.MonthClicked(rows[line]))

    def draw_row(self, row: DateRow, width: int) -> list[Strip]:
        """`10 Wed !  3/5`, or the month `Dec 2025  103`."""
        tally = Segment(row.tally, self.line_style("row--side"))
        if row.passed_over:
            return [heading_line(row.label, row.tally, width, self.line_style)]
        # The marks of problems stand one below the other, as far as labels and counts leave their column free.
        mark, free = "!" if row.problem else "", width - tally.cell_length
        column = min(width - TALLY, free) - 1
        if cell_len(row.label) > column:
            column = free - 1
        room = max(1, column if row.problem else free - bool(row.tally))
        label = fit(row.short if row.short and cell_len(row.label) > room else row.label, room)
        # A day that is done may fade; what holds no papers is looked for by who misses some.
        label_style = self.line_style("row--decided" if row.tally else "row--side") if row.done else None
        gap = column - cell_len(label) if row.problem else 0
        rest = free - cell_len(label) - gap - len(mark)
        return [
            Strip(
                [
                    Segment(label, label_style),
                    Segment(" " * gap),
                    Segment(mark, self.line_style("row--problem")),
                    Segment(" " * rest),
                    tally,
                ]
            )
        ]
