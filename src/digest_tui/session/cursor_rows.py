"""Rows on which a cursor may stand, found from where it is: a list may have a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from digest_tui.model import PaperState
from digest_tui.model.card import Keys
from digest_tui.session.listing import DateEntry, Entry, LateEntries, TitleEntry, keys_at

NEIGHBOURS = 200
"""How many above and below stand in for a row that is gone."""


def is_stop(entries: Sequence[Entry], row: int) -> bool:
    """Whether a cursor may stand there: titles and dates are passed over."""
    if isinstance(entries, LateEntries):
        return entries.keys_at(row) is not None
    return not isinstance(entries[row], TitleEntry | DateEntry)


def settled(entries: Sequence[Entry], row: int) -> int | None:
    """The row itself, or the nearest below, else above, on which a cursor may stand."""
    order = [range(row, len(entries)), range(min(row, len(entries)) - 1, -1, -1)]
    return next((index for rows in order for index in rows if is_stop(entries, index)), None)


def stepped(entries: Sequence[Entry], row: int, by: int) -> int:
    """The row so many stops on, not further than the ends."""
    step = 1 if by > 0 else -1
    if abs(by) >= len(entries):
        from_end = range(len(entries) - 1, row, -1) if by > 0 else range(row)
        return next((index for index in from_end if is_stop(entries, index)), row)
    target, left = row, abs(by)
    while left and 0 <= (row := row + step) < len(entries):
        if is_stop(entries, row):
            target, left = row, left - 1
    return target


def neighbours(entries: Sequence[Entry], row: int | None) -> tuple[str, ...]:
    """The key of a row, then those that stand in for it when it is gone: the ones below, then those above."""
    if row is None:
        return ()
    below = range(row, min(len(entries), row + NEIGHBOURS))
    order = [*below, *range(row - 1, max(-1, row - NEIGHBOURS), -1)]
    if isinstance(entries, LateEntries):
        return tuple(keys[0] for index in order if (keys := entries.keys_at(index)))
    return tuple(entries[index].id for index in order if is_stop(entries, index))


class UndecidedFlags(Sequence[bool]):
    """For each row whether it is an undecided paper; found out when it is asked for."""

    def __init__(self, entries: Sequence[Entry], state_of: Callable[[Keys], PaperState]) -> None:
        self._entries = entries
        self._state_of = state_of

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, row: int) -> bool: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[bool]: ...
    def __getitem__(self, row: int | slice) -> bool | Sequence[bool]:
        if isinstance(row, slice):
            return [self[index] for index in range(*row.indices(len(self)))]
        keys = keys_at(self._entries, row)
        return keys is not None and self._state_of(keys).undecided
