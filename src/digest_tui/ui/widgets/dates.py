"""The date list: newest first, with what is left to decide."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.ui.paint.cells import fit
from digest_tui.ui.rows import DateRow
from digest_tui.ui.widgets.row_list import RowList


class DateList(RowList[DateRow]):
    """One row a day."""

    def draw_row(self, row: DateRow, width: int) -> list[Strip]:
        """`12-10 Wed    5`."""
        if row.passed_over:
            return [Strip([Segment(fit(row.label, width), self.look("row--between"))])]
        count = ("!" if row.problem else "") + row.count
        label = fit(row.label, max(1, width - cell_len(count) - 1))
        gap = " " * max(1, width - cell_len(label) - cell_len(count))
        label_style = self.look("row--decided") if row.done else None
        count_style = self.look("row--problem" if row.problem else "row--side")
        return [Strip([Segment(label, label_style), Segment(gap), Segment(count, count_style)])]
