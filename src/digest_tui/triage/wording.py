"""What an action did, in words for the status line."""

from collections.abc import Iterable

from digest_tui.model import Batch, Change, Event

_ONE = {
    ("star", "1"): "starred",
    ("star", "0"): "star removed",
    ("status", "read"): "marked read",
    ("status", "unread"): "marked unread",
    ("status", "later"): "later",
    ("status", "skipped"): "skipped",
}
_COUNTED = {
    ("star", "0"): "{}: star removed",
    ("status", "later"): "{} put off for later",
}
_FLAGS = {("live", "0"): "undone", ("live", "1"): "redone"}


def done(batch: Batch) -> str:
    """What a new batch did: "starred", "12 papers marked read"."""
    papers = len({change.key for change in batch.changes})
    kinds = _kinds(batch.changes)
    if papers == 0:
        return "nothing changed"
    if papers == 1:
        return ", ".join(_ONE.get(kind, "changed") for kind in kinds)
    if len(kinds) > 1:
        return f"{papers} papers changed"
    return counted(*kinds[0], papers)


def counted(field: str, new: str, papers: int) -> str:
    """What became of a number of papers: "1 paper starred", "12 papers marked read"."""
    pattern = _COUNTED.get((field, new), "{} " + _ONE.get((field, new), "changed"))
    return pattern.format("1 paper" if papers == 1 else f"{papers} papers")


def logged(event: Event) -> str:
    """What an event of the log did: "starred", or "undone" for the flag of a batch."""
    return (_ONE | _FLAGS).get((event.field, event.new), "changed")


def undone(batch: Batch) -> str:
    """What an undo took back: "undone: starred"."""
    return f"undone: {done(batch)}{_left(batch)}"


def redone(batch: Batch) -> str:
    """What a redo brought back: "redone: starred"."""
    return f"redone: {done(batch)}{_left(batch)}"


def _kinds(changes: Iterable[Change]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((change.field, change.new) for change in changes))


def _left(batch: Batch) -> str:
    return f" ({batch.left} left: changed since)" if batch.left else ""
