"""The screen: who hears of keys and clicks, and when it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from digest_tui.ui.internals.app import InternalsApp
from digest_tui.ui.presses import Presses

ResultT = TypeVar("ResultT")


class InternalsScreen(Screen[ResultT]):
    """A screen that takes all keys and pasted text itself, in the order of typing, and looks at the mouse first."""

    takes_keys = True
    """No widget of it does, whatever has the focus."""

    @property
    def key_queue(self) -> InternalsScreen[Any]:
        """The screen in whose queue keys wait."""
        return self

    def leave(self) -> None:
        """Take note that the program is about to be left."""

    def leave_behind_keys(self, leave: Callable[[], None]) -> None:
        """Leave when the keys that wait here are carried out."""
        leave()

    @property
    def has_keys_for_long(self) -> bool:
        """True where what was typed takes longer than anybody who leaves waits."""
        return False

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """Say whether an event was dealt with, so that it reaches neither the focus nor a widget."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Take nothing any more that was typed behind the key that leaves, also what has come so far."""
        if not (cast(InternalsApp[Any], self.app).is_leaving and isinstance(event, events.InputEvent)):
            await super().on_event(event)

    def _forward_event(self, event: events.Event) -> None:
        # A key behind one that moves the focus or opens a screen would overtake it: each widget has a queue of its own.
        # There is no public event before the focused widget's own (tried: `on_key` of the screen, which is the last,
        # and bindings).
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            event._set_forwarded()
            self._presses.forget()
            self.key_queue.post_message(event)
        elif (
            isinstance(event, events.MouseDown | events.MouseUp | events.Click)
            and not event.is_forwarded
            and (self._presses.belong_elsewhere(event, self) or self.takes_mouse(event))
        ):
            # A widget hears of it only when the focus has moved (tried: `on_mouse_down` of the list and the screen),
            # and what it then says comes behind keys that were typed later.
            event._set_forwarded()
        else:
            super()._forward_event(event)

    @property
    def is_second_click(self) -> bool:
        """True where the last click is one more of a double click."""
        return self._presses.is_second

    @property
    def _presses(self) -> Presses:
        return cast("InternalsApp[Any]", self.app).presses

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # What is opened over another screen is laid out twice; it is drawn when its widgets have their sizes.
        # The bases of a class take an event too, unless it forbids that.
        event.prevent_default()
        self._is_resumed_new = len(self.app.screen_stack) > 1 and self._size != self.app.size
        super()._on_screen_resume(event)
        self._is_resumed_new = False

    _is_resumed_new = False

    def _screen_resized(self, size: Size) -> None:
        # Every screen hears of its size when it is opened, and so do those beneath it, which have it already.
        if self._size != size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        is_on_top = self is self.app.screen
        # Textual draws everything also while `batch_update` holds updates back, and then throws it away. A screen
        # beneath another one draws nothing: it asks that one to, which would not hear of it again.
        if self._is_resumed_new or (is_on_top and self.app._batch_count):
            return
        is_whole = is_on_top and self.size.region in self._compositor._dirty_regions
        is_required = self._repaint_required
        super()._compositor_refresh()
        if not is_on_top:
            # Beneath another screen Textual asks, each time it draws, to draw all of it once more: forever.
            self._repaint_required = is_required
        elif is_whole and cast("InternalsApp[Any]", self.app).may_display(self):
            # All was drawn: not once more for whoever asked for that before.
            self._repaint_required = False
