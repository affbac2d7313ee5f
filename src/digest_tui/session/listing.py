"""The rows of a list: papers, and the titles and dates above them."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

from digest_tui.model import Day, Digest, Paper, PaperState, Place
from digest_tui.model.card import Keys
from digest_tui.triage.order import Order, ordered
from digest_tui.triage.views import DayRow, DayView, listed, rows_of_day


class PaperEntry(NamedTuple):
    """A paper."""

    place: Place
    times: int = 1
    """How often it stands on this date in its source; it is listed once."""
    is_dated: bool = False
    """Whether its row says the date: no row above it does."""

    @property
    def id(self) -> str:
        """The paper's key."""
        return self.place.key


class TitleEntry(NamedTuple):
    """A line above the papers of a digest where a date has several; the cursor passes over it."""

    digest: Digest
    names_source: bool = False
    """Whether the digests of the date come from several sources: then their titles may be the same."""

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"title:{self.digest.source}:{self.digest.path}"


class DateEntry(NamedTuple):
    """A line above the hits of a date in a list of all dates; the cursor passes over it."""

    day: Day
    label: str = ""
    """Where in the papers below it a search found what it looked for."""

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"day:{self.day.id}"


Entry = PaperEntry | TitleEntry | DateEntry


class LateEntries(Sequence[Entry]):
    """Papers under dates of which each is read from its digest when it is looked at; what moving needs is at hand."""

    @abstractmethod
    def keys_at(self, row: int) -> Keys | None:
        """The keys of the paper on a row; None for a date."""

    @abstractmethod
    def date_at(self, row: int) -> date | None:
        """The date of the paper on a row, or of the row itself."""


def keys_at(entries: Sequence[Entry], row: int) -> Keys | None:
    """The keys of the paper on a row; None where there is none."""
    if isinstance(entries, LateEntries):
        return entries.keys_at(row)
    entry = entries[row]
    return entry.place.keys if isinstance(entry, PaperEntry) else None


def date_at(entries: Sequence[Entry], row: int) -> date | None:
    """The date of the paper on a row; None where there is none."""
    if isinstance(entries, LateEntries):
        return entries.date_at(row)
    entry = entries[row]
    return entry.place.date if isinstance(entry, PaperEntry) else None


class Lister(NamedTuple):
    """Makes the rows of lists from what was decided and how they are to be sorted."""

    state: Callable[[Place], PaperState]
    order: Order
    kept: Collection[str]
    """Keys that stay listed, although they do not belong here any more, until the view is left."""

    def day(self, day: Day, view: DayView) -> list[Entry]:
        """A day: its digests follow each other in path order, a paper that stands twice has one row."""
        places = day.places
        rows = rows_of_day([place.keys for place in places])
        papers = {row: places[row.places[0]]._replace(keys=row.keys) for row in rows}
        shown = listed(view, rows, lambda row: self.state(papers[row]).undecided, self.kept)
        entries: list[Entry] = []
        digests = [digest for digest in day.digests if not digest.is_text]
        several = len(digests) > 1
        several_sources = len({digest.source for digest in digests}) > 1
        for digest in digests:
            found = [PaperEntry(papers[row], _times(row, places)) for row in shown if papers[row].digest is digest]
            if found and several:
                entries.append(TitleEntry(digest, several_sources))
            entries += self._sorted(found)
        return entries

    def hits(self, days: Sequence[Day], belongs: Callable[[PaperState], bool]) -> list[Entry]:
        """All papers that belong to a view, under their dates; one that stands on several is listed on the newest."""
        seen: set[str] = set()
        entries: list[Entry] = []
        above: str | None = None
        for day in days:
            found = []
            for place in day.places:
                if place.key not in seen and (place.key in self.kept or belongs(self.state(place))):
                    seen.add(place.key)
                    found.append(PaperEntry(place))
            if found:
                # Papers that are gone stand below those that their last date still has.
                if day.id != above:
                    entries.append(DateEntry(day))
                above = day.id
                entries += self._sorted(found)
        return entries

    def _sorted(self, entries: list[PaperEntry]) -> list[PaperEntry]:
        return ordered(entries, self.order, paper=_paper, state=lambda entry: self.state(entry.place))


def _times(row: DayRow, of_day: Sequence[Place]) -> int:
    """How often a paper stands on a day in the source of its first place there."""
    sources = [of_day[place].digest.source for place in row.places]
    return sources.count(sources[0])


def _paper(entry: PaperEntry) -> Paper:
    return entry.place.paper
