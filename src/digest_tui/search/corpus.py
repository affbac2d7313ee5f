"""The corpus: everything that a query is run against, at one moment."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from digest_tui.model import Entry, PaperState
from digest_tui.model.summary import Keys
from digest_tui.search.folded import Folded
from digest_tui.search.texts import PaperText

StateOf = Callable[[Keys], PaperState]
"""A function that returns the state of the paper with these keys."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The papers by number, newest first; nothing in it changes while a query runs."""

    keys: Sequence[Keys]
    days: Sequence[date | None]
    texts: Sequence[PaperText]
    """Texts by number, as many as there are keys; those not made yet are empty."""
    entry: Callable[[int], Entry]
    """A paper with everything that its digest says of it, which is read for that."""
    state: StateOf
    gone: Set[int] = frozenset()
    """Numbers of the papers that no digest has any more."""
    own_words: Mapping[int, "OwnWords"] = field(default_factory=dict)
    """The reader's tags and notes, for papers that have any."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The tags and the note of a paper."""

    tags: tuple[Folded, ...]
    note: Folded
