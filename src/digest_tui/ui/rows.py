"""What the two lists and the status line show, as values: made here from the session, drawn by the widgets."""

from dataclasses import dataclass

from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Day, PaperState, Place, Status
from digest_tui.triage.order import Order
from digest_tui.ui.listing import DateEntry, Entry, PaperEntry, TextEntry, TitleEntry
from digest_tui.ui.paint.cells import fit
from digest_tui.ui.session import Session, View
from digest_tui.ui.wording import day_label, day_title

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


@dataclass(frozen=True, slots=True)
class PaperRow:
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


@dataclass(frozen=True, slots=True)
class DateRows:
    """The rows of the date list, and which row is which day."""

    rows: tuple[DateRow, ...] = ()
    row_of_day: tuple[int, ...] = ()

    def day_at(self, row: int) -> int:
        """The index of the day on a row."""
        return self.row_of_day.index(row)


def date_rows(session: Session) -> DateRows:
    """Newest first, with a line where another year begins and one above the future."""
    days = session.days
    hits = _hits(session) if session.lists_all_dates else None
    rows: list[DateRow] = []
    row_of_day = []
    year = days[0].date.year if days and days[0].date else None
    future = False
    for day in days:
        if day.future and not future:
            future = True
            rows.append(DateRow("future", passed_over=True))
        elif day.date and not day.future and day.date.year != year:
            year = day.date.year
            rows.append(DateRow(str(year), passed_over=True))
        row_of_day.append(len(rows))
        rows.append(_date_row(day, session.library) if hits is None else _hits_row(day, hits))
    return DateRows(tuple(rows), tuple(row_of_day))


def paper_rows(session: Session) -> tuple[PaperRow, ...]:
    """One row for each entry, with what is committed about it."""
    selected = session.selection.keys
    return tuple(_paper_row(entry, session.library, selected) for entry in session.entries)


def status(session: Session) -> str:
    """View, position, order and what is left."""
    day = session.day
    if day is None:
        return ""
    papers = session.papers()
    parts = ["all of the day" if session.view is View.DATE else session.view.value]
    if session.place in papers:
        parts.append(f"{papers.index(session.place) + 1}/{len(papers)}")
    if session.selection:
        parts.append(f"{len(session.selection.keys)} selected")
    if session.order is not Order.DIGEST:
        parts.append(session.order.value)
    if day.places and not session.lists_all_dates:
        left = session.library.undecided(day)
        parts.append(f"{left} left" if left else "day done")
    return " · ".join(parts)


def _hits(session: Session) -> dict[str, int]:
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
    if not day.places:
        return DateRow(label, "·", problem=day.has_problems)
    left = library.undecided(day)
    return DateRow(label, str(left) if left else "✓", done=not left, problem=day.has_problems)


def _paper_row(entry: Entry, library: Library, selected: frozenset[str]) -> PaperRow:
    match entry:
        case DateEntry(day):
            return PaperRow(day_title(day), passed_over=True)
        case TitleEntry(digest, names_source=True):
            tint = [source.name for source in library.sources].index(digest.source)
            return PaperRow(digest.title, note=digest.source, tint=tint, passed_over=True)
        case TitleEntry(digest):
            return PaperRow(digest.title, passed_over=True)
        case TextEntry(digest):
            return PaperRow(digest.title, number="·", note="!" if digest.problems else "")
        case PaperEntry(place, times):
            state = library.state(place)
            return PaperRow(
                title=unicode_tex(place.paper.title),
                number=str(place.number),
                mark="●" if state.undecided else " ",
                starred=state.starred,
                votes="" if place.paper.votes is None else str(place.paper.votes),
                note=_note(place, state, library, times),
                decided=not state.undecided and not state.starred,
                selected=place.key in selected,
            )


def _note(place: Place, state: PaperState, library: Library, times: int) -> str:
    here = place.date
    elsewhere = library.catalog.elsewhere(place)
    earlier = [other.date for other in elsewhere if here and other.date and other.date < here]
    others = sorted({other.digest.source for other in elsewhere if other.date == here} - {place.digest.source})
    words = [f"×{times}"] if times > 1 else []
    if others:
        words.append(f"+{len(others)} sources" if len(others) > 1 else f"+{fit(others[0], SOURCE_CELLS)}")
    if state.status in (Status.LATER, Status.SKIPPED):
        words.append(state.status.value)
    if earlier:
        words.append(f"{'read' if state.status is Status.READ else 'also'} {earlier[0]:%m-%d}")
    return " ".join(words)
