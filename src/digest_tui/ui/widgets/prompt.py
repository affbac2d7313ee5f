"""Asks for a line of text at the foot of the screen; the panes keep the focus."""

from __future__ import annotations

from typing import Protocol

from textual import events

from digest_tui.ui.widgets.bars import StatusLine
from digest_tui.ui.widgets.footer import Footer, TypedLine
from digest_tui.ui.widgets.line_editor import LineEditor

PATIENCE = 0.03
"""Seconds that a letter waits for what comes of it."""
_FOR_ASKER = frozenset({"up", "down", "tab", "escape", "ctrl+t"})
"""Keys that a line of text has no use for."""


class LineOwner(Protocol):
    """The asker of a line of text."""

    def changed(self, text: str) -> bool:
        """Something was typed; whether the line is drawn soon, together with what comes of it."""

    def submitted(self, text: str) -> None:
        """The line is finished."""

    def pressed(self, key: str) -> None:
        """A key that is no text: `up`, `down`, `tab`, `escape`, `ctrl+t`."""


class Prompt:
    """The line, and who asked for it."""

    def __init__(self, footer: Footer, status: StatusLine) -> None:
        self._footer = footer
        self._status = status
        self._editor = LineEditor()
        self._asker: LineOwner | None = None
        self._label = self._about = self._help = ""
        self._wrong = (0, 0)
        self._complaint = ""
        """What is said to be wrong with the line."""

    @property
    def is_open(self) -> bool:
        """True while it asks for something."""
        return self._asker is not None

    @property
    def asker(self) -> LineOwner | None:
        """The owner of the line that is open."""
        return self._asker

    @property
    def text(self) -> str:
        """The text on the line."""
        return self._editor.text

    @property
    def cursor(self) -> int:
        """Characters before the cursor."""
        return self._editor.cursor

    def open(self, asker: LineOwner, label: str, text: str = "", help_text: str = "", about: str = "") -> None:
        """Ask for a line, with something on it to begin with; the help is shown while it is empty.

        `about` is named in the label, cut where there is little room.
        """
        self._asker, self._label, self._about, self._help = asker, label, about, help_text
        self.put(text)

    def close(self) -> None:
        """Ask no more."""
        self._asker = None
        self._withdraw()
        self._footer.set_line(None)

    def put(self, text: str) -> None:
        """Change the line, with the cursor at its end."""
        self._editor.put(text)
        self._withdraw()
        self.draw()

    def insert(self, text: str) -> None:
        """Type something at the cursor."""
        self._editor.insert(text)
        self._has_changed()

    def complain(self, sentence: str, start: int = 0, end: int = 0) -> None:
        """Say what is wrong with the line until it changes, and underline it where `end` is after `start`."""
        self._complaint = sentence
        self._status.set_message(sentence)
        if (start, end) != self._wrong:
            self._wrong = (start, end)
            self.draw()

    def type(self, event: events.Key) -> None:
        """Take a key: a letter, one that edits the line, or one for whoever asked."""
        if self._asker is None:
            return
        before = self.text
        if event.key == "enter":
            self._asker.submitted(self.text)
        elif event.key in _FOR_ASKER:
            self._asker.pressed(event.key)
        elif event.character and event.is_printable:
            self.insert(event.character)
        elif self._editor.press(event.key):
            if self.text != before:
                self._has_changed()
            else:
                self.draw()

    def draw(self) -> None:
        """Show the line as it is now."""
        if self._asker is not None:
            line = TypedLine(self._label, self.text, self.cursor, self._wrong, self._help, self._about)
            self._footer.set_line(line)

    def _has_changed(self) -> None:
        self._withdraw()
        # One frame for the letter and its answer is sooner on screen than two, if the answer is quick.
        if self._asker is not None and self._asker.changed(self.text):
            self._footer.set_timer(PATIENCE, self.draw)
        else:
            self.draw()

    def _withdraw(self) -> None:
        """Say no more what was wrong."""
        self._wrong = (0, 0)
        if self._complaint and self._status.message == self._complaint:
            self._status.set_message("")
        self._complaint = ""
