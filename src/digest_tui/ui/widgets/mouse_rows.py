"""Rows that the mouse picks, and selects to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from digest_tui.ui.widgets.line_view import LineView


class Row(Protocol):
    """The part of a row that a list must know."""

    @property
    def passed_over(self) -> bool:
        """True for a row on which the cursor never stands."""


RowT = TypeVar("RowT", bound=Row)


class MouseRows(LineView, Generic[RowT]):
    """The meaning of clicks and selections: rows are picked and selected whole, wherever they stand by then."""

    FOLDS = False
    """True where rows other than the one under the cursor are folded when not all have room."""

    @dataclass
    class Picked(Message, namespace="row_list"):
        """A row was clicked."""

        list: "MouseRows[Any]"
        row: int
        id: object
        """What the row was when it was clicked: another one may stand there by now."""
        entered: bool = False
        """True after a double click: go in."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[RowT] = ()

    # What a list looks like

    def draw_row(self, row: RowT, width: int) -> list[Strip]:
        """The lines of a row, one or more."""
        raise NotImplementedError

    def fold_row(self, row: RowT, width: int) -> list[Strip]:
        """The lines of a row where not all rows have room with all their lines; asked for where `FOLDS` says so."""
        return self.draw_row(row, width)

    def heading_of(self, row: RowT) -> int | None:
        """The heading of a row that stays in sight above it; its index."""
        return None

    def row_id(self, row: RowT) -> object:
        """What tells a row from others, however it looks by now."""
        return row

    def row_text(self, row: RowT) -> str:
        """The words of a row that are copied."""
        return " ".join(" ".join(strip.text for strip in self.draw_row(row, self.line_width)).split())

    def drawn_row(self, index: int) -> RowT:
        """A row as it is on screen."""
        raise NotImplementedError

    def rows_on_lines(self) -> Sequence[int]:
        """The row on each line of the window, from its top."""
        raise NotImplementedError

    def rows_near(self) -> range:
        """The rows that are on screen, and some above and below: they are remembered."""
        raise NotImplementedError

    # Clicks

    def picked_at(self, y: int) -> Picked | None:
        """The row on a line of the pane, as a message; None where the cursor cannot stand."""
        rows = self.rows_on_lines()
        line = y - self.heading_rows
        if not 0 <= line < len(rows) or (row := self.drawn_row(rows[line])).passed_over:
            return None
        return self.Picked(self, rows[line], self.row_id(row))

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        if (picked := self.picked_at(event.y)) is not None:
            self.post_message(picked)

    # Selections

    def place_at(self, x: int, y: int) -> Offset:
        """The row there, above and below the rows the nearest."""
        rows = self.rows_on_lines()
        return Offset(0, rows[max(0, min(y - self.heading_rows, len(rows) - 1))] if rows else 0)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words of the selected rows, a line each."""
        rows = [self._rows[index] for index in self._selected(selection)]
        return "\n".join(self.row_text(row) for row in rows if not row.passed_over), "\n"

    def is_selected(self, index: int) -> bool:
        """Say whether a row is selected; headings never are."""
        selection = self.selection
        return selection is not None and index in self._selected(selection) and not self.drawn_row(index).passed_over

    def drop_selection(self, rows: Sequence[RowT]) -> None:
        """Select nothing any more where others of these rows come to stand at the place of those that are selected."""
        if not self.is_attached or (selection := self.text_selection) is None:
            return
        selected = self._selected(selection)
        ends = {selected[0], selected[-1]} if selected else set()
        if any(end >= len(rows) or self.row_id(rows[end]) != self.row_id(self._rows[end]) for end in ends):
            self.screen.clear_selection()

    def _selected(self, selection: Selection) -> range:
        start, end = selection
        first, count = start.y if start is not None else 0, len(self._rows)
        return range(first, count if end is None else min(count, end.y + 1))
