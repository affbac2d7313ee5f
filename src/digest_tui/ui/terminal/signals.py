"""Being ended from outside: decently if the reader can, in any case soon and with the terminal as it was."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from digest_tui import first_frame, guest
from digest_tui.full_terminal import free_terminal, write_without_waiting
from digest_tui.ui.terminal.watching import watch

STEP_SECONDS = 0.4
"""So long the reader may take to end before something is done about it; at the third step it is ended."""
SLOW_STEP_SECONDS = 4.0
"""The third step where the terminal has not gone: who is only slow restores it better."""
_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
_UNCONDITIONAL = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP)
"""Those that are not meant for the program that has the terminal, such as a pager; the watching thread hears them."""
_HANGUP = getattr(signal, "SIGHUP", None)
_FD = 2
"""Textual draws on standard error."""
# What Textual turns on, in the order in which it turns it off: its own driver leaves all of it when a signal ends it.
_RESTORE = "\x1b[?2026l\x1b[?2048l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[<u"
_LEAVE = "\x1b[?1049l\x1b[?25h\x1b[?1004l"


class Signals:
    """Handlers for the signals that end a program; in place before the terminal is touched."""

    def __init__(self) -> None:
        self.is_ending = False
        """True once a signal has asked for the end."""
        self._is_asked = False
        self._loop: AbstractEventLoop | None = None
        self._end: Callable[[int], object] = lambda code: None
        self._close: Callable[[], object] = lambda: None
        self._must_restore = self._has_left = False
        self._leaving = _thread.allocate_lock()
        """Held while the terminal is freed or restored: what is freed after it was restored is lost with the rest."""
        self._attributes = first_frame.attributes_before() or _attributes()

    def install(self) -> None:
        """Take the signals over; by a main thread only."""
        for name in _NAMES:
            if (number := getattr(signal, name, None)) is not None:
                signal.signal(number, self._handle)
        if sys.platform != "win32":
            watch(_UNCONDITIONAL, self._ask, self._wake)

    def listen(self, loop: AbstractEventLoop, end: Callable[[int], object], close: Callable[[], object]) -> None:
        """From now on ask for an end by calling `end` in the loop, with the exit code.

        `close` keeps what is to be kept; it is called in another thread when the end does not come.
        """
        self._loop, self._end, self._close = loop, end, close

    def _handle(self, number: int, _: FrameType | None) -> None:
        if number in _UNCONDITIONAL:
            # Before anything else is done: a stopped job that is continued to end must not take the terminal.
            self.is_ending = True
        else:
            self._ask(number)

    def _wake(self) -> None:
        """Let the loop run the handlers of signals that other threads were given."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(lambda: None)

    def _ask(self, number: int) -> None:
        self.is_ending = True
        guest.pass_on(number)
        loop = self._loop
        if loop is None:
            self._leave_at_once(number)
            return
        # A shell that ends sends a second SIGHUP, and the kernel a third.
        if self._is_asked:
            return
        self._is_asked = True
        # A loop that is closed means that the reader is about to end anyway.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(self._end, 128 + number)
        # Not `threading`: what this handler has interrupted may hold the locks that a new thread there asks for.
        _thread.start_new_thread(self._insist, (number,))

    def _insist(self, number: int) -> None:
        """See that the reader ends: its loop may wait for a pager, for a terminal that takes nothing, or for a disk."""
        time.sleep(STEP_SECONDS)
        guest.kill()
        time.sleep(STEP_SECONDS)
        with self._leaving:
            if not self._has_left and _has_terminal():
                self._must_restore = True
                free_terminal(_FD)
        time.sleep(STEP_SECONDS if number == _HANGUP else SLOW_STEP_SECONDS)
        with suppress(Exception):  # whatever it is, the end has to come
            self._close()
        self._leave_at_once(number)

    def left(self) -> None:
        """Restore the terminal once more at the end, if what the reader wrote to it when it left may be lost."""
        # Not for ever: the other thread may be stuck with the terminal.
        is_held = self._leaving.acquire(timeout=STEP_SECONDS)
        self._has_left = True
        if self._must_restore:
            with suppress(OSError):
                self._restore(_FD)
        if is_held:
            self._leaving.release()

    def _leave_at_once(self, number: int) -> None:
        first_frame.leave()
        with suppress(OSError):
            # The thread that draws still runs: what it writes from now on goes nowhere.
            terminal = os.dup(_FD)
            os.dup2(os.open(os.devnull, os.O_WRONLY), _FD)
            if _has_terminal():
                self._restore(terminal)
        os._exit(128 + number)

    def _restore(self, terminal: int) -> None:
        if self._attributes is not None:
            import termios  # noqa: PLC0415 - there is none on Windows

            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, self._attributes)
        write_without_waiting(terminal, f"{_RESTORE}{_LEAVE}")


def _has_terminal() -> bool:
    """Say whether the terminal is this program's: one in the background that set its modes would only be stopped."""
    try:
        return sys.platform == "win32" or os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        # It is not the controlling one: then there is no background.
        return True


def _attributes() -> list[Any] | None:
    if sys.platform == "win32":
        return None
    import termios  # noqa: PLC0415 - there is none on Windows

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None
