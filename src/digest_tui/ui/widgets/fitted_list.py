"""A list that is as high as its rows, where the style sheet leaves its height to them."""

from textual.geometry import Size

from digest_tui.ui.internals.drawing import lay_out_again
from digest_tui.ui.widgets.mouse_rows import RowT
from digest_tui.ui.widgets.row_list import RowList


class FittedList(RowList[RowT]):
    """Lays the screen out anew only when its rows need another height."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._room = Size(0, 0)
        """Cells of a line, and the lines that there are at most."""
        self._taken = 0
        """The lines that it has of that."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, as far as there is room for them."""
        # A container that is as high as what it holds has no height to tell before.
        is_fitted = self.parent is not None and self.parent.styles.is_auto_height
        self._room = Size(width, (viewport if is_fitted else container).height)
        self._taken = self.lines_wanted()
        return self._taken

    def fit_height(self) -> None:
        """Lay the screen out anew, but only where the rows need another height."""
        if self._room and self.styles.is_auto_height and self.lines_wanted() != self._taken:
            lay_out_again(self)

    def lines_wanted(self) -> int:
        """The lines that its rows need."""
        return self.lines_needed(self._room.height, self._room.width)
