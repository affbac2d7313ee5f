"""Completes a path that is being typed."""

import asyncio
import os
from collections.abc import Callable
from itertools import islice

from textual.suggester import Suggester

from digest_tui.sources.endings import may_be_digest
from digest_tui.ui.jobs.daemon_thread import in_daemon_thread

_MAX_NAMES = 20_000
"""Names in a folder among which one is looked for."""
_AT_ONCE = 4
"""Folders that are looked at: one that never answers must not keep the next from being asked."""


class FolderSuggester(Suggester):
    """Suggests folders, else files that are wanted; only the newest question is answered."""

    def __init__(self, is_wanted: Callable[[str], bool] = may_be_digest) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._newest = ""
        self._is_wanted = is_wanted
        """Tells by its name whether a file is suggested."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first path that begins with what was typed; nothing where something else has been typed since."""
        self._newest = value
        async with self._turn:
            if value != self._newest:
                return None
            suggestion = await in_daemon_thread(lambda: _suggestion(value, self._is_wanted))
        return suggestion if value == self._newest else None


def _suggestion(value: str, is_wanted: Callable[[str], bool]) -> str | None:
    head, slash, tail = value.rpartition("/")
    if not tail and not head:
        return None
    try:
        with os.scandir(os.path.expanduser(f"{head}/") if slash else ".") as listing:
            fitting = [entry for entry in islice(listing, _MAX_NAMES) if _continues(tail, entry.name)]
        fitting.sort(key=lambda entry: entry.name)
        found = next((entry for entry in fitting if entry.is_dir()), None)
        found = found or next((entry for entry in fitting if is_wanted(entry.name)), None)
    except (OSError, ValueError):
        return None
    return f"{head}{slash}{found.name}" if found else None


def _continues(tail: str, name: str) -> bool:
    return name.startswith(tail) and name.isprintable() and (tail.startswith(".") or not name.startswith("."))
