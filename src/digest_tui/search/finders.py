"""The parts of a query as they are carried out: each narrows papers down, and says how good a find is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from digest_tui.errors import CancelledError
from digest_tui.model import Place
from digest_tui.model.facets import Facet
from digest_tui.search.corpus import Corpus
from digest_tui.search.matching import Matcher
from digest_tui.search.query import Field, Where
from digest_tui.search.ranking import Rank, rank_in_text

STEP = 256
"""Papers between two looks at whether the answer is still wanted."""


class Finder(Protocol):
    """One part of a query."""

    cost: int
    """Cheap parts narrow first."""

    def select(self, numbers: Sequence[int]) -> list[int]:
        """Those of the papers that fit, in the same order."""
        ...

    def rank(self, number: int) -> Rank | None:
        """How good a find a paper is; None where it does not fit. Asked only of papers that `select` was given."""
        ...


class Test:
    """Something about a paper or its state that is so or not."""

    def __init__(self, corpus: Corpus, holds: Callable[[Place], bool], cost: int = 0) -> None:
        self.cost = cost
        self._places = corpus.places
        self._holds = holds

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        places, holds = self._places, self._holds
        return [number for number in numbers if holds(places[number])]

    def rank(self, number: int) -> Rank | None:
        """See `Finder`."""
        return Rank.NONE if self._holds(self._places[number]) else None


class Inverse:
    """What does not fit."""

    def __init__(self, finder: Finder) -> None:
        self.cost = finder.cost + 1
        self._finder = finder

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found = set(self._finder.select(numbers))
        return [number for number in numbers if number not in found]

    def rank(self, number: int) -> Rank | None:
        """See `Finder`."""
        return None if self._finder.select([number]) else Rank.NONE


class Every:
    """All parts fit; a paper is as good a find as its weakest word."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = sorted(finders, key=lambda finder: finder.cost)
        self.cost = sum(finder.cost for finder in self._finders)

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found = list(numbers)
        for finder in self._finders:
            found = finder.select(found)
        return found

    def rank(self, number: int) -> Rank | None:
        """See `Finder`."""
        ranks = [finder.rank(number) for finder in self._finders]
        found = [rank for rank in ranks if rank is not None]
        if len(found) < len(ranks):
            return None
        return max((rank for rank in found if rank is not Rank.NONE), default=Rank.NONE)


class Some:
    """One part is enough; a paper is as good a find as its best one."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = tuple(finders)
        self.cost = sum(finder.cost for finder in self._finders)

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found: set[int] = set()
        for finder in self._finders:
            found.update(finder.select([number for number in numbers if number not in found]))
        return [number for number in numbers if number in found]

    def rank(self, number: int) -> Rank | None:
        """See `Finder`."""
        return min((rank for finder in self._finders if (rank := finder.rank(number)) is not None), default=None)


class Text:
    """A word, or the names that mean the same, somewhere in a paper."""

    cost = 10

    def __init__(
        self, corpus: Corpus, matchers: Sequence[Matcher], where: Where, cancelled: Callable[[], bool]
    ) -> None:
        self._corpus = corpus
        self._where = where
        self._cancelled = cancelled
        self._everywhere = tuple(pattern for one in matchers for pattern in one.everywhere)
        self._in_names = tuple(pattern for one in matchers for pattern in one.in_names)
        self._begins = matchers[0].begins

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        holds = self._in_text if self._where is None else self._in_part
        found: list[int] = []
        for start in range(0, len(numbers), STEP):
            if self._cancelled():
                raise CancelledError
            found += filter(holds, numbers[start : start + STEP])
        return found

    def rank(self, number: int) -> Rank | None:
        """See `Finder`."""
        if self._where is not None:
            return self._rank_of_part(number) if self._in_part(number) else None
        paper = self._corpus.texts[number]
        ranks = [rank_in_text(pattern, paper) for pattern in self._everywhere]
        if self._begins is not None and ranks[0] is not Rank.NONE:
            begun = rank_in_text(self._begins, paper)
            ranks[0] = Rank.WITHIN_WORDS if begun is Rank.NONE else begun
        best = min(ranks)
        if best >= Rank.NOTE and self._in_own_words(number):
            best = Rank.NOTE
        if best is not Rank.NONE:
            return best
        if not self._is_named(number):
            return None
        in_title = any(pattern.search(paper.text, 0, paper.title_end) for pattern in self._in_names)
        return Rank.TITLE if in_title else Rank.TEXT

    def _in_text(self, number: int) -> bool:
        text = self._corpus.texts[number].text
        for pattern in self._everywhere:
            if pattern.search(text):
                return True
        return (bool(self._in_names) and self._is_named(number)) or self._in_own_words(number)

    def _in_part(self, number: int) -> bool:
        paper = self._corpus.texts[number]
        if self._where is Field.NOTE:
            return self._in_own_words(number)
        patterns = self._everywhere if isinstance(self._where, Facet) else self._everywhere + self._in_names
        stretches = paper.stretches(self._where)
        return any(pattern.search(paper.text, *stretch) for stretch in stretches for pattern in patterns)

    def _is_named(self, number: int) -> bool:
        paper = self._corpus.texts[number]
        return any(pattern.search(paper.text, 0, paper.body_start) for pattern in self._in_names)

    def _in_own_words(self, number: int) -> bool:
        words = self._corpus.own_words.get(number)
        if words is None:
            return False
        if any(pattern.search(words.note) for pattern in self._everywhere):
            return True
        if self._where is Field.NOTE:
            return False
        return any(pattern.search(tag) for tag in words.tags for pattern in self._everywhere + self._in_names)

    def _rank_of_part(self, number: int) -> Rank:
        match self._where:
            case Field.TITLE:
                return Rank.TITLE
            case Field.NOTE:
                return Rank.NOTE
            case Facet() as facet if self._corpus.texts[number].spans[0].facet is facet:
                return Rank.FIRST_FACET
            case _:
                return Rank.TEXT
