"""Marks as a script sets them: unlike a verb on a key of the keyboard, a mark never takes itself back."""

from collections.abc import Iterable
from enum import StrEnum

from digest_tui.model import Change, PaperState, Status
from digest_tui.model.state import TAG


class Mark(StrEnum):
    """A mark that a script sets on a paper."""

    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    LATER = "later"
    SKIP = "skip"
    TAG = "tag"
    UNTAG = "untag"

    @property
    def takes_name(self) -> bool:
        """True for the marks about a tag, which has a name."""
        return self in _TAGS


_TAGS = {Mark.TAG: True, Mark.UNTAG: False}
_STARS = {Mark.STAR: True, Mark.UNSTAR: False}
_STATUSES = {
    Mark.READ: Status.READ,
    Mark.UNREAD: Status.UNREAD,
    Mark.LATER: Status.LATER,
    Mark.SKIP: Status.SKIPPED,
}


def marking(mark: Mark, targets: Iterable[tuple[str, PaperState]], name: str = "") -> tuple[Change, ...]:
    """Return the changes that set a mark on papers, given by key and state; papers as wanted already are left out.

    `name` is that of a tag.
    """
    field, new = field_and_value(mark, name)
    return tuple(Change(key, field, new) for key, state in dict(targets).items() if not _holds(mark, state, name))


def field_and_value(mark: Mark, name: str = "") -> tuple[str, str]:
    """Return the field and the value that a mark writes, as in `Change`."""
    if mark in _TAGS:
        return f"{TAG}{name}", "1" if _TAGS[mark] else "0"
    if mark in _STARS:
        return "star", "1" if _STARS[mark] else "0"
    return "status", _STATUSES[mark].value


def _holds(mark: Mark, state: PaperState, name: str) -> bool:
    if mark in _TAGS:
        return (name in state.tags) is _TAGS[mark]
    return state.starred is _STARS[mark] if mark in _STARS else state.status is _STATUSES[mark]
