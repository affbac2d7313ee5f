"""The rows of a list: papers, and the titles and dates above them."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple, overload

from digest_tui.model import Day, Digest, Entry, Paper, PaperState
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import Keys
from digest_tui.triage.order import Order, ordered
from digest_tui.triage.views import DayRow, DayView, listed, rows_of_day


class PaperItem(NamedTuple):
    """A paper."""

    entry: Entry
    times: int = 1
    """The number of its occurrences on this date in its source; it is listed once."""
    is_dated: bool = False
    """True when its row shows the date, as no row above it does."""

    @property
    def id(self) -> str:
        """The paper's key."""
        return self.entry.key


class TitleHeading(NamedTuple):
    """A line above the papers of a digest where a date has several; the cursor passes over it."""

    digest: Digest
    names_source: bool = False
    """True when the digests of the date come from several sources: then their titles may be the same."""

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"title:{self.digest.source}:{self.digest.path}"


class DateHeading(NamedTuple):
    """A line above the hits of a date in a list of all dates; the cursor passes over it."""

    day: Day

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"day:{self.day.id}"


class GroupHeading(NamedTuple):
    """A line above the hits that a search found in one place, such as titles; the cursor passes over it."""

    words: str
    hits: int
    """How many stand below it."""

    @property
    def id(self) -> str:
        """A name that no paper has."""
        return f"group:{self.words}"


ListItem = PaperItem | TitleHeading | DateHeading | GroupHeading


class LazyItems(Sequence[ListItem]):
    """Papers under headings, each read from its digest when it is needed; what moving needs is at hand."""

    heads: Sequence[int]
    """The rows of the headings."""

    @overload
    def __getitem__(self, row: int) -> ListItem: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[ListItem]: ...
    def __getitem__(self, row: int | slice) -> ListItem | Sequence[ListItem]:
        if isinstance(row, slice):
            return [self.item_at(index) for index in range(*row.indices(len(self)))]
        return self.item_at(range(len(self))[row])

    @abstractmethod
    def item_at(self, row: int) -> ListItem:
        """Return the item on a row, counted from the top."""

    @abstractmethod
    def keys_at(self, row: int) -> Keys | None:
        """Return the keys of the paper on a row; None for a heading."""

    @abstractmethod
    def date_at(self, row: int) -> date | None:
        """Return the date of the paper on a row, or of the row itself."""

    @abstractmethod
    def row_of_any(self, keys: Sequence[str]) -> int | None:
        """Return the row of the first of these papers that is listed."""


def keys_at(items: Sequence[ListItem], row: int) -> Keys | None:
    """Return the keys of the paper on a row; None where there is none."""
    if isinstance(items, LazyItems):
        return items.keys_at(row)
    item = items[row]
    return item.entry.keys if isinstance(item, PaperItem) else None


def date_at(items: Sequence[ListItem], row: int) -> date | None:
    """Return the date of the paper on a row; None where there is none."""
    if isinstance(items, LazyItems):
        return items.date_at(row)
    item = items[row]
    return item.entry.date if isinstance(item, PaperItem) else None


def heads_of(items: Sequence[ListItem]) -> Sequence[int]:
    """Return the rows of the headings."""
    if isinstance(items, LazyItems):
        return items.heads
    return [row for row, item in enumerate(items) if not isinstance(item, PaperItem)]


class Lister(NamedTuple):
    """Makes the rows of lists from the decisions and the order."""

    state: Callable[[Entry], PaperState]
    order: Order
    kept: Collection[str]
    """Keys that stay listed, although they do not belong here any more, until the view is left."""

    def day(self, day: Day, view: DayView) -> list[ListItem]:
        """Return the rows of a day: its digests in path order; a paper that occurs twice has one row."""
        entries = day.entries
        rows = rows_of_day([entry.keys for entry in entries])
        papers = {row: entries[row.entries[0]]._replace(keys=row.keys) for row in rows}
        shown = listed(view, rows, lambda row: self.state(papers[row]).is_new, self.kept)
        items: list[ListItem] = []
        digests = [digest for digest in day.digests if not digest.is_text]
        several = len(digests) > 1
        several_sources = len({digest.source for digest in digests}) > 1
        for digest in digests:
            found = [PaperItem(papers[row], _times(row, entries)) for row in shown if papers[row].digest is digest]
            if found and several:
                items.append(TitleHeading(digest, several_sources))
            items += self._sorted(found)
        return items

    def hits(self, days: Sequence[Day], belongs: Callable[[PaperState], bool]) -> list[ListItem]:
        """Return all papers that belong to a view under their dates; one on several is listed on the newest."""
        fitting = [
            [entry for entry in day.entries if entry.key in self.kept or belongs(self.state(entry))] for day in days
        ]
        firsts = first_occurrences([entry.keys for entries in fitting for entry in entries])
        numbers = count()
        items: list[ListItem] = []
        above: str | None = None
        for day, entries in zip(days, fitting, strict=True):
            found = [PaperItem(entry) for entry in entries if firsts[number := next(numbers)] == number]
            if found:
                # Papers that are gone stand below those that their last date still has.
                if day.id != above:
                    items.append(DateHeading(day))
                above = day.id
                items += self._sorted(found)
        return items

    def _sorted(self, items: list[PaperItem]) -> list[PaperItem]:
        return ordered(items, self.order, paper=_paper, state=lambda item: self.state(item.entry))


def _times(row: DayRow, of_day: Sequence[Entry]) -> int:
    """Return the number of times a paper occurs on a day in the source of its first occurrence there."""
    sources = [of_day[entry].digest.source for entry in row.entries]
    return sources.count(sources[0])


def _paper(item: PaperItem) -> Paper:
    return item.entry.paper
