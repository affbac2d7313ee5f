"""What an action did, in words for the status line."""

from collections.abc import Iterable

from digest_tui.model import Batch, Change

_ONE = {
    ("star", "1"): "starred",
    ("star", "0"): "star removed",
    ("status", "read"): "marked read",
    ("status", "unread"): "marked unread",
    ("status", "later"): "later",
    ("status", "skipped"): "skipped",
}
_MANY = {
    ("star", "0"): "{} papers: star removed",
    ("status", "later"): "{} papers put off for later",
}


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
    return _MANY.get(kinds[0], "{} papers " + _ONE.get(kinds[0], "changed")).format(papers)


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
