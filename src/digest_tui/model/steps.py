"""The results of undo and redo."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from digest_tui.model.state import Batch, Change


class Step(NamedTuple):
    """An undo or a redo after which something looks different."""

    changes: tuple[Change, ...]
    """The decisions that were undone or redone, those whose papers look different now."""
    elsewhere: tuple[Change, ...] = ()
    """The same of decisions that other sessions made."""
    left: int = 0
    """Number of keys that look as before because they were changed since."""
    keys: frozenset[str] = frozenset()
    """The keys of all decisions that were undone or redone, whether their papers look different or not."""

    @property
    def all_changes(self) -> tuple[Change, ...]:
        """The decisions of this session and of others."""
        return self.changes + self.elsewhere


class Again(Enum):
    """The effect of the same key once more, where an undo or a redo would have changed nothing."""

    TOO = auto()
    """The decisions made elsewhere are undone too."""
    NEXT = auto()
    """The decision before it is undone, or the one after it redone."""
    NOTHING = auto()
    """None: there is no other decision."""


Agreed = Mapping[str, frozenset[str]]
"""For each batch that cannot be undone by itself those of other sessions to undo with it; none: go on to the next."""
NOTHING_AGREED: Agreed = MappingProxyType({})


class Overtaken(NamedTuple):
    """The reason why an undo or a redo would change nothing that is shown; nothing was written."""

    changes: tuple[Change, ...]
    """The decisions that it was about."""
    elsewhere: tuple[Batch, ...]
    """What other sessions did that keeps their papers as they are, the newest last."""
    is_since: bool
    """True when these came later, False when they had made the same before."""
    again: Again
    agree: Agreed
    """What the same key once more agrees to."""

    @property
    def all_changes(self) -> tuple[Change, ...]:
        """The decisions of this session and of others."""
        return self.changes + tuple(change for batch in self.elsewhere for change in batch.changes)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of these decisions."""
        return frozenset(change.key for change in self.all_changes)
