"""All digests at hand, by day and by key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from digest_tui.model.digest import NO_DIGEST_NAMES, Digest
from digest_tui.model.place import Place, places_of

DigestId = tuple[str, str]
"""Source name and path."""


@dataclass(frozen=True)
class Day:
    """One row of the date list: a date, or everything that has none."""

    date: date | None
    digests: tuple[Digest, ...]
    """In path order; texts among them."""
    future: bool = False
    """Whether the date is later than tomorrow: listed at the foot, never opened by itself."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every place of the day, in digest order."""
        return tuple(place for digest in self.digests for place in places_of(digest))

    @property
    def id(self) -> str:
        """A name that survives a rescan: the ISO date or `undated`."""
        return day_id(self.date)

    @property
    def has_problems(self) -> bool:
        """Whether `check` has something to say about one of its digests."""
        return any(digest.problems for digest in self.digests)


def day_id(day: date | None) -> str:
    """The id of the day with this date."""
    return day.isoformat() if day else "undated"


class Catalog:
    """The digests of all sources; not thread-safe, it lives where the screen lives."""

    def __init__(self) -> None:
        self._digests: dict[DigestId, Digest] = {}
        self._days: dict[date | None, Day] = {}
        self._order: list[Day] | None = None
        self._order_today: date | None = None
        self._by_key: dict[str, dict[DigestId, Place]] = {}

    def __contains__(self, digest: Digest) -> bool:
        """Whether this file is known, with whatever text."""
        return (digest.source, digest.path) in self._digests

    def replace(self, added: Iterable[Digest], removed: Iterable[DigestId] = ()) -> bool:
        """Take in what a scan found and say whether anything is different now."""
        touched: set[date | None] = set()
        changed = False
        for digest_id in removed:
            if (old := self._digests.pop(digest_id, None)) is not None:
                self._forget(old, digest_id)
                touched.add(old.date)
                changed = True
        for digest in added:
            digest_id = (digest.source, digest.path)
            old = self._digests.get(digest_id)
            if old == digest:
                continue
            if old is not None:
                self._forget(old, digest_id)
                touched.add(old.date)
            self._digests[digest_id] = digest
            touched.add(digest.date)
            changed = True
        for day in touched:
            self._rebuild(day)
        if changed:
            self._order = None
        return changed

    def days(self, today: date) -> list[Day]:
        """Newest first, then the undated, then what is dated later than tomorrow."""
        if self._order is None or self._order_today != today:
            limit = today + timedelta(days=1)
            dated = sorted((day for day in self._days if day is not None), reverse=True)
            self._order = [self._days[day] for day in dated if day <= limit]
            if None in self._days:
                self._order.append(self._days[None])
            self._order += [Day(d, self._days[d].digests, future=True) for d in dated if d > limit]
            self._order_today = today
        return self._order

    def digests(self) -> list[Digest]:
        """Every digest, newest date first, then the undated; path order within a date."""
        dated = sorted((day for day in self._days if day is not None), reverse=True)
        order: list[date | None] = [*dated, *([None] if None in self._days else [])]
        return [digest for day in order for digest in self._days[day].digests]

    def elsewhere(self, place: Place) -> list[Place]:
        """The other places where the same paper stands, newest first."""
        here = (place.digest.source, place.digest.path)
        found: dict[tuple[DigestId, int], Place] = {}
        for key in place.keys:
            for digest_id, other in self._by_key.get(key, {}).items():
                # Two papers may share a title; then neither is named by the other's first key.
                same = other.key in place.keys or place.key in other.keys
                if digest_id != here and same:
                    found[digest_id, other.paper.first] = other
        return sorted(found.values(), key=lambda other: (other.date is not None, other.date or date.min), reverse=True)

    def also_on(self, place: Place) -> list[date]:
        """The other dates on which the same paper stands, newest first."""
        dates = {other.date for other in self.elsewhere(place) if other.date and other.date != place.date}
        return sorted(dates, reverse=True)

    def find(self, key: str) -> list[Place]:
        """The places of a key, newest first."""
        places = list(self._by_key.get(key, {}).values())
        return sorted(places, key=lambda place: (place.date is not None, place.date or date.min), reverse=True)

    def day_ids(self, keys: Iterable[str]) -> set[str]:
        """The days on which any of these keys stands."""
        places = (place for key in keys for place in self._by_key.get(key, {}).values())
        return {day_id(place.date) for place in places}

    def _rebuild(self, day: date | None) -> None:
        digests = [d for d in self._digests.values() if d.date == day and not _unlisted(d)]
        if not digests:
            self._days.pop(day, None)
            return
        digests.sort(key=lambda digest: (digest.path, digest.source))
        self._days[day] = rebuilt = Day(day, tuple(digests))
        for place in reversed(rebuilt.places):
            for key in place.keys:
                self._by_key.setdefault(key, {})[place.digest.source, place.digest.path] = place

    def _forget(self, digest: Digest, digest_id: DigestId) -> None:
        for place in places_of(digest):
            for key in place.keys:
                if (known := self._by_key.get(key)) is not None:
                    known.pop(digest_id, None)
                    if not known:
                        del self._by_key[key]


def _unlisted(digest: Digest) -> bool:
    """README, LICENSE and CHANGELOG files without papers are not digests."""
    name = digest.path.rpartition("/")[2].casefold()
    return digest.is_text and name.startswith(NO_DIGEST_NAMES)
