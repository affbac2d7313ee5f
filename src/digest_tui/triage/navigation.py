"""Targets of the keys that look for new papers, and of those that change the day.

Days are counted from the newest, 0, and rows from the top of their day.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

Direction = Literal["older", "newer"]


class Days(NamedTuple):
    """The listed days, as far as a walk needs to know them."""

    new: Sequence[int]
    """Number of new rows of each day, newest first."""
    rows: Callable[[int], Sequence[bool]]
    """Tells, for a day, which of its rows are new; asked only for days that the walk goes into."""


class Row(NamedTuple):
    """The row that becomes the cursor row."""

    day: int
    row: int
    """Index of the row in its day, 0 also in a day without rows."""
    past_end: bool
    """True when the end of the day lies between: the first press says what comes, the second goes."""


class Stay(StrEnum):
    """The reason why there is no row to go to."""

    ALL_DECIDED = "all decided"
    ONLY_THIS = "no other new paper"
    OLDEST = "no older day"
    NEWEST = "no newer day"
    NO_OLDER_NEW = "no older day with new papers"
    NO_NEWER_NEW = "no newer day with new papers"


_END = {"older": Stay.OLDEST, "newer": Stay.NEWEST}
_NEW_END = {"older": Stay.NO_OLDER_NEW, "newer": Stay.NO_NEWER_NEW}


def go_on(rows: Sequence[bool], row: int) -> int | None:
    """Return the next new row below in the same list, or `None`: the cursor stays."""
    return _first(rows, range(row + 1, len(rows)))


def next_new(days: Days, day: int, row: int) -> Row | Stay:
    """Go as `n` does: down this day, then older days from their top, then from the newest day round to the cursor."""
    return _walk(days, day, row, step=1)


def previous_new(days: Days, day: int, row: int) -> Row | Stay:
    """Go as `N` does: the way of `n` backwards."""
    return _walk(days, day, row, step=-1)


def day_step(days: Days, day: int, direction: Direction) -> Row | Stay:
    """Go as `[` and `]` do: to the next day in that direction, on its first new row, else its first."""
    return _step(days, _beyond(days, day, direction), _END[direction])


def new_day_step(days: Days, day: int, direction: Direction) -> Row | Stay:
    """Go as `{` and `}` do: to the next day in that direction that has a new paper."""
    beyond = (other for other in _beyond(days, day, direction) if days.new[other])
    return _step(days, beyond, _NEW_END[direction])


def landing(rows: Sequence[bool]) -> int:
    """Return the row a day is entered at: its first new, else its first."""
    row = _first(rows, range(len(rows)))
    return 0 if row is None else row


def _walk(days: Days, day: int, row: int, step: Literal[1, -1]) -> Row | Stay:
    if not any(days.new):
        return Stay.ALL_DECIDED
    here = days.rows(day)
    order = range(len(here))[::step]
    if (ahead := _first(here, (other for other in order if (other - row) * step > 0))) is not None:
        return Row(day, ahead, past_end=False)
    count = len(days.new)
    for other_day in ((day + step * distance) % count for distance in range(1, count)):
        rows = days.rows(other_day) if days.new[other_day] else ()
        if (entry := _first(rows, range(len(rows))[::step])) is not None:
            return Row(other_day, entry, past_end=True)
    behind = _first(here, (other for other in order if (other - row) * step < 0))
    return Stay.ONLY_THIS if behind is None else Row(day, behind, past_end=True)


def _step(days: Days, beyond: Iterable[int], end: Stay) -> Row | Stay:
    for day in beyond:
        return Row(day, landing(days.rows(day)), past_end=True)
    return end


def _beyond(days: Days, day: int, direction: Direction) -> range:
    return range(day + 1, len(days.new)) if direction == "older" else range(day - 1, -1, -1)


def _first(rows: Sequence[bool], order: Iterable[int]) -> int | None:
    return next((row for row in order if rows[row]), None)
