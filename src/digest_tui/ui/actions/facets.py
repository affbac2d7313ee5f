"""Facets of papers: going to one in the reader, and the lens, which shows one alone of every paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest_tui.model.facet import Facet
from digest_tui.session.facet_page import Place, named, places
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.command import Pane

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Facets:
    """The digits: without a lens places in the paper that is shown, else another facet for all papers."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._last = (-1, "", -1)
        """The key that went to a place last, by its number, the facet, and which of several of that facet it was."""

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            **{f"go-{facet}": partial(self._go, facet) for facet in Facet},
            **{f"only-{facet}": partial(self.look_through, facet) for facet in Facet},
            "go-top": self._top,
            "whole": self._whole,
        }

    @property
    def _is_lens(self) -> bool:
        return self._window.session.lens is not None or self._window.mode.is_by_facet

    def look_through(self, facet: Facet | None) -> None:
        """Show only a facet of every paper, or whole papers again."""
        self._window.session.lens = facet
        self._window.show_lens()

    def end(self) -> bool:
        """Show whole papers again, and return True where there was a lens."""
        if self._window.session.lens is None:
            return False
        self.look_through(None)
        return True

    def _go(self, facet: Facet) -> None:
        if self._is_lens:
            self.look_through(facet)
            return
        entry = self._window.session.entry
        if entry is None:
            return
        found = places(entry)
        same = [place for place in found if place.facet is facet]
        if not same:
            self._window.say(_lacks(facet, found))
            return
        pressed, number = self._window.keyboard.pressed, 0
        if self._last[:2] == (pressed - 1, facet):
            number = (self._last[2] + 1) % len(same)
        self._last = pressed, facet, number
        self._show(same[number])
        if len(same) > 1:
            self._window.say(f"{facet} {number + 1} of {len(same)} · {facet.key} goes to the next")

    def _show(self, place: Place) -> None:
        if not self._window.reader.size:
            # One pane alone has the screen: the one that is asked for.
            self._window.focus_pane(Pane.READER)
        self._window.reader.go_to_part(place)
        self._window.show_status()

    def _top(self) -> None:
        if not self.end():
            self._window.services.reading.scroll_to_end(last=False)

    def _whole(self) -> None:
        if not self.end():
            self._window.say("Whole papers are shown: f and 1 to 5 show one section of each")


def _lacks(facet: Facet, found: list[Place]) -> str:
    """Say what the paper has instead."""
    if not found:
        return f"This digest names no sections of the paper: {facet} is not told apart"
    return f"no {facet} in this paper · {named([place.facet for place in found])}"
