"""The rows of a search: made when they are needed, for there may be a hundred thousand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, overload

from digest_tui.model import Day
from digest_tui.model.day import day_id
from digest_tui.model.summary import Keys
from digest_tui.session.listing import DateHeading, LazyItems, ListItem, PaperItem

if TYPE_CHECKING:
    from digest_tui.search.ranking import Rank
    from digest_tui.search.searcher import Hits

_NO_DAY = date.min


class Group(NamedTuple):
    """Hits that follow each other and have one date and one label."""

    first: int
    """Index of its first hit."""
    row: int
    """The row of its date; its hits stand below."""
    date: date | None
    label: str


@dataclass(slots=True)
class Arrangement:
    """Hits in groups under their dates; worked out apart from the screen."""

    hits: Hits
    groups: list[Group]
    """Empty where the order is not one of dates."""
    counts: dict[str, int]
    """Hits by the id of their day."""

    @classmethod
    def of(cls, hits: Hits, *, by_date: bool) -> Arrangement:
        """Group hits, each group under a date row if they are in an order of dates."""
        numbers, days, ranks = hits.numbers, hits.days, hits.ranks
        by_day = Counter([days[number] for number in numbers])
        groups: list[Group] = []
        label = ""
        day: date | None = _NO_DAY
        last: Rank | None = None
        for index, number in enumerate(numbers) if by_date else ():
            here, rank = days[number], ranks.get(number)
            if here == day and rank is last:
                continue
            last = rank
            words = rank.label if rank is not None else ""
            if here != day or words != label:
                groups.append(Group(index, index + len(groups), here, words))
                day, label = here, words
        return cls(hits, groups, {day_id(day): count for day, count in by_day.items()})


class HitRows(LazyItems):
    """The rows of the paper list in a search."""

    def __init__(self, arrangement: Arrangement, day_of: Callable[[date | None], Day | None]) -> None:
        self.arrangement = arrangement
        self._day_of = day_of
        self._firsts = [group.first for group in arrangement.groups]
        self._rows = [group.row for group in arrangement.groups]

    def __len__(self) -> int:
        return len(self.arrangement.hits) + len(self.arrangement.groups)

    @overload
    def __getitem__(self, row: int) -> ListItem: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[ListItem]: ...
    def __getitem__(self, row: int | slice) -> ListItem | Sequence[ListItem]:
        if isinstance(row, slice):
            return [self[index] for index in range(*row.indices(len(self)))]
        head, hit = self._at(row)
        if hit is None and head is not None:
            return DateHeading(self._day_of(head.date) or Day(head.date), head.label)
        return PaperItem(self.arrangement.hits.entry(hit or 0), is_dated=not self._rows)

    def keys_at(self, row: int) -> Keys | None:
        """Return the keys of the paper on a row; None for a date."""
        _, hit = self._at(row)
        hits = self.arrangement.hits
        return None if hit is None else hits.keys[hits.numbers[hit]]

    def date_at(self, row: int) -> date | None:
        """Return the date of the paper on a row, or of the row itself."""
        head, hit = self._at(row)
        hits = self.arrangement.hits
        return hits.days[hits.numbers[hit or 0]] if head is None else head.date

    def _at(self, row: int) -> tuple[Group | None, int | None]:
        """Return the group of a row, where the order is one of dates, and the hit on it."""
        row = range(len(self))[row]
        group = bisect_right(self._rows, row) - 1
        if group < 0:
            return None, row
        return self.arrangement.groups[group], None if self._rows[group] == row else row - group - 1

    def row_of(self, hit: int) -> int:
        """Return the row of a hit."""
        return hit + bisect_right(self._firsts, hit)

    def hit_at(self, row: int) -> int:
        """Return the number of hits above a row."""
        return row - bisect_right(self._rows, row)

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

    def next_head(self, row: int, step: int) -> int | None:
        """Return the next date row below or above a row."""
        index = bisect_right(self._rows, row) - 1 + step
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def papers(self) -> list[Keys]:
        """Return the keys of all found papers, in order."""
        hits = self.arrangement.hits
        return [hits.keys[number] for number in hits.numbers]
