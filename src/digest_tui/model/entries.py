"""Every entry of a library by number; texts are read only when an entry is asked for."""

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
    """The entries of some days, one day after the other; immutable, as the days are."""

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
        """Return an entry, read from the index; for the thread of the catalog only."""
        if isinstance(number, slice):
            return [self[index] for index in range(*number.indices(len(self)))]
        day, offset = self._find(range(len(self))[number])
        keys, entries = self._keys[day][offset], self.days[day].entries
        if offset < len(entries) and entries[offset].keys == keys:
            return entries[offset]
        # A digest of the day was changed meanwhile: its entries went away, or moved.
        found = (entry for entry in entries if entry.keys == keys)
        return next(found, None) or awaited(self.days[day].date, keys)

    def __iter__(self) -> Iterator[Entry]:
        for day in self.days:
            yield from day.entries

    def keys(self, number: int) -> Keys:
        """Return the keys of an entry."""
        day, offset = self._find(number)
        return self._keys[day][offset]

    def all_keys(self) -> list[Keys]:
        """Return the keys of every entry, by number."""
        return [keys for of_day in self._keys for keys in of_day]

    def dates(self) -> list[date | None]:
        """Return the day of every entry, by number."""
        return [day.date for day, keys in zip(self.days, self._keys, strict=True) for _ in keys]

    def counts(self) -> list[tuple[Day, int]]:
        """Return each day with the number of its entries."""
        return list(zip(self.days, map(len, self._keys), strict=True))

    def locate(self, number: int) -> tuple[Day, int]:
        """Return the day of an entry, and its index within that day."""
        day, offset = self._find(number)
        return self.days[day], offset

    def _find(self, number: int) -> tuple[int, int]:
        day = bisect_right(self._ends, number)
        return day, number - (self._ends[day] - len(self._keys[day]))
