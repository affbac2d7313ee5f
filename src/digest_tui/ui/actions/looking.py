"""How the reader looks: alone or not, wide or narrow, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.commands import Pane

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen

WIDTH_STEP = 4
"""Cells by which `<` and `>` change the text."""


class Looking:
    """Python sets a class or a width; the sheets decide what it means."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "zoom": self._zoom,
            "narrower": lambda: self._width(-WIDTH_STEP),
            "wider": lambda: self._width(WIDTH_STEP),
            "theme": self._screen.app.action_change_theme,
        }

    def _zoom(self) -> None:
        self._screen.toggle_class("-zoomed")
        self._screen.focus_pane(Pane.READER if self._screen.has_class("-zoomed") else Pane.PAPERS)

    def _width(self, by: int) -> None:
        width = max(MIN_READER_WIDTH, min(MAX_READER_WIDTH, self._screen.reader.text_width + by))
        self._screen.reader.set_text_width(width)
        self._screen.store.remember("reader_width", str(width))
        self._screen.show_status()
        self._screen.say(f"text is {width} cells wide")
