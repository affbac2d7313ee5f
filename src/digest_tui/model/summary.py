"""The summary of a digest: enough for the date list and for counting, without its text."""

from __future__ import annotations

import datetime
from typing import NamedTuple, Protocol

from digest_tui.model.digest import NO_DIGEST_NAMES, Digest
from digest_tui.model.entry import entries_of
from digest_tui.model.periods import Period, finest
from digest_tui.model.signs import signs_of

DigestId = tuple[str, str]
"""The name of the source, and the path."""
Stamp = tuple[int, int, int]
"""The mtime (ns), size in bytes and inode of a file: with another stamp its text may have changed."""
Keys = tuple[str, ...]
"""Every key that identifies a paper; its state is written to the first."""

_BETWEEN_PAPERS, _BETWEEN_KEYS = "\x1e", "\x1f"
"""Separators that no key contains: sanitising removes control characters."""
UNDATED = 0
"""The ordinal that stands for no date."""


class DigestSummary(NamedTuple):
    """A digest without its text."""

    id: int
    """The id of the rest of the digest in the index."""
    source: str
    path: str
    title: str
    is_text: bool
    has_problems: bool
    days: tuple[tuple[int, str], ...]
    """Proleptic ordinals of its days, newest first, the undated last, each with its papers' packed keys of that day.

    One string for all keys of a day: those of a hundred thousand papers load in a few milliseconds.
    """
    names_files: bool = False
    """True when it links to what may be other files of its library."""
    permalink: str = ""
    """The address within a site that its header gives it."""
    periods: tuple[tuple[int, Period], ...] = ()
    """The ordinals of those of its days that stand for a week or a month, each with its period."""
    signs: str = ""
    """The packed words by which its header sorts it (`signs_of`)."""

    @property
    def is_never_listed(self) -> bool:
        """True for a README, a licence or the like without papers: it is never listed, unless it was named itself."""
        return self.is_text and self.path.rpartition("/")[2].casefold().startswith(NO_DIGEST_NAMES)

    @property
    def digest_id(self) -> DigestId:
        """The pair that identifies the file."""
        return self.source, self.path

    def dates(self) -> list[datetime.date | None]:
        """Return the days under which it is listed, newest first."""
        return [date_of(ordinal) for ordinal, _ in self.days]

    def period_on(self, day: datetime.date | None) -> Period:
        """Return the period that one of its days stands for."""
        return dict(self.periods).get(ordinal_of(day), "day") if self.periods else "day"

    def keys_on(self, day: datetime.date | None) -> list[Keys]:
        """Return the keys of its papers of a day, in order."""
        return self.keys_of(ordinal_of(day))

    def keys_of(self, day: int) -> list[Keys]:
        """Return the keys of its papers of a day, given as an ordinal, in order."""
        return unpacked(next((keys for ordinal, keys in self.days if ordinal == day), ""))

    def count_on(self, day: int) -> int:
        """Return the number of its papers of a day, given as an ordinal."""
        return count_in(next((keys for ordinal, keys in self.days if ordinal == day), ""))

    def all_keys(self) -> list[str]:
        """Return every key of its papers, of all days."""
        return keys_in(_BETWEEN_PAPERS.join(keys for _, keys in self.days if keys))

    def entry_count(self) -> int:
        """Return the number of its entries; a paper may have several."""
        return sum(count_in(keys) for _, keys in self.days)


def unpacked(packed: str) -> list[Keys]:
    """Return the keys of each paper in the packed keys of a day."""
    return [tuple(keys.split(_BETWEEN_KEYS)) for keys in packed.split(_BETWEEN_PAPERS)] if packed else []


def keys_in(packed: str) -> list[str]:
    """Return all keys in the packed keys of a day, without unpacking each paper."""
    return packed.replace(_BETWEEN_PAPERS, _BETWEEN_KEYS).split(_BETWEEN_KEYS) if packed else []


def first_keys_in(packed: str) -> list[str]:
    """Return the first key of each paper in the packed keys of a day."""
    return [keys.partition(_BETWEEN_KEYS)[0] for keys in packed.split(_BETWEEN_PAPERS)] if packed else []


def count_in(packed: str) -> int:
    """Return the number of papers in the packed keys of a day."""
    return packed.count(_BETWEEN_PAPERS) + 1 if packed else 0


class Occurrence(NamedTuple):
    """An occurrence of a key in a digest."""

    key: str
    """The key that was looked up."""
    summary: int
    """The id of the summary of the digest."""
    day: int
    """Its day in that digest, as an ordinal."""
    number: int
    """The position among the papers of the digest on that day, counted from 1."""


class Shelf(Protocol):
    """A keeper of digests with their texts; each reader belongs to one thread."""

    def digest(self, summary: DigestSummary) -> Digest | None:
        """Return a digest with its text; None when it is gone."""
        ...

    def occurrences(self, keys: Keys) -> list[Occurrence]:
        """Return the occurrences of these keys, also in digests that are not listed."""
        ...


def summary_of(digest: Digest, id: int = 0) -> DigestSummary:
    """Return the summary of a digest; one without papers is listed under its own date."""
    packed: dict[int, list[str]] = {}
    periods: dict[int, set[Period]] = {}
    for entry in entries_of(digest):
        packed.setdefault(ordinal_of(entry.date), []).append(_BETWEEN_KEYS.join(entry.keys))
        periods.setdefault(ordinal_of(entry.date), set()).add(entry.period)
    if digest.is_text:
        packed[ordinal_of(digest.date)] = []
        periods[ordinal_of(digest.date)] = {digest.period}
    days = tuple((day, _BETWEEN_PAPERS.join(packed[day])) for day in sorted(packed, reverse=True))
    coarse = tuple((day, finest(said)) for day, said in sorted(periods.items()) if "day" not in said)
    return DigestSummary(
        id,
        digest.source,
        digest.path,
        digest.title,
        digest.is_text,
        bool(digest.problems),
        days,
        bool(digest.neighbours),
        digest.permalink,
        coarse,
        signs_of(digest),
    )


def ordinal_of(day: datetime.date | None) -> int:
    """Return a date as a number; `UNDATED` for none."""
    return UNDATED if day is None else day.toordinal()


def date_of(ordinal: int) -> datetime.date | None:
    """Return the date of an ordinal; None for `UNDATED`."""
    return None if ordinal == UNDATED else datetime.date.fromordinal(ordinal)
