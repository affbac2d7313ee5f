"""What is kept at hand of every digest: enough for the date list and for counting, not its text."""

from __future__ import annotations

import datetime
from typing import NamedTuple, Protocol

from digest_tui.model.digest import NO_DIGEST_NAMES, Digest
from digest_tui.model.entry import entries_of
from digest_tui.model.periods import Period, finest
from digest_tui.model.signs import signs_of

DigestId = tuple[str, str]
"""Source name and path."""
Stamp = tuple[int, int, int]
"""When a file was changed (ns), its size in bytes, its inode: another stamp means that it may be another text."""
Keys = tuple[str, ...]
"""Every key that identifies a paper; state is written to the first."""

_BETWEEN_PAPERS, _BETWEEN_KEYS = "\x1e", "\x1f"
"""No key holds a control character: the border removes them."""
UNDATED = 0
"""Stands for no date among ordinals."""


class DigestSummary(NamedTuple):
    """A digest without its text."""

    id: int
    """Where the shelf has the rest of it."""
    source: str
    path: str
    title: str
    is_text: bool
    has_problems: bool
    days: tuple[tuple[int, str], ...]
    """Proleptic ordinals of its days, newest first, the undated last, each with the packed keys of its papers there.

    One string for all keys of a day: a hundred thousand papers are at hand in a few milliseconds.
    """
    names_files: bool = False
    """Whether it links to what may be other files of its library."""
    permalink: str = ""
    """The address within a site that its header gives it."""
    periods: tuple[tuple[int, Period], ...] = ()
    """Those of its days that stand for a week or a month, as ordinals."""
    signs: str = ""
    """What its header has in common with those of others (`signs_of`)."""

    @property
    def is_never_listed(self) -> bool:
        """Whether it is a README, a licence or the like without papers: never listed, unless it was named itself."""
        return self.is_text and self.path.rpartition("/")[2].casefold().startswith(NO_DIGEST_NAMES)

    @property
    def digest_id(self) -> DigestId:
        """What tells the file from others."""
        return self.source, self.path

    def dates(self) -> list[datetime.date | None]:
        """The days it stands on, newest first."""
        return [date_of(ordinal) for ordinal, _ in self.days]

    def period_on(self, day: datetime.date | None) -> Period:
        """What one of its days stands for."""
        return dict(self.periods).get(ordinal_of(day), "day") if self.periods else "day"

    def keys_on(self, day: datetime.date | None) -> list[Keys]:
        """The keys of its papers of a day, in order."""
        return self.keys_of(ordinal_of(day))

    def keys_of(self, day: int) -> list[Keys]:
        """The keys of its papers of a day, given as an ordinal, in order."""
        packed = next((keys for ordinal, keys in self.days if ordinal == day), "")
        return [tuple(keys.split(_BETWEEN_KEYS)) for keys in packed.split(_BETWEEN_PAPERS)] if packed else []

    def all_keys(self) -> list[str]:
        """Every key of its papers, of whatever day."""
        packed = _BETWEEN_KEYS.join(keys for _, keys in self.days if keys)
        return packed.replace(_BETWEEN_PAPERS, _BETWEEN_KEYS).split(_BETWEEN_KEYS) if packed else []

    def paper_count(self) -> int:
        """How many papers it has."""
        return sum(len(self.keys_of(day)) for day, _ in self.days)


class Occurrence(NamedTuple):
    """Where a paper stands."""

    key: str
    """The key it was looked up by."""
    summary: int
    """The id of the summary of the digest."""
    day: int
    """Its day there, as an ordinal."""
    number: int
    """Its place among the papers of the digest on that day, counted from 1."""


class Shelf(Protocol):
    """Keeps digests; a reader of it belongs to one thread."""

    def digest(self, summary: DigestSummary) -> Digest | None:
        """A digest with its text; None when it is not there any more."""
        ...

    def occurrences(self, keys: Keys) -> list[Occurrence]:
        """Where papers with one of these keys stand, also in digests that are not listed."""
        ...


def summary_of(digest: Digest, id: int = 0) -> DigestSummary:
    """The summary of a digest; without papers it stands on its own date."""
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
    """A date as a number; `UNDATED` for none."""
    return UNDATED if day is None else day.toordinal()


def date_of(ordinal: int) -> datetime.date | None:
    """The date of a number."""
    return None if ordinal == UNDATED else datetime.date.fromordinal(ordinal)
