"""What leaves the program: links to a browser, text to the clipboards."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from digest_tui.ui.desktop.clipboard import copy_natively
from digest_tui.ui.desktop.opener import Opener

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen


@dataclass
class Opened(Message):
    """A browser took a link, or none did."""

    link: str
    by_browser: bool


class Desktop:
    """Neither a browser nor a clipboard is ever waited for."""

    def __init__(self, screen: MainScreen, opener: Opener) -> None:
        self._screen = screen
        self._opener = opener

    def open(self, link: str) -> None:
        """Show a link that passed the rule; `Opened` says what came of it."""
        self._in_background(lambda: self._screen.post_message(Opened(link, self._opener.open(link))))

    def opened(self, event: Opened) -> None:
        """Say that the browser took it; without one copy the link."""
        if event.by_browser:
            self._screen.say(f"opened {event.link}")
        else:
            self.copy(event.link, "no browser here: copied")

    def copy(self, text: str, words: str = "copied") -> None:
        """Copy one line, and show it: a terminal never says whether it took it."""
        self._screen.app.copy_to_clipboard(text)
        self._in_background(partial(copy_natively, text))
        self._screen.say(f"{words} · {text}")

    @staticmethod
    def _in_background(call: Callable[[], object]) -> None:
        # A daemon: a browser that does not come must not keep the reader from ending.
        threading.Thread(target=call, daemon=True).start()
