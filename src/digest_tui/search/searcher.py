"""Finds papers: keeps their text folded, follows what changes, answers queries."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from digest_tui.model import PaperState, Place
from digest_tui.search.alias_mining import mine
from digest_tui.search.aliases import Aliases
from digest_tui.search.corpus import Corpus, OwnWords
from digest_tui.search.folding import fold
from digest_tui.search.narrowing import depends_on_state, is_narrower
from digest_tui.search.ordering import in_order
from digest_tui.search.plan import Expansion, Planner
from digest_tui.search.query import Node, Query
from digest_tui.search.ranking import Rank, is_title
from digest_tui.search.terms import looks_at_texts, titles_meant
from digest_tui.search.texts import PaperText, body_text, paper_text

EXPRESSION_SECONDS = 2.0
"""How long the regular expressions of one query may take."""
_NOT_YET = PaperText("", 0, 0)


@dataclass(frozen=True, slots=True)
class Hits:
    """The papers that fit a query, in order."""

    places: Sequence[Place] = ()
    """Every paper there was, found or not."""
    numbers: Sequence[int] = ()
    """The found ones among them."""
    ranks: Mapping[int, Rank] = field(default_factory=dict)
    """How good a find each of them is; empty where the query asks for another order, or for no text."""
    expansions: tuple[Expansion, ...] = ()
    """What was looked for beside what was typed."""
    days: Sequence[date | None] = ()
    """The day of each of the papers."""
    searched: int = 0
    """How many papers were looked at: while texts are still being made not all of them."""

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def complete(self) -> bool:
        """Whether every paper was looked at."""
        return self.searched == len(self.places)

    def place(self, index: int) -> Place:
        """One of the found papers."""
        return self.places[self.numbers[index]]

    def rank(self, index: int) -> Rank:
        """How good a find it is."""
        return self.ranks.get(self.numbers[index], Rank.NONE)


class Searcher:
    """What is kept between queries; belongs to one thread at a time."""

    def __init__(self) -> None:
        self._places: Sequence[Place] = ()
        self._days: Sequence[date | None] = ()
        self._texts: list[PaperText] = []
        self._pending: list[int] = []
        """Numbers of papers whose text is not made yet, oldest first."""
        self._by_key: dict[str, list[int]] | None = None
        self._repeated: dict[int, int] | None = None
        """For each place of a paper that stands in several the first of them."""
        self._last: tuple[Node | None, Collection[str], list[int]] | None = None
        """The query before, what was annotated then, and what it found, newest first; for the letter that follows."""
        self._aliases = Aliases()

    def take(self, places: Sequence[Place]) -> None:
        """Search these papers from now on, given newest first; texts that were made of them are kept."""
        if places is self._places:
            return
        known = {id(place): (place, text) for place, text in zip(self._places, self._texts, strict=True)}
        self._texts = [known.pop(id(place), (place, _NOT_YET))[1] for place in places]
        self._pending = [number for number, text in enumerate(self._texts) if text is _NOT_YET][::-1]
        self._places, self._by_key, self._repeated, self._last = places, None, None, None
        self._days = [place.date for place in places]
        for place, text in known.values():
            if text is not _NOT_YET:
                self._aliases.remove(mine(body_text(place)))

    def prepare(self, seconds: float = float("inf")) -> bool:
        """Make texts, newest papers first, for about so long, and say whether all are made."""
        until = time.monotonic() + seconds
        while self._pending:
            number = self._pending.pop()
            self._texts[number] = paper_text(self._places[number])
            self._aliases.add(mine(body_text(self._places[number])))
            if time.monotonic() > until:
                break
        return not self._pending

    def forget_last(self) -> None:
        """Ask the next query of every paper, also where it only goes on from the last one."""
        self._last = None

    def names_of(self, term: str) -> tuple[str, ...]:
        """Other names that the digests give something."""
        return self._aliases.expand(term)

    def find(
        self,
        query: Query,
        state: Callable[[Place], PaperState],
        annotated: Collection[str] = (),
        *,
        with_aliases: bool = True,
        once: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Hits:
        """The papers that fit; `annotated` are the keys that have tags or notes.

        With `once` a paper that stands in several places is found in the newest of those that fit. Raises QueryError
        for a regular expression that is none or takes too long, and CancelledError.
        """
        corpus = Corpus(self._places, self._texts, state, self._own_words(state, annotated))
        planner = Planner(
            corpus,
            self.names_of if with_aliases else lambda term: (),
            time.monotonic() + EXPRESSION_SECONDS,
            cancelled,
        )
        finder = planner.finder(query)
        ready = self._ready() if looks_at_texts(query.root) else range(len(self._places))
        among = self._among(query, annotated, planner, ready)
        numbers = list(among) if finder is None else finder.select(among)
        self._last = (query.root, annotated, numbers) if not self._pending and not planner.expansions else None
        if once:
            numbers = self._each_once(numbers)
        ranks: dict[int, Rank] = {}
        if query.sort is not None:
            found = in_order(numbers, query.sort, self._places, state)
        elif finder is None:
            found = numbers
        else:
            ranks = dict(zip(numbers, finder.ranks(numbers), strict=True))
            _promote_titles(ranks, titles_meant(query), self._texts)
            # Sorting is stable: within a rank the newest stay first.
            found = sorted(numbers, key=ranks.__getitem__)
        return Hits(self._places, found, ranks, tuple(planner.expansions), self._days, len(ready))

    def _each_once(self, numbers: list[int]) -> list[int]:
        """Of the places of one paper the first."""
        if self._repeated is None:
            by_key: dict[str, list[int]] = {}
            for number, place in enumerate(self._places):
                by_key.setdefault(place.key, []).append(number)
            self._repeated = {number: same[0] for same in by_key.values() if len(same) > 1 for number in same}
        repeated = self._repeated
        if not repeated:
            return numbers
        seen: set[int] = set()
        kept = []
        for number in numbers:
            if (same := repeated.get(number)) is not None:
                if same in seen:
                    continue
                seen.add(same)
            kept.append(number)
        return kept

    def _among(self, query: Query, annotated: Collection[str], planner: Planner, ready: Sequence[int]) -> Sequence[int]:
        """The papers that may fit: while a query is being typed those that fitted before the last letter."""
        if self._last is None or planner.expansions or self._last[1] is not annotated:
            return ready
        root, _, found = self._last
        return found if is_narrower(query.root, root) and not depends_on_state(query.root) else ready

    def _ready(self) -> Sequence[int]:
        if not self._pending:
            return range(len(self._places))
        return [number for number, text in enumerate(self._texts) if text is not _NOT_YET]

    def _own_words(self, state: Callable[[Place], PaperState], annotated: Collection[str]) -> dict[int, OwnWords]:
        if not annotated:
            return {}
        if self._by_key is None:
            self._by_key = {}
            for number, place in enumerate(self._places):
                for key in place.keys:
                    self._by_key.setdefault(key, []).append(number)
        numbers = {number for key in annotated for number in self._by_key.get(key, ())}
        found = ((number, state(self._places[number])) for number in numbers)
        return {number: OwnWords(tuple(map(fold, own.tags)), fold(own.note)) for number, own in found}


def _promote_titles(ranks: dict[int, Rank], titles: Collection[str], texts: Sequence[PaperText]) -> None:
    for number, rank in ranks.items():
        if rank is Rank.TITLE and any(is_title(title, texts[number]) for title in titles):
            ranks[number] = Rank.EXACT_TITLE
