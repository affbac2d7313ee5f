"""Keeps what is no decision soon after it changed: the place, the order, lines that are being typed."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from textual.timer import Timer

SECONDS = 1.0
"""Time from a change until it is written: what changes again meanwhile is written once."""
Write = Callable[[], Future[Any] | None]
"""Begins to write something as it is now; None where there is nothing to write."""


class Keeper:
    """One timer for all that is to be kept, and none while nothing changes."""

    def __init__(self, set_timer: Callable[[float, Callable[[], None]], Timer]) -> None:
        self._set_timer = set_timer
        self._is_set = False
        self._due: dict[object, Write] = {}
        self._begun: dict[object, tuple[Write, Future[Any]]] = {}

    def later(self, name: object, write: Write) -> None:
        """Write soon, once for all calls with one name."""
        self._due[name] = write
        if not self._is_set:
            self._is_set = True
            self._set_timer(SECONDS, self._turn)

    def finish(self) -> None:
        """Begin to write what was not written yet; whoever closes the store waits for it."""
        self._see()
        self._begin()

    def _turn(self) -> None:
        self._is_set = False
        self._see()
        self._begin()
        if self._begun:
            # A file that was locked may be free by then.
            self._is_set = True
            self._set_timer(SECONDS, self._turn)

    def _see(self) -> None:
        """Forget what was written, and note what failed to be written anew."""
        for name, (write, future) in list(self._begun.items()):
            if future.done():
                del self._begun[name]
                if future.cancelled() or future.exception() is not None:
                    self._due.setdefault(name, write)

    def _begin(self) -> None:
        due, self._due = self._due, {}
        for name, write in due.items():
            if (future := write()) is not None:
                self._begun[name] = write, future
