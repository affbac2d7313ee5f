"""The state of papers, and the events of which it is made."""

import unicodedata
from enum import StrEnum
from typing import NamedTuple

from digest_tui.errors import UsageError
from digest_tui.patterns import pattern
from digest_tui.text import one_line, sanitize

TAG = "tag:"
"""The beginning of the field of a tag."""
MAX_NOTE = 4000
"""The largest number of characters of a note."""
_TAG = pattern(r"[\w.][\w./+-]{0,39}")
EventOrder = tuple[int, str, int]
"""Stamp, host and number of an event; the newest in this order wins."""


def tag_name(text: str) -> str:
    """Return a tag as it is kept: NFC, small letters, without `#`; raises UsageError for what cannot be one."""
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
    """Return a note as it is kept: sanitised, without white space around it, cut at `MAX_NOTE`."""
    return sanitize(text).strip()[:MAX_NOTE].rstrip()


class Status(StrEnum):
    """The status of a paper; each paper has exactly one."""

    UNREAD = "unread"
    READ = "read"
    LATER = "later"
    SKIPPED = "skipped"


class PaperState(NamedTuple):
    """The state of one paper: the newest over all of its keys."""

    status: Status = Status.UNREAD
    starred: bool = False
    status_stamp: int = 0
    """The time when the status was set, in ms since the epoch UTC; 0 when it never was."""
    tags: tuple[str, ...] = ()
    """The tags, sorted; see `tag_name`."""
    note: str = ""

    @property
    def is_new(self) -> bool:
        """True while nothing was decided about the paper: unread and not starred."""
        return self.status is Status.UNREAD and not self.starred

    @property
    def is_marked(self) -> bool:
        """True when the reader left anything on the paper: a status, a star, a tag or a note."""
        return not self.is_new or bool(self.tags or self.note)


class Change(NamedTuple):
    """A request to set one field of one paper."""

    key: str
    field: str
    """The field: `status`, `star`, `note`, or `tag:` and a name."""
    new: str
    """The new value: a `Status`, `1` or `0` for a star and a tag, the text of a note (empty for none)."""


class Event(NamedTuple):
    """One line of the append-only log, identified by `(host, n)`."""

    host: str
    n: int
    stamp: int
    """The time in ms since the epoch UTC, larger than every stamp known when it was written."""
    session: str
    batch: str
    key: str
    """The key; empty for the flag of a batch."""
    field: str
    """The field as in `Change`, or `live` for the flag that undo and redo set on a batch."""
    new: str

    @property
    def order(self) -> EventOrder:
        """The position in the order of events, of which the newest wins."""
        return (self.stamp, self.host, self.n)


class KeyState(NamedTuple):
    """The state of one key according to the log; a paper's state is the newest over its keys."""

    status: Status = Status.UNREAD
    status_order: EventOrder = (0, "", 0)
    starred: bool = False
    star_order: EventOrder = (0, "", 0)
    note: str = ""
    note_order: EventOrder = (0, "", 0)
    tags: tuple[tuple[str, bool, EventOrder], ...] = ()
    """Each tag that was ever set, True while it is set, and the order of its event."""


class Batch(NamedTuple):
    """The result of one action."""

    id: str
    changes: tuple[Change, ...]
    """The changes that the action asked for."""
    keys: frozenset[str] = frozenset()
    """The keys that were written to."""
