"""`n` and its relatives: from one new paper to the next, and from day to day."""

from __future__ import annotations

import sys
from bisect import bisect, bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from digest_tui.session import wording
from digest_tui.session.listing import date_at
from digest_tui.session.rows import Rows
from digest_tui.session.session import Session
from digest_tui.triage import navigation

MANY = 999
"""New papers above that are counted; a list may have a hundred thousand."""


class Announced(NamedTuple):
    """The target of the next `n` or `N`, as the status line says it."""

    step: navigation.Row
    forward: bool
    words: str
    is_above: bool = False
    """True when it is the first new paper of the list, above the cursor."""
    day: str = ""
    """The id of its day, where that is another one than the one listed."""


class Navigator:
    """Moves a session; its results are sentences for the status line."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._announced: Announced | None = None
        self._why_not = ""
        """The sentence about why there is nothing to announce."""

    def go_on(self) -> bool:
        """Go to the next new row below in this list, else stay, and return True when it moved."""
        session = self._session
        target = None if session.row is None else navigation.go_on(session.flags(session.items), session.row)
        if target is not None:
            session.pick(target)
        return target is not None

    def go_to_new(self, *, forward: bool) -> str:
        """Go to the next or previous new paper; at a day's end only where the target was announced, else announce."""
        announced = self._announced
        if announced is not None and announced.forward is forward and (there := self._day_announced(announced)):
            # Nearer ones may have arrived since; what was said is what was agreed to.
            self.forget()
            self._go(there, forward=forward)
            return ""
        if forward and announced is not None and announced.is_above:
            step = self._first_above() or self._next(forward=True)
        else:
            step = self._next(forward=forward)
        if isinstance(step, navigation.Stay):
            self.forget()
            return self._why(step)
        said = None if announced is None else (announced.step, announced.day, announced.forward)
        # A day that was named and has nothing new any more stands for no other paper.
        is_promised = announced is not None and announced.forward is forward and bool(announced.day)
        if (step.past_end or is_promised) and said != (step, self._other_day(step), forward):
            return self._announce(step, forward=forward)
        self.forget()
        self._go(step, forward=forward)
        return ""

    def announce_next(self) -> None:
        """Announce where `n` goes, for when a verb could not go on: to new papers above, else as ever."""
        above = self._first_above()
        step = above or self._next(forward=True)
        if isinstance(step, navigation.Stay):
            self._announced, self._why_not = None, self._why(step)
        else:
            self._announce(step, forward=True, is_above=above is not None)

    def beyond(self) -> str:
        """Return where `n` goes from a day that is done: `12-18, 7 new`; empty where nothing is new."""
        step = self._next(forward=True)
        if isinstance(step, navigation.Stay):
            return ""
        day, shown = self._session.days[step.day], self._session.day
        return f"{wording.day_beside(day, shown)}, {sum(self._flags_of(step.day)):,} new"

    def announced_words(self) -> str:
        """Return where the next `n` goes, or why it goes nowhere; empty when that was not announced."""
        return self._announced.words if self._announced else self._why_not

    def is_announced(self, *, forward: bool) -> bool:
        """Return True when the next `n`, or else `N`, goes where the status line says."""
        return self._announced is not None and self._announced.forward is forward

    def forget(self) -> None:
        """Forget the announced target after another key: `n` announces it again."""
        self._announced, self._why_not = None, ""

    def step_day(self, direction: navigation.Direction, *, new_only: bool) -> str:
        """Go a day back or forward in time, and say so when there is none."""
        session = self._session
        if session.lists_all_dates:
            return self._step_date(direction)
        step_by = navigation.new_day_step if new_only else navigation.day_step
        here = session.day_index
        if (above := self._days_above()) is not None:
            # Between two days: one is the next in each direction.
            here = above - 1 if direction == "older" else above
        step = step_by(self._days(), here, direction) if session.days else navigation.Stay.OLDEST
        if isinstance(step, navigation.Stay):
            return self._why(step)
        self._go(step)
        return ""

    def _step_date(self, direction: navigation.Direction) -> str:
        """Step to the first paper of the next date that a list of all dates holds, wherever it stands."""
        session = self._session
        firsts = session.listed.first_rows()
        dates = sorted(firsts, key=_in_time)
        here = None if session.row is None else date_at(session.items, session.row)
        if direction == "older":
            target = bisect_left(dates, _in_time(here), key=_in_time) - 1
        else:
            target = bisect(dates, _in_time(here), key=_in_time)
        if not 0 <= target < len(dates):
            return self._why(navigation.Stay.OLDEST if direction == "older" else navigation.Stay.NEWEST)
        session.pick(firsts[dates[target]])
        return ""

    def _next(self, *, forward: bool) -> navigation.Row | navigation.Stay:
        session = self._session
        row = -1 if session.row is None else session.row
        step_by = navigation.next_new if forward else navigation.previous_new
        if session.lists_all_dates:
            flags = session.flags(session.items)
            # Only the walk tells whether any paper is new: counting a long list would take longer.
            step = step_by(navigation.Days([len(flags)], lambda _: flags), 0, row)
            is_none = step is navigation.Stay.ONLY_THIS and not (session.row is not None and flags[session.row])
            return navigation.Stay.ALL_DECIDED if is_none else step
        if not session.days:
            return navigation.Stay.ALL_DECIDED
        day = session.day_index
        if (above := self._days_above()) is not None:
            # Between two days: at the top of the one below, at the end of the one above.
            end = len(session.days)
            day, row = (above, -1) if forward and above < end else (max(above - 1, 0), sys.maxsize)
        return step_by(self._days(), day, row)

    def _days_above(self) -> int | None:
        """Return the number of days above the highlighted row, where that is no day."""
        row = self._session.dates.other_row
        return None if row is None else self._session.cursor_rows.days_above(row)

    def _days(self) -> navigation.Days:
        session = self._session
        # A paper that is being decided may be on several days.
        deciding = session.library.catalog.dates_of(session.pending.keys) if session.pending else ()

        def count(index: int) -> int:
            day = session.days[index]
            if index == session.day_index and session.other_row is None:
                return sum(session.flags(session.items))
            new = 0 if day.future else session.library.new_count(day)
            return sum(self._flags_of(index)) if new and day.date in deciding else new

        # Most walks end at one of the next days: not all of them are counted.
        return navigation.Days(Rows(len(session.days), count), self._flags_of)

    def _flags_of(self, index: int) -> Sequence[bool]:
        session = self._session
        is_listed = index == session.day_index and session.other_row is None
        rows = session.items if is_listed else session.rows_of(session.days[index])
        return session.flags(rows)

    def _first_above(self) -> navigation.Row | None:
        """Return the first new row of the list, when it is above the cursor."""
        session = self._session
        if session.row is None or session.other_row is not None:
            return None
        row = navigation.go_on(session.flags(session.items), -1)
        day = 0 if session.lists_all_dates else session.day_index
        return navigation.Row(day, row, past_end=True) if row is not None and row < session.row else None

    def _announce(self, step: navigation.Row, *, forward: bool, is_above: bool = False) -> str:
        words = f"{self._coming(step)} · {'n' if forward else 'N'} goes there"
        self._announced = Announced(step, forward, words, is_above, self._other_day(step))
        self._why_not = ""
        return words

    def _other_day(self, step: navigation.Row) -> str:
        """Return the id of the day of a step; empty where it is in the list that is shown."""
        session = self._session
        is_here = session.lists_all_dates or (step.day == session.day_index and session.other_row is None)
        return "" if is_here else session.days[step.day].id

    def _day_announced(self, announced: Announced) -> navigation.Row | None:
        """Return where to enter the announced day; None where it has no new papers any more, or was in this list."""
        session = self._session
        if not announced.day or session.lists_all_dates or not session.dates.has_day(announced.day):
            return None
        index = session.dates.index_of(announced.day, 0)
        is_new = any(self._flags_of(index)) and (index != session.day_index or session.other_row is not None)
        return navigation.Row(index, 0, past_end=True) if is_new else None

    def _coming(self, step: navigation.Row) -> str:
        session = self._session
        if not self._other_day(step):
            here = -1 if session.row is None else session.row
            is_above = step.row < here
            rows = range(here) if is_above else range(here + 1, len(session.items))
            flags = session.flags(session.items)
            count = sum(1 for _ in islice((row for row in rows if flags[row]), MANY + 1))
            return f"{f'more than {MANY}' if count > MANY else count} new {'above' if is_above else 'below'}"
        day = session.days[step.day]
        # Some may be decided already, and only not committed yet.
        return f"{wording.day_label(day)}, {sum(self._flags_of(step.day)):,} new"

    def _go(self, step: navigation.Row, *, forward: bool = True) -> None:
        session = self._session
        if not self._other_day(step):
            if session.items:
                session.pick(step.row)
            return
        # It is entered at its first new paper; another view may list other rows than were counted.
        session.open_day(step.day)
        if not forward:
            flags = session.flags(session.items)
            session.pick(next((row for row in reversed(range(len(flags))) if flags[row]), session.row or 0))

    def _why(self, stay: navigation.Stay) -> str:
        if self._session.lists_all_dates and stay in _STAY_IN_LIST:
            return _STAY_IN_LIST[stay]
        return _STAY[stay]


def _in_time(day: date | None) -> date:
    return day or date.min


_STAY = {
    navigation.Stay.ALL_DECIDED: "All decided. g a all papers, [ an older day",
    navigation.Stay.ONLY_THIS: "This is the last new paper",
    navigation.Stay.OLDEST: "This is the oldest day",
    navigation.Stay.NEWEST: "This is the newest day",
    navigation.Stay.NO_OLDER_NEW: "No older day has new papers",
    navigation.Stay.NO_NEWER_NEW: "No newer day has new papers",
}
_STAY_IN_LIST = {
    navigation.Stay.ALL_DECIDED: "No new papers in this list · g u lists those of the day",
    navigation.Stay.ONLY_THIS: "This is the last new paper in this list",
}
"""What is said instead in a list of all dates, which need not hold every new paper."""
