"""Opens links in a browser and copies text to the clipboards."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from textual.app import App
from textual.message import Message

from digest_tui.ui.desktop.clipboard import copy_natively
from digest_tui.ui.desktop.opener import Opener


@dataclass
class Opened(Message):
    """A browser took a link, or none did."""

    link: str
    by_browser: bool


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

    def open(self, link: str) -> None:
        """Show a link that passed the rule; `Opened` says what came of it."""
        self._in_background(lambda: self._window.post_message(Opened(link, self._opener.open(link))))

    def opened(self, event: Opened) -> None:
        """Say that the browser took it; without one copy the link."""
        if event.by_browser:
            self._window.say(f"opened {event.link}")
        else:
            self.copy(event.link, "no browser: copied")

    def copy(self, text: str, words: str = "copied") -> None:
        """Copy one line, and show it: a terminal never says whether it took it."""
        self._window.app.copy_to_clipboard(text)
        self._in_background(partial(copy_natively, text))
        self._window.say(f"{words} · {text}")

    @staticmethod
    def _in_background(call: Callable[[], object]) -> None:
        # A daemon: a browser that does not come must not keep the reader from ending.
        threading.Thread(target=call, daemon=True).start()
