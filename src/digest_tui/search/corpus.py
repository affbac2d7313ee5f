"""Everything that a query is asked of, at one moment."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from digest_tui.model import Entry, PaperState
from digest_tui.model.summary import Keys
from digest_tui.search.texts import PaperText

StateOf = Callable[[Keys], PaperState]
"""What was decided about the paper with these keys."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Papers by number, newest first; nothing in it changes while a query runs."""

    keys: Sequence[Keys]
    days: Sequence[date | None]
    texts: Sequence[PaperText]
    """Of the same length; while texts are still being made some are empty."""
    entry: Callable[[int], Entry]
    """A paper with everything that its digest says of it, which is read for that."""
    state: StateOf
    gone: Set[int] = frozenset()
    """Those that no digest has any more."""
    own_words: Mapping[int, "OwnWords"] = field(default_factory=dict)
    """What the reader wrote about papers, for those that have some."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The tags and the note of a paper, folded."""

    tags: tuple[str, ...]
    note: str
