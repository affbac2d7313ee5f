"""Where the person is: the view, the day, the row; no widgets, so every move can be tested without a screen."""

from __future__ import annotations

from enum import StrEnum

from digest_tui.library import Library, Written
from digest_tui.model import Change, Day, Digest, PaperState, Place, Status
from digest_tui.triage import walk
from digest_tui.triage.verbs import Deed
from digest_tui.triage.views import DayView
from digest_tui.ui import wording
from digest_tui.ui.listing import Entry, PaperEntry, TitleEntry, list_day
from digest_tui.ui.rows import DateRows, PaperRow, date_rows, paper_rows


class View(StrEnum):
    """Which papers of a day are listed."""

    UNREAD = "unread"
    """The undecided ones, and those listed since the view was entered."""
    DATE = "date"
    """Everything of the one date that was asked for."""


class Session:
    """The state of one window."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.view = View.UNREAD
        self.days: list[Day] = []
        self.day_index = 0
        self.entries: list[Entry] = []
        self.row: int | None = None
        self._kept: set[str] = set()
        """Papers listed since the view was entered: decided ones stay, dimmed, until it is left."""
        self._expected: dict[str, tuple[PaperState, tuple[Change, ...]]] = {}
        """What keys that are not committed yet will make of papers: the next key counts on it."""
        self._announced: walk.Row | None = None
        """Where `n` said it would go."""

    # What is shown

    @property
    def day(self) -> Day | None:
        """The highlighted day."""
        return self.days[self.day_index] if self.days else None

    @property
    def entry(self) -> Entry | None:
        """The highlighted row."""
        return None if self.row is None else self.entries[self.row]

    @property
    def place(self) -> Place | None:
        """The paper that verbs act on."""
        entry = self.entry
        return entry.place if isinstance(entry, PaperEntry) else None

    @property
    def digest(self) -> Digest | None:
        """The digest of the highlighted row, else the first of the day."""
        entry = self.entry
        if isinstance(entry, PaperEntry):
            return entry.place.digest
        if entry is not None:
            return entry.digest
        return self.day.digests[0] if self.day else None

    def state(self, place: Place) -> PaperState:
        """What the person has decided, committed or not yet."""
        expected = self._expected.get(place.key)
        return expected[0] if expected else self.library.state(place)

    def status(self) -> str:
        """View, position and what is left, for the status line."""
        if self.day is None:
            return ""
        papers = [index for index, entry in enumerate(self.entries) if isinstance(entry, PaperEntry)]
        parts = [self.view.value if self.view is View.UNREAD else "all of the day"]
        if self.row in papers:
            parts.append(f"{papers.index(self.row) + 1}/{len(papers)}")
        if self.day.places:
            left = self.library.undecided(self.day)
            parts.append(f"{left} left" if left else "day done")
        return " · ".join(parts)

    def date_rows(self) -> DateRows:
        """The date list."""
        return date_rows(self.days, self.library)

    def paper_rows(self) -> tuple[PaperRow, ...]:
        """The paper list."""
        return paper_rows(self.entries, self.library)

    def has_day(self, day_id: str) -> bool:
        """Whether a day is listed."""
        return any(day.id == day_id for day in self.days)

    # Digests change

    def refresh(self) -> None:
        """Take over what the library has now; the day and the paper stay, or fall to their neighbours."""
        old_day, around = self.day, self.around()
        self.days = self.library.days()
        if old_day is None:
            self.open_day(0)
            return
        ids = [day.id for day in self.days]
        if old_day.id in ids:
            self.day_index = ids.index(old_day.id)
        else:
            self.day_index = max(0, min(self.day_index, len(self.days) - 1))
        self._list()
        self._go_to_first_of(around)

    def around(self) -> tuple[str, ...]:
        """The key of the row, then those that stand in for it when it is gone: the ones below, then those above."""
        if self.row is None:
            return ()
        order = [*range(self.row, len(self.entries)), *range(self.row - 1, -1, -1)]
        return tuple(self.entries[index].id for index in order if not isinstance(self.entries[index], TitleEntry))

    def restore(self, view: str, day_id: str, around: tuple[str, ...]) -> None:
        """Come back to a place; the day must be listed."""
        self._enter_view(View.DATE if view == View.DATE else View.UNREAD)
        self.day_index = next(index for index, day in enumerate(self.days) if day.id == day_id)
        # The paper one left stays in sight, also when it was decided just before.
        self._kept.update(around[:1])
        self._list()
        if around:
            self._go_to_first_of(around)
        else:
            self.row = self._first_row()

    # Moving

    def open_day(self, index: int) -> None:
        """Highlight a day, on its first undecided paper, else its first."""
        if not self.days:
            self.day_index, self.entries, self.row = 0, [], None
            return
        if self.view is View.DATE and index != self.day_index:
            self._enter_view(View.UNREAD)
        self.day_index = index
        self._list()
        self.row = self._settle(walk.landing(self._flags(self.entries)))

    def move_day(self, by: int) -> bool:
        """Highlight another day, and say whether there was one."""
        index = max(0, min(self.day_index + by, len(self.days) - 1))
        if not self.days or index == self.day_index:
            return False
        self.open_day(index)
        return True

    def list_whole_day(self) -> bool:
        """List all papers of a day that has none left, and say whether that changed the list."""
        day = self.day
        if day is None or self.view is View.DATE or not day.places or self.library.undecided(day):
            return False
        self._enter_view(View.DATE)
        self._list()
        self.row = self._first_row()
        return True

    def move(self, by: int) -> bool:
        """Move by rows, over titles, not further than the ends; say whether that moved."""
        stops = [index for index, entry in enumerate(self.entries) if not isinstance(entry, TitleEntry)]
        if not stops or self.row is None:
            return False
        target = stops[max(0, min(len(stops) - 1, stops.index(self.row) + by))]
        moved = target != self.row
        self.row = target
        return moved

    def pick(self, row: int) -> None:
        """Highlight a row."""
        self.row = self._settle(row)

    def go_on(self) -> bool:
        """Go to the next undecided row below in this list; else stay. Says whether it went."""
        target = None if self.row is None else walk.go_on(self._flags(self.entries), self.row)
        if target is None:
            return False
        self.row = target
        return True

    def go_undecided(self, *, forward: bool) -> str:
        """Go to the next or previous undecided paper; the first press at a day's end only says what comes."""
        step = self._next(forward=forward)
        if isinstance(step, walk.Stay):
            self._announced = None
            return _STAY[step]
        if step.past_end and step != self._announced:
            self._announced = step
            return f"{self._coming(step)} · {'n' if forward else 'N'} goes there"
        self._announced = None
        self._go(step)
        return ""

    def what_next(self) -> str:
        """What `n` will do, for when a verb could not go on."""
        step = self._next(forward=True)
        return _STAY[step] if isinstance(step, walk.Stay) else f"n: {self._coming(step)}"

    def forget_announcement(self) -> None:
        """Another key was pressed: `n` announces again."""
        self._announced = None

    def step_day(self, direction: walk.Direction, *, undecided_only: bool) -> str:
        """Go a day back or forward in time, and say so when there is none."""
        step_by = walk.undecided_day_step if undecided_only else walk.day_step
        step = step_by(self._days(), self.day_index, direction) if self.days else walk.Stay.OLDEST
        if isinstance(step, walk.Stay):
            return _STAY[step]
        self._go(step)
        return ""

    # Deciding

    def expect(self, place: Place, deed: Deed) -> None:
        """Count on changes that are being committed."""
        state = self.state(place)
        status, starred = state.status, state.starred
        for change in deed.changes:
            if change.field == "status":
                status = Status(change.new)
            else:
                starred = change.new == "1"
        self._expected[place.key] = PaperState(status, starred, state.status_stamp), deed.changes

    def committed(self, changes: tuple[Change, ...], written: Written | None) -> None:
        """The wish came true, or it failed: from now on the store's word counts."""
        for change in changes:
            expected = self._expected.get(change.key)
            if expected is not None and expected[1] == changes:
                del self._expected[change.key]
        if written is not None:
            self.library.absorb(written)
        self.relist()

    def relist(self) -> None:
        """List the day again after states changed; the row stays."""
        around = self.around()
        if self.days:
            self._list()
            self._go_to_first_of(around)

    # Inside

    def _enter_view(self, view: View) -> None:
        self.view = view
        self._kept = set()

    def _list(self) -> None:
        day = self.day
        self.entries = self._entries(day) if day else []
        if self.view is View.UNREAD:
            self._kept.update(entry.id for entry in self.entries if isinstance(entry, PaperEntry))

    def _entries(self, day: Day) -> list[Entry]:
        view: DayView = "all" if self.view is View.DATE and day is self.day else "unread"
        return list_day(day, view, lambda place: self.state(place).undecided, self._kept)

    def _flags(self, entries: list[Entry]) -> list[bool]:
        return [isinstance(entry, PaperEntry) and self.state(entry.place).undecided for entry in entries]

    def _days(self) -> walk.Days:
        counts = [0 if day.future else self.library.undecided(day) for day in self.days]
        counts[self.day_index] = sum(self._flags(self.entries))
        return walk.Days(counts, self._day_flags)

    def _day_flags(self, index: int) -> list[bool]:
        entries = self.entries if index == self.day_index else self._entries(self.days[index])
        return self._flags(entries)

    def _next(self, *, forward: bool) -> walk.Row | walk.Stay:
        if not self.days:
            return walk.Stay.ALL_DECIDED
        step_by = walk.next_undecided if forward else walk.previous_undecided
        return step_by(self._days(), self.day_index, -1 if self.row is None else self.row)

    def _coming(self, step: walk.Row) -> str:
        day = self.days[step.day]
        left = self.library.undecided(day)
        if step.day == self.day_index:
            return "around to the undecided papers of this day"
        return f"{wording.day_label(day)}, {left} undecided"

    def _go(self, step: walk.Row) -> None:
        if step.day != self.day_index:
            self.open_day(step.day)
        if self.entries:
            self.row = self._settle(step.row)

    def _go_to_first_of(self, around: tuple[str, ...]) -> None:
        rows = {entry.id: index for index, entry in enumerate(self.entries)}
        found = [rows[key] for key in around if key in rows]
        self.row = found[0] if found else self._first_row()

    def _first_row(self) -> int | None:
        return self._settle(0)

    def _settle(self, row: int) -> int | None:
        """The row itself, or the nearest below, else above, on which a cursor may stand."""
        stops = [index for index, entry in enumerate(self.entries) if not isinstance(entry, TitleEntry)]
        return next((index for index in stops if index >= row), stops[-1] if stops else None)


_STAY = {
    walk.Stay.ALL_DECIDED: "All decided. [ goes to an older day",
    walk.Stay.ONLY_THIS: "This is the last undecided paper",
    walk.Stay.OLDEST: "This is the oldest day",
    walk.Stay.NEWEST: "This is the newest day",
    walk.Stay.NO_OLDER_UNDECIDED: "No older day has undecided papers",
    walk.Stay.NO_NEWER_UNDECIDED: "No newer day has undecided papers",
}
