"""Repositories brought up to date in a thread, while everything else goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from digest_tui.errors import CancelledError, DigestTuiError
from digest_tui.report import report

if TYPE_CHECKING:
    from digest_tui.sources.origin import Fetching


@dataclass
class SyncStep(Message):
    """Names the repository that is being fetched."""

    words: str
    """Empty at the end."""


@dataclass
class SyncFailed(Message):
    """A repository did not come; what was there stays."""

    reason: str


class Syncing:
    """At most one sync at a time."""

    def __init__(self, fetches: Callable[[], Sequence[Fetching]], post: Callable[[Message], object]) -> None:
        self._fetches = fetches
        self._post = post
        self._running: Sequence[Fetching] = ()

    def toggle(self) -> bool:
        """Begin to fetch what there is, or stop; False where nothing is to be fetched."""
        if self.stop():
            return True
        self._running = self._fetches()
        if self._running:
            # A daemon: whoever leaves does not wait for a server.
            Thread(target=self._run, args=(self._running,), daemon=True).start()
        return bool(self._running)

    def stop(self) -> bool:
        """End what runs, and say whether anything did."""
        running, self._running = self._running, ()
        for fetch in running:
            fetch.stop()
        return bool(running)

    def _run(self, fetches: Sequence[Fetching]) -> None:
        for number, fetch in enumerate(fetches, 1):
            self._post(SyncStep(f"fetching {fetch.name} {number}/{len(fetches)} · R stops"))
            try:
                fetch.run()
            except CancelledError:
                break
            except DigestTuiError as error:
                self._post(SyncFailed(str(error)))
            except Exception as error:  # the edge of the thread: the reader goes on with what it has
                self._post(SyncFailed(report(error, "Fetching failed")))
        if self._running is fetches:
            self._running = ()
        self._post(SyncStep(""))
