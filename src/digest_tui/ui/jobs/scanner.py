"""Keeps the library as the files are: reads them in a thread, on demand, on focus, and every other second."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import Worker, WorkerError, get_current_worker

from digest_tui.errors import DigestTuiError
from digest_tui.library import Library
from digest_tui.reading import Scan
from digest_tui.report import report
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread

if TYPE_CHECKING:
    from textual.screen import Screen

WATCH_SECONDS = 2.0
WATCH_SHARE = 1 / 300
"""Of the time at most this is spent on looking: a library of thousands of files is looked at less often."""


@dataclass
class Scanned(Message):
    """A part of a scan."""

    scan: Scan
    asked: bool
    """True when the person asked for it: its end is announced."""

    @property
    def complete(self) -> bool:
        """True for the last part."""
        return self.scan.done == self.scan.total


@dataclass
class ScanFailed(Message):
    """A scan ended early."""

    reason: str


class Scanner:
    """At most one scan at a time; the screen takes in what it finds."""

    def __init__(self, library: Library, screen: Screen[None]) -> None:
        self._library = library
        self._screen = screen
        self._running = False
        self._scan: Worker[None] | None = None
        """The scan that runs, or ran last."""
        self._next = 0.0
        """The time of the next look (`time.monotonic`), unless somebody asks."""

    def watch(self) -> None:
        """Scan now, and from now on."""
        self.scan()
        self._screen.set_interval(WATCH_SECONDS, self._scan_in_turn)

    def _scan_in_turn(self) -> None:
        if time.monotonic() >= self._next:
            self.scan()

    def scan(self, *, asked: bool = False) -> None:
        """Look for new, changed and deleted files, unless that is already being done."""
        if not self._running:
            self._running = True
            self._scan = self._screen.run_worker(self._in_daemon_thread(asked), group="scan", exit_on_error=False)

    async def scan_from_now(self) -> None:
        """Look at the files as they are now, and return when that is done: a scan that runs may have passed them."""
        with suppress(WorkerError):  # the reader was left
            if self._running and self._scan is not None:
                await self._scan.wait()
            self.scan()
            if self._scan is not None:
                await self._scan.wait()

    async def _in_daemon_thread(self, asked: bool) -> None:
        # Not a thread worker: the end of the program would wait for a mount that does not answer.
        await in_daemon_thread(partial(self._run, asked, self._screen.post_message, get_current_worker()))

    def _run(self, asked: bool, post: Callable[[Message], object], worker: Worker[None]) -> None:
        started, has_read = time.thread_time(), False
        try:
            for scan in self._library.scan():
                has_read = has_read or scan.total > 0
                if worker.is_cancelled:
                    return
                post(Scanned(scan, asked))
        except (DigestTuiError, OSError) as error:
            post(ScanFailed(str(error)))
        except Exception as error:  # the edge of the thread: the reader goes on with what it has
            post(ScanFailed(report(error, "Looking for digests failed")))
        finally:
            # Reading is work to be done once; it says nothing about how long the next look takes.
            took = 0.0 if has_read else time.thread_time() - started
            self._next = time.monotonic() + took / WATCH_SHARE
            self._running = False
