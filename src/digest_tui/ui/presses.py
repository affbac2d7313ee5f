"""Which presses of a mouse button are one double click, also where the first one opens or closes a screen."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.geometry import Offset
from textual.screen import Screen


class Presses:
    """Remembers the last press: the second of a double click is for the screen of the first, or for none.

    Textual gives it to what is then under the pointer, and counts on where a key was typed in between.
    """

    NEAR = 1.5
    """Cells by which the pointer may move between the two where the first one opened or closed a screen."""

    def __init__(self) -> None:
        self._last: tuple[Screen[Any], Offset, int, float] | None = None
        """The screen of the last press, its place, its button and its time."""
        self._is_elsewhere = False
        self.is_second = False
        """True where the last press was one more of the same button at the place of the one before."""

    def forget(self) -> None:
        """Take note that something else was done in between."""
        self._last = None

    def belong_elsewhere(self, event: events.MouseEvent, screen: Screen[Any]) -> bool:
        """Say whether a press, its release or its click on a screen was begun on another screen."""
        if isinstance(event, events.MouseDown):
            at = event.screen_offset
            owner, place, button, time = self._last or (screen, None, 0, event.time)
            is_soon = place is not None and event.time - time <= screen.app.CLICK_CHAIN_TIME_THRESHOLD
            self.is_second = is_soon and (place, button) == (at, event.button)
            is_near = is_soon and place is not None and at.get_distance_to(place) < self.NEAR
            self._is_elsewhere = is_near and owner is not screen
            self._last = owner if self._is_elsewhere else screen, at, event.button, event.time
        return self._is_elsewhere
