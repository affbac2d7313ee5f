"""The order of what was found: best first, or as the query asks."""

from collections.abc import Callable, Sequence

from digest_tui.model import PaperState, Place, Status
from digest_tui.search.query import Sort

_NO_VOTES = -1
_NO_DATE = 0


def in_order(
    numbers: Sequence[int], sort: Sort, places: Sequence[Place], state: Callable[[Place], PaperState]
) -> list[int]:
    """Papers sorted; equal ones, and those that lack what is sorted by, stay newest first, the latter at the end."""

    def votes(number: int) -> int:
        count = places[number].paper.votes
        return _NO_VOTES if count is None else count

    def age(number: int) -> int:
        day = places[number].date
        return day.toordinal() if day else _NO_DATE

    match sort:
        case Sort.VOTES:
            return sorted(numbers, key=votes, reverse=True)
        case Sort.TITLE:
            return sorted(numbers, key=lambda number: places[number].paper.title.casefold())
        case Sort.UNREAD:
            return sorted(numbers, key=lambda number: state(places[number]).status is not Status.UNREAD)
        case Sort.OLDEST:
            return sorted(numbers, key=lambda number: age(number) or float("inf"))
        case Sort.NEWEST:
            return list(numbers)
