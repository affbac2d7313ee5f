"""Other queries that a person may have meant: words looked for inside words, and words typed on the other layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.notation.two_set import hangul_text, latin_text
from digest_tui.search.folded import folded
from digest_tui.search.hangul import has_hangul
from digest_tui.search.letters import inside_word
from digest_tui.search.lexer import tokens_of
from digest_tui.search.matching import comparable
from digest_tui.search.query import Field, Query, Words
from digest_tui.search.terms import wanted_terms

Count = Callable[[str], int]
"""A function that returns how many papers a query finds; none for one that is no query."""

_SHORTEST = 2
"""Number of letters of a word below which nearly every paper holds it inside words."""


class Offer(NamedTuple):
    """Another query, and what it finds."""

    text: str
    papers: int
    """The number of papers that it finds; those besides the ones that were found, where there are any."""
    found: int
    """The number of papers that the query itself finds."""
    is_inside: bool
    """True when it looks inside words; False for one of the other layout."""

    @property
    def sentence(self) -> str:
        """The offer in words."""
        if self.found:
            return f"{counted(self.found, 'paper')} · {self.papers:,} more inside words: `{self.text}`"
        where = " inside words" if self.is_inside else ""
        words = f"`{self.text}`" if self.is_inside else self.text
        return f"Nothing matches. {words}: {counted(self.papers, 'paper')}{where}"


def offer(text: str, query: Query, found: int, count: Count) -> Offer | None:
    """Return the query that may be meant instead of one that finds so many papers; None where there is none."""
    words = [term for term in wanted_terms(query.root) if isinstance(term, Words)]
    if not found:
        for other in _on_other_layout(text, words, count):
            if papers := count(other):
                return Offer(other, papers, found, is_inside=False)
    inside = _inside_words(text, [each for each in words if _is_bound(each, is_found=found > 0)], found, count)
    return Offer(*inside, found, is_inside=True) if inside else None


def _inside_words(text: str, words: list[Words], found: int, count: Count) -> tuple[str, int] | None:
    """Return the query with words looked for inside words, and how many papers more it finds."""
    if not words:
        return None
    papers = count(_with_all(text, words))
    if papers <= found:
        return None
    for each in tuple(words):
        # A word that adds nothing stays as it is.
        rest = [other for other in words if other is not each]
        if rest and count(_with_all(text, rest)) == papers:
            words = rest
    return _with_all(text, words), papers - found


def _with_all(text: str, words: Iterable[Words]) -> str:
    return _replaced(text, {each: f"*{each.text}*" for each in words})


def _is_bound(words: Words, *, is_found: bool) -> bool:
    """Return True for a word that is found only where words begin; one in quotes is meant so while it finds any."""
    letters = folded(comparable(words.text)).text
    if words.inside or words.where in (Field.ID, Field.SOURCE) or (words.quoted and (is_found or " " in letters)):
        return False
    return len(letters) >= _SHORTEST and inside_word(letters[0]) != ""


def _on_other_layout(text: str, words: list[Words], count: Count) -> Iterable[str]:
    """Yield the query with those words typed on the other layout that find nothing themselves, then all of it."""
    others = {each: other for each in words if (other := _other(each.text)) is not None}
    lost = {each: other for each, other in others.items() if not count(_alone(text, each))}
    if lost:
        yield _replaced(text, lost)
    if has_hangul(text):
        # Its fields too.
        yield latin_text(text)


def _other(word: str) -> str | None:
    """Return what the keys of a word type on the other layout; None where that is nothing to read."""
    if has_hangul(word):
        return latin_text(word)
    return hangul_text(word)


def _alone(text: str, words: Words) -> str:
    return text[words.start : words.end]


def _replaced(text: str, replacements: Mapping[Words, str]) -> str:
    """Return the query with other words in the places of some, behind the names of their fields."""
    values = {token.start: token.value for token in tokens_of(text)}
    for words, other in sorted(replacements.items(), key=lambda item: item[0].start, reverse=True):
        text = f"{text[: values[words.start]]}{other}{text[words.end :]}"
    return text
