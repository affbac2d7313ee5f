"""New papers by age: a paper is as old as the newest date on which it stands, for it may be read there.

A library may have a hundred thousand papers, and the answer is wanted while somebody waits for a menu: the papers of a
date stay packed where nothing has to be known of each of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from digest_tui.model.summary import Keys, count_in, first_keys_in, keys_in, unpacked
from digest_tui.triage.views import rows_of_day

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


class _Passed:
    """The papers of the dates that were passed so far."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self._packed: list[str] = []
        self._firsts: set[str] = set()

    def add(self, keys: Iterable[str], packed: Iterable[str]) -> None:
        """Take in papers, by all their keys."""
        self.keys.update(keys)
        self._packed += packed

    def take_over(self, other: _Passed) -> None:
        """Take in all that another one has."""
        self.add(other.keys, other._packed)
        self._firsts |= other._firsts

    @property
    def firsts(self) -> set[str]:
        """The first key of each of their papers, found when it is first asked for: few papers stand on two dates."""
        while self._packed:
            self._firsts.update(first_keys_in(self._packed.pop()))
        return self._firsts

    def have(self, keys: Keys) -> bool:
        """Return True when a paper is among them: the first key of one is among the keys of the other."""
        return keys[0] in self.keys or not self.firsts.isdisjoint(keys)


def by_age(
    dates: Iterable[DatePapers], today: date, are_untouched: Callable[[set[str]], bool], is_new: Callable[[Keys], bool]
) -> list[AgedPapers]:
    """Return for each of `AGES` the new papers all of whose dates lie further back; what has no date never does.

    `are_untouched` says that nothing was ever decided about papers with these keys, which spares asking for each.
    """
    groups: list[list[tuple[str, ...]]] = [[] for _ in range(len(AGES) + 1)]
    for last, packed in dates:
        days_back = (today - last).days if last is not None else 0
        groups[bisect_left(AGES, days_back)].append(packed)
    passed = _Passed()
    for packed in groups[0]:
        passed.add(_all_keys(packed), packed)
    found = [_new_in(group, passed, are_untouched, is_new) for group in groups[1:]]
    return [
        AgedPapers(
            tuple(chain.from_iterable(papers.packed for papers in found[number:])),
            tuple(chain.from_iterable(papers.single for papers in found[number:])),
            sum(map(len, found[number:])),
        )
        for number in range(len(AGES))
    ]


def _new_in(
    group: Iterable[tuple[str, ...]],
    passed: _Passed,
    are_untouched: Callable[[set[str]], bool],
    is_new: Callable[[Keys], bool],
) -> AgedPapers:
    """Return the new papers of some dates that stand on none of the dates passed before, and pass these too."""
    here = _Passed()
    whole: list[str] = []
    single: list[Keys] = []
    for packed in group:
        all_keys = _all_keys(packed)
        keys = set(all_keys)
        is_each_once = len(keys) == len(all_keys) and here.keys.isdisjoint(keys) and passed.keys.isdisjoint(keys)
        if is_each_once and are_untouched(keys):
            whole += packed
        else:
            rows = rows_of_day([paper for part in packed for paper in unpacked(part)])
            others = (row.keys for row in rows if row.keys[0] not in here.firsts and not passed.have(row.keys))
            single += filter(is_new, others)
        here.add(keys, packed)
    passed.take_over(here)
    return AgedPapers(tuple(whole), tuple(single), sum(map(count_in, whole)) + len(single))


def _all_keys(packed: Iterable[str]) -> list[str]:
    return [key for part in packed for key in keys_in(part)]
