"""Rows of papers, kept beside their digests: most tables are long, and reading every digest for one takes longest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from digest_tui.library.beside import Beside
from digest_tui.model import DigestSummary, Entry, entries_of
from digest_tui.model.entries import Chosen
from digest_tui.model.row import Row, row_of
from digest_tui.model.summary import ordinal_of

if TYPE_CHECKING:
    from digest_tui.index import Index


def rows_of(entries: Sequence[Entry], index: Index) -> list[Row]:
    """Return the row of each entry, in their order; of chosen ones no digest is read for that a second time."""
    if not isinstance(entries, Chosen):
        return [row_of(entry) for entry in entries]

    def made(summary: DigestSummary) -> list[tuple[int, Any]]:
        digest = index.digest(summary)
        rows = map(row_of, entries_of(digest, summary.keys_on)) if digest else ()
        return [(ordinal_of(row.day), (row.period, row.id, row.title, row.votes)) for row in rows]

    beside = Beside(index, "rows", made)
    rows: dict[int, Row] = {}
    last = None
    kept: Sequence[Any] = ()
    for number, day, offset, keys in entries.among.placed(sorted(entries.numbers)):
        if day is not last:
            last, kept = day, beside.of_day(day)
        rows[number] = (
            Row(day.date, kept[offset][0], keys, *kept[offset][1:])
            if offset < len(kept)
            else row_of(entries.among[number])
        )
    index.commit()
    return [rows[number] for number in entries.numbers]
