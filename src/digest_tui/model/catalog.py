"""The catalog of all digests: by day, by id and by key."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from digest_tui.model.day import Contents, Day, day_id
from digest_tui.model.digest import Digest
from digest_tui.model.entries import Entries
from digest_tui.model.entry import Entry, entries_of
from digest_tui.model.others import OtherFiles, Others
from digest_tui.model.periods import Period
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import DigestId, DigestSummary, Keys, Shelf, date_of

KEPT_DAYS = 8
KEPT_DIGESTS = 16
"""Number of digests that are kept with their text, beside those that are held elsewhere."""


class Elsewhere(NamedTuple):
    """An occurrence of a paper on another day or in another digest, known without reading its text."""

    date: date | None
    source: str
    path: str
    number: int
    keys: Keys
    period: Period = "day"
    """The period that the date stands for."""


class Catalog:
    """The catalog of the digests of all sources; not thread-safe, it belongs to the thread of the screen.

    Summaries are in memory, texts are read from the index when they are asked for. A digest is listed under the days of
    its papers, which may be hundreds; a file without papers under its own date, if papers were to be expected in it.
    """

    def __init__(self, shelf: Shelf, named: Collection[str] = ()) -> None:
        self._shelf = shelf
        self._summaries: dict[DigestId, DigestSummary] = {}
        self._by_id: dict[int, DigestSummary] = {}
        self._other_files = OtherFiles(named, self._summaries)
        self._standing: dict[date | None, set[DigestId]] = {}
        self._days: dict[date | None, Day] = {}
        self._order: list[Day] | None = None
        self._order_today: date | None = None
        self._entries: Entries | None = None
        self._repeated: set[str] | None = None
        """The keys that stand in several places; None until somebody asks about most papers."""
        self._kept_days: OrderedDict[Day, Contents] = OrderedDict()
        self._kept_digests: OrderedDict[int, tuple[Digest, tuple[Entry, ...]]] = OrderedDict()
        self.lost: set[DigestId] = set()
        """Digests whose text was no longer in the index: they are to be read again."""

    def __contains__(self, digest_id: DigestId) -> bool:
        """Return True when this file is known, whatever its text."""
        return digest_id in self._summaries

    def replace(self, added: Iterable[DigestSummary], removed: Iterable[DigestId] = ()) -> set[str]:
        """Take in what a scan found and return the ids of the days that may be different now."""
        touched: set[date | None] = set()
        for digest_id in removed:
            touched.update(self._forget(digest_id))
        for summary in added:
            if self._summaries.get(summary.digest_id) != summary:
                touched.update(self._forget(summary.digest_id))
                touched.update(self._learn(summary))
        touched.update(self._judge())
        for day in touched:
            self._rebuild(day)
        if touched:
            self._repeated = None
            self._order = None
        return {day_id(day) for day in touched}

    def others(self) -> Others:
        """Return the files without papers; the same object until something changes."""
        return self._other_files.now()

    def is_expected(self, digest_id: DigestId) -> bool:
        """Return True when a file without papers is like those that hold some, or was named itself."""
        return self._other_files.is_expected(digest_id)

    def text(self, summary: DigestSummary) -> Digest:
        """Return a digest with its text."""
        return self._digest(summary)[0]

    def days(self, today: date) -> list[Day]:
        """Return the days with papers: newest first, then the undated, then those dated later than tomorrow."""
        if self._order is None or self._order_today != today:
            limit = today + timedelta(days=1)
            days = [day for day in self._newest_first() if day.has_papers]
            self._order = [day for day in days if not (day.date and day.date > limit)]
            self._order += [day.in_future for day in days if day.date and day.date > limit]
            self._order_today, self._entries = today, None
        return self._order

    def day(self, wanted: date) -> Day | None:
        """Return the day with this date, None when no digest is listed under it."""
        return self._days.get(wanted)

    def entries(self, today: date) -> Entries:
        """Return every entry in the order of the days, in digest order within one; the same until something changes."""
        days = self.days(today)
        if self._entries is None:
            self._entries = Entries(days)
        return self._entries

    def elsewhere(self, entry: Entry) -> list[Elsewhere]:
        """Return the other occurrences of a paper, on other days and in other digests, newest first."""
        if self._repeated is not None and self._repeated.isdisjoint(entry.keys):
            return []
        here = ((entry.digest.source, entry.digest.path), entry.date)
        found = {(digest_id, other.date, other.number): other for other, digest_id in self._near(entry.keys)}
        firsts = first_occurrences([entry.keys, *(other.keys for other in found.values())])[1:]
        same = (at for at, first in zip(found, firsts, strict=True) if not first)
        return sorted((found[at] for at in same if at[:2] != here), key=_from_newest)

    def find_repeats(self) -> None:
        """Find the keys that stand in several places, for who asks about most papers: few need be looked for then."""
        if self._repeated is None:
            times = Counter(key for summary in self._summaries.values() for key in summary.all_keys())
            self._repeated = {key for key, count in times.items() if count > 1}

    def also_on(self, entry: Entry) -> list[date]:
        """Return the other dates on which a paper occurs, newest first."""
        dates = {other.date for other in self.elsewhere(entry) if other.date and other.date != entry.date}
        return sorted(dates, reverse=True)

    def with_key(self, key: str) -> list[Entry]:
        """Return the entries with a key, newest first; of each digest the first of each day."""
        found = sorted((other for other, _ in self._first_standings((key,))), key=_from_newest)
        entries = (self._entry(other) for other in found)
        return [entry for entry in entries if entry is not None]

    def standings(self, keys: Keys) -> dict[str, list[Elsewhere]]:
        """Return where each of these papers stands, newest first, in the order of the keys."""
        found: dict[str, list[Elsewhere]] = {key: [] for key in keys}
        for other, _ in self._first_standings(keys):
            for key in found.keys() & set(other.keys):
                if other not in found[key]:
                    found[key].append(other)
        # Two papers may share a title: then the one that is written to under the key is meant.
        return {
            key: sorted(others, key=lambda other: (other.keys[0] != key, _from_newest(other)))
            for key, others in found.items()
            if others
        }

    def entries_in(self, digest_id: DigestId) -> tuple[Entry, ...]:
        """Return the entries of a file, in its order; none where it is not known."""
        summary = self._summaries.get(digest_id)
        return self._digest(summary)[1] if summary is not None else ()

    def entry_at(self, other: Elsewhere) -> Entry | None:
        """Return the entry at a place; None where that is read anew."""
        return self._entry(other)

    def dates_of(self, keys: Iterable[str]) -> set[date | None]:
        """Return the days on which any of these keys occurs."""
        return {other.date for other, _ in self._first_standings(tuple(keys))}

    # Inside

    def _first_standings(self, keys: Keys) -> Iterator[tuple[Elsewhere, DigestId]]:
        """Yield for each key its first occurrence on each day of each digest."""
        first: dict[tuple[str, int, int], int] = {}
        for key, summary_id, ordinal, number in self._shelf.occurrences(keys):
            at = (key, summary_id, ordinal)
            first[at] = min(number, first.get(at, number))
        for (_, summary_id, ordinal), number in first.items():
            if (summary := self._by_id.get(summary_id)) is not None:
                day = date_of(ordinal)
                own_keys = summary.keys_on(day)[number - 1]
                other = Elsewhere(day, summary.source, summary.path, number, own_keys, summary.period_on(day))
                yield other, summary.digest_id

    def _near(self, keys: Keys) -> Iterator[tuple[Elsewhere, DigestId]]:
        """Yield the occurrences that share a key with these, or with one that does: all that may be of one paper."""
        known: set[str] = set()
        wanted = set(keys)
        while wanted:
            known |= wanted
            found = list(self._first_standings(tuple(wanted)))
            yield from found
            wanted = {key for other, _ in found for key in other.keys} - known

    def _newest_first(self) -> list[Day]:
        return sorted(self._days.values(), key=lambda day: _age(day.date))

    def _learn(self, summary: DigestSummary) -> list[date | None]:
        """List a digest under its days and return them; a file without papers is placed later, by `_judge`."""
        self._summaries[summary.digest_id] = self._by_id[summary.id] = summary
        self.lost.discard(summary.digest_id)
        dates = summary.dates()
        if self._other_files.learn(summary):
            for day in dates:
                self._standing.setdefault(day, set()).add(summary.digest_id)
        return dates

    def _forget(self, digest_id: DigestId) -> list[date | None]:
        """Remove a digest from its days and return them."""
        summary = self._summaries.pop(digest_id, None)
        if summary is None:
            return []
        self._by_id.pop(summary.id, None)
        self._kept_digests.pop(summary.id, None)
        self.lost.discard(digest_id)
        self._other_files.forget(summary)
        dates = summary.dates()
        for day in dates:
            self._standing.get(day, set()).discard(digest_id)
        return dates

    def _judge(self) -> Iterator[date | None]:
        """Put files without papers on their days or take them away, and yield these days."""
        for summary, stands in self._other_files.judge():
            for day in summary.dates():
                occurrence = self._standing.setdefault(day, set())
                (occurrence.add if stands else occurrence.discard)(summary.digest_id)
                yield day

    def _rebuild(self, day: date | None) -> None:
        occurrence = sorted(self._standing.get(day, ()), key=lambda digest_id: (digest_id[1], digest_id[0]))
        if not occurrence:
            self._standing.pop(day, None)
            self._days.pop(day, None)
            return
        summaries = [self._summaries[digest_id] for digest_id in occurrence]
        # One mark is enough for a file of hundreds of days; a file without papers has a row of its own.
        has_problems = any(
            summary.has_problems and not summary.is_text and date_of(summary.days[0][0]) == day for summary in summaries
        )
        self._days[day] = Day(day, summaries, self._load, has_problems=has_problems)

    # Texts

    def _load(self, day: Day) -> Contents:
        contents = self._kept_days.get(day)
        if contents is None:
            loaded = [self._digest(summary) for summary in day.summaries]
            digests = tuple(digest for digest, _ in loaded)
            contents = digests, tuple(entry for _, entries in loaded for entry in entries if entry.date == day.date)
            self._kept_days[day] = contents
            while len(self._kept_days) > KEPT_DAYS:
                self._kept_days.popitem(last=False)
        else:
            self._kept_days.move_to_end(day)
        return contents

    def _digest(self, summary: DigestSummary) -> tuple[Digest, tuple[Entry, ...]]:
        known = self._kept_digests.get(summary.id)
        if known is None:
            known = self._kept_digests[summary.id] = self._from_shelf(summary)
            while len(self._kept_digests) > KEPT_DIGESTS:
                self._kept_digests.popitem(last=False)
        else:
            self._kept_digests.move_to_end(summary.id)
        return known

    def _from_shelf(self, summary: DigestSummary) -> tuple[Digest, tuple[Entry, ...]]:
        digest = self._shelf.digest(summary)
        if digest is None:
            # Another window read a newer text, or the cache was cleared: the next scan reads the file.
            self.lost.add(summary.digest_id)
            digest = Digest(summary.path, summary.source, (), "text", summary.title)
        return digest, entries_of(digest, summary.keys_on)

    def _entry(self, other: Elsewhere) -> Entry | None:
        summary = self._summaries[other.source, other.path]
        entries = (entry for entry in self._digest(summary)[1] if entry.date == other.date)
        return next((entry for entry in entries if entry.number == other.number), None)


def _age(day: date | None) -> int:
    """Return a sort key that is smaller the newer the date, and largest for none."""
    return -day.toordinal() if day else 0


def _from_newest(entry: Elsewhere) -> tuple[int, str, str, int]:
    return _age(entry.date), entry.path, entry.source, entry.number
