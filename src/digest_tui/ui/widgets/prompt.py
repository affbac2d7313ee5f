"""One line to type in, at the foot of the screen."""

from __future__ import annotations

from typing import Protocol

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label

from digest_tui.text import sanitize

_OURS = frozenset({"up", "down", "tab", "escape", "ctrl+t"})
"""Keys that a line of text has no use for."""


class _Wrong(Highlighter):
    """Underlines what cannot be understood."""

    def __init__(self) -> None:
        self.span = (0, 0)
        self.style = ""

    def highlight(self, text: Text) -> None:
        if self.span[0] < self.span[1]:
            text.stylize(self.style, *self.span)


class Asking(Protocol):
    """Who wants a line of text."""

    def changed(self, text: str) -> None:
        """Something was typed."""

    def submitted(self, text: str) -> None:
        """The line is finished."""

    def pressed(self, key: str) -> None:
        """A key that is no text: `up`, `down`, `tab`, `escape`, `ctrl+t`."""


class Prompt(Horizontal):
    """Asks for a line of text."""

    COMPONENT_CLASSES = {"prompt--wrong"}

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._wrong = _Wrong()
        self._label = Label("", id="prompt-label", markup=False)
        self._line = _Line(id="prompt-input", highlighter=self._wrong, select_on_focus=False)
        self._line.cursor_blink = False
        self._asker: Asking | None = None

    def compose(self) -> ComposeResult:
        """A word, and the line."""
        yield self._label
        yield self._line

    @property
    def is_open(self) -> bool:
        """Whether it asks for something."""
        return self._asker is not None

    @property
    def text(self) -> str:
        """What stands on the line."""
        return self._line.value

    @property
    def cursor(self) -> int:
        """Characters before the cursor."""
        return self._line.cursor_position

    def open(self, asker: Asking, label: str, text: str = "", placeholder: str = "") -> None:
        """Ask for a line, with something on it to begin with."""
        self._asker = asker
        self._label.update(label)
        self._line.placeholder = placeholder
        self.display = True
        with self.prevent(Input.Changed):
            self.put(text)
        self.screen.set_focus(self._line)

    def close(self) -> None:
        """Ask no more; the caller moves the focus."""
        self._asker = None
        self.display = False

    async def type(self, event: events.Key) -> None:
        """Take a key: a letter, one that edits the line, or one for whoever asked."""
        if self._asker is None:
            return
        if event.key == "enter":
            self._asker.submitted(self.text)
        elif event.key in _OURS:
            self._asker.pressed(event.key)
        elif event.character and event.is_printable:
            # A selected part is replaced.
            self._line.replace(event.character, *sorted(self._line.selection))
        elif (active := self.screen.active_bindings.get(event.key)) is not None:
            await self.app.run_action(active.binding.action, active.node)

    def put(self, text: str) -> None:
        """Change the line, with the cursor at its end."""
        self.mark(0, 0)
        self._line.value = text
        self._line.cursor_position = len(text)

    def insert(self, text: str) -> None:
        """Type something at the cursor."""
        self._line.insert_text_at_cursor(text)

    def mark(self, start: int, end: int) -> None:
        """Underline what is wrong; nothing when `end` is not after `start`."""
        if (start, end) != self._wrong.span:
            self._wrong.span = (start, end)
            style = self.get_component_rich_style("prompt--wrong", partial=True)
            self._wrong.style = str(style)
            self._line.refresh()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._asker is not None:
            self._asker.changed(event.value)


class _Line(Input):
    """The line itself; it gets its keys from the screen."""

    def validate_value(self, value: str) -> str:
        """What is pasted may hold anything."""
        return sanitize(value)
