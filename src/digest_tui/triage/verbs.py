"""What the keys that decide about a paper change, and whether the cursor goes on."""

from collections.abc import Callable
from typing import NamedTuple

from digest_tui.model import Change, PaperState, Status
from digest_tui.model.state import TAG


class Outcome(NamedTuple):
    """What a verb does to one paper."""

    changes: tuple[Change, ...]
    """Empty when the paper is already as the verb would make it."""
    goes_on: bool
    """Whether the cursor then moves to the next undecided row."""


Verb = Callable[[str, PaperState], Outcome]
"""From the key to write to and the state that was shown when the verb was called."""


def read(key: str, state: PaperState) -> Outcome:
    """`r`: an unread paper becomes read, any other unread."""
    return _set_status(key, Status.READ if state.status is Status.UNREAD else Status.UNREAD)


def later(key: str, state: PaperState) -> Outcome:
    """`d`: put off, or back to unread."""
    return _toggle_status(key, state, Status.LATER)


def skip(key: str, state: PaperState) -> Outcome:
    """`x`: skipped, or back to unread."""
    return _toggle_status(key, state, Status.SKIPPED)


def star(key: str, state: PaperState) -> Outcome:
    """`s`: star on, or off; the status stays."""
    return Outcome((Change(key, "star", "0" if state.starred else "1"),), goes_on=False)


def open_and_read(key: str, state: PaperState) -> Outcome:
    """`O`: read, also when it was put off or skipped."""
    if state.status is Status.READ:
        return Outcome((), goes_on=True)
    return _set_status(key, Status.READ)


def finish(key: str, state: PaperState) -> Outcome:
    """`Space` at the end, or scrolling past it: read, if it was unread; a paper put off or skipped stays so."""
    if state.status is not Status.UNREAD:
        return Outcome((), goes_on=True)
    return _set_status(key, Status.READ)


def tag(key: str, state: PaperState, name: str) -> Outcome:
    """`t`: tagged so, or not any more."""
    return Outcome((Change(key, f"{TAG}{name}", "0" if name in state.tags else "1"),), goes_on=False)


def note(key: str, state: PaperState, text: str) -> Outcome:
    """`e`: this note instead of the one there is; empty: none."""
    return Outcome((Change(key, "note", text),) if text != state.note else (), goes_on=False)


def _toggle_status(key: str, state: PaperState, status: Status) -> Outcome:
    return _set_status(key, Status.UNREAD if state.status is status else status)


def _set_status(key: str, status: Status) -> Outcome:
    return Outcome((Change(key, "status", status.value),), goes_on=status is not Status.UNREAD)
