"""Rows as they were when they were looked at, and the lines that were drawn of them."""

from collections.abc import Iterable, Sequence
from typing import Generic

from textual.strip import Strip

from digest_tui.ui.widgets.mouse_rows import MouseRows, RowT

KEPT_ROWS = 500
"""Rows that are remembered, besides those near the window."""


class DrawnRows(Generic[RowT]):
    """What a list remembers of its rows: what is on screen was drawn from these."""

    def __init__(self, view: MouseRows[RowT]) -> None:
        self._view = view
        self._rows: Sequence[RowT] = ()
        self._width = 0
        """The width for which heights were measured."""
        self._seen: dict[int, RowT] = {}
        self._whole: dict[int, list[Strip]] = {}
        self._folded: dict[int, list[Strip]] = {}
        self._fold: tuple[int, bool, bool] | None = None
        """Whether rows are folded in a window of this height, and the closing one; None: that has to be found out."""

    def put(self, rows: Sequence[RowT], shown: Iterable[int]) -> set[int]:
        """Take other rows, and return those on screen that look otherwise now; what is as it was is not drawn again."""
        seen, whole, folded = self._seen, self._whole, self._folded
        self._rows, self._seen = rows, {}
        self.forget_lines()
        changed = set()
        for index in dict.fromkeys(shown):
            if index >= len(rows):
                continue
            row = self._seen[index] = rows[index]
            # One that was forgotten since it was drawn may have been any.
            if index not in seen or row != seen[index]:
                changed.add(index)
                continue
            for kept, was in ((self._whole, whole), (self._folded, folded)):
                if index in was:
                    kept[index] = was[index]
        return changed

    def fit_width(self, width: int) -> bool:
        """Forget what was drawn for a width that is gone, and say whether it is."""
        is_new = self._width != width
        if is_new:
            self._width = width
            self.forget_lines()
        return is_new

    def forget_lines(self) -> None:
        """Draw everything again."""
        self._whole, self._folded, self._fold = {}, {}, None

    def row(self, index: int) -> RowT:
        """A row as it was when it was first looked at."""
        row = self._seen.get(index)
        if row is None:
            near = self._view.rows_near()
            if len(self._seen) > KEPT_ROWS + len(near):
                # What is on screen stays: a row that is made again may be another one, and would hide that it changed.
                for kept in (self._seen, self._whole, self._folded):
                    for far in [other for other in kept if other not in near]:
                        del kept[far]
            row = self._seen[index] = self._rows[index]
        return row

    def whole(self, index: int) -> list[Strip]:
        """All lines of a row."""
        strips = self._whole.get(index)
        if strips is None:
            strips = self._whole[index] = self._view.draw_row(self.row(index), self._width)
        return strips

    def folded(self, index: int) -> list[Strip]:
        """The lines of a row that is folded."""
        strips = self._folded.get(index)
        if strips is None:
            strips = self._folded[index] = self._view.fold_row(self.row(index), self._width)
        return strips

    def folds(self, page: int, *, closing: bool = False) -> bool:
        """Say whether rows are folded, as not all have room with all their lines; the `closing` one takes no room."""
        if self._fold is None or self._fold[0] != page:
            left, count = page, len(self._rows)
            is_closed = 0 < count <= left + 1 and self.row(count - 1).passed_over
            for index in range(count - is_closed if count - is_closed <= left else 0):
                if (left := left - len(self.whole(index))) < 0:
                    break
            are_folded = count - is_closed > page or left < 0
            self._fold = page, are_folded, are_folded or (is_closed and left < len(self.whole(count - 1)))
        return self._fold[2] if closing else self._fold[1]
