"""Being ended from outside: decently if the reader can, in any case with the terminal as it was."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from digest_tui import first_frame

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
_FD = 2
"""Textual draws on standard error."""
# What Textual turns on, in the order in which it turns it off: its own driver leaves all of it when a signal ends it.
_RESTORE = "\x1b[?2026l\x1b[?2048l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[<u"
_LEAVE = "\x1b[?1049l\x1b[?25h\x1b[?1004l"


class Signals:
    """Handlers for the signals that end a program; in place before the terminal is touched."""

    def __init__(self) -> None:
        self._end: Callable[[int], object] | None = None
        self._loop: AbstractEventLoop | None = None
        self._is_ending = False
        self._attributes = first_frame.attributes_before() or _attributes()

    def install(self) -> None:
        """Take the signals over; by a main thread only."""
        for name in _NAMES:
            if (number := getattr(signal, name, None)) is not None:
                signal.signal(number, self._received)

    def listen(self, loop: AbstractEventLoop, end: Callable[[int], object]) -> None:
        """From now on ask for an end by calling `end` in the loop, with the exit code."""
        self._loop, self._end = loop, end

    def _received(self, number: int, _: FrameType | None) -> None:
        # Whoever asks a second time does not want to wait for a loop that does not come.
        if self._loop is not None and self._end is not None and not self._is_ending:
            self._is_ending = True
            # A loop that is closed means that the reader was about to end anyway.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._end, 128 + number)
                return
        self._leave_at_once(number)

    def _leave_at_once(self, number: int) -> None:
        first_frame.leave()
        with suppress(OSError):
            # The thread that draws still runs: what it writes from now on goes nowhere.
            terminal = os.dup(_FD)
            os.dup2(os.open(os.devnull, os.O_WRONLY), _FD)
            os.write(terminal, f"{_RESTORE}{_LEAVE}".encode())
        if self._attributes is not None:
            import termios  # noqa: PLC0415 - there is none on Windows

            with suppress(OSError, termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)
        os._exit(128 + number)


def _attributes() -> list[Any] | None:
    if sys.platform == "win32":
        return None
    import termios  # noqa: PLC0415 - there is none on Windows

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None
