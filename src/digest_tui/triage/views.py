"""The rows that the list of one day holds."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple

DayView = Literal["new", "all"]
"""`new` lists what waits for a decision; `all`, also for a date that was asked for, every paper."""


class DayRow(NamedTuple):
    """A paper in the list of a day."""

    keys: tuple[str, ...]
    """All keys of the paper, the one its state is written to first."""
    entries: tuple[int, ...]
    """Indices of its occurrences among the papers of the day; it is shown once, as the first of them."""


def rows_of_day(papers: Sequence[tuple[str, ...]]) -> tuple[DayRow, ...]:
    """Return one row for each paper of a day, in order, from the keys of each of its occurrences.

    Two occurrences are of the same paper when the first key of one is among the keys of the other. Sharing a later key
    is not enough: two papers with one title and different identifiers are both shown.
    """
    rows: list[DayRow] = []
    by_key: dict[str, int] = {}
    by_first: dict[str, int] = {}
    for entry, keys in enumerate(papers):
        same = by_key.get(keys[0])
        if same is None:
            same = next((by_first[key] for key in keys if key in by_first), None)
        if same is None:
            same = len(rows)
            rows.append(DayRow(keys, (entry,)))
        else:
            known = rows[same]
            rows[same] = DayRow(tuple(dict.fromkeys((*known.keys, *keys))), (*known.entries, entry))
        by_first.setdefault(keys[0], same)
        for key in keys:
            by_key.setdefault(key, same)
    return tuple(rows)


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
