"""The rows that the list of one day holds."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple

from digest_tui.model.same_papers import first_occurrences

DayView = Literal["new", "all"]
"""`new` lists what waits for a decision; `all`, also for a date that was asked for, every paper."""


class DayRow(NamedTuple):
    """A paper in the list of a day."""

    keys: tuple[str, ...]
    """All keys of the paper, the one its state is written to first."""
    entries: tuple[int, ...]
    """Indices of its occurrences among the papers of the day; it is shown once, as the first of them."""


def rows_of_day(papers: Sequence[tuple[str, ...]]) -> tuple[DayRow, ...]:
    """Return one row for each paper of a day, in order, from the keys of each of its occurrences."""
    rows: dict[int, DayRow] = {}
    for entry, (keys, first) in enumerate(zip(papers, first_occurrences(papers), strict=True)):
        if first == entry:
            rows[first] = DayRow(keys, (entry,))
        else:
            known = rows[first]
            rows[first] = DayRow(tuple(dict.fromkeys((*known.keys, *keys))), (*known.entries, entry))
    return tuple(rows.values())


def listed(
    view: DayView,
    rows: Sequence[DayRow],
    is_new: Callable[[DayRow], bool],
    decided_since: Collection[str] = frozenset(),
) -> tuple[DayRow, ...]:
    """Return the rows a day view lists; `decided_since` are the keys decided since the view was entered, which stay."""
    if view == "all":
        return tuple(rows)
    return tuple(row for row in rows if is_new(row) or any(key in decided_since for key in row.keys))
