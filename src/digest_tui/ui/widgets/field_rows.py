"""The rows of a dialog in which several things are chosen: what each is called, and what was chosen."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from digest_tui.render.cells import fit, wrap_plain
from digest_tui.ui.widgets.dialog_rows import DialogRows

LABEL_CELLS = 8
WORD_LINES = 4
"""Lines of a sentence about what is wrong."""


class FieldRow(NamedTuple):
    """Something that can be chosen, what Enter does, or a sentence about what went wrong."""

    id: str
    label: str
    value: str
    side: str = ""

    @property
    def passed_over(self) -> bool:
        """True for a sentence."""
        return not self.id


class FieldList(DialogRows[FieldRow]):
    """Label, value and count."""

    def row_id(self, row: FieldRow) -> object:
        """What it is about: its value changes."""
        return row.id or row

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows; what it stands in is as high as that makes it, and tells nothing."""
        return super().get_content_height(viewport, viewport, width)

    def draw_row(self, row: FieldRow, width: int) -> list[Strip]:
        """`Papers  this paper      1 paper`."""
        style = self.line_style
        if row.passed_over:
            lines = wrap_plain(row.value, max(1, width), WORD_LINES)
            return [Strip([Segment(line, style("row--problem"))]) for line in lines]
        room = max(1, width - LABEL_CELLS - (cell_len(row.side) + 1 if row.side else 0))
        value = fit(row.value, room)
        gap = " " * max(0, width - LABEL_CELLS - cell_len(value) - cell_len(row.side))
        return [
            Strip(
                [
                    Segment(f"{row.label:<{LABEL_CELLS}}", style("row--key")),
                    Segment(value),
                    Segment(gap),
                    Segment(row.side, style("row--side")),
                ]
            )
        ]
