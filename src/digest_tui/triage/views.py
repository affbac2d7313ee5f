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
        first = keys[0]
        same = by_key.get(first)
        if same is None and not by_first.keys().isdisjoint(keys):
            same = next(by_first[key] for key in keys if key in by_first)
        if same is None:
            same = len(rows)
            rows.append(DayRow(keys, (entry,)))
        else:
            known = rows[same]
            rows[same] = DayRow(tuple(dict.fromkeys((*known.keys, *keys))), (*known.entries, entry))
        if first not in by_first:
            by_first[first] = same
        for key in keys:
            if key not in by_key:
                by_key[key] = same
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
