"""Rows of papers, kept beside their digests: most tables are long, and reading every digest for one takes longest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digest_tui.checked_marshal import dumps, loads
from digest_tui.model import Day, DigestSummary, Entry, entries_of
from digest_tui.model.entries import Chosen
from digest_tui.model.row import Row, row_of
from digest_tui.model.summary import ordinal_of

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.model.periods import Period

KIND = "rows"
_BROKEN = (ValueError, TypeError, EOFError)

Kept = tuple[int, "Period", str, str, int | None]
"""A row without its keys, which a summary has: the ordinal of the day, the period, the id, the title, the votes."""


class Rows:
    """Reads rows from the index, and keeps there what is missing."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_day: dict[int, dict[int, list[Kept]]] = {}
        """The rows of each digest by the ordinals of its days."""

    def of(self, entries: Sequence[Entry]) -> list[Row]:
        """Return the row of each entry, in their order."""
        if not isinstance(entries, Chosen):
            return [row_of(entry) for entry in entries]
        rows: dict[int, Row] = {}
        last, of_day = None, list[Kept]()
        for number, day, offset, keys in entries.among.placed(sorted(entries.numbers)):
            if day is not last:
                last, of_day = day, self._of_day(day)
            if offset < len(of_day):
                _, period, id_, title, votes = of_day[offset]
                rows[number] = Row(day.date, period, keys, id_, title, votes)
            else:
                rows[number] = row_of(entries.among[number])
        self._index.commit()
        return [rows[number] for number in entries.numbers]

    def _of_day(self, day: Day) -> list[Kept]:
        """Return the rows of a day in order; none where they are not those that its summaries tell of."""
        rows: list[Kept] = []
        if day.is_gone:
            return rows
        ordinal = ordinal_of(day.date)
        for summary in day.summaries:
            found = self._of_digest(summary).get(ordinal, [])
            if len(found) != summary.count_on(ordinal):
                return []
            rows += found
        return rows

    def _of_digest(self, summary: DigestSummary) -> dict[int, list[Kept]]:
        if (known := self._by_day.get(summary.id)) is None:
            known = self._by_day[summary.id] = {}
            for row in self._kept(summary) or self._made(summary):
                known.setdefault(row[0], []).append(row)
        return known

    def _kept(self, summary: DigestSummary) -> list[Kept] | None:
        packed = self._index.made(KIND, str(summary.id)) if summary.id > 0 else None
        try:
            return None if packed is None else loads(packed)
        except _BROKEN:
            return None

    def _made(self, summary: DigestSummary) -> list[Kept]:
        digest = self._index.digest(summary)
        if digest is None:
            return []
        rows = map(row_of, entries_of(digest, summary.keys_on))
        made = [(ordinal_of(row.day), row.period, row.id, row.title, row.votes) for row in rows]
        # What has no id of the file has one that the next run gives another digest.
        if summary.id > 0:
            self._index.keep_made(KIND, str(summary.id), dumps(made))
        return made
