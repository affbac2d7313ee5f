"""Where a word was found says how much it says about a paper."""

from enum import IntEnum

from digest_tui.search.matching import Compiled, compact
from digest_tui.search.texts import PaperText
from digest_tui.search.visible import BREAK


class Rank(IntEnum):
    """Better finds have smaller numbers; newer papers come first within a rank."""

    EXACT_TITLE = 0
    TITLE = 1
    FIRST_FACET = 2
    TEXT = 3
    """Other facets, what belongs to none, authors."""
    NOTE = 4
    """The reader's own notes and tags."""
    WITHIN_WORDS = 5
    """A short Latin word that occurs only inside longer ones."""
    NONE = 6
    """Nothing was looked for in the text."""

    @property
    def label(self) -> str:
        """As the list calls it; empty where there is nothing to say."""
        return _LABELS[self]


_LABELS = {
    Rank.EXACT_TITLE: "title",
    Rank.TITLE: "title",
    Rank.FIRST_FACET: "first part",
    Rank.TEXT: "text",
    Rank.NOTE: "note, tags",
    Rank.WITHIN_WORDS: "inside words",
    Rank.NONE: "",
}


def rank_in_text(pattern: Compiled, paper: PaperText) -> Rank:
    """The best place where a pattern is found in a paper; NONE where it is not."""
    found = pattern.search(paper.text)
    if found is None:
        return Rank.NONE
    if found.start() < paper.title_end:
        return Rank.TITLE
    if not paper.spans:
        # Without facets the whole text is the first part.
        in_body = found.start() >= paper.body_start or pattern.search(paper.text, paper.body_start)
        return Rank.FIRST_FACET if in_body else Rank.TEXT
    first = paper.spans[0]
    if found.start() >= first.last:
        return Rank.TEXT
    return Rank.FIRST_FACET if pattern.search(paper.text, first.first, first.last) else Rank.TEXT


def is_title(wanted: str, paper: PaperText) -> bool:
    """Whether a title is just what was looked for, spaces and marks aside; `wanted` is compact."""
    return any(compact(title) == wanted for title in paper.text[: paper.title_end].split(BREAK))
