"""The look of the reader: alone or not, wide or narrow, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.counts import counted
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.themes import ThemeRow, ThemeScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window

WIDTH_STEP = 4
"""Cells by which `<` and `>` change the text."""


class Looking:
    """Python sets a class or a width; the sheets decide what it means."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "zoom": self._zoom,
            "narrower": lambda: self._width(-WIDTH_STEP),
            "wider": lambda: self._width(WIDTH_STEP),
            "theme": self._pick_theme,
        }

    def _pick_theme(self) -> None:
        app = self._window.app
        app.push_screen(ThemeScreen(sorted(app.available_themes), app.theme), self._themed)

    def _themed(self, row: ThemeRow | None) -> None:
        if row is not None:
            self._window.services.store.remember("theme", row.name)

    def _zoom(self) -> None:
        self._window.toggle_class("-zoomed")
        self._window.focus_pane(Pane.READER if self._window.has_class("-zoomed") else Pane.PAPERS)

    def _width(self, by: int) -> None:
        width = max(MIN_READER_WIDTH, min(MAX_READER_WIDTH, self._window.reader.text_width + by))
        self._window.reader.set_text_width(width)
        self._window.services.store.remember("reader_width", str(width))
        self._window.show_status()
        self._window.say(f"text is {counted(width, 'cell')} wide")
