"""What is made of each paper of a digest, kept beside it in the index and read by days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from digest_tui.checked_marshal import dumps, loads
from digest_tui.model import Day, DigestSummary
from digest_tui.model.summary import ordinal_of

if TYPE_CHECKING:
    from digest_tui.index import Index

Made = Sequence[tuple[int, Any]]
"""The ordinal of each paper's day, with plain values."""
_BROKEN = (ValueError, TypeError, EOFError)


class Beside:
    """Reads one kind of such values, and keeps what is missing."""

    def __init__(self, index: Index, kind: str, make: Callable[[DigestSummary], Made]) -> None:
        self._index = index
        self._kind = kind
        self._make = make
        self._by_day: dict[int, dict[int, list[Any]]] = {}
        """The values of each digest by the ordinals of its days."""

    def of_day(self, day: Day) -> Sequence[Any]:
        """Return the values of the papers of a day in order; none where they are not those that summaries tell of."""
        found: list[Any] = []
        if day.is_gone:
            return found
        ordinal = ordinal_of(day.date)
        for summary in day.summaries:
            values = self._of_digest(summary).get(ordinal, [])
            if len(values) != summary.count_on(ordinal):
                return []
            found += values
        return found

    def _of_digest(self, summary: DigestSummary) -> dict[int, list[Any]]:
        if (known := self._by_day.get(summary.id)) is None:
            known = self._by_day[summary.id] = {}
            for ordinal, value in self._kept(summary) or self._made(summary):
                known.setdefault(ordinal, []).append(value)
        return known

    def _kept(self, summary: DigestSummary) -> Made:
        packed = self._index.made(self._kind, str(summary.id)) if summary.id > 0 else None
        try:
            return () if packed is None else loads(packed)
        except _BROKEN:
            return ()

    def _made(self, summary: DigestSummary) -> Made:
        made = self._make(summary)
        # What has no id of the file has one that the next run gives another digest.
        if made and summary.id > 0:
            self._index.keep_made(self._kind, str(summary.id), dumps(made))
        return made
