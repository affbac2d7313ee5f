"""What a person did, in numbers: the minutes of a day, and the days in a row that are done."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import pairwise, takewhile

PAUSE_MS = 5 * 60_000
"""Whoever decides nothing for so long was elsewhere, in ms."""
_MINUTE_MS = 60_000


def local_date(stamp: int) -> date:
    """Return the date on the clocks of this place at a time given in ms since the epoch UTC."""
    return datetime.fromtimestamp(stamp / 1000).date()


def minutes_spent(stamps: Iterable[int], date_of: Callable[[int], date] = local_date) -> int:
    """Return the whole minutes between events of the local date of the newest one, pauses left out.

    `stamps` are the times of events in ms since the epoch UTC, in any order. It is the day on which somebody decided
    that counts, whatever date the papers have: who catches up on three dates in one morning spent one morning. Only
    gaps under five minutes are added up; a gap over midnight belongs to neither day.
    """
    ordered = sorted(stamps)
    if not ordered:
        return 0
    day = date_of(ordered[-1])
    gaps = (later - earlier for earlier, later in pairwise(stamp for stamp in ordered if date_of(stamp) == day))
    return sum(gap for gap in gaps if gap < PAUSE_MS) // _MINUTE_MS


def streak(new_counts: Iterable[int]) -> int:
    """Return how many dates in a row are done, given the new papers of each that holds any, the newest first."""
    return sum(1 for _ in takewhile(lambda count: count == 0, new_counts))
