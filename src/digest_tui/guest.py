"""A program that has the terminal for a while, such as a pager: what ends the reader ends it too."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_guests: list[subprocess.Popen[Any]] = []


@contextmanager
def has_terminal(process: subprocess.Popen[Any]) -> Iterator[None]:
    """Let signals that are meant to end the reader reach the program that is waited for."""
    _guests.append(process)
    try:
        yield
    finally:
        _guests.remove(process)


@contextmanager
def keys_for_guest() -> Iterator[None]:
    """Leave keys such as ctrl+c to the program that has the terminal: they reach this one as signals too."""
    numbers = [number for name in ("SIGINT", "SIGQUIT") if (number := getattr(signal, name, None)) is not None]
    # Not SIG_IGN: the other program would inherit that.
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def pass_on(number: int) -> None:
    """Ask whoever has the terminal to end; may be called in a signal handler."""
    for process in tuple(_guests):
        _send(process, number)
        # One that was stopped would hear it only when it goes on.
        _send(process, getattr(signal, "SIGCONT", number))


def kill() -> None:
    """End whoever has the terminal: it was asked, and nobody can see it any more."""
    for process in tuple(_guests):
        _send(process, getattr(signal, "SIGKILL", signal.SIGTERM))


def _send(process: subprocess.Popen[Any], number: int) -> None:
    with suppress(OSError, ValueError):
        process.send_signal(number)
