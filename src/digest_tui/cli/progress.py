"""How far a command is that has to read digests first: for people at a terminal, who would wait for nothing."""

import sys
import time
from contextlib import suppress

_PATIENCE = 1.0
"""Seconds after which it is said."""
_PAUSE = 0.1
"""Seconds between two sentences: more often nobody could read them."""


class Progress:
    """One line on standard error that is written over, and gone in the end; none where that is not a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._is_told = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._width = 0

    def tell(self, done: int, total: int) -> None:
        """Say how much is done of all, if it takes long; nothing more once it is."""
        if done >= total:
            self.end()
            return
        if not self._is_told or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        self._write(f"{self._what}: {done:,} of {total:,}")

    def end(self) -> None:
        """Take the line away: results, or an error, stand in its place."""
        if self._width:
            self._write("")
            self._write("")

    def _write(self, sentence: str) -> None:
        with suppress(OSError):
            sys.stderr.write(f"\r{sentence:{self._width}}")
            sys.stderr.flush()
        self._width = len(sentence)
