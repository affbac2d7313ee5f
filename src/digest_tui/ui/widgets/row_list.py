"""A list of rows of one or more lines with a cursor."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, Protocol, TypeVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from digest_tui.ui.widgets.line_view import LineView


class Row(Protocol):
    """What a list must know of a row."""

    @property
    def passed_over(self) -> bool:
        """Whether the cursor never stands on it."""


RowT = TypeVar("RowT", bound=Row)


class RowList(LineView, Generic[RowT]):
    """Draws rows and the cursor; the screen decides what they are and where it stands."""

    COMPONENT_CLASSES = {
        "row--cursor",
        "row--cursor-blurred",
        "row--decided",
        "row--mark",
        "row--star",
        "row--side",
        "row--between",
        "row--problem",
    }

    @dataclass
    class Picked(Message):
        """A row was clicked."""

        list: "RowList[Any]"
        row: int
        entered: bool
        """Whether it was clicked twice: go in."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[RowT] = ()
        self._cursor: int | None = None
        self._starts: list[int] = [0]
        self._drawn: dict[int, list[Strip]] = {}
        self._drawn_width = 0

    # What a list looks like

    def row_height(self, row: RowT, width: int) -> int:
        """How many lines a row takes."""
        return 1

    def draw_row(self, row: RowT, width: int) -> list[Strip]:
        """The lines of a row, `row_height` of them."""
        raise NotImplementedError

    # What the screen tells it

    def set_rows(self, rows: Sequence[RowT], cursor: int | None) -> None:
        """Show other rows; those that are equal to the old ones are not drawn again."""
        old, old_cursor = self._rows, self._cursor
        self._rows, self._cursor = rows, cursor
        if len(old) == len(rows) and self._drawn_width == self.line_width:
            changed = [i for i, (a, b) in enumerate(zip(old, rows, strict=True)) if a is not b and a != b]
            if old_cursor != cursor:
                changed += [i for i in (old_cursor, cursor) if i is not None]
            heights_change = any(
                self.row_height(rows[i], self.line_width) != self._starts[i + 1] - self._starts[i] for i in changed
            )
            if not heights_change:
                for index in changed:
                    self._drawn.pop(index, None)
                    self._refresh_row(index)
                self._follow_cursor()
                return
        self._measure()
        self._follow_cursor()
        self.top = max(0, min(self.top, self.max_top))
        self.refresh()

    def set_cursor(self, cursor: int | None) -> None:
        """Move the cursor."""
        if cursor == self._cursor:
            return
        old, self._cursor = self._cursor, cursor
        if not self._follow_cursor():
            for index in (old, cursor):
                if index is not None:
                    self._refresh_row(index)

    @property
    def page_rows(self) -> int:
        """About how many rows are visible."""
        return max(1, self.page * max(1, len(self._rows)) // max(1, self._starts[-1]))

    # Lines

    def line_count(self) -> int:
        """How many lines all rows take."""
        return self._starts[-1]

    def draw_line(self, index: int, width: int) -> Strip:
        """One line of one row."""
        row_index = bisect_right(self._starts, index) - 1
        strips = self._drawn.get(row_index)
        if strips is None:
            strips = self._drawn[row_index] = self.draw_row(self._rows[row_index], width)
        line = index - self._starts[row_index]
        strip = strips[line] if line < len(strips) else Strip.blank(width)
        if row_index == self._cursor:
            name = "row--cursor" if self.has_focus else "row--cursor-blurred"
            style = self.get_component_rich_style(name, partial=True)
            return strip.adjust_cell_length(width).apply_style(style)
        return strip

    def _measure(self) -> None:
        width = self._drawn_width = self.line_width
        self._starts = [0, *accumulate(self.row_height(row, width) for row in self._rows)]
        self._drawn.clear()

    def _follow_cursor(self) -> bool:
        if self._cursor is None or not self._rows:
            return self.scroll_to_line(0)
        first, last = self._starts[self._cursor], self._starts[self._cursor + 1]
        # A heading above the row belongs to it: the first row of a day shows its title.
        if self._cursor and self._rows[self._cursor - 1].passed_over:
            first = self._starts[self._cursor - 1]
        if first < self.top:
            return self.scroll_to_line(first)
        if last > self.top + self.page:
            return self.scroll_to_line(last - self.page)
        return False

    def _refresh_row(self, index: int) -> None:
        first = self._starts[index] - self.top + self.HEADING
        height = self._starts[index + 1] - self._starts[index]
        visible = Region(0, first, self.size.width, height).intersection(
            Region(0, self.HEADING, self.size.width, self.page)
        )
        if visible:
            self.refresh(visible)

    def on_resize(self) -> None:
        """Another width may mean other heights; what Textual drew with the new size still had the old ones."""
        self._measure()
        self._follow_cursor()
        self.top = max(0, min(self.top, self.max_top))
        self.refresh()

    def notify_style_update(self) -> None:
        """Other colours: draw everything again."""
        super().notify_style_update()
        self._drawn.clear()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        line = self.top + event.y - self.HEADING
        if event.y < self.HEADING or line >= self.line_count():
            return
        row = bisect_right(self._starts, line) - 1
        if not self._rows[row].passed_over:
            self.post_message(self.Picked(self, row, entered=event.chain > 1))
