"""Opens links and copies text in the background, and says what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any, Protocol

from rich.cells import cell_len
from textual.app import App
from textual.message import Message

from digest_tui.errors import LinkError
from digest_tui.opener import Opener
from digest_tui.render.cells import fit
from digest_tui.text import one_line, sanitize
from digest_tui.ui.desktop import osc52
from digest_tui.ui.desktop.clipboard import Clipboard, Taken
from digest_tui.ui.internals.app import keep_copied, write_sequence

LEAVING_SECONDS = 0.5
"""Who leaves waits at most so long for what is under way."""
_AROUND = 8
"""Cells of the status line that are beside a message, or between the name and the rest of it."""
_LEAST_NAME = 12
"""Cells in which what was copied can be recognised."""


class Opening:
    """A link on its way to a browser."""

    def __init__(self, link: str) -> None:
        self.link = link
        self.trouble: str | None = None
        """Why no browser took it, empty when one did; None until that is known."""


@dataclass
class Opened(Message):
    """A browser took a link, or none did."""

    opening: Opening


@dataclass
class Copied(Message):
    """The programs that can copy were asked."""

    text: str
    name: str
    """The text, or what it is, in a few words."""
    why: str
    """The reason why it was copied where nobody asked for that."""
    taken: Taken


class DesktopWindow(Protocol):
    """The window that is told what came of it."""

    @property
    def app(self) -> App[Any]: ...
    def say(self, message: str) -> None: ...
    def post_message(self, message: Message) -> bool: ...


class Desktop:
    """Neither a browser nor a clipboard is ever waited for."""

    def __init__(self, window: DesktopWindow, opener: Opener) -> None:
        self._window = window
        self._opener = opener
        self._clipboard = Clipboard(opener.environ)
        self._openings: list[tuple[Opening, Thread]] = []
        self._copying: Thread | None = None
        """The last copy that was begun."""

    def open(self, link: str) -> Opening:
        """Show a link that passed the rule; `Opened` tells what came of it."""
        opening = Opening(link)

        def run() -> None:
            try:
                self._opener.open(link)
                opening.trouble = ""
            except LinkError as error:
                opening.trouble = str(error)
            self._post(Opened(opening))

        self._openings = [(other, thread) for other, thread in self._openings if thread.is_alive()]
        self._openings.append((opening, self._in_background(run)))
        return opening

    def copy(self, text: str, name: str, why: str = "") -> None:
        """Copy a text by all means that there are; what is said about it comes when they have taken it."""
        text = sanitize(text)
        keep_copied(self._window.app, text)
        before = self._copying

        def run() -> None:
            if before is not None:
                # What was copied last must be what is there in the end.
                before.join()
            self._post(Copied(text, name, why, self._clipboard.copy(text)))

        if self._clipboard.has_programs:
            self._copying = self._in_background(run)
        else:
            self.copied(Copied(text, name, why, Taken()))

    def copied(self, event: Copied) -> None:
        """Say which way a text went; where no program took it, ask the terminal."""
        way = _way(event.taken) or self._copy_by_terminal(event.text)
        refused = "" if any(event.taken[:3]) else " and ".join(event.taken.refused)
        words = " · ".join(filter(None, [event.why, f"{refused} could not copy" if refused else "", way]))
        # Of what does not fit the line, the name can best be spared: the person has just chosen it.
        room = self._window.app.size.width - cell_len(words) - _AROUND
        self._window.say(f"{words} · {fit(one_line(event.name), max(_LEAST_NAME, room))}")

    def finish(self) -> None:
        """Wait a moment for what is under way; a browser that has not failed by then took its link."""
        self.wait(LEAVING_SECONDS)
        for opening, _ in self._openings:
            if opening.trouble is None:
                opening.trouble = ""

    def wait(self, seconds: float) -> None:
        """Wait for what is under way, but not longer than so many seconds."""
        limit = time.monotonic() + seconds
        for thread in [*(thread for _, thread in self._openings), *filter(None, [self._copying])]:
            thread.join(max(0.0, limit - time.monotonic()))

    def _copy_by_terminal(self, text: str) -> str:
        environ = self._opener.environ
        if not osc52.has_clipboard(environ):
            return "nothing copied, this terminal has no clipboard"
        if not (sequence := osc52.sequence(text, environ)):
            return "nothing copied, it is too long for the terminal"
        write_sequence(self._window.app, sequence)
        if environ.get("TMUX"):
            return "sent to the terminal, which gets it if `set-clipboard` is on"
        if environ.get("TERM", "").startswith("tmux"):
            return "copied by the terminal, if tmux and it allow that"
        return "copied by the terminal, if it allows that"

    def _post(self, message: Message) -> None:
        with suppress(RuntimeError):  # the reader was left
            self._window.post_message(message)

    @staticmethod
    def _in_background(call: Callable[[], object]) -> Thread:
        # A daemon: a browser that does not come must not keep the reader from ending.
        thread = Thread(target=call, daemon=True)
        thread.start()
        return thread


def _way(taken: Taken) -> str:
    """Return the words for a text that a program took; empty where none did."""
    if taken.by_desktop:
        return f"copied to the clipboard{' and tmux' if taken.by_tmux else ''}"
    if taken.by_terminal_of_tmux:
        return "copied to tmux and, if the terminal allows it, the clipboard"
    return "copied to tmux" if taken.by_tmux else ""
