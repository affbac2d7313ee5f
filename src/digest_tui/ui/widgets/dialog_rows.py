"""The list of a dialog: without a heading of its own, and as high as its rows."""

from collections.abc import Sequence

from textual.geometry import Size

from digest_tui.ui.widgets.mouse_rows import RowT
from digest_tui.ui.widgets.row_list import RowList


class DialogRows(RowList[RowT]):
    """What it is stands in the edge of the dialog."""

    _most = 0
    """The lines that the screen has for it; 0 where its height does not come from its rows."""

    @property
    def heading_rows(self) -> int:
        """None."""
        return 0

    def set_rows(self, rows: Sequence[RowT], cursor: int | None) -> None:
        """Show other rows, in another height where they need one."""
        super().set_rows(rows, cursor)
        if self._most and self.lines_needed(self._most, self.size.width) != self.size.height:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows."""
        self._most = container.height
        return self.lines_needed(self._most, width)
