"""The rows of the paper list, and the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.model.summary import Keys
from digest_tui.session.cursor_rows import neighbours, settled, stepped
from digest_tui.session.listing import DateHeading, LazyItems, ListItem, PaperItem

if TYPE_CHECKING:
    from digest_tui.session.hits import HitRows


class ListCursor:
    """A cursor that stands on a paper, never on a heading."""

    def __init__(self) -> None:
        self.items: Sequence[ListItem] = []
        self.row: int | None = None
        self._hits: HitRows | None = None
        """The rows of the last search."""

    @property
    def item(self) -> ListItem | None:
        """The highlighted row."""
        return None if self.row is None else self.items[self.row]

    @property
    def hit_rows(self) -> HitRows | None:
        """The rows of a search, while they are listed."""
        return self._hits if self.items is self._hits else None

    def papers(self) -> list[Keys]:
        """Return the papers of the list, in order, by their keys."""
        if (hits := self.hit_rows) is not None:
            return hits.papers()
        if isinstance(self.items, LazyItems):
            return [keys for row in range(len(self.items)) if (keys := self.items.keys_at(row))]
        return [item.entry.keys for item in self.items if isinstance(item, PaperItem)]

    def paper_count(self) -> int:
        """Return the number of papers in the list."""
        if (hits := self.hit_rows) is not None:
            return len(hits.arrangement.hits)
        if isinstance(self.items, LazyItems):
            return len(self.items) - len(self.items.heads)
        return sum(isinstance(item, PaperItem) for item in self.items)

    def counts_by_day(self) -> dict[str, int]:
        """Return the number of papers under each date row, by the id of its day."""
        if (hits := self.hit_rows) is not None:
            return hits.arrangement.counts
        counts: dict[str, int] = {}
        day_id = ""
        for item in self.items:
            if isinstance(item, DateHeading):
                day_id = item.day.id
            else:
                counts[day_id] = counts.get(day_id, 0) + 1
        return counts

    def first_rows(self) -> dict[date | None, int]:
        """Return the row of the first paper of each date in a list of all dates, wherever it stands."""
        if (hits := self.hit_rows) is not None:
            return {day: hits.row_of(hit) for day, hit in hits.arrangement.firsts.items()}
        return {item.day.date: row + 1 for row, item in enumerate(self.items) if isinstance(item, DateHeading)}

    def position(self) -> tuple[int, int] | None:
        """Return the number of the paper under the cursor, counted from 1, and how many are listed."""
        if self.row is None:
            return None
        if (hits := self.hit_rows) is not None:
            return hits.hit_at(self.row) + 1, len(hits.arrangement.hits)
        if isinstance(self.items, LazyItems):
            return self.row + 1, len(self.items)
        papers = [isinstance(item, PaperItem) for item in self.items]
        return sum(papers[: self.row + 1]), sum(papers)

    def around(self) -> tuple[str, ...]:
        """Return the key of the row, then those that stand in for it when it is gone: those below, then those above."""
        return neighbours(self.items, self.row)

    def stepped(self, by: int) -> int:
        """Return the row so many papers on, not further than the ends."""
        return 0 if self.row is None else stepped(self.items, self.row, by)

    def settle(self, row: int) -> None:
        """Highlight a row, else the nearest on which a cursor may stand."""
        self.row = settled(self.items, row)

    def empty(self) -> None:
        """List nothing."""
        self.items, self.row = [], None

    def put_hits(self, hits: HitRows) -> None:
        """List the hits of a search, without a cursor yet."""
        self.items = self._hits = hits
        self.row = None

    def row_of(self, keys: Sequence[str], near: int | None = None) -> int | None:
        """Return the row of the first of these papers that is listed; the given row if it is that of the first."""
        if keys and near is not None and near < len(self.items) and self.items[near].id == keys[0]:
            return near
        if isinstance(self.items, LazyItems):
            return self.items.row_of_any(keys)
        rows = {item.id: index for index, item in enumerate(self.items)}
        return next((rows[key] for key in keys if key in rows), None)

    def go_to_first_of(self, around: Sequence[str]) -> None:
        """Highlight the first of these rows that is listed, else the first row."""
        found = self.row_of(around)
        self.row = settled(self.items, 0) if found is None else found
