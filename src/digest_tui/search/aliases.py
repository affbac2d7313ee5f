"""Other names of things, as the digests at hand give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from digest_tui.search.alias_mining import Pair, name_key

MIN_SIGHTINGS = 2
"""Papers in which two names stand beside one another before they count as names of one thing."""
MAX_NAMES = 4
FAIR_SHARE = 0.2
"""Of the sightings of one of both names."""
_WITHIN_LONGER = 0.6
"""A candidate that stands in longer ones in so many of its sightings is the end of a name, not a name."""


class Aliases:
    """Counts in how many papers two names stand beside one another."""

    def __init__(self) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        """Papers by the keys of both names, in the order of `Pair`."""
        self._beside: dict[str, set[str]] = {}
        """What stands beside a name, on either side."""
        self._written: dict[str, Counter[str]] = {}
        """How a name is written."""
        self._known: dict[str, tuple[str, ...]] = {}

    def add(self, pairs: Iterable[Pair]) -> None:
        """Count the pairs of one paper; a pair that it holds twice counts once."""
        self._count(pairs, 1)

    def remove(self, pairs: Iterable[Pair]) -> None:
        """Take the pairs of one paper away again."""
        self._count(pairs, -1)

    def expand(self, term: str) -> tuple[str, ...]:
        """Other names of what is called so, most sightings first; none within what was typed, or around it."""
        key = name_key(term)
        names = self._known.get(key)
        if names is None:
            names = self._known[key] = self._names_of(key)
        return names

    def _count(self, pairs: Iterable[Pair], by: int) -> None:
        self._known.clear()
        seen: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            seen.setdefault((name_key(pair.one), name_key(pair.other)), pair)
        for (one, other), pair in seen.items():
            if not one or not other or one == other:
                continue
            self._pairs[one, other] += by
            for key, beside, written in ((one, other, pair.one), (other, one, pair.other)):
                self._written.setdefault(key, Counter())[written] += by
                self._beside.setdefault(key, set()).add(beside)
            if not self._pairs[one, other]:
                del self._pairs[one, other]
                if (other, one) not in self._pairs:
                    self._beside[one].discard(other)
                    self._beside[other].discard(one)

    def _names_of(self, key: str) -> tuple[str, ...]:
        found = [
            (-self._sightings(key, other), other) for other in self._beside.get(key, ()) if self._is_name(key, other)
        ]
        names: list[str] = []
        for _, other in sorted(found):
            # What holds the term, or another name, is found with that anyway.
            if key not in other and not any(name_key(name) in other for name in names):
                names.append(self._form(other))
        return tuple(names[:MAX_NAMES])

    def _is_name(self, key: str, other: str) -> bool:
        count = self._sightings(key, other)
        if count < MIN_SIGHTINGS or self._is_end(key, other) or self._is_end(other, key):
            return False
        return count >= FAIR_SHARE * min(self._most(key), self._most(other))

    def _is_end(self, one: str, other: str) -> bool:
        """Whether a name before a bracket is mostly the end of longer ones."""
        longer = sorted((name for name in self._beside.get(other, ()) if name != one and name.endswith(one)), key=len)
        shortest = [name for index, name in enumerate(longer) if not any(map(name.endswith, longer[:index]))]
        counts = [self._pairs[name, other] for name in shortest if (name, other) in self._pairs]
        within = sum(count for count in counts if count >= MIN_SIGHTINGS)
        return within >= max(MIN_SIGHTINGS, _WITHIN_LONGER * self._pairs[one, other]) and (one, other) in self._pairs

    def _sightings(self, one: str, other: str) -> int:
        return self._pairs.get((one, other), 0) + self._pairs.get((other, one), 0)

    def _most(self, key: str) -> int:
        return max((self._sightings(key, other) for other in self._beside.get(key, ())), default=0)

    def _form(self, key: str) -> str:
        return max(self._written[key].items(), key=lambda form: (form[1], form[0]))[0]
