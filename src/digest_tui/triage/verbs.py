"""The verbs of the keys that decide about a paper: what they change, and whether the cursor goes on."""

from collections.abc import Callable
from typing import NamedTuple

from digest_tui.model import Change, PaperState, Status
from digest_tui.model.state import TAG
from digest_tui.triage.marks import Mark, marking


class Outcome(NamedTuple):
    """The effect of a verb on one paper."""

    changes: tuple[Change, ...]
    """Changes to write; empty when the paper is already as the verb would make it."""
    goes_on: bool
    """True when the cursor then moves to the next new row."""


_GOES_ON = frozenset({Mark.READ, Mark.LATER, Mark.SKIP})
"""The marks behind which the next new paper is wanted, as behind their keys."""
Verb = Callable[[str, PaperState], Outcome]
"""A verb, called with the key to write to and the state that was shown."""


def read(key: str, state: PaperState) -> Outcome:
    """Mark an unread paper as read, any other as unread (`r`)."""
    return _set_status(key, Status.READ if state.status is Status.UNREAD else Status.UNREAD)


def later(key: str, state: PaperState) -> Outcome:
    """Put a paper off, or back to unread (`d`)."""
    return _toggle_status(key, state, Status.LATER)


def skip(key: str, state: PaperState) -> Outcome:
    """Skip a paper, or put it back to unread (`x`)."""
    return _toggle_status(key, state, Status.SKIPPED)


def star(key: str, state: PaperState) -> Outcome:
    """Set the star or remove it; the status stays (`s`)."""
    return Outcome((Change(key, "star", "0" if state.starred else "1"),), goes_on=False)


def open_and_read(key: str, state: PaperState) -> Outcome:
    """Mark a paper as read, also when it was put off or skipped (`O`)."""
    if state.status is Status.READ:
        return Outcome((), goes_on=True)
    return _set_status(key, Status.READ)


def finish(key: str, state: PaperState) -> Outcome:
    """Mark an unread paper as read at its end (`Space`, or scrolling past it); one put off or skipped stays so."""
    if state.status is not Status.UNREAD:
        return Outcome((), goes_on=True)
    return _set_status(key, Status.READ)


def pass_by(key: str, state: PaperState) -> Outcome:
    """Change nothing, and go on (`Space` at the end where only `r` and `O` mark a paper read)."""
    return Outcome((), goes_on=True)


def set_mark(key: str, state: PaperState, mark: Mark) -> Outcome:
    """Set a mark and never take it back, where a key of the keyboard would do either (the list of commands)."""
    changes = marking(mark, [(key, state)])
    return Outcome(changes, goes_on=bool(changes) and mark in _GOES_ON)


def tag(key: str, state: PaperState, name: str) -> Outcome:
    """Add a tag, or remove it (`t`)."""
    return Outcome((Change(key, f"{TAG}{name}", "0" if name in state.tags else "1"),), goes_on=False)


def note(key: str, state: PaperState, text: str) -> Outcome:
    """Replace the note by this one; an empty text removes it (`e`)."""
    return Outcome((Change(key, "note", text),) if text != state.note else (), goes_on=False)


def _toggle_status(key: str, state: PaperState, status: Status) -> Outcome:
    return _set_status(key, Status.UNREAD if state.status is status else status)


def _set_status(key: str, status: Status) -> Outcome:
    return Outcome((Change(key, "status", status.value),), goes_on=status is not Status.UNREAD)
