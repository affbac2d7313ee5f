"""Marks as a script sets them: unlike a verb on a key of the keyboard, a mark never takes itself back."""

from collections.abc import Iterable
from enum import StrEnum

from digest_tui.model import Change, PaperState, Status


class Mark(StrEnum):
    """What a paper is to be."""

    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    LATER = "later"
    SKIP = "skip"


_STARS = {Mark.STAR: True, Mark.UNSTAR: False}
_STATUSES = {
    Mark.READ: Status.READ,
    Mark.UNREAD: Status.UNREAD,
    Mark.LATER: Status.LATER,
    Mark.SKIP: Status.SKIPPED,
}


def marking(mark: Mark, targets: Iterable[tuple[str, PaperState]]) -> tuple[Change, ...]:
    """What sets a mark on papers, given by key and state; papers that are as wanted already are left out."""
    return tuple(_change(mark, key) for key, state in dict(targets).items() if not _holds(mark, state))


def field_and_value(mark: Mark) -> tuple[str, str]:
    """What a mark writes, as in `Change`."""
    if mark in _STARS:
        return "star", "1" if _STARS[mark] else "0"
    return "status", _STATUSES[mark].value


def _change(mark: Mark, key: str) -> Change:
    return Change(key, *field_and_value(mark))


def _holds(mark: Mark, state: PaperState) -> bool:
    return state.starred is _STARS[mark] if mark in _STARS else state.status is _STATUSES[mark]
