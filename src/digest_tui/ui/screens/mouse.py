"""The mouse on the reader's screen: which row a click is about, and which text is selected."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from textual import events
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.widget import Widget

from digest_tui.ui.internals.screen import InternalsScreen
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.row_list import RowList


class _Press(NamedTuple):
    """A button that was pressed."""

    at: Offset
    time: float
    picked: RowList.Picked | None = None
    """The row of a list that it picked."""
    is_over: bool = False
    """True when another press at the same place means nothing."""


class MouseScreen(InternalsScreen[None]):
    """Takes a press for what was under it.

    The pane gets the focus when the button is let go, panes and rows may move then, and a scan may move them at any
    time: when the button is pressed again, something else may stand there.
    """

    _press: _Press | None = None
    _held: LineView | None = None
    """The pane in which a button is held: what is selected is its text, wherever the pointer goes."""

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """A press picks the row of a list; another one at the same place goes into the row that was picked."""
        last = self._press
        match event:
            case events.MouseDown():
                return self._pressed(event)
            case events.MouseUp():
                if self._held is not None and self._held.can_focus:
                    self.set_focus(self._held, scroll_visible=False)
                self._held = None
                return False
            case _:
                # The press was enough.
                return last is not None and (last.picked is not None or last.is_over)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Textual's way would go on in other panes, and take the second cell of a wide character for the next one."""
        pane = self._held or self._pane_under(Offset(x, y))[0]
        if pane is None:
            return super().get_widget_and_offset_at(x, y)
        region = pane.region
        return pane, pane.place_at(x - region.x - pane.gutter.left, min(y - region.y, region.height - 1))

    def _pressed(self, event: events.MouseDown) -> bool:
        last, at = self._press, event.screen_offset
        is_near = last is not None and event.time - last.time <= self.app.CLICK_CHAIN_TIME_THRESHOLD
        if last is not None and last.at == at and is_near and (last.is_over or last.picked is not None):
            if not last.is_over and last.picked is not None:
                self._press = last._replace(is_over=True)
                self.post_message(replace(last.picked, entered=True))
            return True
        pane, y = self._pane_under(at)
        picked = pane.picked_at(y) if isinstance(pane, RowList) else None
        self._press, self._held = _Press(at, event.time, picked), pane
        if picked is not None:
            self.post_message(picked)
        return False

    def _pane_under(self, at: Offset) -> tuple[LineView | None, int]:
        """The pane at a place, and the line within it."""
        try:
            widget, region = self.get_widget_at(*at)
        except NoWidget:
            return None, 0
        return (widget, at.y - region.y) if isinstance(widget, LineView) else (None, 0)
