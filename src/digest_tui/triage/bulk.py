"""Verbs on many papers at once: one plan, one batch, one undo step."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage.verbs import Verb, read

Target = tuple[str, PaperState]
"""The key of a paper and its state, as decided so far."""


def mark_read(targets: Iterable[Target]) -> tuple[Change, ...]:
    """Mark every new paper as read; what was decided, also by a star, stays."""
    found = {key: read(key, state).changes for key, state in targets if state.is_new}
    return tuple(change for changes in found.values() for change in changes)


def for_all(verb: Verb, targets: Sequence[Target]) -> tuple[Change, ...]:
    """Return what a verb changes in a selection.

    A verb sets and takes back: it is applied to those papers that it sets; only when all are set already are they all
    taken back. `verb` is called for each paper with its own state.
    """
    setting: list[Change] = []
    taking_back: list[Change] = []
    for key, state in dict(targets).items():
        for change in verb(key, state).changes:
            (taking_back if _takes_back(change) else setting).append(change)
    return tuple(setting or taking_back)


def _takes_back(change: Change) -> bool:
    match change.field:
        case "status":
            return change.new == Status.UNREAD
        case "note":
            return not change.new
        case _:
            return change.new == "0"


def is_older(day: date | None, today: date, days: int) -> bool:
    """Return True when a date lies more than so many days back; what has no date never does."""
    return day is not None and day < today - timedelta(days=days)
