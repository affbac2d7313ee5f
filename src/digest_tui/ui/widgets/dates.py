"""The date list: newest first, with what is left to decide."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.ui.date_rows import DateRow
from digest_tui.ui.paint.cells import fit
from digest_tui.ui.widgets.row_list import RowList


class DateList(RowList[DateRow]):
    """One row a day, under headings of months."""

    def heading(self) -> tuple[str, str]:
        """The month of the first row, where its own heading is out of sight."""
        window = self._window()
        return (self._row(window[0].row).group if window else "") or self._heading[0], self._heading[1]

    def draw_row(self, row: DateRow, width: int) -> list[Strip]:
        """`10 Wed    5`."""
        if row.passed_over:
            return [Strip([Segment(fit(row.label, width), self.look("row--between"))])]
        count = ("!" if row.problem else "") + row.count
        room = max(1, width - cell_len(count) - 1)
        label = fit(row.short if row.short and cell_len(row.label) > room else row.label, room)
        gap = " " * max(1, width - cell_len(label) - cell_len(count))
        label_style = self.look("row--decided") if row.done else None
        count_style = self.look("row--problem" if row.problem else "row--side")
        return [Strip([Segment(label, label_style), Segment(gap), Segment(count, count_style)])]
