"""The pictures that the terminal has been given, where it takes any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from digest_tui.ui.depth import Depth
from digest_tui.ui.internals.app import ask_terminal, write_sequence
from digest_tui.ui.reader.pictures import Drawn, Way
from digest_tui.ui.terminal.graphics import may_be_kitty, removing
from digest_tui.ui.terminal.hearing import QUESTION, Hearing, takes_pictures

_MAX_ANSWERS = 4


class GivenPictures:
    """Asks the terminal once and waits for nothing; until it says yes pictures are drawn in half blocks."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._images: dict[int, str] = {}
        """What gave each picture to the terminal, by its number."""
        self._answers: list[str] = []
        self.way: Way = "blocks"

    def open(self, node: Any) -> None:
        """Ask the terminal; from a node that lives as long as the pictures."""
        # The screen that it takes after a stop has none of them.
        self._app.app_resume_signal.subscribe(node, lambda _: self._write(self._images.values()))
        # With fewer colours the number of a picture would be rounded.
        if self._app.depth is Depth.TRUE and may_be_kitty():
            ask_terminal(self._app, QUESTION, Hearing, self.farewell)

    def answered(self, words: str) -> bool:
        """Take an answer, and return True when the terminal takes pictures from now on."""
        before = self.way
        if len(self._answers) < _MAX_ANSWERS:
            self._answers.append(words)
            self.way = "kitty" if takes_pictures(self._answers) else "blocks"
        return self.way != before

    def give(self, drawn: Drawn) -> None:
        """Give the terminal a picture, before anything is drawn in its place."""
        if drawn.image:
            self._images[drawn.image] = drawn.sending
            self._write([drawn.sending])

    def take(self, pictures: Iterable[Drawn]) -> None:
        """Take pictures from the terminal."""
        taken = [drawn.image for drawn in pictures if self._images.pop(drawn.image, None)]
        self._write(map(removing, taken))

    def farewell(self) -> str:
        """Return the sequences that take all pictures from the terminal."""
        return "".join(map(removing, self._images))

    def _write(self, sequences: Iterable[str]) -> None:
        if text := "".join(sequences):
            write_sequence(self._app, text)
