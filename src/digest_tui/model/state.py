"""What a reader decided about papers, and the events it is made of."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Exactly one of these holds for a paper."""

    UNREAD = "unread"
    READ = "read"
    LATER = "later"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PaperState:
    """The state of one paper: the newest over all of its keys."""

    status: Status = Status.UNREAD
    starred: bool = False
    status_stamp: int = 0
    """When the status was set, in ms since the epoch UTC; 0 when it never was."""

    @property
    def undecided(self) -> bool:
        """Whether the paper still waits for a decision."""
        return self.status is Status.UNREAD and not self.starred


@dataclass(frozen=True, slots=True)
class Change:
    """A wish to set one field of one paper."""

    key: str
    field: str
    """`status` or `star`."""
    new: str
    """A `Status` value, or `1` and `0` for a star."""


@dataclass(frozen=True, slots=True)
class Event:
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
    """`status`, `star`, or `live` for the flag that undo and redo set on a batch."""
    new: str

    @property
    def order(self) -> tuple[int, str, int]:
        """Newest wins by this order."""
        return (self.stamp, self.host, self.n)


@dataclass(frozen=True, slots=True)
class KeyState:
    """What the log says about one key; a paper's state is the newest over its keys."""

    status: Status = Status.UNREAD
    status_order: tuple[int, str, int] = (0, "", 0)
    starred: bool = False
    star_order: tuple[int, str, int] = (0, "", 0)


@dataclass(frozen=True, slots=True)
class Batch:
    """What one action changed, or what an undo took back or a redo brought back."""

    id: str
    changes: tuple[Change, ...]
    """The wishes of the action, as they were made."""
    keys: frozenset[str] = frozenset()
    """The papers whose state is different now."""
    left: int = 0
    """Papers of the batch that stay as they are because they were changed since."""
