"""Where the person is: the view, the day, the row; no widgets, so every move can be tested without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.library import Library, Written
from digest_tui.model import Change, Day, Digest, Entry, PaperState
from digest_tui.model.summary import Keys
from digest_tui.session.cursor_rows import UndecidedFlags, neighbours, settled, stepped
from digest_tui.session.date_cursor import DateCursorRows, EmptyDateRow, FileRow, OtherRow
from digest_tui.session.listing import DateHeading, Lister, ListItem, PaperItem, date_at, keys_at
from digest_tui.session.other_rows import OtherRows
from digest_tui.session.pending import PendingChanges
from digest_tui.session.selection import Selection
from digest_tui.session.views import BELONGS, EACH_ONCE, View
from digest_tui.triage.navigation import landing
from digest_tui.triage.order import Order

if TYPE_CHECKING:
    from digest_tui.session.hits import HitRows


class Session:
    """The state of one window."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.reset()

    def reset(self) -> None:
        """Be as a session that was just begun; whoever knows this one goes on knowing it."""
        self.view = View.UNREAD
        self.order = Order.DIGEST
        self.days: list[Day] = []
        """The days with papers."""
        self.day_index = 0
        """The day that is highlighted, or was before something that is no day."""
        self.other_rows = OtherRows()
        self.items: Sequence[ListItem] = []
        self._hits: HitRows | None = None
        """The rows of the last search."""
        self.row: int | None = None
        self.selection = Selection()
        self._kept: set[str] = set()
        """Papers listed since the view was entered: they stay, dimmed, until it is left."""
        self._left: dict[View, tuple[str, tuple[str, ...]]] = {}
        """Day and papers around the cursor of the views that were left."""
        self._before_search: tuple[View, str, tuple[str, ...]] | None = None
        """View, day and papers around the cursor when a search began."""
        self._index_of_date: tuple[list[Day], dict[date | None, int]] = ([], {})
        self._pending = PendingChanges()

    # What is shown

    @property
    def day(self) -> Day | None:
        """The highlighted day."""
        return self.days[self.day_index] if self.days and self.other_row is None else None

    @property
    def other_row(self) -> OtherRow | None:
        """What is highlighted in the date list, where it is no day."""
        return self.other_rows.at

    @property
    def cursor_rows(self) -> DateCursorRows:
        """The rows of the date list on which the cursor may stand."""
        return self.other_rows.cursor_rows

    @property
    def date_cursor(self) -> int | None:
        """Which of them is highlighted."""
        if self.other_row is not None:
            return self.other_rows.row
        return self.cursor_rows.row_of_day(self.day_index) if self.days else None

    @property
    def file(self) -> Digest | None:
        """The file without papers that is highlighted."""
        return self.library.catalog.text(self.other_row.summary) if isinstance(self.other_row, FileRow) else None

    @property
    def item(self) -> ListItem | None:
        """The highlighted row."""
        return None if self.row is None else self.items[self.row]

    @property
    def entry(self) -> Entry | None:
        """The paper that verbs act on."""
        item = None if self.other_row is not None else self.item
        return item.entry if isinstance(item, PaperItem) else None

    @property
    def digest(self) -> Digest | None:
        """The digest of the highlighted row, else the first of the day; the file that is highlighted in its stead."""
        if self.other_row is not None:
            return self.file
        match self.item:
            case PaperItem(entry):
                return entry.digest
            case None | DateHeading():
                digests = self.day.digests if self.day else ()
                return next((digest for digest in digests if not digest.is_text), None)
            case item:
                return item.digest

    @property
    def lists_all_dates(self) -> bool:
        """Whether the list holds papers of all dates, not of the highlighted one."""
        return self.view in BELONGS or self.view is View.SEARCH

    @property
    def hit_rows(self) -> HitRows | None:
        """What a search found, while it is listed."""
        return self._hits if self.items is self._hits else None

    def state(self, entry: Entry) -> PaperState:
        """What the person has decided, committed or not yet."""
        return self.state_of(entry.keys)

    def state_of(self, keys: Keys) -> PaperState:
        """What the person has decided about the paper with these keys, committed or not yet."""
        return self._pending.state(keys[0]) or self.library.state_of(keys)

    def papers(self) -> list[Keys]:
        """The papers of the list, in order, by their keys."""
        if (hits := self.hit_rows) is not None:
            return hits.papers()
        return [item.entry.keys for item in self.items if isinstance(item, PaperItem)]

    def paper_count(self) -> int:
        """How many papers the list has."""
        if (hits := self.hit_rows) is not None:
            return len(hits.arrangement.hits)
        return sum(isinstance(item, PaperItem) for item in self.items)

    def position(self) -> tuple[int, int] | None:
        """Which of the listed papers is under the cursor, counted from 1, and how many there are."""
        if self.row is None or self.entry is None:
            return None
        if (hits := self.hit_rows) is not None:
            return hits.hit_at(self.row) + 1, len(hits.arrangement.hits)
        papers = [isinstance(item, PaperItem) for item in self.items]
        return sum(papers[: self.row + 1]), sum(papers)

    def has_day(self, day_id: str) -> bool:
        """Whether a day is listed."""
        return any(day.id == day_id for day in self.days)

    def knows(self, day_id: str, keys: Sequence[str]) -> bool:
        """Whether a place to come back to is there: a day, or a file without papers."""
        return self.has_day(day_id) or any(self.other_rows.has(key) for key in keys[:1])

    # Digests and states change

    def refresh(self) -> None:
        """Take over what the library has now; the day and the paper stay, or fall to their neighbours."""
        old_day, around = self._day_id, neighbours(self.items, self.row)
        was_beside = self.other_row
        self.days = self.library.days()
        self.other_rows.take(self.days, self.library.catalog.others(), self.library.today())
        if not old_day and was_beside is None and not self.lists_all_dates:
            self.open_day(0)
            return
        index = self._index_of(old_day, -1)
        self.day_index = index if index >= 0 else max(0, min(self.day_index, len(self.days) - 1))
        if isinstance(was_beside, FileRow | EmptyDateRow) and self.other_row is None and was_beside.date is not None:
            # There may be papers on its date now.
            self.day_index = self._index_of(was_beside.date.isoformat(), self.day_index)
        elif was_beside is None and index < 0 and not self.lists_all_dates:
            # Its papers are gone, but not its file.
            self.other_rows.find_date(old_day)
        self.list_rows()
        self.go_to_first_of(around)

    @property
    def is_committing(self) -> bool:
        """Whether changes are on their way."""
        return bool(self._pending)

    def committed(self, changes: tuple[Change, ...], written: Written | None) -> None:
        """The wish came true, or it failed: from now on the store's word counts."""
        self._pending.end(changes)
        if written is not None:
            self.library.decisions.absorb(written)
        self.relist()

    def expect(self, changes: tuple[Change, ...], state_of: Callable[[str], PaperState]) -> None:
        """Count on changes that are being committed."""
        self._pending.add(changes, state_of)

    def relist(self) -> None:
        """List again; the paper under the cursor stays under it."""
        if self.view is View.SEARCH:
            return
        around = neighbours(self.items, self.row)
        self.list_rows()
        self.go_to_first_of(around)

    # Views and places

    def show_view(self, view: View) -> None:
        """Enter a view, at the place where it was left."""
        if self.day is not None:
            self._left[self.view] = self.day.id, self.around()
        self._enter(view)
        day_id, around = self._left.get(view, ("", ()))
        self.day_index = self._index_of(day_id, 0 if self.lists_all_dates else self.day_index)
        self._kept.update(around[:1] if view is View.UNREAD else ())
        self.list_rows()
        self.go_to_first_of(around)

    def restore(self, view: View, day_id: str, around: tuple[str, ...]) -> None:
        """Come back to a place."""
        self._enter(view)
        self.day_index = self._index_of(day_id, 0)
        # The paper one left stays in sight, also when it was decided just before.
        self._kept.update(around[:1])
        if around:
            self.other_rows.find(around[0])
        self.list_rows()
        self.go_to_first_of(around)

    def show_hits(self, hits: HitRows, *, is_new: bool) -> None:
        """List what a search found: a new one from its top, one that was asked again where the cursor is."""
        around = () if is_new and self.view is View.SEARCH else neighbours(self.items, self.row)
        if self.view is not View.SEARCH:
            self._before_search = self.resting_place()
            self._enter(View.SEARCH)
            around = ()
        other_row = None if is_new else self.other_row
        self.items = self._hits = hits
        found = None if is_new else hits.find(around)
        self.row = None
        if (row := settled(self.items, 0) if found is None else found) is not None:
            self.pick(row)
        self.other_rows.at = other_row

    def resting_place(self) -> tuple[View, str, tuple[str, ...]]:
        """View, day and papers around the cursor to come back to another day; of a search those before it."""
        if self.view is View.SEARCH and self._before_search is not None:
            return self._before_search
        return self.view, self._day_id, self.around()

    def leave_search(self) -> bool:
        """Back to what was listed before the search, and whether there was one."""
        if self.view is not View.SEARCH or self._before_search is None:
            return False
        self.restore(*self._before_search)
        return True

    def around(self) -> tuple[str, ...]:
        """The key of the row, then those that stand in for it when it is gone: the ones below, then those above."""
        return (self.other_row.id,) if self.other_row is not None else neighbours(self.items, self.row)

    def sort(self, order: Order) -> None:
        """List in another order."""
        self.order = order
        self.relist()

    def list_whole_day(self) -> bool:
        """List all papers of a day that has none left, and say whether that changed the list."""
        day = self.day
        if self.view is not View.UNREAD or day is None or self.library.undecided(day):
            return False
        self.restore(View.DATE, day.id, ())
        return True

    # Moving

    def open_day(self, index: int) -> None:
        """Highlight a day, on its first undecided paper, else its first."""
        self.other_rows.at = None
        if not self.days:
            self.day_index, self.items, self.row = 0, [], None
            return
        if self.view is View.DATE and index != self.day_index:
            self._enter(View.UNREAD)
        self.day_index = index
        self.selection.clear()
        if not self.lists_all_dates:
            self.list_rows()
            self.row = settled(self.items, landing(self.flags(self.items)))

    def move_day(self, by: int) -> bool:
        """Highlight another row of the date list, and say whether there was one."""
        here = self.date_cursor
        if here is None or (row := max(0, min(here + by, len(self.cursor_rows) - 1))) == here:
            return False
        self.open_date_row(row)
        return True

    def open_date_row(self, row: int) -> None:
        """Highlight a row of the date list."""
        if self.other_rows.highlight(row):
            self._leave_days()
        else:
            self.open_day(self.cursor_rows.days_above(row))

    def open_empty(self, day: date) -> None:
        """Highlight a date without papers."""
        self._enter(View.UNREAD)
        self.other_rows.ask(day)
        self._leave_days()

    def open_first_file(self) -> None:
        """Highlight the first file without papers, for want of any with some."""
        if self.other_rows.open_first():
            self._leave_days()

    def jump_to_day(self) -> bool:
        """In a list of all dates go to the first paper of the highlighted one, and say whether it has any."""
        if self.day is None:
            return False
        day_id = self.day.id
        index = next((i for i, e in enumerate(self.items) if isinstance(e, DateHeading) and e.day.id == day_id), None)
        if index is None:
            return False
        self.pick(index + 1)
        return True

    def move(self, by: int) -> bool:
        """Move by rows, over titles, not further than the ends; say whether that moved."""
        if self.row is None:
            return False
        target = stepped(self.items, self.row, by)
        moved = target != self.row
        self.pick(target)
        return moved

    def pick(self, row: int) -> None:
        """Highlight a row."""
        self.other_rows.at = None
        self.row = settled(self.items, row)
        if self.selection.extends:
            keys = None if self.row is None else keys_at(self.items, self.row)
            self.selection.reach([paper[0] for paper in self.papers()], keys[0] if keys else "")
        if self.lists_all_dates and self.row is not None:
            self.day_index = self._date_index.get(date_at(self.items, self.row), self.day_index)

    # For those who walk

    def list_rows(self) -> None:
        """Make the rows of the list; beside the days there are only those of a list of all dates."""
        self.items = self.rows_of(self.days[self.day_index] if self.lists_all_dates and self.days else self.day)
        if self.view not in EACH_ONCE:
            self._kept.update(keys[0] for keys in self.papers())

    def rows_of(self, day: Day | None) -> Sequence[ListItem]:
        """The rows that the list would have on a day; papers that are gone are listed where there is none, too."""
        if self.view is View.SEARCH:
            return self.items
        lister = Lister(self.state, self.order, self._kept)
        if (belongs := BELONGS.get(self.view)) is not None:
            return lister.hits(self.library.belonging(belongs, self._kept), belongs)
        if day is None:
            return []
        whole = self.view is View.ALL or (self.view is View.DATE and day is self.day)
        return lister.day(day, "all" if whole else "unread")

    def flags(self, items: Sequence[ListItem]) -> Sequence[bool]:
        """For each row whether it is an undecided paper; found out when it is asked for."""
        return UndecidedFlags(items, self.state_of)

    def go_to_first_of(self, around: tuple[str, ...]) -> None:
        """Highlight the first of these rows that is listed, else the first row."""
        if (hits := self.hit_rows) is not None:
            found = hits.find(around)
            self.row = settled(self.items, 0) if found is None else found
            return
        rows = {item.id: index for index, item in enumerate(self.items)}
        listed = [rows[key] for key in around if key in rows]
        self.row = listed[0] if listed else settled(self.items, 0)

    # Inside

    def _leave_days(self) -> None:
        self.selection.clear()
        if not self.lists_all_dates:
            self.items, self.row = [], None

    @property
    def _day_id(self) -> str:
        return self.days[self.day_index].id if self.days else ""

    def _enter(self, view: View) -> None:
        self.view = view
        self.other_rows.at = None
        self._kept = set()
        self.selection.clear()

    def _index_of(self, day_id: str, otherwise: int) -> int:
        return next((index for index, day in enumerate(self.days) if day.id == day_id), otherwise)

    @property
    def _date_index(self) -> dict[date | None, int]:
        if self._index_of_date[0] is not self.days:
            self._index_of_date = self.days, {day.date: index for index, day in enumerate(self.days)}
        return self._index_of_date[1]
