"""Every paper of a library by number, without its text until it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import overload

from digest_tui.model.day import Day
from digest_tui.model.entry import Entry, awaited
from digest_tui.model.summary import Keys


class Entries(Sequence[Entry]):
    """The papers of some days, one day after the other; a value, as the days are."""

    def __init__(self, days: Sequence[Day]) -> None:
        self.days = tuple(day for day in days if day.has_papers)
        self._keys = [day.paper_keys() for day in self.days]
        self._ends = list(accumulate(map(len, self._keys)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        """A paper, read from the shelf; for one thread, that of the catalog."""
        if isinstance(number, slice):
            return [self[index] for index in range(*number.indices(len(self)))]
        day, offset = self._find(range(len(self))[number])
        keys, entries = self._keys[day][offset], self.days[day].entries
        if offset < len(entries) and entries[offset].keys == keys:
            return entries[offset]
        # A digest of the day was changed meanwhile: its papers went away, or stand elsewhere.
        found = (entry for entry in entries if entry.keys == keys)
        return next(found, None) or awaited(self.days[day].date, keys)

    def __iter__(self) -> Iterator[Entry]:
        for day in self.days:
            yield from day.entries

    def keys(self, number: int) -> Keys:
        """The keys of a paper."""
        day, offset = self._find(number)
        return self._keys[day][offset]

    def all_keys(self) -> list[Keys]:
        """The keys of every paper, by number."""
        return [keys for of_day in self._keys for keys in of_day]

    def dates(self) -> list[date | None]:
        """The day of every paper, by number."""
        return [day.date for day, keys in zip(self.days, self._keys, strict=True) for _ in keys]

    def counts(self) -> list[tuple[Day, int]]:
        """Each day with the number of its papers."""
        return list(zip(self.days, map(len, self._keys), strict=True))

    def locate(self, number: int) -> tuple[Day, int]:
        """The day of a paper, and how many papers of the day stand before it."""
        day, offset = self._find(number)
        return self.days[day], offset

    def _find(self, number: int) -> tuple[int, int]:
        day = bisect_right(self._ends, number)
        return day, number - (self._ends[day] - len(self._keys[day]))
