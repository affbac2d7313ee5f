"""Aliases: other names of things, as the digests give them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from digest_tui.checked_marshal import dumps, loads
from digest_tui.search.alias_names import has_syllable, holds, name_key, size_of

if TYPE_CHECKING:
    from digest_tui.search.alias_mining import Pair

KeyT = TypeVar("KeyT", str, tuple[str, str])

MIN_SIGHTINGS = 2
"""Number of papers that must give two names together before they count as names of one thing."""
MAX_NAMES = 4
FAIR_SHARE = 0.2
"""The share of the sightings of either name that their sightings together must reach."""
_WITHIN_LONGER = 0.6
"""The share of sightings within longer candidates from which on a candidate is only the end of a name."""
_WITHIN_ANYTHING = 0.8
"""The same share for one of fewer words than its counterpart, counting any word before it."""
_WORDS_A_WORD = 2
"""A Korean name of more words for each word of its counterpart has something before it that is not meant."""
_MORE_OFTEN = 2
"""A candidate that ends with another one, seen so much more often, is that one with something said about it."""


class Aliases:
    """Counts the papers in which two names are given together."""

    def __init__(self) -> None:
        self._papers: Counter[tuple[str, str]] = Counter()
        """Number of papers by the keys of both names, in either order."""
        self._longer: dict[tuple[str, str], Counter[str]] = {}
        """By the keys of a candidate and its counterpart: the papers with a candidate that is one word longer."""
        self._beside: dict[str, set[str]] = {}
        """The names given together with a name, on either side."""
        self._written: dict[str, Counter[str]] = {}
        """The spellings of a name, with their numbers."""
        self._known: dict[str, tuple[str, ...]] = {}

    def add(self, pairs: Iterable[Pair]) -> None:
        """Count the pairs of one paper; a pair that occurs twice counts once, whichever name comes first."""
        self._known.clear()
        seen: dict[tuple[str, str], Pair] = {}
        longer: set[tuple[str, str, str]] = set()
        for pair in pairs:
            one, other = name_key(pair.one), name_key(pair.other)
            if not one or not other or one == other:
                continue
            seen.setdefault(_either_way(one, other), pair)
            rest = name_key(pair.one.partition(" ")[2])
            if _either_way(rest, other) in seen:
                longer.add((rest, other, one))
        for keys, pair in seen.items():
            self._papers[keys] += 1
            for name in (pair.one, pair.other):
                _tally(self._written, name_key(name), name)
            self._put_beside(*keys)
        for rest, other, one in longer:
            _tally(self._longer, (rest, other), one)

    def __bool__(self) -> bool:
        return bool(self._papers)

    def settle(self) -> None:
        """Forget what was seen too rarely to be a name, which is most of it; nothing can be counted after that."""
        self._papers = Counter({keys: count for keys, count in self._papers.items() if count >= MIN_SIGHTINGS})
        self._beside = {}
        for one, other in self._papers:
            self._put_beside(one, other)
        self._written = {key: forms for key, forms in self._written.items() if key in self._beside}
        self._longer = {keys: longer for keys, longer in self._longer.items() if _either_way(*keys) in self._papers}
        self._known.clear()

    def pack(self) -> bytes:
        """Return all counts as bytes."""
        longer = {keys: dict(counter) for keys, counter in self._longer.items()}
        written = {key: dict(counter) for key, counter in self._written.items()}
        return dumps((dict(self._papers), longer, written))

    @classmethod
    def unpack(cls, packed: bytes) -> Aliases | None:
        """Return the counts packed in bytes; None when the bytes are not such counts."""
        made = cls()
        try:
            papers, longer, written = loads(packed)
            made._papers = Counter(papers)
            made._longer = {keys: Counter(counts) for keys, counts in longer.items()}
            made._written = {key: Counter(counts) for key, counts in written.items()}
            for one, other in papers:
                made._put_beside(one, other)
        except (ValueError, TypeError, EOFError, AttributeError):
            return None
        return made

    def expand(self, term: str) -> tuple[str, ...]:
        """Return other names for a term, most sightings first, except those that contain it or are part of it."""
        key = name_key(term)
        names = self._known.get(key)
        if names is None:
            names = self._known[key] = self._names_of(key)
        return names

    def _put_beside(self, one: str, other: str) -> None:
        self._beside.setdefault(one, set()).add(other)
        self._beside.setdefault(other, set()).add(one)

    def _names_of(self, key: str) -> tuple[str, ...]:
        found = [(-self._sightings(key, other), other) for other in self._beside.get(key, ())]
        names: list[str] = []
        for count, other in sorted(found):
            if len(names) == MAX_NAMES or -count < MIN_SIGHTINGS:
                break
            form = self._form(other)
            # What holds the term, or another name, is found with that anyway.
            if self._is_name(key, other) and not any(holds(form, part) for part in (self._form(key), *names)):
                names.append(form)
        return tuple(names)

    def _is_name(self, key: str, other: str) -> bool:
        if self._sightings(key, other) < FAIR_SHARE * min(self._most(key), self._most(other)):
            return False
        return self._is_whole(key, other) and self._is_whole(other, key)

    def _is_whole(self, one: str, other: str) -> bool:
        """Return True when a candidate is neither the end of a longer name nor begins before the name."""
        return not self._is_end(one, other) and not self._reaches_too_far(one, other)

    def _is_end(self, one: str, other: str) -> bool:
        longer = self._longer.get((one, other))
        if not longer:
            return False
        papers = self._sightings(one, other)
        within = sum(count for count in longer.values() if count >= MIN_SIGHTINGS)
        if within >= max(MIN_SIGHTINGS, _WITHIN_LONGER * papers):
            return True
        return longer.total() >= _WITHIN_ANYTHING * papers and size_of(self._form(one)) < size_of(self._form(other))

    def _reaches_too_far(self, one: str, other: str) -> bool:
        rest = self._form(one)
        if has_syllable(rest) and size_of(rest) > _WORDS_A_WORD * size_of(self._form(other)):
            return True
        enough = _MORE_OFTEN * self._sightings(one, other)
        while rest := rest.partition(" ")[2]:
            end = name_key(rest)
            if self._sightings(end, other) >= enough and not self._is_end(end, other):
                return True
        return False

    def _sightings(self, one: str, other: str) -> int:
        return self._papers.get(_either_way(one, other), 0)

    def _most(self, key: str) -> int:
        return max((self._sightings(key, other) for other in self._beside.get(key, ())), default=0)

    def _form(self, key: str) -> str:
        return max(self._written[key].items(), key=lambda form: (form[1], form[0]))[0]


def _either_way(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _tally(counters: dict[KeyT, Counter[str]], key: KeyT, value: str) -> None:
    counters.setdefault(key, Counter())[value] += 1
