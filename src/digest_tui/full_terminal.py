"""A terminal that may take nothing any more: frozen, paused, or at the end of a line that is down."""

import os
import sys
import time
from contextlib import suppress

_TRIES, _PAUSE_SECONDS = 10, 0.01
"""Another thread may still be writing what has waited."""


def write_without_waiting(terminal: int, text: str) -> None:
    """Write a few characters before the process ends, also to a terminal that takes nothing any more.

    Raises OSError where there is none.
    """
    if sys.platform == "win32":
        os.write(terminal, text.encode())
        return
    # Shared with whoever else has the terminal open, so no longer than this.
    os.set_blocking(terminal, False)
    try:
        for _ in range(_TRIES):
            try:
                os.write(terminal, text.encode())
                return
            except BlockingIOError:
                free_terminal(terminal)
                time.sleep(_PAUSE_SECONDS)
    finally:
        os.set_blocking(terminal, True)


def free_terminal(terminal: int) -> None:
    """Let a terminal that is full, or was told to wait, take output again: what waits in it is lost."""
    if sys.platform == "win32":
        return
    import termios  # noqa: PLC0415 - there is none on Windows

    with suppress(termios.error):
        termios.tcflush(terminal, termios.TCOFLUSH)
        termios.tcflow(terminal, termios.TCOON)
