"""The parts of a query as they are carried out: each narrows papers down, and says how good the finds are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from digest_tui.errors import CancelledError
from digest_tui.model.facet import Facet
from digest_tui.search.corpus import Corpus
from digest_tui.search.letters import Letters
from digest_tui.search.matching import Matcher
from digest_tui.search.query import Field, Where
from digest_tui.search.ranking import Rank, rank_from, rank_in_text

STEP = 1024
"""Number of papers between two checks for cancellation."""


def in_parts(numbers: Sequence[int], cancelled: Callable[[], bool]) -> Iterable[Sequence[int]]:
    """Yield papers `STEP` at a time; raises CancelledError as soon as the answer is no longer wanted."""
    for start in range(0, len(numbers), STEP):
        if cancelled():
            raise CancelledError
        yield numbers[start : start + STEP]


class Finder(Protocol):
    """One part of a query, ready to be carried out."""

    cost: int
    """The relative cost: cheap parts narrow first."""

    def select(self, numbers: Sequence[int]) -> list[int]:
        """Return the papers that fit, in the same order."""
        ...

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """Return the rank of each of these papers; `Rank.MISS` for those that do not fit."""
        ...


class Test:
    """Finds papers for which a test of a paper or its state holds."""

    cost = 0

    def __init__(self, holds: Callable[[int], bool], cancelled: Callable[[], bool]) -> None:
        self._holds = holds
        self._cancelled = cancelled

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        return [number for part in in_parts(numbers, self._cancelled) for number in filter(self._holds, part)]

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        holds = self._holds
        return [Rank.NONE if holds(number) else Rank.MISS for number in numbers]


class Inverse:
    """Finds the papers that another finder does not."""

    def __init__(self, finder: Finder) -> None:
        self.cost = finder.cost + 1
        self._finder = finder

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found = set(self._finder.select(numbers))
        return [number for number in numbers if number not in found]

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        found = set(self._finder.select(numbers))
        return [Rank.MISS if number in found else Rank.NONE for number in numbers]


class Every:
    """Finds papers that fit all parts, ranked by their weakest part."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = sorted(finders, key=lambda finder: finder.cost)
        self.cost = sum(finder.cost for finder in self._finders)

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found = list(numbers)
        for finder in self._finders:
            found = finder.select(found)
        return found

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        return list(map(max, zip(*(finder.ranks(numbers) for finder in self._finders), strict=True)))


class Some:
    """Finds papers that fit any part, ranked by their best part."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = tuple(finders)
        self.cost = sum(finder.cost for finder in self._finders)

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        found: set[int] = set()
        for finder in self._finders:
            found.update(finder.select([number for number in numbers if number not in found]))
        return [number for number in numbers if number in found]

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        return list(map(min, zip(*(finder.ranks(numbers) for finder in self._finders), strict=True)))


class Text:
    """A word, or the names that mean the same, somewhere in a paper."""

    cost = 10

    def __init__(
        self, corpus: Corpus, matchers: Sequence[Matcher], where: Where, cancelled: Callable[[], bool]
    ) -> None:
        self._corpus = corpus
        self._where = where
        self._cancelled = cancelled
        self._everywhere = tuple(letters for one in matchers for letters in one.everywhere)
        self._in_names = tuple(letters for one in matchers for letters in one.in_names)
        self._begins = matchers[0].begins
        self._first: dict[int, int] = {}
        """For papers that hold the word itself, the position of its first occurrence."""
        self._by_other: dict[int, tuple[Letters, int]] = {}
        """For papers that do not, the letters that were found first, and their position."""

    def select(self, numbers: Sequence[int]) -> list[int]:
        """See `Finder`."""
        if self._where is not None:
            return [number for part in in_parts(numbers, self._cancelled) for number in filter(self._in_part, part)]
        found = self._with_word(numbers)
        if not self._has_more:
            return found
        hits = set(found)
        for letters in self._everywhere[1:]:
            rest = [number for number in numbers if number not in hits] if hits else numbers
            for number, at in self._holding(letters, rest):
                self._by_other[number] = letters, at
                hits.add(number)
        if self._in_names or self._corpus.own_words:
            hits.update([number for number in numbers if number not in hits and self._is_elsewhere(number)])
        return [number for number in numbers if number in hits]

    def ranks(self, numbers: Sequence[int]) -> list[Rank]:
        """See `Finder`."""
        if self._where is not None:
            return [self._rank_of_part(number) for number in numbers]
        texts, first, letters = self._corpus.texts, self._first, self._everywhere[0]
        begins, has_more = self._begins, self._has_more
        missed, within, enough = Rank.MISS, Rank.WITHIN_WORDS, Rank.FIRST_FACET
        ranks = []
        for number in numbers:
            at = first.get(number)
            if at is None:
                rank = missed
            elif begins is None:
                rank = rank_from(at, letters, texts[number])
            else:
                rank = min(rank_in_text(begins, texts[number]), within)
            if has_more and rank > enough:
                rank = min(rank, self._rank_elsewhere(number))
            ranks.append(rank)
        return ranks

    @property
    def _has_more(self) -> bool:
        """True when a paper may fit without holding the word itself."""
        return bool(len(self._everywhere) > 1 or self._in_names or self._corpus.own_words)

    def _with_word(self, numbers: Sequence[int]) -> list[int]:
        found = self._holding(self._everywhere[0], numbers)
        self._first.update(found)
        return [number for number, _ in found]

    def _holding(self, letters: Letters, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Return the papers that hold letters, with the place of the first."""
        # This loop runs for every paper and letter: nothing is called in it but the search, which most do not pass.
        texts, search, find = self._corpus.texts, letters.anywhere.search, letters.find
        is_bound = letters.is_bound
        found: list[tuple[int, int]] = []
        for part in in_parts(numbers, self._cancelled):
            for number in part:
                if (match := search(texts[number].text)) is not None:
                    at = find(texts[number], match.start()) if is_bound else match.start()
                    if at >= 0:
                        found.append((number, at))
        return found

    def _is_elsewhere(self, number: int) -> bool:
        """Return True when a paper fits by initial consonants of names, or by the reader's own words."""
        paper = self._corpus.texts[number]
        if any(letters.find(paper, 0, paper.body_start) >= 0 for letters in self._in_names):
            return True
        return self._in_own_words(number)

    def _rank_elsewhere(self, number: int) -> Rank:
        """Return the rank of a paper by other names, initial consonants of names, or the reader's own words."""
        paper = self._corpus.texts[number]
        if (other := self._by_other.get(number)) is not None:
            return rank_from(other[1], other[0], paper)
        rank = min((rank_in_text(letters, paper) for letters in self._everywhere[1:]), default=Rank.MISS)
        if rank > Rank.TITLE and any(letters.find(paper, 0, paper.body_start) >= 0 for letters in self._in_names):
            in_title = any(letters.find(paper, 0, paper.title_end) >= 0 for letters in self._in_names)
            rank = min(rank, Rank.TITLE if in_title else Rank.AUTHORS)
        return Rank.NOTE if rank > Rank.NOTE and self._in_own_words(number) else rank

    def _in_part(self, number: int) -> bool:
        paper = self._corpus.texts[number]
        if self._where is Field.NOTE:
            return self._in_own_words(number)
        wanted = self._everywhere if isinstance(self._where, Facet) else self._everywhere + self._in_names
        stretches = paper.stretches(self._where)
        return any(letters.find(paper, *stretch) >= 0 for stretch in stretches for letters in wanted)

    def _in_own_words(self, number: int) -> bool:
        words = self._corpus.own_words.get(number)
        if words is None:
            return False
        if any(letters.find(words.note) >= 0 for letters in self._everywhere):
            return True
        if self._where is Field.NOTE:
            return False
        return any(letters.find(tag) >= 0 for tag in words.tags for letters in self._everywhere + self._in_names)

    def _rank_of_part(self, number: int) -> Rank:
        if not self._in_part(number):
            return Rank.MISS
        match self._where:
            case Field.TITLE:
                return Rank.TITLE
            case Field.NOTE:
                return Rank.NOTE
            case Field.AUTHOR:
                return Rank.AUTHORS
            case Facet() as facet if self._corpus.texts[number].spans[0][0] == facet:
                return Rank.FIRST_FACET
            case _:
                return Rank.TEXT
