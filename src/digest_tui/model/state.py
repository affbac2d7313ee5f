"""What a reader decided about papers, and the events it is made of."""

import unicodedata
from enum import StrEnum
from typing import NamedTuple

from digest_tui.errors import UsageError
from digest_tui.patterns import pattern
from digest_tui.text import one_line, sanitize

TAG = "tag:"
"""What the field of a tag begins with."""
MAX_NOTE = 4000
"""Characters of a note."""
_TAG = pattern(r"[\w.][\w./+-]{0,39}")
EventOrder = tuple[int, str, int]
"""Stamp, host and number of an event: newest wins by it."""


def tag_name(text: str) -> str:
    """A tag as it is kept: NFC, small letters, without `#`; raises UsageError for what cannot be one."""
    typed = unicodedata.normalize("NFC", sanitize(text).strip().removeprefix("#"))
    # Small letters may come apart into a letter and its marks.
    name = unicodedata.normalize("NFC", typed.casefold())
    # A mark belongs to the letter before it, and `\w` does not know those that many scripts are written with.
    if _TAG.fullmatch("".join("-" if unicodedata.category(char) in ("Mn", "Mc") else char for char in name)):
        return name
    raise UsageError(
        f"{one_line(text, 60)!r} cannot be a tag: use one word of at most 40 letters, digits and - _ . / + "
        "(but none of - / + first)"
    )


def note_text(text: str) -> str:
    """A note as it is kept: sanitised, without white space around it, cut at `MAX_NOTE`."""
    return sanitize(text).strip()[:MAX_NOTE].rstrip()


class Status(StrEnum):
    """Exactly one of these holds for a paper."""

    UNREAD = "unread"
    READ = "read"
    LATER = "later"
    SKIPPED = "skipped"


class PaperState(NamedTuple):
    """The state of one paper: the newest over all of its keys."""

    status: Status = Status.UNREAD
    starred: bool = False
    status_stamp: int = 0
    """When the status was set, in ms since the epoch UTC; 0 when it never was."""
    tags: tuple[str, ...] = ()
    """Sorted; see `tag_name`."""
    note: str = ""

    @property
    def undecided(self) -> bool:
        """Whether the paper still waits for a decision."""
        return self.status is Status.UNREAD and not self.starred

    @property
    def is_marked(self) -> bool:
        """Whether the reader left anything on the paper: a status, a star, a tag or a note."""
        return not self.undecided or bool(self.tags or self.note)


class Change(NamedTuple):
    """A wish to set one field of one paper."""

    key: str
    field: str
    """`status`, `star`, `note`, or `tag:` and a name."""
    new: str
    """A `Status` value, `1` or `0` for a star and a tag, the text of a note (none: empty)."""


class Event(NamedTuple):
    """One line of the append-only log; its identity is `(host, n)`."""

    host: str
    n: int
    stamp: int
    """ms since the epoch UTC, larger than every stamp known when it was written."""
    session: str
    batch: str
    key: str
    """Empty for a flag of the batch."""
    field: str
    """As in `Change`, or `live` for the flag that undo and redo set on a batch."""
    new: str

    @property
    def order(self) -> EventOrder:
        """Newest wins by this order."""
        return (self.stamp, self.host, self.n)


class KeyState(NamedTuple):
    """What the log says about one key; a paper's state is the newest over its keys."""

    status: Status = Status.UNREAD
    status_order: EventOrder = (0, "", 0)
    starred: bool = False
    star_order: EventOrder = (0, "", 0)
    note: str = ""
    note_order: EventOrder = (0, "", 0)
    tags: tuple[tuple[str, bool, EventOrder], ...] = ()
    """Each tag that was ever set, whether it is, and the order of that."""


class Batch(NamedTuple):
    """What one action changed, or what an undo took back or a redo brought back."""

    id: str
    changes: tuple[Change, ...]
    """The wishes of the action, as they were made."""
    keys: frozenset[str] = frozenset()
    """The papers whose state is different now."""
    left: int = 0
    """Papers of the batch that stay as they are because they were changed since."""
