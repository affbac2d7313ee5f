"""All digests at hand, by day and by key."""

from collections.abc import Iterable, KeysView, Sequence
from dataclasses import replace
from datetime import date, timedelta

from digest_tui.model.day import Day, day_id
from digest_tui.model.digest import NO_DIGEST_NAMES, Digest
from digest_tui.model.place import Place, places_of

DigestId = tuple[str, str]
"""Source name and path."""
_Standing = tuple[DigestId, date | None]
"""A digest on one of its days."""


class Catalog:
    """The digests of all sources; not thread-safe, it lives where the screen lives.

    A digest stands on the days of its papers, which may be hundreds; a text stands on its own date.
    """

    def __init__(self) -> None:
        self._digests: dict[DigestId, Digest] = {}
        self._listed: dict[DigestId, dict[date | None, list[Place]]] = {}
        """For each digest its days, newest first, with its places there."""
        self._standing: dict[date | None, set[DigestId]] = {}
        self._days: dict[date | None, Day] = {}
        self._order: list[Day] | None = None
        self._order_today: date | None = None
        self._places: list[Place] | None = None
        self._by_key: dict[str, dict[_Standing, Place]] = {}
        """The first place of each key on each day of each digest."""

    def __contains__(self, digest: Digest) -> bool:
        """Whether this file is known, with whatever text."""
        return _id_of(digest) in self._digests

    def replace(self, added: Iterable[Digest], removed: Iterable[DigestId] = ()) -> set[str]:
        """Take in what a scan found and return the ids of the days that may be different now."""
        touched: set[date | None] = set()
        for digest_id in removed:
            touched |= self._forget(digest_id)
        for digest in added:
            if self._digests.get(_id_of(digest)) != digest:
                touched |= self._forget(_id_of(digest))
                touched |= self._learn(digest)
        for day in touched:
            self._rebuild(day)
        if touched:
            self._order = self._places = None
        return {day_id(day) for day in touched}

    def days(self, today: date) -> list[Day]:
        """Newest first, then the undated, then what is dated later than tomorrow."""
        if self._order is None or self._order_today != today:
            limit = today + timedelta(days=1)
            days = self._newest_first()
            self._order = [day for day in days if not (day.date and day.date > limit)]
            self._order += [replace(day, future=True) for day in days if day.date and day.date > limit]
            self._order_today = today
        return self._order

    def day(self, wanted: date) -> Day | None:
        """The day with this date, if anything stands on it."""
        return self._days.get(wanted)

    def places(self) -> Sequence[Place]:
        """Every place, newest date first, then the undated; digest order within a date.

        The same object until something changes.
        """
        if self._places is None:
            self._places = [place for day in self._newest_first() for place in day.places]
        return self._places

    def elsewhere(self, place: Place) -> list[Place]:
        """The places where the same paper stands on other days and in other digests, newest first."""
        here = (_id_of(place.digest), place.date)
        found: dict[tuple[_Standing, int], Place] = {}
        for key in place.keys:
            for standing, other in self._by_key.get(key, {}).items():
                # Two papers may share a title; then neither is named by the other's first key.
                same = other.key in place.keys or place.key in other.keys
                if standing != here and same:
                    found[standing, other.paper.first] = other
        return sorted(found.values(), key=_from_newest)

    def also_on(self, place: Place) -> list[date]:
        """The other dates on which the same paper stands, newest first."""
        dates = {other.date for other in self.elsewhere(place) if other.date and other.date != place.date}
        return sorted(dates, reverse=True)

    def find(self, key: str) -> list[Place]:
        """The places of a key, newest first; in one digest the first of each day."""
        return sorted(self._by_key.get(key, {}).values(), key=_from_newest)

    def day_ids(self, keys: Iterable[str]) -> set[str]:
        """The days on which any of these keys stands."""
        return {day_id(day) for key in keys for _, day in self._by_key.get(key, ())}

    def _newest_first(self) -> list[Day]:
        return sorted(self._days.values(), key=lambda day: _age(day.date))

    def _learn(self, digest: Digest) -> KeysView[date | None]:
        """List a digest under its days, and return them."""
        found: dict[date | None, list[Place]] = {}
        for place in places_of(digest):
            found.setdefault(place.date, []).append(place)
        if digest.is_text and not _is_no_digest(digest):
            found[digest.date] = []
        digest_id = _id_of(digest)
        listed = {day: found[day] for day in sorted(found, key=_age)}
        self._digests[digest_id], self._listed[digest_id] = digest, listed
        for day, places in listed.items():
            self._standing.setdefault(day, set()).add(digest_id)
            standing = (digest_id, day)
            for place in places:
                for key in place.keys:
                    self._by_key.setdefault(key, {}).setdefault(standing, place)
        return listed.keys()

    def _forget(self, digest_id: DigestId) -> KeysView[date | None]:
        """Take a digest from its days, and return them."""
        self._digests.pop(digest_id, None)
        listed = self._listed.pop(digest_id, {})
        for day, places in listed.items():
            self._standing[day].discard(digest_id)
            standing = (digest_id, day)
            for key in {key for place in places for key in place.keys}:
                known = self._by_key[key]
                del known[standing]
                if not known:
                    del self._by_key[key]
        return listed.keys()

    def _rebuild(self, day: date | None) -> None:
        standing = sorted(self._standing[day], key=lambda digest_id: (digest_id[1], digest_id[0]))
        if not standing:
            del self._standing[day]
            self._days.pop(day, None)
            return
        # One mark is enough for a file of hundreds of days.
        troubled = (d for d in standing if self._digests[d].problems and next(iter(self._listed[d])) == day)
        self._days[day] = Day(
            day,
            digests=tuple(self._digests[digest_id] for digest_id in standing),
            places=tuple(place for digest_id in standing for place in self._listed[digest_id][day]),
            has_problems=any(troubled),
        )


def _id_of(digest: Digest) -> DigestId:
    return digest.source, digest.path


def _age(day: date | None) -> int:
    """Smaller for the newer date, largest for none."""
    return -day.toordinal() if day else 0


def _from_newest(place: Place) -> tuple[int, str, str, int]:
    return _age(place.date), place.digest.path, place.digest.source, place.paper.first


def _is_no_digest(digest: Digest) -> bool:
    """README, LICENSE and CHANGELOG files without papers are not digests."""
    return digest.path.rpartition("/")[2].casefold().startswith(NO_DIGEST_NAMES)
