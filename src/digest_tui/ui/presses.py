"""Which presses of a mouse button are one double click, also where the first one opens or closes a screen."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.geometry import Offset
from textual.screen import Screen


class Presses:
    """Remembers the last press: the second of a double click is for the screen of the first, or for none.

    Textual gives it to what is then under the pointer.
    """

    NEAR = 1.5
    """Cells by which the pointer may move between the two."""

    def __init__(self) -> None:
        self._last: tuple[Screen[Any], Offset, float] | None = None
        """The screen of the last press, its place and its time."""
        self._is_ignored = False

    def forget(self) -> None:
        """Take note that something else was done in between."""
        self._last = None

    def belong_elsewhere(self, event: events.MouseEvent, screen: Screen[Any]) -> bool:
        """Say whether a press, its release or its click on a screen was begun on another screen."""
        if isinstance(event, events.MouseDown):
            owner, place, time = self._last or (screen, event.screen_offset, event.time)
            self._is_ignored = (
                owner is not screen
                and event.time - time <= screen.app.CLICK_CHAIN_TIME_THRESHOLD
                and event.screen_offset.get_distance_to(place) < self.NEAR
            )
            self._last = owner if self._is_ignored else screen, event.screen_offset, event.time
        return self._is_ignored
