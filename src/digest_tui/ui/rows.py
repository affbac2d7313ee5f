"""What the two lists and the status line show, as values: made here from the session, drawn by the widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Day, PaperState, Place, Status
from digest_tui.model.known import NO_LONGER
from digest_tui.model.periods import worded_or_undated
from digest_tui.triage.order import Order
from digest_tui.ui.listing import DateEntry, Entry, PaperEntry, TextEntry, TitleEntry
from digest_tui.ui.paint.cells import fit
from digest_tui.ui.session import Session
from digest_tui.ui.views import View
from digest_tui.ui.wording import day_label, day_title

if TYPE_CHECKING:
    from digest_tui.search.excerpts import Excerpt
    from digest_tui.search.finds import Finds

SOURCE_CELLS = 8
"""Room for the name of another source in the note of a paper."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """A day, or a line between days that the cursor passes over."""

    label: str
    count: str = ""
    """Undecided papers as a number, `✓` when none is left, `·` for a day of texts; in a list of all dates its hits."""
    done: bool = False
    problem: bool = False
    passed_over: bool = False


class PaperRow(NamedTuple):
    """A paper, a text, or a title or date above others."""

    title: str
    number: str = ""
    mark: str = " "
    """`●` while undecided."""
    starred: bool = False
    votes: str = ""
    note: str = ""
    """What else there is to know: `×2`, `+blog`, `read 12-09`, `later`; beside a title its source."""
    decided: bool = False
    selected: bool = False
    passed_over: bool = False
    tint: int | None = None
    """The colour of the note where it names a source: its index among all sources."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """Where in the title a search found something: characters `[start, end)`."""
    excerpt: Excerpt | None = None
    """The sentence in which it found something."""
    below: str = ""
    """What is said of it on a line of its own."""


RowT = TypeVar("RowT")


class Rows(Sequence[RowT]):
    """Rows that are made when they are looked at."""

    def __init__(self, count: int, make: Callable[[int], RowT]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, row: int) -> RowT: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[RowT]: ...
    def __getitem__(self, row: int | slice) -> RowT | Sequence[RowT]:
        if isinstance(row, slice):
            return [self._make(index) for index in range(*row.indices(self._count))]
        return self._make(range(self._count)[row])


class DateRows:
    """The rows of the date list, and which row is which day."""

    def __init__(self, days: Sequence[Day] = ()) -> None:
        self.days = days
        self.row_of_day: list[int] = []
        self._at: list[int | str] = []
        """For each row the index of its day, or the words of a line between days."""
        year = days[0].date.year if days and days[0].date else None
        future = False
        for index, day in enumerate(days):
            if day.future and not future:
                future = True
                self._at.append("future")
            elif day.date and not day.future and day.date.year != year:
                year = day.date.year
                self._at.append(str(year))
            self.row_of_day.append(len(self._at))
            self._at.append(index)

    def day_at(self, row: int) -> int:
        """The index of the day on a row."""
        return self.row_of_day.index(row)

    def rows(self, session: Session) -> Rows[DateRow]:
        """Newest first, with a line where another year begins and one above the future."""
        hits = _hits(session) if session.lists_all_dates else None

        def make(row: int) -> DateRow:
            at = self._at[row]
            if isinstance(at, str):
                return DateRow(at, passed_over=True)
            day = self.days[at]
            return _date_row(day, session.library) if hits is None else _hits_row(day, hits)

        return Rows(len(self._at), make)


def paper_rows(session: Session, finds: Finds | None = None) -> Rows[PaperRow]:
    """One row for each entry, with what is committed about it, and what a search found in it."""
    entries, library, selected = session.entries, session.library, session.selection.keys

    def make(row: int) -> PaperRow:
        entry = entries[row]
        drawn = _paper_row(entry, library, selected)
        return _with_finds(drawn, entry.place, library, finds) if finds and isinstance(entry, PaperEntry) else drawn

    return Rows(len(entries), make)


def _with_finds(row: PaperRow, place: Place, library: Library, finds: Finds) -> PaperRow:
    return row._replace(title_marks=finds.in_title(row.title), excerpt=finds.excerpt(place, library.state(place)))


def status(session: Session) -> str:
    """View, position, order and what is left."""
    day = session.day
    if day is None and not session.lists_all_dates:
        return ""
    parts = ["all of the day" if session.view is View.DATE else session.view.value]
    if (position := session.position()) is not None:
        parts.append("/".join(map(str, position)))
    if session.selection:
        parts.append(f"{len(session.selection.keys)} selected")
    if session.order is not Order.DIGEST:
        parts.append(session.order.value)
    if day is not None and day.has_papers and not session.lists_all_dates:
        left = session.library.undecided(day)
        parts.append(f"{left} left" if left else "day done")
    return " · ".join(parts)


def _hits(session: Session) -> dict[str, int]:
    if session.hit_rows is not None:
        return session.hit_rows.arrangement.counts
    counts: dict[str, int] = {}
    day_id = ""
    for entry in session.entries:
        if isinstance(entry, DateEntry):
            day_id = entry.day.id
        else:
            counts[day_id] = counts.get(day_id, 0) + 1
    return counts


def _hits_row(day: Day, hits: dict[str, int]) -> DateRow:
    count = hits.get(day.id, 0)
    return DateRow(day_label(day), str(count) if count else "", done=not count)


def _date_row(day: Day, library: Library) -> DateRow:
    label = day_label(day)
    if not day.has_papers:
        return DateRow(label, "·", problem=day.has_problems)
    left = library.undecided(day)
    return DateRow(label, str(left) if left else "✓", done=not left, problem=day.has_problems)


def _paper_row(entry: Entry, library: Library, selected: frozenset[str]) -> PaperRow:
    match entry:
        case DateEntry(day, label):
            return PaperRow(day_title(day), note=label, passed_over=True)
        case TitleEntry(digest, names_source=True):
            tint = [source.name for source in library.sources].index(digest.source)
            return PaperRow(digest.title, note=digest.source, tint=tint, passed_over=True)
        case TitleEntry(digest):
            return PaperRow(digest.title, passed_over=True)
        case TextEntry(digest):
            return PaperRow(digest.title, number="·", note="!" if digest.problems else "")
        case PaperEntry(place, times, is_dated):
            state = library.state(place)
            return PaperRow(
                title=unicode_tex(place.paper.title),
                number="" if place.is_gone else str(place.number),
                mark="●" if state.undecided else " ",
                starred=state.starred,
                votes="" if place.paper.votes is None else str(place.paper.votes),
                note=" ".join(filter(None, (_note(place, state, library, times), _day(place) if is_dated else ""))),
                decided=not state.undecided and not state.starred,
                selected=place.key in selected,
                below=NO_LONGER if place.is_gone else "",
            )


def _day(place: Place) -> str:
    return (
        f"{place.date:%y-%m-%d}"
        if place.date and place.period == "day"
        else worded_or_undated(place.date, place.period)
    )


def _note(place: Place, state: PaperState, library: Library, times: int) -> str:
    here = place.date
    elsewhere = library.catalog.elsewhere(place)
    earlier = [(other.date, other.period) for other in elsewhere if here and other.date and other.date < here]
    others = sorted({other.source for other in elsewhere if other.date == here} - {place.digest.source})
    words = [f"×{times}"] if times > 1 else []
    if others:
        words.append(f"+{len(others)} sources" if len(others) > 1 else f"+{fit(others[0], SOURCE_CELLS)}")
    if state.status in (Status.LATER, Status.SKIPPED):
        words.append(state.status.value)
    words += [f"#{tag}" for tag in state.tags]
    if earlier:
        day, period = earlier[0]
        shown = f"{day:%m-%d}" if period == "day" else worded_or_undated(day, period)
        words.append(f"{'read' if state.status is Status.READ else 'also'} {shown}")
    return " ".join(words)
