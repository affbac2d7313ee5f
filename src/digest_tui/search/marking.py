"""Marking finds in texts on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from digest_tui.errors import QueryError
from digest_tui.model.facet import Facet
from digest_tui.search.expressions import compiled
from digest_tui.search.folded import Folded, WordText, accented, folded_with_places
from digest_tui.search.matching import IN_TEXT, Matcher, Spelling, matcher_of, whole_word
from digest_tui.search.plan import Expansion
from digest_tui.search.query import Field, Pattern, Query, Where, Words
from digest_tui.search.terms import wanted_terms

MAX_MARKS = 1000
"""The largest number of marks of one word in one text."""
_EXPRESSION_SECONDS = 0.05
"""The seconds that one expression may search one text: marks are only decoration."""


class Part(Enum):
    """The part of a paper that a text is."""

    TITLE = auto()
    AUTHORS = auto()
    BODY = auto()
    OWN = auto()
    """Tags and note."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A find in a text: characters `[start, end)`."""

    start: int
    end: int
    term: int
    """The number of the word in the query, counted from 0."""


class Marker:
    """Finds the words of a query, and their other names, in texts on the screen."""

    def __init__(self, query: Query, expansions: Iterable[Expansion] = (), spelling: Spelling = IN_TEXT) -> None:
        self._terms = tuple(wanted_terms(query.root))
        self._matchers: list[tuple[int, Where, Matcher]] = []
        for number, term in enumerate(self._terms):
            if isinstance(term, Words):
                self._matchers.append((number, term.where, matcher_of(term, spelling)))
        names = dict.fromkeys(name for expansion in expansions for name in expansion.names)
        self._matchers += [(len(self._terms), None, whole_word(name, spelling)) for name in names]
        # Asked for every paper of a long answer.
        self._parts = {part for part in Part if any(_is_in(term.where, part) for term in self._terms)}
        of_body = [(number, one) for number, where, one in self._matchers if _is_in(where, Part.BODY)]
        self.most_terms = len({number for number, _ in of_body})
        """The largest number of words that a body may hold, other names as one."""
        self.in_body = tuple((number, letters) for number, one in of_body for letters in one.everywhere)
        """The letters that are looked for in bodies, each with the number of its word."""

    def __bool__(self) -> bool:
        return bool(self._terms)

    def looks_at(self, part: Part) -> bool:
        """Return True when a word of the query may be marked in a part."""
        return part in self._parts

    @property
    def looks_at_blocks(self) -> bool:
        """True when each block of a body can be marked without the others."""
        is_weaker = any(one.begins is not None for _, _, one in self._matchers)
        return not is_weaker and not any(isinstance(term, Pattern) for term in self._terms)

    def marks(self, text: str, part: Part) -> list[Mark]:
        """Return the finds in a text, in order, with overlapping ones merged."""
        folded, places = folded_with_places(text)
        found = [
            # Of a ligature a part cannot be marked alone.
            Mark(places[start], max(places[end], places[end - 1] + 1), number)
            for start, end, number in self._finds(folded, part)
        ]
        return _merged(found)

    def marks_in_block(self, text: WordText, first: int, last: int) -> list[Mark]:
        """Return the finds in the characters `[first, last)` of a search text, which are a block, as places in it."""
        return _merged(
            [
                Mark(start - first, end - first, number)
                for number, letters in self.in_body
                for start, end in islice(letters.spans(text, first, last), MAX_MARKS)
            ]
        )

    def _finds(self, folded: Folded, part: Part) -> Iterator[tuple[int, int, int]]:
        for number, where, one in self._matchers:
            if _is_in(where, part):
                wanted = one.everywhere if part is Part.BODY else one.everywhere + one.in_names
                # A short Latin word inside others is marked only where there is nothing better.
                if one.begins is not None and one.begins.find(folded) >= 0:
                    wanted = (one.begins,)
                for letters in wanted:
                    yield from ((start, end, number) for start, end in islice(letters.spans(folded), MAX_MARKS))
        for number, term in enumerate(self._terms):
            if isinstance(term, Pattern) and _is_in(term.where, part):
                yield from ((start, end, number) for start, end in _expression_finds(term, accented(folded)))


def _expression_finds(term: Pattern, folded: str) -> list[tuple[int, int]]:
    found = []
    try:
        for hit in islice(compiled(term).finditer(folded, timeout=_EXPRESSION_SECONDS, concurrent=True), MAX_MARKS):
            if hit.end() > hit.start():
                found.append(hit.span())
    except (TimeoutError, QueryError):
        # The query itself has said so.
        return found
    return found


def _is_in(where: Where, part: Part) -> bool:
    match where:
        case None:
            return True
        case Field.TITLE:
            return part is Part.TITLE
        case Field.AUTHOR:
            return part is Part.AUTHORS
        case Field.NOTE:
            return part is Part.OWN
        case Facet():
            return part is Part.BODY
        case _:
            return False


def _merged(marks: Sequence[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if merged and mark.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Mark(last.start, max(last.end, mark.end), last.term)
        else:
            merged.append(mark)
    return merged
