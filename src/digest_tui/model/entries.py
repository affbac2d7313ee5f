"""Every entry of a library by number; texts are read only when an entry is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, overload

from digest_tui.model.day import Day
from digest_tui.model.entry import Entry, awaited
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import Keys

Made = TypeVar("Made")


class Entries(Sequence[Entry]):
    """The entries of some days, one day after the other, in the order of the days; immutable, as these are."""

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

    # Papers

    @cached_property
    def repeats(self) -> dict[int, int]:
        """Of each paper that stands in several places, the entries by number, with the number of the first."""
        firsts = first_occurrences(self.all_keys())
        several = {first for first, times in Counter(firsts).items() if times > 1}
        return {number: first for number, first in enumerate(firsts) if first in several} if several else {}

    def once(self, numbers: Sequence[int] | None = None) -> Sequence[int]:
        """Return entries with only the first of each paper: of all of them, or of those with these numbers."""
        found, repeats = range(len(self)) if numbers is None else numbers, self.repeats
        if not repeats:
            return found
        seen: set[int] = set()
        kept = []
        for number in found:
            if (paper := repeats.get(number)) is not None:
                if paper in seen:
                    continue
                seen.add(paper)
            kept.append(number)
        return kept

    def placed(self, numbers: Iterable[int]) -> Iterator[tuple[int, Day, int, Keys]]:
        """Yield of entries with rising numbers the day, the index within it, and the keys; no text is read."""
        day, first, end = -1, 0, 0
        for number in numbers:
            if number >= end:
                day = bisect_right(self._ends, number)
                first, end = self._ends[day] - len(self._keys[day]), self._ends[day]
            yield number, self.days[day], number - first, self._keys[day][number - first]

    def numbered(self, numbers: Iterable[int]) -> Iterator[tuple[int, Entry]]:
        """Yield the entries with rising numbers, each day looked at once."""
        last: Day | None = None
        entries: Sequence[Entry] = ()
        for number, day, offset, keys in self.placed(numbers):
            if day is not last:
                last, entries = day, day.entries
            is_there = offset < len(entries) and entries[offset].keys == keys
            yield number, entries[offset] if is_there else self[number]

    def only(self, numbers: Sequence[int]) -> Chosen:
        """Return the entries with these numbers, in this order, each read when it is asked for."""
        return Chosen(self, numbers)

    # Inside

    def _find(self, number: int) -> tuple[int, int]:
        day = bisect_right(self._ends, number)
        return day, number - (self._ends[day] - len(self._keys[day]))


def made_of(entries: Sequence[Entry], make: Callable[[Entry], Made]) -> list[Made]:
    """Return what is made of each entry, in their order; each digest is read once, whatever that order is."""
    return entries.made(make) if isinstance(entries, Chosen) else [make(entry) for entry in entries]


def keys_of(entries: Iterable[Entry]) -> list[Keys]:
    """Return the keys of each entry; of chosen ones no text is read for that."""
    if isinstance(entries, Chosen):
        return [entries.among.keys(number) for number in entries.numbers]
    return [entry.keys for entry in entries]


def picked(entries: Sequence[Entry], indices: Iterable[int]) -> Sequence[Entry]:
    """Return the entries at these indices; those of chosen ones are not read yet."""
    if isinstance(entries, Chosen):
        return entries.among.only([entries.numbers[index] for index in indices])
    return [entries[index] for index in indices]


class Chosen(Sequence[Entry]):
    """Some of the entries, in an order of their own."""

    def __init__(self, among: Entries, numbers: Sequence[int]) -> None:
        self.among = among
        """All entries."""
        self.numbers = numbers
        """The numbers of the chosen ones, in their order."""

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, number: int) -> Entry: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...
    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(number, slice):
            return Chosen(self.among, self.numbers[number])
        return self.among[self.numbers[number]]

    def made(self, make: Callable[[Entry], Made]) -> list[Made]:
        """See `made_of`."""
        made = {number: make(entry) for number, entry in self.among.numbered(sorted(self.numbers))}
        return [made[number] for number in self.numbers]
