"""Regular expressions that a person typed, with limits on length, size and time since they may be anything."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from digest_tui.errors import CancelledError, QueryError
from digest_tui.patterns import pattern
from digest_tui.search.corpus import Corpus
from digest_tui.search.finders import STEP
from digest_tui.search.folded import accented
from digest_tui.search.query import Field, Pattern, Where
from digest_tui.search.ranking import Rank

if TYPE_CHECKING:
    import regex

MAX_LENGTH = 200
"""Characters of an expression."""
MAX_REPEATS = 10_000
"""The product of all its counts: `regex` 2026.11 writes `(?:(?:a{1000}){1000}){1000}` out, in all memory there is."""
_COUNTS = pattern(r"\{([0-9]+)?,?([0-9]+)?")
_RANKS: Mapping[Where, Rank] = {
    Field.TITLE: Rank.TITLE,
    Field.AUTHOR: Rank.AUTHORS,
    Field.NOTE: Rank.NOTE,
    Field.TAG: Rank.NOTE,
}
"""The rank of a find in a part that was asked for, if that is not the text."""


class Expression:
    """A regular expression somewhere in a paper, over folded text."""

    cost = 100

    def __init__(self, corpus: Corpus, pattern: Pattern, deadline: float, cancelled: Callable[[], bool]) -> None:
        self._corpus = corpus
        self._pattern = pattern
        self._deadline = deadline
        self._cancelled = cancelled
        self._compiled = compiled(pattern)

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`; raises QueryError when the time is up."""
        found: list[int] = []
        for start in range(0, len(numbers), STEP):
            if self._cancelled():
                raise CancelledError
            found += filter(self._holds, numbers[start : start + STEP])
        return found

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        return [self._rank(number) for number in numbers]

    def _rank(self, number: int) -> Rank:
        where = self._pattern.where
        if where is None:
            paper = self._corpus.texts[number]
            parts = (0, paper.title_end), (paper.body_start, len(paper.text)), *paper.stretches(Field.AUTHOR)
            text = accented(paper)
            for part, rank in zip(parts, (Rank.TITLE, Rank.TEXT, Rank.AUTHORS), strict=True):
                if self._finds(text, *part):
                    return rank
        if not self._holds(number):
            return Rank.MISS
        return Rank.NOTE if where is None and self._in_own_words(number) else _RANKS.get(where, Rank.TEXT)

    def _holds(self, number: int) -> bool:
        paper = self._corpus.texts[number]
        stretches = paper.stretches(self._pattern.where)
        text = accented(paper)
        return any(self._finds(text, *stretch) for stretch in stretches) or self._in_own_words(number)

    def _in_own_words(self, number: int) -> bool:
        where = self._pattern.where
        words = self._corpus.own_words.get(number)
        if words is None or where not in (None, Field.NOTE, Field.TAG):
            return False
        own = [] if where is Field.TAG else [words.note]
        own += [] if where is Field.NOTE else words.tags
        return any(self._finds(text, 0, len(text)) for text in map(accented, own))

    def _finds(self, text: str, first: int, last: int) -> bool:
        left = self._deadline - time.monotonic()
        try:
            if left > 0:
                return self._compiled.search(text, first, last, timeout=left, concurrent=True) is not None
        except TimeoutError:
            pass
        raise too_slow(self._pattern)


def compiled(pattern: Pattern) -> regex.Pattern[str]:
    """Return the compiled expression, ignoring case; raises QueryError when it is invalid or would be too large."""
    try:
        return _compiled(pattern.source)
    except _BadExpression as error:
        first = max(pattern.start, pattern.end - len(pattern.source) - 1)
        at = min(first + error.position, pattern.end - 1)
        what = f"this is not a regular expression: {error}"
        raise QueryError(what, at, pattern.end, "use quotes to find it as text") from None


def too_slow(pattern: Pattern) -> QueryError:
    """Return the error for an expression whose time is up."""
    return QueryError("this regular expression takes too long", pattern.start, pattern.end, "nested repeats are slow")


class _BadExpression(Exception):
    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


@lru_cache(maxsize=32)
def _compiled(source: str) -> regex.Pattern[str]:
    import regex

    if len(source) > MAX_LENGTH:
        raise _BadExpression(f"it is longer than {MAX_LENGTH} characters")
    repeats = 1
    for count in _COUNTS.finditer(source):
        repeats *= max([1, *(int(number[:9]) for number in count.groups() if number)])
        if repeats > MAX_REPEATS:
            raise _BadExpression(f"it repeats more than {MAX_REPEATS:,} times", count.start())
    try:
        return regex.compile(unicodedata.normalize("NFC", source), regex.IGNORECASE)
    except regex.error as error:
        # The stubs do not know what it says of the error.
        raise _BadExpression(getattr(error, "msg", str(error)), getattr(error, "pos", None) or 0) from None
    except (RecursionError, ValueError, OverflowError, TypeError, KeyError, IndexError) as error:
        raise _BadExpression(f"it cannot be read ({type(error).__name__})") from None
