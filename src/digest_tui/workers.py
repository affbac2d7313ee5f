"""Processes that work beside this one: each has a share, and gives its results back in order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import BinaryIO, NamedTuple

_AT_MOST = 8
"""More than this one could take the results of."""
_HEAD = 4
_NOTHING = b"\xff" * _HEAD
"""Stands for the result of work that failed."""


def processors() -> int:
    """Return how many processes may work at once; 1 where none may be forked."""
    # On macOS the system's own libraries do not survive a fork.
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _AT_MOST)


def results(work: Callable[[int], bytes], count: int, workers: int) -> Generator[bytes | None, None, None]:
    """Yield the results of the work with each number up to a count, in order; None where it failed.

    Only for a process without threads. No worker outlives the iterator, or this process: one that cannot write its
    results ends.
    """
    started: list[_Worker] = []
    try:
        for number in range(workers):
            started.append(_start(work, range(number, count, workers), started))
        for number in range(count):
            yield started[number % workers].result()
    finally:
        for worker in started:
            worker.end()


class _Worker(NamedTuple):
    pid: int
    results: BinaryIO

    def result(self) -> bytes | None:
        head = self.results.read(_HEAD)
        if len(head) < _HEAD or head == _NOTHING:
            return None
        size = int.from_bytes(head, "big")
        found = self.results.read(size)
        return found if len(found) == size else None

    def end(self) -> None:
        self.results.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def _start(work: Callable[[int], bytes], share: range, others: list[_Worker]) -> _Worker:
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid:
        os.close(sending)
        return _Worker(pid, os.fdopen(receiving, "rb"))
    try:
        for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
            signal.signal(stop, signal.SIG_DFL)
        # Who holds an end of another's pipe keeps it open when nobody reads there any more.
        os.close(receiving)
        for other in others:
            os.close(other.results.fileno())
        with os.fdopen(sending, "wb") as stream:
            for number in share:
                stream.write(_packed(work, number))
                stream.flush()
    finally:
        # Nothing of what the process before the fork has open is closed, or written, twice.
        os._exit(0)


def _packed(work: Callable[[int], bytes], number: int) -> bytes:
    try:
        result = work(number)
    except Exception:  # whatever it is, it is met again by who does the work then
        return _NOTHING
    return len(result).to_bytes(_HEAD, "big") + result
