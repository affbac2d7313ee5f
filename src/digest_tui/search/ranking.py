"""Ranking: where a word was found decides how much it says about a paper."""

import re
from collections.abc import Collection
from enum import IntEnum

from digest_tui.notation.visible import BREAK
from digest_tui.search.letters import Compiled, Letters
from digest_tui.search.texts import PaperText

_MARKS = rf"(?:[^\w{BREAK}]|_)*"


class Rank(IntEnum):
    """The quality of a find: smaller numbers are better; newer papers come first within a rank."""

    EXACT_TITLE = 0
    TITLE = 1
    FIRST_FACET = 2
    TEXT = 3
    """Other facets, text that belongs to none."""
    AUTHORS = 4
    """Names of authors alone: many a word of texts is a name too."""
    NOTE = 5
    """The reader's own notes and tags."""
    WITHIN_WORDS = 6
    """A short Latin word that occurs only inside longer ones."""
    MISS = 9
    """No find: the paper does not fit."""
    NONE = -1
    """Nothing was searched for in the text: beside a word such a condition does not count."""

    @property
    def group(self) -> str:
        """The words above the finds of this rank in a list."""
        return _GROUPS[self]


_GROUPS = {
    Rank.NONE: "by conditions",
    Rank.EXACT_TITLE: "in titles",
    Rank.TITLE: "in titles",
    Rank.FIRST_FACET: "in text",
    Rank.TEXT: "in text",
    Rank.AUTHORS: "in authors",
    Rank.NOTE: "in notes and tags",
    Rank.WITHIN_WORDS: "inside words",
    Rank.MISS: "",
}


def rank_in_text(letters: Letters, paper: PaperText) -> Rank:
    """Return the rank of the best match of letters in a paper; MISS when there is none."""
    at = letters.find(paper)
    return Rank.MISS if at < 0 else rank_from(at, letters, paper)


def rank_from(at: int, letters: Letters, paper: PaperText) -> Rank:
    """Return the rank of the best match of letters in a paper, given the position of the first one."""
    if at < paper.title_end:
        return Rank.TITLE
    # Without facets the whole text is the first part.
    first, last = paper.spans[0][1:] if paper.spans else (paper.body_start, len(paper.text))
    if at < paper.body_start and (at := letters.find(paper, paper.body_start)) < 0:
        return Rank.AUTHORS
    is_first = first <= at < last or (at < first and letters.find(paper, first, last) >= 0)
    return Rank.FIRST_FACET if is_first else Rank.TEXT


def titles_pattern(titles: Collection[str]) -> Compiled:
    """Return a pattern for forms of a title that equal one of these compact titles, ignoring spaces and marks."""
    # One look at each title that was found, at every letter: most differ in the first one.
    spelled = "|".join(_MARKS.join(map(re.escape, title)) for title in titles)
    return re.compile(rf"{_MARKS}(?:{spelled}){_MARKS}(?:{BREAK}|\Z)")


def is_title(pattern: Compiled, paper: PaperText) -> bool:
    """Return True when one of the forms of a paper's title matches a `titles_pattern`."""
    text, end = paper.text, paper.title_end
    if pattern.match(text, 0, end):
        return True
    other = text.find(BREAK, 0, end) + 1
    return other > 0 and pattern.match(text, other, end) is not None
