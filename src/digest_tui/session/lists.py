"""Two lists and their cursors: dates, and the papers of one of them or of all; no widgets, so all of it can be tested.

What is listed depends on the view, on the order and on what was decided, also while that is being committed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.library import Library
from digest_tui.model import Day, Digest, Entry, PaperState
from digest_tui.model.facet import Facet
from digest_tui.model.summary import Keys
from digest_tui.session.cursor_rows import NewFlags
from digest_tui.session.date_cursor import DateCursorRows, FileRow, OtherRow
from digest_tui.session.dates import Dates
from digest_tui.session.list_cursor import ListCursor
from digest_tui.session.listing import DateHeading, GroupHeading, Lister, ListItem, PaperItem, date_at, keys_at
from digest_tui.session.pending import PendingChanges
from digest_tui.session.selection import Selection
from digest_tui.session.views import BELONGS, EACH_ONCE, View
from digest_tui.triage.navigation import landing
from digest_tui.triage.order import Order

if TYPE_CHECKING:
    from digest_tui.session.cards import CardRun

ANOTHER_DAY, ANOTHER_LIST, ANOTHER_ORDER = "another day", "another list", "another order"
"""Why a selection was dropped."""


class Lists:
    """The dates and the papers of one window."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.order = Order.named(library.recall("order"))
        self.reset()

    def reset(self) -> None:
        """Return to the beginning, in the same order; whoever holds this object keeps a valid one."""
        self.view = View.NEW
        self.dates = Dates()
        self.listed = ListCursor()
        self.selection = Selection()
        self.pending = PendingChanges()
        self.lens: Facet | None = None
        """The facet of every paper that is shown instead of the whole."""
        self.lens_aside: Facet | None = None
        """The lens that is back once the paper is left that is read whole meanwhile."""
        self.cards: CardRun | None = None
        """The cards that were opened last."""
        self._kept: set[str] = set()
        """Papers listed since the view was entered: they stay, dimmed, until it is left."""

    # What is shown

    @property
    def days(self) -> list[Day]:
        """The days with papers."""
        return self.dates.days

    @property
    def day(self) -> Day | None:
        """The highlighted day."""
        return self.dates.day

    @property
    def day_index(self) -> int:
        """The index of the day that is highlighted, or was before a row that is no day."""
        return self.dates.day_index

    @property
    def other_row(self) -> OtherRow | None:
        """The highlighted row of the date list, while it is no day."""
        return self.dates.other

    @property
    def cursor_rows(self) -> DateCursorRows:
        """The rows of the date list on which the cursor may stand."""
        return self.dates.cursor_rows

    @property
    def items(self) -> Sequence[ListItem]:
        """The rows of the paper list."""
        return self.listed.items

    @property
    def row(self) -> int | None:
        """The row under its cursor."""
        return self.listed.row

    @property
    def file(self) -> Digest | None:
        """The file without papers that is highlighted."""
        return self.library.catalog.text(self.other_row.summary) if isinstance(self.other_row, FileRow) else None

    @property
    def entry(self) -> Entry | None:
        """The paper that verbs act on."""
        item = None if self.other_row is not None else self.listed.item
        return item.entry if isinstance(item, PaperItem) else None

    @property
    def digest(self) -> Digest | None:
        """The digest of the highlighted row, else the first of the day; the file that is highlighted in its stead."""
        if self.other_row is not None:
            return self.file
        match self.listed.item:
            case PaperItem(entry):
                return entry.digest
            case None | DateHeading() | GroupHeading():
                digests = self.day.digests if self.day else ()
                return next((digest for digest in digests if not digest.is_text), None)
            case item:
                return item.digest

    @property
    def lists_all_dates(self) -> bool:
        """True while the list holds papers of all dates, not of the highlighted one."""
        return self.view in BELONGS or self.view in (View.SEARCH, View.CARDS)

    @property
    def lists_done_day(self) -> bool:
        """True while a day is listed, all of whose papers are decided."""
        day = None if self.lists_all_dates else self.day
        return day is not None and bool(self.items) and not self.library.new_count(day)

    @property
    def is_day_decided(self) -> bool:
        """True while a day is listed, all of whose papers are decided, committed or not yet."""
        is_day = self.day is not None and self.other_row is None and not self.lists_all_dates
        return is_day and bool(self.items) and not any(self.flags(self.items))

    def state(self, entry: Entry) -> PaperState:
        """Return the person's decision about a paper, committed or not yet."""
        return self.state_of(entry.keys)

    def state_of(self, keys: Keys) -> PaperState:
        """Return the person's decision about the paper with these keys, committed or not yet."""
        return self.pending.state(keys[0]) or self.library.state_of(keys)

    def put_lens_aside(self) -> None:
        """Show whole papers for a while."""
        self.lens_aside, self.lens = self.lens or self.lens_aside, None

    def bring_lens_back(self) -> None:
        """Show what was shown before of every paper; a lens that was chosen meanwhile stays."""
        self.lens, self.lens_aside = self.lens or self.lens_aside, None

    # Moving

    def open_day(self, index: int) -> None:
        """Highlight a day, on its first new paper, else its first."""
        was_other = self.dates.other is not None
        self.dates.other = None
        if not self.days:
            self.dates.day_index = 0
            self.selection.leave(ANOTHER_DAY)
            self.listed.empty()
            return
        if not self.lists_all_dates and (index != self.day_index or was_other):
            self.selection.leave(ANOTHER_DAY)
        if self.view is View.DATE and index != self.day_index:
            self._enter(View.NEW)
        self.dates.day_index = index
        if not self.lists_all_dates:
            self.list_rows()
            self.listed.settle(landing(self.flags(self.items)))

    def open_day_on(self, index: int, keys: Sequence[str]) -> bool:
        """Highlight a day on the first of these papers, also where that was decided; True when it is there."""
        self.open_day(index)
        self._kept.update(keys)
        self.list_rows()
        if (row := self.listed.row_of(keys)) is not None:
            self.pick(row)
        return row is not None

    def move_day(self, by: int) -> bool:
        """Highlight another row of the date list, and return True when there was one."""
        if (row := self.dates.row_moved(by)) is not None:
            self.open_date_row(row)
        return row is not None

    def open_date_row(self, row: int) -> None:
        """Highlight a row of the date list."""
        if self.dates.highlight(row):
            self._leave_days()
        else:
            self.open_day(self.cursor_rows.days_above(row))

    def open_empty(self, day: date) -> None:
        """Highlight a date without papers."""
        self._enter(View.NEW)
        self.dates.ask(day)
        self._leave_days()

    def open_first_file(self) -> None:
        """Highlight the first file without papers, for want of any with some."""
        if self.dates.open_first():
            self._leave_days()

    def move(self, by: int) -> bool:
        """Move by rows, over titles, not further than the ends, and return True when that moved."""
        if self.row is None:
            return False
        target = self.listed.stepped(by)
        before = self.row
        self.pick(target)
        return before != target

    def pick(self, row: int) -> None:
        """Highlight a row."""
        self.dates.other = None
        self.listed.settle(row)
        if self.selection.extends:
            keys = None if self.row is None else keys_at(self.items, self.row)
            self.selection.reach([paper[0] for paper in self.listed.papers()], keys[0] if keys else "")
        if self.lists_all_dates and self.row is not None:
            self.dates.go_to_date(date_at(self.items, self.row))

    def around(self) -> tuple[str, ...]:
        """Return the key of the row, then those that stand in for it when it is gone: those below, then those above."""
        return (self.other_row.id,) if self.other_row is not None else self.listed.around()

    # Rows

    def list_rows(self) -> None:
        """Make the rows of the list; on a row that is no day there are only those of a list of all dates."""
        self.listed.items = self.rows_of(self.days[self.day_index] if self.lists_all_dates and self.days else self.day)
        if self.view not in EACH_ONCE:
            self._kept.update(keys[0] for keys in self.listed.papers())
        # A list of all dates stands beside the days of its papers only.
        is_beside = self.lists_all_dates and self.view is not View.CARDS
        self.dates.show_only(self.listed.counts_by_day().keys() if is_beside else None)
        self.keep_selection()

    def keep_selection(self) -> None:
        """Drop from the selection what is not listed any more."""
        if self.selection:
            self.selection.keep({key for keys in self.listed.papers() for key in keys})

    def rows_of(self, day: Day | None) -> Sequence[ListItem]:
        """Return the rows that the list would have on a day; papers that are gone are listed without one too."""
        if self.view is View.SEARCH:
            return self.items
        if self.view is View.CARDS:
            return self.cards.rows(self.library.catalog) if self.cards is not None else []
        lister = Lister(self.state, self.order, self._kept)
        if (belongs := BELONGS.get(self.view)) is not None:
            return lister.hits(self.library.belonging(belongs, self._kept), belongs)
        if day is None:
            return []
        whole = self.view is View.ALL or (self.view is View.DATE and day is self.day)
        return lister.day(day, "all" if whole else "new")

    def flags(self, items: Sequence[ListItem]) -> Sequence[bool]:
        """Return a flag for each row, True for a new paper; found out when it is asked for."""
        return NewFlags(items, self.state_of)

    def relist(self) -> None:
        """List again; the paper under the cursor stays under it."""
        if self.view in (View.SEARCH, View.CARDS):
            return
        around = self.listed.around()
        self.list_rows()
        self.listed.go_to_first_of(around)

    # Inside

    def _leave_days(self) -> None:
        if not self.lists_all_dates:
            self.selection.leave(ANOTHER_DAY)
            self.listed.empty()

    def _enter(self, view: View) -> None:
        self.view, self.dates.other = view, None
        if not self.lists_all_dates:
            self.dates.show_only(None)
        self._kept = set()
        self.selection.leave(ANOTHER_LIST)
