"""A month as weeks of days: how far each is, by mark, weight and colour."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.session.calendar import Cell, Months, Progress
from digest_tui.ui.widgets.line_styles import LineStyles

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CELL, _LEAST = 6, 4
"""Cells of a day, and where there is little room: two digits, a mark, gaps around them."""
_ABOVE = 2
"""Lines above the weeks."""
_WEEKS = 6
HEIGHT = _ABOVE + _WEEKS + 2
_MARKS = {Progress.UNTOUCHED: "●", Progress.STARTED: "◐", Progress.DONE: "✓", Progress.NONE: " "}
_ROLES = {Progress.DONE: "row--decided", Progress.NONE: "row--between"}


class MonthGrid(LineStyles):
    """Draws the month with the cursor."""

    def __init__(self, months: Months, *, id: str) -> None:
        super().__init__(id=id)
        self._months = months

    def date_at(self, x: int, y: int) -> date | None:
        """The day on a cell of the grid; None beside the days of the month."""
        weeks = self._months.weeks()
        column = x // self._cell
        if not (0 <= column < len(_WEEKDAYS) and _ABOVE <= y < _ABOVE + len(weeks)):
            return None
        cell = weeks[y - _ABOVE][column]
        return cell.date if cell is not None else None

    def render_line(self, y: int) -> Strip:
        """The month and what is new in it, the weekdays, the weeks, and what the date under the cursor holds."""
        style, weeks = self.line_style, self._months.weeks()
        if y == 0:
            line = self._edges(self._months.title, self._months.total())
        elif y == 1:
            line = [Segment(f"{name:>{self._cell - 2}}  ", style("row--side")) for name in _WEEKDAYS]
        elif y - _ABOVE < len(weeks):
            line = [segment for cell in weeks[y - _ABOVE] for segment in self._day(cell)]
        elif y == HEIGHT - 1:
            line = [Segment(fit(f" {self._months.words()}", self._width))]
        else:
            line = []
        return Strip(line).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def _edges(self, left: str, right: str) -> list[Segment]:
        gap = " " * max(1, self._width - cell_len(left) - cell_len(right) - 2)
        return [
            Segment(f" {left}", self.line_style("reader--title")),
            Segment(f"{gap}{right} ", self.line_style("row--side")),
        ]

    def _day(self, cell: Cell | None) -> list[Segment]:
        if cell is None:
            return [Segment(" " * self._cell)]
        gap = Segment(" " * (self._cell - 4))
        number, mark = f"{cell.date.day:>2}", _MARKS[cell.progress]
        if cell.date == self._months.at:
            return [gap, Segment(f"{number}{mark}", self.line_style("row--cursor")), Segment(" ")]
        role = _ROLES.get(cell.progress)
        style = self.line_style(role) if role else Style(bold=cell.progress is Progress.UNTOUCHED)
        mark_style = style if role else self.line_style("row--mark")
        return [gap, Segment(number, style), Segment(mark, mark_style), Segment(" ")]

    @property
    def _cell(self) -> int:
        return max(_LEAST, min(_CELL, self.size.width // len(_WEEKDAYS)))

    @property
    def _width(self) -> int:
        return self._cell * len(_WEEKDAYS)
