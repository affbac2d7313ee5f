"""A dialog with a list, one row of which is chosen with arrows or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events, on
from textual.widget import Widget

from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.mouse_rows import Row
from digest_tui.ui.widgets.row_list import RowList

RowT = TypeVar("RowT", bound=Row)
ResultT = TypeVar("ResultT")


class ListDialog(Dialog[ResultT | None], Generic[RowT, ResultT]):
    """Knows which row is chosen; that row is on screen."""

    def __init__(
        self, row_list: RowList[RowT], rows: Sequence[RowT] = (), row: int | None = None, box: Widget | None = None
    ) -> None:
        super().__init__(box or row_list)
        self._list = row_list
        # The screen takes the keys.
        self._list.can_focus = False
        self._rows = rows
        self._row = row

    def carry_out(self) -> None:
        """Do what the chosen row is for: Enter was pressed, or the row was clicked."""
        raise NotImplementedError

    def row_changed(self) -> None:
        """Another row was chosen, or none."""

    def choose(self, row: int | None) -> None:
        """Choose a row, or none, and bring it on screen."""
        self._row = row
        self._list.set_cursor(row)
        self.row_changed()

    def press(self, event: events.Key) -> None:
        """Arrows choose, Enter carries out, Esc closes."""
        page, all_rows = self._list.page_rows, len(self._rows)
        steps = {"down": 1, "up": -1, "pagedown": page, "pageup": -page, "end": all_rows, "home": -all_rows}
        if event.key == "enter":
            self.carry_out()
        elif event.key in steps:
            self.choose(stepped(self._rows, self._row, steps[event.key]))
        else:
            super().press(event)

    def target_of(self, event: events.MouseEvent) -> object:
        """The row there, by what it is: others may be listed when the click is carried out."""
        rows = self._list.content_region
        if self.widget_under(event) is not self._list:
            return super().target_of(event)
        is_row = rows.contains_point(event.screen_offset)  # and not the edge
        picked = self._list.picked_at(event.screen_offset.y - rows.y) if is_row else None
        return None if picked is None else picked.id

    def clicked(self, target: object) -> None:
        """Carry out the row that was clicked."""
        rows = [index for index, row in enumerate(self._rows) if self._list.row_id(row) == target]
        # Keys that were typed before may have closed the dialog, or changed what it lists.
        if self.is_active and rows:
            self.choose(rows[0])
            self.carry_out()
        else:
            super().clicked(target)

    @on(LineView.Scrolled)
    def _scrolled(self, event: LineView.Scrolled) -> None:
        event.stop()
        # Enter must not carry out what nobody sees.
        shown = [row for row in self._list.whole_rows if not self._rows[row].passed_over]
        if (chosen := self._row) is not None and shown and chosen not in shown:
            self.choose(min(shown, key=lambda row: abs(row - chosen)))


def stepped(rows: Sequence[Row], row: int | None, by: int) -> int | None:
    """Return the row so many rows on, not further than the ends, never one that is passed over.

    Where none is chosen, the first step leads to the nearer end.
    """
    stops = [index for index, candidate in enumerate(rows) if not candidate.passed_over]
    if not stops:
        return None
    nearer_end = -1 if by > 0 else len(stops)
    here = nearer_end if row is None else stops.index(row)
    return stops[max(0, min(len(stops) - 1, here + by))]
