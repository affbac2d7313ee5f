"""A dialog with a list, one row of which is chosen with arrows or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events, on

from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.mouse_rows import Row
from digest_tui.ui.widgets.row_list import RowList

RowT = TypeVar("RowT", bound=Row)
ResultT = TypeVar("ResultT")


class ListDialog(Dialog[ResultT | None], Generic[RowT, ResultT]):
    """Knows which row is chosen; that row is on screen."""

    def __init__(self, row_list: RowList[RowT], rows: Sequence[RowT] = (), row: int | None = None) -> None:
        super().__init__()
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

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """A click on a row carries it out; the second of two does nothing more."""
        widget, line = self.widget_under(event)
        if widget is not self._list or not isinstance(event, events.Click):
            return super().takes_mouse(event)
        if event.chain == 1 and (picked := self._list.picked_at(line)) is not None:
            self.key_queue.call_later(self._clicked, picked.id)
        return True

    def _clicked(self, row_id: object) -> None:
        # Keys that were typed before may have closed the dialog, or changed what it lists.
        rows = [index for index, row in enumerate(self._rows) if self._list.row_id(row) == row_id]
        if self.is_active and rows:
            self.choose(rows[0])
            self.carry_out()

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
