"""What the two lists show, as values: built here from the session, drawn by the widgets."""

from dataclasses import dataclass

from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Day, PaperState, Status
from digest_tui.ui.listing import Entry, PaperEntry, TextEntry, TitleEntry
from digest_tui.ui.wording import day_label


@dataclass(frozen=True, slots=True)
class DateRow:
    """A day, or a line between days that the cursor passes over."""

    label: str
    count: str = ""
    """Undecided papers as a number, `✓` when none is left, `·` for a day of texts."""
    done: bool = False
    problem: bool = False
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper, a text, or the title of one of several digests of a day."""

    title: str
    number: str = ""
    mark: str = " "
    """`●` while undecided."""
    starred: bool = False
    votes: str = ""
    note: str = ""
    """What else there is to know: `×2`, `read 12-09`, `later`."""
    decided: bool = False
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class DateRows:
    """The rows of the date list, and which row is which day."""

    rows: tuple[DateRow, ...]
    row_of_day: tuple[int, ...]

    def day_at(self, row: int) -> int:
        """The index of the day on a row."""
        return self.row_of_day.index(row)


def date_rows(days: list[Day], library: Library) -> DateRows:
    """Newest first, with a line where another year begins and one above the future."""
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
        rows.append(_date_row(day, library))
    return DateRows(tuple(rows), tuple(row_of_day))


def _date_row(day: Day, library: Library) -> DateRow:
    label = day_label(day)
    if not day.places:
        return DateRow(label, "·", problem=day.has_problems)
    left = library.undecided(day)
    return DateRow(label, str(left) if left else "✓", done=not left, problem=day.has_problems)


def paper_rows(entries: list[Entry], library: Library) -> tuple[PaperRow, ...]:
    """One row for each entry, with what is committed about it."""
    return tuple(_paper_row(entry, library) for entry in entries)


def _paper_row(entry: Entry, library: Library) -> PaperRow:
    match entry:
        case TitleEntry(digest):
            return PaperRow(digest.title, passed_over=True)
        case TextEntry(digest):
            return PaperRow(digest.title, number="·", note="!" if digest.problems else "")
        case PaperEntry(place, times):
            state = library.state(place)
            return PaperRow(
                title=unicode_tex(place.paper.title),
                number=str(place.paper.position),
                mark="●" if state.undecided else " ",
                starred=state.starred,
                votes="" if place.paper.votes is None else str(place.paper.votes),
                note=_note(entry, state, library, times),
                decided=not state.undecided and not state.starred,
            )


def _note(entry: PaperEntry, state: PaperState, library: Library, times: int) -> str:
    here = entry.place.date
    earlier = [day for day in library.catalog.also_on(entry.place) if here and day < here]
    words = [f"×{times}"] if times > 1 else []
    if state.status in (Status.LATER, Status.SKIPPED):
        words.append(state.status.value)
    if earlier:
        words.append(f"{'read' if state.status is Status.READ else 'also'} {earlier[0]:%m-%d}")
    return " ".join(words)
