"""The rows of a search: made when they are needed, for there may be a hundred thousand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.model import Day
from digest_tui.model.day import day_id
from digest_tui.model.summary import Keys
from digest_tui.session.listing import DateHeading, GroupHeading, LazyItems, ListItem, PaperItem

if TYPE_CHECKING:
    from digest_tui.search.query import Sort
    from digest_tui.search.searcher import Hits


class Head(NamedTuple):
    """The beginning of hits that stand under one heading."""

    first: int
    """Index of the first of them."""
    date: date | None = None
    """What they have in common; None without words means undated."""
    words: str = ""
    """Where they were found; empty where they stand under their date."""


@dataclass(slots=True)
class Arrangement:
    """Hits under their headings; worked out apart from the screen."""

    hits: Hits
    heads: list[Head]
    """Empty where the order is neither one of dates nor of where something was found."""
    counts: dict[str, int]
    """Hits by the id of their day."""
    firsts: dict[date | None, int]
    """The first hit of each date."""

    @classmethod
    def of(cls, hits: Hits, sort: Sort | None) -> Arrangement:
        """Group hits: the best first by where they were found, those in an order of dates by their dates."""
        days = [hits.days[number] for number in hits.numbers]
        counts = {day_id(day): count for day, count in Counter(days).items()}
        firsts = dict(zip(reversed(days), range(len(days) - 1, -1, -1), strict=True))
        if sort is None and hits.is_ranked:
            heads = _by_place(hits)
        elif sort is None or sort.is_by_date:
            heads = [Head(first, day) for first, day in enumerate(days) if not first or days[first - 1] != day]
        else:
            heads = []
        return cls(hits, heads, counts, firsts)


def _by_place(hits: Hits) -> list[Head]:
    """Return a heading for each place; the hits are in the order of their ranks."""
    heads: list[Head] = []
    first = 0
    for rank, count in sorted(Counter(hits.ranks.values()).items()):
        if not heads or heads[-1].words != rank.group:
            heads.append(Head(first, words=rank.group))
        first += count
    return heads


class HitRows(LazyItems):
    """The rows of the paper list in a search."""

    def __init__(self, arrangement: Arrangement, day_of: Callable[[date | None], Day | None]) -> None:
        self.arrangement = arrangement
        self._day_of = day_of
        self._firsts = [head.first for head in arrangement.heads]
        self._is_dated = all(head.words for head in arrangement.heads)
        """True when no heading says the date of a hit."""
        self.heads = [first + number for number, first in enumerate(self._firsts)]

    def __len__(self) -> int:
        return len(self.arrangement.hits) + len(self._firsts)

    def item_at(self, row: int) -> ListItem:
        """Return the item on a row, counted from the top."""
        number = bisect_left(self.heads, row)
        if number < len(self.heads) and self.heads[number] == row:
            return self._heading(number)
        return PaperItem(self.arrangement.hits.entry(row - number), is_dated=self._is_dated)

    def keys_at(self, row: int) -> Keys | None:
        """Return the keys of the paper on a row; None for a heading."""
        row = range(len(self))[row]
        number = bisect_left(self.heads, row)
        if number < len(self.heads) and self.heads[number] == row:
            return None
        hits = self.arrangement.hits
        return hits.keys[hits.numbers[row - number]]

    def date_at(self, row: int) -> date | None:
        """Return the date of the paper on a row, or of the first one below a heading."""
        hits = self.arrangement.hits
        return hits.days[hits.numbers[row - bisect_left(self.heads, row)]]

    def row_of(self, hit: int) -> int:
        """Return the row of a hit."""
        return hit + bisect_right(self._firsts, hit)

    def hit_at(self, row: int) -> int:
        """Return the number of hits above a row."""
        return row - bisect_left(self.heads, row)

    def _heading(self, number: int) -> DateHeading | GroupHeading:
        head, count = self.arrangement.heads[number], len(self.arrangement.hits)
        if not head.words:
            return DateHeading(self._day_of(head.date) or Day(head.date))
        end = self._firsts[number + 1] if number + 1 < len(self._firsts) else count
        return GroupHeading(head.words, end - head.first)

    def row_of_any(self, keys: Sequence[str]) -> int | None:
        """Return the row of the first of these papers that was found."""
        if not keys:
            return None
        order = {key: index for index, key in enumerate(keys)}
        best: tuple[int, int] | None = None
        known = self.arrangement.hits.keys
        for hit, number in enumerate(self.arrangement.hits.numbers):
            wanted = order.get(known[number][0])
            if wanted is not None and (best is None or wanted < best[0]):
                best = (wanted, hit)
                if wanted == 0:
                    break
        return None if best is None else self.row_of(best[1])

    def papers(self) -> list[Keys]:
        """Return the keys of all found papers, in order."""
        hits = self.arrangement.hits
        return [hits.keys[number] for number in hits.numbers]
