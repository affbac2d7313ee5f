"""Counting other names over a whole library, once for each state of it."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Sequence

from digest_tui.model import Day, DigestSummary
from digest_tui.search.aliases import Aliases
from digest_tui.search.kept_texts import Texts

KIND = "names"


class Names:
    """The names that the current digests give things; until these are counted, those of the digests before."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._aliases = Aliases()
        self._counting = Aliases()
        self._waiting: list[DigestSummary] = []
        """Digests that are still to be counted."""
        self._name = ""
        """The name that identifies the set of digests being counted; empty when there is none."""

    def update(self, days: Sequence[Day]) -> None:
        """Begin to count the names in the digests of these days."""
        summaries = list({summary.id: summary for day in days for summary in day.summaries}.values())
        self._waiting, self._counting, self._name = summaries, Aliases(), _name(summaries)

    @property
    def are_counted(self) -> bool:
        """True when the names are those of the current digests."""
        return not self._name

    def prepare(self, until: float) -> bool:
        """Count until a time (`time.monotonic`), and return True when everything is counted."""
        if not self._name:
            return True
        if not self._counting and (known := self._kept()) is not None:
            self._aliases, self._name = known, ""
            return True
        while self._waiting:
            for made in self._texts.summary(self._waiting.pop()):
                self._counting.add(made.pairs())
            if time.monotonic() > until:
                self._texts.keep()
                return False
        self._counting.settle()
        self._aliases, self._counting = self._counting, Aliases()
        self._texts.shelf.keep_made(KIND, self._name, self._aliases.pack())
        self._texts.keep()
        self._name = ""
        return True

    def _kept(self) -> Aliases | None:
        packed = self._texts.shelf.made(KIND, self._name)
        return None if packed is None else Aliases.unpack(packed)

    def expand(self, term: str) -> tuple[str, ...]:
        """See `Aliases`."""
        return self._aliases.expand(term)


def _name(summaries: Iterable[DigestSummary]) -> str:
    ids = sorted(summary.id for summary in summaries)
    return f"{len(ids)}-{zlib.crc32(repr(ids).encode()):08x}"
