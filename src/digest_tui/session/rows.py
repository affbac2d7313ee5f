"""The contents of the paper list, its heading and the status line, as values: made here, drawn by the widgets."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from digest_tui.counts import counted
from digest_tui.library import Library
from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Entry, PaperState
from digest_tui.model.facet import Facet
from digest_tui.model.known import NO_LONGER
from digest_tui.model.periods import worded_or_undated
from digest_tui.session import wording
from digest_tui.session.listing import DateHeading, GroupHeading, ListItem, PaperItem, TitleHeading, heads_of
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.text import one_line
from digest_tui.triage.order import Order

if TYPE_CHECKING:
    from digest_tui.search.excerpts import Excerpt
    from digest_tui.search.finds import Finds

NOTE_WORDS = 200
"""Characters of a person's note of which a row shows as many as fit."""
SOURCE_CELLS = 8
"""Room for the name of another source in the note of a paper."""


class SheetPart(NamedTuple):
    """Text of one paper on the day sheet."""

    text: str
    facet: Facet | None = None
    """The facet that is named before it."""
    is_missing: bool = False
    """True where it stands in for a facet that the paper has not."""
    strong: tuple[tuple[int, int], ...] = ()
    """Words in bold: characters `[start, end)`."""
    finds: tuple[tuple[int, int], ...] = ()
    """Matches of a search."""


class SheetText(NamedTuple):
    """What the day sheet shows of one paper."""

    parts: tuple[SheetPart, ...]
    facets: tuple[Facet, ...] = ()
    """Those that the paper has."""


class PaperRow(NamedTuple):
    """A paper, or a heading above others."""

    title: str
    number: str = ""
    mark: str = ""
    """The name of its mark: `new`, `starred`, whatever else was decided, `read`, `later` or `skipped`."""
    votes: str = ""
    note: str = ""
    """Anything else to know: `×2`, `+blog`, `also 12-09`, `#tag`; for a title its source."""
    decided: bool = False
    selected: bool = False
    passed_over: bool = False
    head: int | None = None
    """The row of the heading that it is under."""
    tint: int | None = None
    """The colour of the note where it names a source: its index among all sources."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """Matches of a search in the title: characters `[start, end)`."""
    when: str = ""
    """The date of a paper that is not under one."""
    excerpt: Excerpt | None = None
    """The sentence with a match."""
    own_note: str = ""
    """The first words of the person's note."""
    below: str = ""
    """Text on a line of its own below."""
    closing: tuple[str, ...] = ()
    """Below the papers of a day that is done: how many of them were read, skipped and so on."""
    leads_to: str = ""
    """There too: where `n` goes."""
    id: str = ""
    """The key of the paper."""
    sheet: SheetText | None = None
    """On the day sheet: what stands beside it there."""


Fit = Callable[[str, int], str]
"""Cuts a text to a number of cells."""
RowT = TypeVar("RowT")


class Rows(Sequence[RowT]):
    """Rows that are made when they are needed."""

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


def paper_rows(session: Session, finds: Finds | None = None, fit: Fit = one_line) -> Rows[PaperRow]:
    """Return one row for each entry, with its committed decision, and its matches in a search.

    `fit` cuts a name to a number of cells: only who draws knows how wide a text is.
    """
    items, library, selected = session.items, session.library, session.selection.keys
    heads = heads_of(items)

    def make(row: int) -> PaperRow:
        item = items[row]
        drawn = _paper_row(item, library, selected, fit)
        if not isinstance(item, PaperItem):
            return drawn
        if above := bisect(heads, row):
            drawn = drawn._replace(head=heads[above - 1])
        return _with_finds(drawn, item.entry, library, finds) if finds else drawn

    return Rows(len(items), make)


def _with_finds(row: PaperRow, entry: Entry, library: Library, finds: Finds) -> PaperRow:
    excerpt = finds.excerpt(entry, library.state(entry))
    own_note = "" if excerpt is not None and excerpt.label == "note" else row.own_note
    return row._replace(title_marks=finds.in_title(row.title), excerpt=excerpt, own_note=own_note)


def status(session: Session) -> str:
    """Return view, position, order and the number of new papers."""
    if session.other_row is not None and not session.lists_all_dates:
        return "no papers"
    day = session.day
    if day is None and not session.lists_all_dates:
        return ""
    parts = ["all of this day" if session.view is View.DATE else session.view.value]
    if session.entry is not None and (position := session.listed.position()) is not None:
        parts.append("/".join(map(str, position)))
    if session.order is not Order.DIGEST:
        parts.append(session.order.value)
    if day is not None and not session.lists_all_dates:
        new = session.library.new_count(day)
        # That it is done stands below its papers.
        parts += [f"{new:,} new"] if new else []
    return " · ".join(parts)


def selection_words(session: Session) -> tuple[str, str]:
    """Return the sentence about the selection, or about the one that was just dropped, and its short form."""
    selection = session.selection
    if not selection:
        return selection.news, selection.news
    count = f"{len(selection.keys)} selected"
    if selection.news:
        return f"{count} · {selection.news}", count
    return f"{count}: r s x d t y E act on them · Esc drops them", count


class ListHeading(NamedTuple):
    """What stands above the papers."""

    name: str
    size: str = ""
    done: tuple[int, int] | None = None
    """Of how many papers how many are decided."""


def heading(session: Session, query: str | None) -> ListHeading:
    """Return the name of the list, and its size; in a search `query` is what found it."""
    if query is not None:
        return ListHeading(f"/{query}", _size(session))
    if session.lists_all_dates:
        return ListHeading(session.view.value.capitalize(), _size(session))
    if session.other_row is not None:
        return ListHeading(wording.other_row_title(session.other_row))
    day = session.day
    if day is None:
        return ListHeading("Papers")
    if not day.has_papers:
        return ListHeading(wording.day_heading(day))
    total = session.library.count(day)
    done = total - session.library.new_count(day)
    return ListHeading(wording.day_heading(day), wording.done_count(done, total), (done, total))


def _size(session: Session) -> str:
    # An empty list says so itself.
    return counted(session.listed.paper_count(), "paper") if session.items else ""


def page_heading(session: Session, *, is_preface: bool, is_closed: bool = False) -> str:
    """Return `5/13 · Daily Papers`: the place of the paper that is read, and its digest.

    With `is_closed` no paper is read: the closing card is about all of them.
    """
    digest = session.digest
    if digest is None or (session.entry is None and session.other_row is None and not is_preface):
        return "Reader"
    title = wording.without_date(digest.title, digest.date)
    if is_preface:
        return f"{title} · preface and afterword"
    position = session.listed.position() if session.entry is not None and not is_closed else None
    return f"{'/'.join(map(str, position))} · {title}" if position else title


def _paper_row(item: ListItem, library: Library, selected: frozenset[str], fit: Fit) -> PaperRow:
    match item:
        case DateHeading(day):
            return PaperRow(wording.day_heading(day), passed_over=True)
        case GroupHeading(words, hits):
            return PaperRow(f"{words} · {hits:,}", passed_over=True)
        case TitleHeading(digest, names_source=True):
            tint = [source.name for source in library.sources].index(digest.source)
            return PaperRow(digest.title, note=digest.source, tint=tint, passed_over=True)
        case TitleHeading(digest):
            return PaperRow(digest.title, passed_over=True)
        case PaperItem(entry, times, is_dated):
            state = library.state(entry)
            return PaperRow(
                title=unicode_tex(entry.paper.title),
                number="" if entry.is_gone else str(entry.number),
                mark="starred" if state.starred else "new" if state.is_new else state.status.value,
                votes="" if entry.paper.votes is None else str(entry.paper.votes),
                note=_note(entry, state, library, times, fit),
                when=wording.day_of_hit(entry.date, entry.period, library.today()) if is_dated else "",
                decided=not state.is_new and not state.starred,
                selected=not selected.isdisjoint(entry.keys),
                own_note=one_line(state.note, NOTE_WORDS),
                below=NO_LONGER if entry.is_gone else "",
                id=item.id,
            )


def _note(entry: Entry, state: PaperState, library: Library, times: int, fit: Fit) -> str:
    here = entry.date
    elsewhere = library.catalog.elsewhere(entry)
    earlier = [(other.date, other.period) for other in elsewhere if here and other.date and other.date < here]
    others = sorted({other.source for other in elsewhere if other.date == here} - {entry.digest.source})
    words = [f"×{times}"] if times > 1 else []
    if others:
        words.append(f"+{counted(len(others), 'source')}" if len(others) > 1 else f"+{fit(others[0], SOURCE_CELLS)}")
    if earlier:
        day, period = earlier[0]
        words.append(f"also {day:%m-%d}" if period == "day" else f"also {worded_or_undated(day, period)}")
    # Where there is no room the last are cut.
    return " ".join((*words, *(f"#{tag}" for tag in state.tags)))
