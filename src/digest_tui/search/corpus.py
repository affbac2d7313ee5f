"""Everything that a query is asked of, at one moment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from digest_tui.model import PaperState, Place
from digest_tui.search.texts import PaperText


@dataclass(frozen=True, slots=True)
class Corpus:
    """Papers by number, newest first; nothing in it changes while a query runs."""

    places: Sequence[Place]
    texts: Sequence[PaperText]
    """Of the same length as `places`, or shorter while texts are still being made."""
    state: Callable[[Place], PaperState]
    own_words: Mapping[int, "OwnWords"] = field(default_factory=dict)
    """What the reader wrote about papers, for those that have some."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The tags and the note of a paper, folded."""

    tags: tuple[str, ...]
    note: str
