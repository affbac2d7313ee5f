"""Rows on which a cursor may stand, found from where it is: a list may have a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from digest_tui.model import PaperState
from digest_tui.model.summary import Keys
from digest_tui.session.listing import LazyItems, ListItem, PaperItem, keys_at

NEIGHBOURS = 200
"""Rows above and below that stand in for a row that is gone."""


def takes_cursor(items: Sequence[ListItem], row: int) -> bool:
    """Return True when the cursor may stand on a row: headings are passed over."""
    if isinstance(items, LazyItems):
        return items.keys_at(row) is not None
    return isinstance(items[row], PaperItem)


def settled(items: Sequence[ListItem], row: int) -> int | None:
    """Return the row itself, or the nearest below, else above, on which a cursor may stand."""
    order = [range(row, len(items)), range(min(row, len(items)) - 1, -1, -1)]
    return next((index for rows in order for index in rows if takes_cursor(items, index)), None)


def stepped(items: Sequence[ListItem], row: int, by: int) -> int:
    """Return the row so many cursor rows on, not further than the ends."""
    step = 1 if by > 0 else -1
    if abs(by) >= len(items):
        from_end = range(len(items) - 1, row, -1) if by > 0 else range(row)
        return next((index for index in from_end if takes_cursor(items, index)), row)
    target, left = row, abs(by)
    while left and 0 <= (row := row + step) < len(items):
        if takes_cursor(items, row):
            target, left = row, left - 1
    return target


def neighbours(items: Sequence[ListItem], row: int | None) -> tuple[str, ...]:
    """Return the key of a row, then those that stand in for it when it is gone: the ones below, then those above."""
    if row is None:
        return ()
    below = range(row, min(len(items), row + NEIGHBOURS))
    order = [*below, *range(row - 1, max(-1, row - NEIGHBOURS), -1)]
    if isinstance(items, LazyItems):
        return tuple(keys[0] for index in order if (keys := items.keys_at(index)))
    return tuple(items[index].id for index in order if takes_cursor(items, index))


class NewFlags(Sequence[bool]):
    """A flag for each row, True for a new paper; found out when it is asked for."""

    def __init__(self, items: Sequence[ListItem], state_of: Callable[[Keys], PaperState]) -> None:
        self._items = items
        self._state_of = state_of

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, row: int) -> bool: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[bool]: ...
    def __getitem__(self, row: int | slice) -> bool | Sequence[bool]:
        if isinstance(row, slice):
            return [self[index] for index in range(*row.indices(len(self)))]
        keys = keys_at(self._items, row)
        return keys is not None and self._state_of(keys).is_new
