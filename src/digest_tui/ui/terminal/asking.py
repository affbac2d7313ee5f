"""Asks the terminal how wide it draws characters whose width depends on the font, such as many Korean ones do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from textual.events import CursorPosition

from digest_tui.ui.internals.app import InternalsApp

if TYPE_CHECKING:
    from digest_tui.library import Library

ResultT = TypeVar("ResultT")

_ROW = 2
"""Not the first one: there the answer could be Shift+F3."""
QUESTION = f"\x1b[{_ROW};1H●\x1b[6n"
"""Draws a mark at the left edge and asks where the cursor is then."""
_ANSWERS = {(1, _ROW - 1): "narrow", (2, _ROW - 1): "wide"}


class AskingApp(InternalsApp[ResultT]):
    """An app that draws only narrow characters where its terminal says that others are wide.

    The first frame carries the question and paints over the mark. Nothing waits for the answer, which may never come.
    """

    _is_narrow = False
    """True while wide characters are replaced."""
    _is_asked = False
    """True while an answer may come."""
    _is_settled = False
    """True when there is nothing (more) to ask."""

    def begin_with(self, library: Library | None, *, is_forced: bool) -> None:
        """Draw as the terminal answered the last time; where narrow characters are forced it is not asked."""
        self._is_settled = is_forced
        self._is_narrow = is_forced or (library is not None and library.recall(_name()) == "wide")

    @property
    def is_narrow(self) -> bool:
        """True while wide characters are replaced."""
        return self._is_narrow

    def as_drawn(self, text: str, *, is_first: bool = False) -> str:
        """Return a frame as the terminal gets it."""
        if self._is_narrow:
            from digest_tui.ui.terminal.narrow import narrowed  # noqa: PLC0415 - most terminals do without it

            text = narrowed(text)
        if is_first and not self._is_settled:
            self._is_settled = self._is_asked = True
            return QUESTION + text
        return text

    def keep_answer(self, name: str, answer: str) -> None:
        """Keep for the next start what the terminal answered."""

    def on_cursor_position(self, event: CursorPosition) -> None:
        """Take the answer, and draw all again where it is not as expected."""
        answer = _ANSWERS.get((event.x, event.y))
        if answer is None or not self._is_asked:
            return
        self._is_asked = False
        is_wide = answer == "wide"
        if is_wide != self._is_narrow:
            self._is_narrow = is_wide
            self.keep_answer(_name(), answer)
            self.repaint()


def _name() -> str:
    """Return the name under which the answer of this kind of terminal is kept."""
    return f"ambiguous width in {os.environ.get('TERM_PROGRAM') or os.environ.get('TERM', '')}"
