"""The letters of a word: where they may stand, and what must be on them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from digest_tui.patterns import pattern
from digest_tui.search.folded import LATIN, WordText

Compiled = re.Pattern[str]

_LETTER = pattern(f"[{LATIN}]")
_DIGIT = pattern("[0-9]")


def inside_word(first: str) -> str:
    """Return the class of what may not come before the first letter of a word; empty where anything may."""
    if _LETTER.match(first):
        return f"[{LATIN}]"
    return "[0-9]" if _DIGIT.match(first) else ""


def beyond_word(last: str) -> str:
    """Return the class of what may not come after the last letter of a word that ends; empty where anything may."""
    return inside_word(last) or (f"[{LATIN}0-9]" if last.isascii() else "")


@dataclass(frozen=True, slots=True)
class Letters:
    """A pattern over folded text, and what its matches must be besides.

    A word begins, or ends, at anything but a Latin letter or digit, between a letter and a digit, and where a capital
    follows a small letter.
    """

    anywhere: Compiled
    """The letters, wherever they are."""
    opening: Compiled | None = None
    """The same where a word begins, except at a turn; None where they may begin inside one."""
    behind: Compiled | None = None
    """What comes after a word that ends, except at a turn; None where it may go on."""
    accents: tuple[str, ...] = ()
    """The accented letters that were typed, one for each group of the patterns."""

    @property
    def is_bound(self) -> bool:
        """True when not every match of the letters will do."""
        return self.opening is not None or self.behind is not None or bool(self.accents)

    def find(self, words: WordText, first: int = 0, last: int = sys.maxsize) -> int:
        """Return the place of the first match in `[first, last)`; -1 without any."""
        if self.behind is not None or self.accents:
            return next((start for start, _ in self.spans(words, first, last)), -1)
        match = (self.opening or self.anywhere).search(words.text, first, last)
        at = match.start() if match else -1
        if self.opening is not None and words.turns:
            for turn in words.turns[bisect_left(words.turns, first) :]:
                if at >= 0 and turn > at:
                    break
                if self.anywhere.match(words.text, turn, last):
                    return turn
        return at

    def spans(self, words: WordText, first: int = 0, last: int = sys.maxsize) -> Iterator[tuple[int, int]]:
        """Yield the matches in `[first, last)` in order; none overlap, unless one of them begins at a turn."""
        return (match.span() for match in self._matches(words, first, last) if self._is_whole(match, words))

    def _matches(self, words: WordText, first: int, last: int) -> Iterator[re.Match[str]]:
        at_starts = self._scan(words, first, last)
        if self.opening is None or not words.turns:
            return at_starts
        turns = words.turns[bisect_left(words.turns, first) :]
        at_turns = (match for turn in turns if (match := self.anywhere.match(words.text, turn, last)))
        return iter(sorted((*at_starts, *at_turns), key=re.Match.start))

    def _scan(self, words: WordText, first: int, last: int) -> Iterator[re.Match[str]]:
        search, text, at = (self.opening or self.anywhere).search, words.text, first
        while (match := search(text, at, last)) is not None:
            yield match
            # What is not it may overlap what is.
            at = max(match.end(), match.start() + 1) if self._is_whole(match, words) else match.start() + 1

    def _is_whole(self, match: re.Match[str], words: WordText) -> bool:
        if self.behind is not None and not self.behind.match(words.text, match.end()):
            turns, end = words.turns, match.end()
            at = bisect_left(turns, end)
            if at == len(turns) or turns[at] != end:
                return False
        return all(_has_at(words, match.start(group), letter) for group, letter in enumerate(self.accents, 1))


def _has_at(words: WordText, place: int, letter: str) -> bool:
    """Return True when a letter has just these accents."""
    at = bisect_left(words.accents, (place, ""))
    return at < len(words.accents) and words.accents[at] == (place, letter)
