"""Words for the status line that say what an action did."""

from collections.abc import Collection
from typing import Literal

from digest_tui.counts import counted
from digest_tui.model import Batch, Change, Event, Status
from digest_tui.model.state import TAG
from digest_tui.model.steps import Again, Overtaken, Step
from digest_tui.text import one_line
from digest_tui.triage.marks import Mark

_ONE = {
    ("star", "1"): "starred",
    ("star", "0"): "star removed",
    ("status", "read"): "marked read",
    ("status", "unread"): "marked unread",
    ("status", "later"): "later",
    ("status", "skipped"): "skipped",
}
_COUNTED = {
    ("note", ""): "note removed from {}",
    ("star", "0"): "star removed from {}",
    ("status", "later"): "{} put off for later",
}
_MARKED = {
    Mark.READ: ("is read already", "All of them are read already"),
    Mark.UNREAD: ("is unread already", "All of them are unread already"),
    Mark.STAR: ("is starred already", "All of them are starred already"),
    Mark.UNSTAR: ("has no star", "None of them has a star"),
    Mark.LATER: ("is put off for later already", "All of them are put off for later already"),
    Mark.SKIP: ("is skipped already", "All of them are skipped already"),
}
_LOGGED_NOTE = 60
"""Largest number of characters of a note in the log."""
_FLAGS = {("live", "0"): "undone", ("live", "1"): "redone"}


_ALREADY = {Status.READ: "read already", Status.LATER: "put off already", Status.SKIPPED: "skipped already"}


def already(status: Status) -> str:
    """Say that a paper has a status already: "skipped already"."""
    return _ALREADY.get(status, "unread")


def done(batch: Batch, *, still_starred: int = 0) -> str:
    """Say what a new batch did: "starred", "12 papers marked read", "unread, still starred"."""
    return made(batch.changes, still_starred=still_starred)


def made(changes: Collection[Change], *, still_starred: int = 0) -> str:
    """Say what changes did: "starred", "12 papers marked read"."""
    papers = len({change.key for change in changes})
    kinds = list(dict.fromkeys((change.field, change.new) for change in changes))
    if papers == 0:
        return "nothing changed"
    if papers == 1:
        if still_starred and kinds == [("status", "unread")]:
            return "unread, still starred"
        return ", ".join(_one(*kind) for kind in kinds)
    if still_starred and kinds == [("status", "unread")]:
        return f"{done_to(papers, *kinds[0])}, {still_starred:,} still starred"
    if len(kinds) > 1:
        return f"{counted(papers, 'paper')} changed"
    return done_to(papers, *kinds[0])


def done_to(papers: int, field: str, new: str) -> str:
    """Say what became of a number of papers: "1 paper starred", "star removed from 12 papers"."""
    them = counted(papers, "paper")
    if (pattern := _COUNTED.get((field, new))) is not None:
        return pattern.format(them)
    if field.startswith(TAG) and new != "1":
        return f"{_one(field, new)} from {them}"
    return f"{them} {_one(field, new)}"


def marked_already(mark: Mark, papers: int) -> str:
    """Say that one paper or several are as a mark would make them: "It is read already."."""
    one, all_of_them = _MARKED[mark]
    return f"It {one}." if papers == 1 else f"{all_of_them}."


def logged(event: Event) -> str:
    """Say what an event of the log did: "starred", or "undone" for the flag of a batch."""
    if event.field == "note" and event.new:
        return f"noted: {one_line(event.new, _LOGGED_NOTE)}"
    return _FLAGS.get((event.field, event.new)) or _one(event.field, event.new)


def _one(field: str, new: str) -> str:
    if field.startswith(TAG):
        name = one_line(field.removeprefix(TAG))
        return f"tagged {name}" if new == "1" else f"tag {name} removed"
    if field == "note":
        return "noted" if new else "note removed"
    return _ONE.get((field, new), "changed")


def undone(step: Step) -> str:
    """Say what an undo took back: "undone: starred"."""
    return f"undone: {_stepped(step)}"


def redone(step: Step) -> str:
    """Say what a redo brought back: "redone: starred"."""
    return f"redone: {_stepped(step)}"


def overtaken(what: Overtaken, action: Literal["undo", "redo"], key: str) -> tuple[str, str]:
    """Say why an undo or a redo changed nothing, and what the same key does next: "skipped elsewhere since"."""
    others = what.elsewhere
    papers = {change.key for batch in others for change in batch.changes}
    if not others:
        why = f"this changes nothing now: {made(what.changes)}"
    elif len(others) > 1 and what.again is Again.TOO:
        about = f" about {counted(len(papers), 'paper')}" if len(papers) > 1 else ""
        why = f"{counted(len(others), 'decision')}{about} elsewhere, the last: {_elsewhere(others[-1].changes)}"
    else:
        why = f"{_elsewhere(others[-1].changes)} elsewhere {'since' if what.is_since else 'too'}"
    match what.again:
        case Again.TOO:
            return why, f"{key} again undoes {'it' if len(others) == 1 else 'them'} too"
        case Again.NEXT:
            return why, f"{key} again {action}es the {'one before' if action == 'undo' else 'next one'}"
        case Again.NOTHING:
            return why, f"nothing else to {action}"


def _stepped(step: Step) -> str:
    words = made(step.changes)
    if step.elsewhere:
        words = f"{words}, and {_elsewhere(step.elsewhere)} elsewhere"
    return f"{words} ({step.left} left: changed since)" if step.left else words


def _elsewhere(changes: Collection[Change]) -> str:
    """Say what changes did, in words that "elsewhere" may follow."""
    words = made(changes)
    return "put off" if words == _ONE["status", "later"] else words
