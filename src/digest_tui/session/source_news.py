"""What is wrong with folders: said once as long as it is so, and what is left out of them once for all."""

from __future__ import annotations

import zlib
from collections.abc import Sequence, Set

from digest_tui.library import Library


class SourceNews:
    """Knows what was said about the sources of a library."""

    def __init__(self, left_out: str) -> None:
        self.left_out = left_out
        """Stands for what is left out of folders, as it was last said; to be kept from one run to the next."""
        self._said: set[str] = set()
        self._away: Set[str] = set()

    def is_new(self, reason: str) -> bool:
        """Say whether a reason was not told yet; from now on it was."""
        is_new = reason not in self._said
        self._said.add(reason)
        return is_new

    def forget(self) -> None:
        """Tell everything again that is still so."""
        self._said.clear()

    def problems(self, library: Library, *, lists_days: bool) -> list[str]:
        """Return what is wrong and was not said; an empty list of days says itself that a folder is empty."""
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
    """Something short that is another for other messages; empty for none."""
    return format(zlib.crc32("\n".join(messages).encode()), "08x") if messages else ""
