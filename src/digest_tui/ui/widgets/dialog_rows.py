"""The list of a dialog: without a heading of its own, and as high as its rows."""

from collections.abc import Sequence

from textual.geometry import Size

from digest_tui.ui.internals.drawing import lay_out_again
from digest_tui.ui.widgets.mouse_rows import RowT
from digest_tui.ui.widgets.row_list import RowList


class DialogRows(RowList[RowT]):
    """What it is stands in the edge of the dialog."""

    _most = 0
    """The lines that the screen has for it; 0 where its height does not come from its rows."""
    _given = 0, 0
    """Its width, and the height that it asked for, at the last layout; its size follows later."""

    @property
    def heading_rows(self) -> int:
        """None."""
        return 0

    def set_rows(self, rows: Sequence[RowT], cursor: int | None) -> None:
        """Show other rows, in another height where they need one."""
        super().set_rows(rows, cursor)
        width, height = self._given
        if self._most and self.lines_needed(self._most, width) != height:
            lay_out_again(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows."""
        self._most = container.height
        height = self.lines_needed(self._most, width)
        self._given = width, height
        return height
