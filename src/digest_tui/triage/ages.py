"""New papers by age: a paper is as old as the newest date on which it stands, for it may be read there.

A library may have a hundred thousand papers, and the answer is wanted while somebody waits for a menu: the papers of a
date stay packed where nothing has to be known of each of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from digest_tui.model.summary import Keys, count_in, first_keys_in, keys_in, unpacked

AGES = (7, 14, 30, 90)
"""Days further than which a date has to lie back."""


class DatePapers(NamedTuple):
    """The papers of a date."""

    last: date | None
    """Its last day, which is another one for a week or a month; None for no date."""
    packed: tuple[str, ...]
    """Their packed keys, of one digest after the other."""


@dataclass(frozen=True, slots=True)
class AgedPapers(Collection[Keys]):
    """The new papers that are older than some days, each once; equal to another group of the same papers."""

    packed: tuple[str, ...]
    """Of dates where each paper counts."""
    single: tuple[Keys, ...]
    """Papers of the other dates."""
    count: int
    """The number of all of them."""

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Keys]:
        return chain(chain.from_iterable(map(unpacked, self.packed)), self.single)

    def __contains__(self, keys: object) -> bool:
        return any(keys == other for other in self)


Name = Callable[[str], str]
"""Names a paper by the first key that it has in a place: in every place the same."""


class _Names:
    """Names of papers, found when they are first asked for: few papers stand on two dates."""

    def __init__(self, name: Name) -> None:
        self._name = name
        self._packed: list[str] = []
        self._known: set[str] = set()

    def add(self, packed: Iterable[str]) -> None:
        """Take in packed papers."""
        self._packed += packed

    def known(self) -> set[str]:
        """Return the names, to which others may be added."""
        while self._packed:
            self._known.update(map(self._name, first_keys_in(self._packed.pop())))
        return self._known


class _Group:
    """The papers of dates of one age."""

    def __init__(self, name: Name) -> None:
        self._all = _Names(name)
        self._found = _Names(name)
        self.whole: list[str] = []
        """Packed papers all of which are new, and stand on no other date."""
        self.single: list[Keys] = []
        """Other new papers whose newest date is one of these."""

    def add(self, packed: Iterable[str]) -> None:
        """Take in the papers of a date."""
        self._all.add(packed)

    def find_whole(self, packed: Iterable[str]) -> None:
        """All papers of a date are new."""
        self.whole += packed
        self._found.add(packed)

    def find(self, name: str, keys: Keys) -> None:
        """A paper is new."""
        self.single.append(keys)
        self._found.known().add(name)

    def has(self, name: str) -> bool:
        """Return True when a paper stands on one of these dates."""
        return name in self._all.known()

    def has_found(self, name: str) -> bool:
        """Return True when a paper is here already."""
        return name in self._found.known()


def by_age(
    dates: Iterable[DatePapers],
    today: date,
    are_untouched: Callable[[set[str]], bool],
    is_new: Callable[[Keys], bool],
    name: Name,
) -> list[AgedPapers]:
    """Return for each of `AGES` the new papers all of whose dates lie further back; what has no date never does.

    `are_untouched` says that nothing was ever decided about papers with these keys, which spares asking for each.
    """
    groups = [_Group(name) for _ in range(len(AGES) + 1)]
    of_group: list[list[tuple[str, ...]]] = [[] for _ in groups]
    for last, packed in dates:
        days_back = (today - last).days if last is not None else 0
        of_group[bisect_left(AGES, days_back)].append(packed)
    passed: set[str] = set()
    for number, group in enumerate(groups):
        for packed in of_group[number]:
            all_keys = [key for part in packed for key in keys_in(part)]
            keys = set(all_keys)
            is_each_once = len(keys) == len(all_keys) and passed.isdisjoint(keys)
            if is_each_once and are_untouched(keys):
                group.find_whole(packed)
            else:
                _sort_in(packed, groups[: number + 1], is_new, name)
            group.add(packed)
            passed |= keys
    older = (groups[number:] for number in range(1, len(groups)))
    return [_together(each) for each in older]


def _sort_in(packed: Iterable[str], groups: Sequence[_Group], is_new: Callable[[Keys], bool], name: Name) -> None:
    """Put the new papers of a date of the last of these groups into the first that has them already, else the last."""
    for keys in (keys for part in packed for keys in unpacked(part) if is_new(keys)):
        paper = name(keys[0])
        if not any(group.has_found(paper) for group in groups):
            next((group for group in groups if group.has(paper)), groups[-1]).find(paper, keys)


def _together(groups: Sequence[_Group]) -> AgedPapers:
    whole = tuple(chain.from_iterable(group.whole for group in groups))
    single = tuple(chain.from_iterable(group.single for group in groups))
    return AgedPapers(whole, single, sum(map(count_in, whole)) + len(single))
