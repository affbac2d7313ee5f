"""A list of rows of one or more lines with a cursor."""

from collections.abc import Sequence, Set

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from digest_tui.ui.widgets.drawn_rows import DrawnRows
from digest_tui.ui.widgets.mouse_rows import MouseRows, RowT
from digest_tui.ui.widgets.row_window import TOP, Anchor, clamped, line_of, lines_from, moved, showing, whole_rows
from digest_tui.ui.widgets.strips import overlaid

LEAST_PAGE = 3
"""Lines of a window in which a heading may stay in sight beside the row under the cursor."""


class RowList(MouseRows[RowT]):
    """Draws rows and the cursor; the screen decides what they are and where it stands."""

    MARGIN = 0
    """Rows that are kept in sight above and below the cursor."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._cursor: int | None = None
        self._anchor = TOP
        self._drawn = DrawnRows(self)
        self._lines: list[Anchor] | None = None
        """The row and its line on each line of the window; None when that has to be found out."""
        self._lines_page = 0
        """The height of the window then."""
        self._fold_page = 0
        """The height by which it was found out last whether rows are folded: Textual looks for a size each time."""

    # What the screen tells it

    def set_rows(self, rows: Sequence[RowT], cursor: int | None) -> None:
        """Show other rows, which may be made when they are looked at; what is on screen already is not drawn again.

        What the cursor stands on stays on its line where rows come or go above it.
        """
        self.drop_selection(rows)
        shown, thumb, old_cursor = self._window(), self.thumb(), self._cursor
        was = None if old_cursor is None else self.row_id(self._row(old_cursor))
        self._rows, self._cursor, self._lines = rows, cursor, None
        changed = {index for index in (old_cursor, cursor) if index is not None and old_cursor != cursor}
        changed |= self._drawn.put(rows, (row for row, _ in shown))
        line = line_of(old_cursor, shown) if old_cursor != cursor else None
        if cursor is not None and line is not None and self.row_id(self._row(cursor)) == was:
            self._anchor = moved(Anchor(cursor, 0), -line, len(rows), self.page, self._height)
        else:
            self._anchor = clamped(self._anchor, len(rows), self.page, self._height)
        if self._follow_cursor():
            return
        if self._window() != shown or self.thumb() != thumb:
            self.refresh()
        else:
            self._refresh_rows(changed)

    def set_cursor(self, cursor: int | None) -> None:
        """Move the cursor."""
        if cursor == self._cursor:
            return
        before = (self._anchor, self.thumb(), len(self._window())) if self._folds else None
        shown = self._window()
        old, self._cursor = self._cursor, cursor
        if before is not None:
            # The row that was under the cursor is folded again, and what is below it moves.
            self._lines = None
            self._anchor = clamped(self._anchor, len(self._rows), self.page, self._height)
        if self._follow_cursor():
            return
        if before is not None and (self._anchor, self.thumb(), len(self._window())) != before:
            self.refresh()
            return
        moved_rows = {now.row for was, now in zip(shown, self._window(), strict=True) if was != now}
        self._refresh_rows(moved_rows | {index for index in (old, cursor) if index is not None})

    @property
    def page_rows(self) -> int:
        """The number of rows that are visible."""
        return max(1, len({row for row, _ in self._window()}))

    @property
    def whole_rows(self) -> list[int]:
        """The rows that are visible with all their lines, from the top."""
        return whole_rows(self._window(), self.page, self._height)

    # Lines

    def has_lines(self) -> bool:
        """Return True when there is a row."""
        return bool(self._rows)

    def draw_at(self, y: int, width: int) -> Strip | None:
        """One line of one row."""
        window = self._window()
        if y >= len(window):
            return None
        index, line = window[y]
        strip = self._lines_of(index)[line]
        if self.is_selected(index):
            return overlaid(strip.adjust_cell_length(width), self.line_style("line-view--selection"))
        if index == self._cursor:
            # A list that never has the focus is that of a dialog, whose screen takes the keys.
            has_keys = self.screen.is_active and (self.has_focus or not self.can_focus)
            cursor = "row--cursor" if has_keys else "row--cursor-blurred"
            parts = strip.adjust_cell_length(width)
            return Strip([Segment(text, self.under_cursor(style, cursor)) for text, style, _ in parts], width)
        return strip

    def scroll_lines(self, by: int) -> bool:
        """Scroll without moving the cursor, and say whether that changed anything."""
        self._fit_width()
        return self._show_from(moved(self._anchor, by, len(self._rows), self.page, self._height))

    def thumb(self) -> tuple[int, int] | None:
        """By rows, whose heights are known only near the window; at an end only when the list is."""
        window = self._window()
        is_start = self._anchor == TOP
        is_end = not window or (
            window[-1].row == len(self._rows) - 1 and window[-1].line == self._height(window[-1].row) - 1
        )
        if is_start and is_end:
            return None
        count = len(self._rows)
        length = max(1, min(self.page - 1, self.page * self.page_rows // count))
        room = self.page - length
        if is_start or is_end:
            return (0 if is_start else room), length
        # A row that is taller than the window may leave no place between the ends.
        length = max(1, min(length, self.page - 2))
        room = self.page - length
        start = room * self._anchor.row // max(1, count - self.page_rows)
        return max(0, min(max(start, 1), room - 1)), length

    def drawn_row(self, index: int) -> RowT:
        """A row as it is on screen."""
        return self._row(index)

    def rows_on_lines(self) -> list[int]:
        """The row on each line of the window, from its top."""
        return [row for row, _ in self._window()]

    def _window(self) -> list[Anchor]:
        self._fit_width()
        if self._lines is None or self._lines_page != self.page:
            lines = lines_from(self._anchor, len(self._rows), self.page, self._height)
            if len(lines) >= LEAST_PAGE and lines[0].row != lines[-1].row:
                head = self.heading_of(self._row(lines[0].row))
                if head is not None:
                    # It went out of sight, and stays above what belongs to it.
                    lines[0] = Anchor(head, 0)
            self._lines, self._lines_page = lines, self.page
        return self._lines

    def lines_needed(self, most: int, width: int) -> int:
        """Return the lines, heading included, that would show everything at this width; not counted past `most`."""
        inner = max(1, width - 2)
        if not self._rows:
            return min(most, self.heading_rows + 2 + len(self.empty_lines(inner, max(1, most))))
        if len(self._rows) + self.heading_rows >= most:
            return most
        if self.size and inner == self.line_width:
            if self.page + self.heading_rows >= most and len(self._window()) == self.page:
                return most
        elif self._drawn.fit_width(inner):
            # The size comes after the layout that asks; what is measured for it now is drawn then.
            self._lines = None
        needed = self.heading_rows
        for index in range(len(self._rows)):
            needed += len(self._drawn.whole(index))
            if needed >= most:
                return most
        return needed

    def _fit_width(self) -> bool:
        """Forget what was measured for a width that is gone, and say whether it is."""
        self._fold_page = self.page
        is_new = self._drawn.fit_width(self.line_width)
        if is_new:
            self._lines = None
        return is_new

    def rows_near(self) -> range:
        """The rows that are on screen, and some above and below."""
        return range(self._anchor.row - self.page, self._anchor.row + self.page)

    def _row(self, index: int) -> RowT:
        return self._drawn.row(index)

    def _height(self, index: int) -> int:
        return len(self._lines_of(index))

    def _lines_of(self, index: int) -> list[Strip]:
        is_folded = index != self._cursor and self._folds_row(index)
        return self._drawn.folded(index) if is_folded else self._drawn.whole(index)

    @property
    def _folds(self) -> bool:
        """True while rows other than the one under the cursor are folded."""
        self._fold_page = self.page
        return self.FOLDS and self._drawn.folds(self._fold_page)

    def _folds_row(self, index: int) -> bool:
        is_last = index == len(self._rows) - 1
        return self.FOLDS and self._drawn.folds(self._fold_page, closing=is_last and self._row(index).passed_over)

    @property
    def closing_row(self) -> RowT | None:
        """The row below all on which the cursor may stand, while it is on screen as far as it goes."""
        last = len(self._rows) - 1
        if last < 0 or not self.is_on_screen or not self._row(last).passed_over:
            return None
        window = self._window()
        return self._row(last) if window and window[-1] == (last, self._height(last) - 1) else None

    def _show_from(self, anchor: Anchor) -> bool:
        if anchor == self._anchor:
            return False
        self._anchor, self._lines = anchor, None
        self.refresh()
        return True

    def _follow_cursor(self) -> bool:
        self._fit_width()
        if not self.size:
            # Nobody knows what fits before there is a size, and while it is hidden.
            return False
        if self._cursor is None or not self._rows:
            return self._show_from(TOP)
        # Headings above the row belong to it: the first row of a day shows its title.
        first = self._cursor
        while first and self._cursor - first < self.page and self._row(first - 1).passed_over:
            first -= 1
        margin = min(self.MARGIN, (self.page - 1) // 2)
        end = len(self._rows) - 1
        first, last = min(first, max(0, self._cursor - margin)), min(end, self._cursor + margin)
        is_last = self._cursor == end - 1 and self._row(end).passed_over
        if is_last and self._height(self._cursor) + self._height(end) <= self.page:
            # So does the one below the last.
            last = end
        anchor = showing(self._anchor, first, last, self.page, self._height)
        if anchor == (self._cursor, 0) and self._keeps_heading(self._cursor):
            anchor = moved(anchor, -1, len(self._rows), self.page, self._height)
        return self._show_from(anchor)

    def _keeps_heading(self, index: int) -> bool:
        """Say whether a row at the top has a heading that may stand above it and hide nothing of it."""
        return LEAST_PAGE <= self.page > self._height(index) and self.heading_of(self._row(index)) is not None

    def _refresh_rows(self, indices: Set[int]) -> None:
        width, first = self.size.width, self.heading_rows
        for y, (row, _) in enumerate(self._window(), first):
            if row in indices:
                self.refresh(Region(0, y, width, 1))

    def on_resize(self) -> None:
        """Another width may mean other heights; what Textual drew with the new size still had the old ones."""
        is_new, anchor = self._fit_width(), self._anchor
        self._anchor = clamped(anchor, len(self._rows), self.page, self._height)
        self._lines = None
        self._follow_cursor()
        if is_new or self._anchor != anchor:
            self.refresh()

    def line_styles_changed(self) -> None:
        """Other colours: draw everything again."""
        self._drawn.forget_lines()
        self._lines = None
