"""The problems of folders: each told once as long as it lasts, and what is left out of them once for all."""

from __future__ import annotations

import zlib
from collections.abc import Sequence, Set

from digest_tui.library import Library


class SourceNews:
    """Remembers what was said about the sources of a library."""

    def __init__(self, left_out: str) -> None:
        self.left_out = left_out
        """A digest of the things left out of folders, as last told; to be kept from one run to the next."""
        self._said: set[str] = set()
        self._away: Set[str] = set()

    def is_new(self, reason: str) -> bool:
        """Return True when a reason was not told yet, and note it as told."""
        is_new = reason not in self._said
        self._said.add(reason)
        return is_new

    def forget(self) -> None:
        """Tell every problem again that still stands."""
        self._said.clear()

    def problems(self, library: Library, *, lists_days: bool) -> list[str]:
        """Return the problems not told yet; an empty list of days says itself that a folder is empty."""
        found = [problem for _, problem in library.source_problems()]
        silent = ("left-out",) if lists_days else ("left-out", "empty")
        now = dict.fromkeys(problem.message for problem in found if problem.code not in silent)
        news = [message for message in now if message not in self._said]
        left_out = [problem.message for problem in found if problem.code == "left-out"]
        if (mark := _mark(left_out)) != self.left_out:
            news += left_out
            self.left_out = mark
        self._said = set(now)
        return news

    def back(self, library: Library) -> list[str]:
        """Return the names of the sources that are there again."""
        away = library.away()
        back = sorted(self._away - away)
        self._away = away
        return back


def _mark(messages: Sequence[str]) -> str:
    """Return something short that differs for other messages; empty for none."""
    return format(zlib.crc32("\n".join(messages).encode()), "08x") if messages else ""
