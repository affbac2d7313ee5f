"""The searcher: keeps folded texts of papers, follows changes, answers queries."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from digest_tui.model import Day, DigestSummary, Entry
from digest_tui.model.entries import Entries
from digest_tui.model.summary import Keys
from digest_tui.search.admitting import admitted
from digest_tui.search.corpus import Corpus, OwnWords, StateOf
from digest_tui.search.folded import folded
from digest_tui.search.kept_names import Names
from digest_tui.search.kept_texts import Texts, TextShelf
from digest_tui.search.narrowing import depends_on_state, is_narrower
from digest_tui.search.ordering import in_order
from digest_tui.search.plan import Expansion, Planner
from digest_tui.search.query import Node, Query
from digest_tui.search.ranking import Rank, is_title, titles_pattern
from digest_tui.search.terms import looks_at_texts, titles_meant
from digest_tui.search.texts import PaperText

EXPRESSION_SECONDS = 2.0
"""The seconds that the regular expressions of one query may take."""
_NOT_YET = PaperText("", 0, 0)


@dataclass(frozen=True, slots=True)
class Hits:
    """The papers that fit a query, in order."""

    entries: Entries = field(default_factory=lambda: Entries(()))
    """Every entry that was searched or could have been, found or not."""
    numbers: Sequence[int] = ()
    """The found ones among them."""
    ranks: Mapping[int, Rank] = field(default_factory=dict)
    """The rank of each found paper; empty when the query asks for another order, or for no text."""
    expansions: tuple[Expansion, ...] = ()
    """The other names that were added to the query."""
    days: Sequence[date | None] = ()
    """The day of each of the papers."""
    keys: Sequence[Keys] = ()
    """The keys of each of the papers."""
    searched: int = 0
    """The number of papers that were searched: while texts are still being made, not all."""
    has_names: bool = True
    """True when the other names of words were known, so far as they count."""

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def complete(self) -> bool:
        """True when every paper was searched, for every name that the digests give the words."""
        return self.searched == len(self.entries) and self.has_names

    @property
    def is_ranked(self) -> bool:
        """True when the order says where something was found, and not only that conditions hold."""
        return bool(self.numbers) and self.rank(len(self.numbers) - 1) is not Rank.NONE

    def entry(self, index: int) -> Entry:
        """Return one of the found entries; for the thread of the catalog."""
        return self.entries[self.numbers[index]]

    def key(self, index: int) -> str:
        """Return the first key of one of the found papers."""
        return self.keys[self.numbers[index]][0]

    def rank(self, index: int) -> Rank:
        """Return the rank of one of the found papers."""
        return self.ranks.get(self.numbers[index], Rank.NONE)


class Searcher:
    """Answers queries, keeping texts and names between them; belongs to one thread at a time."""

    def __init__(self, shelf: TextShelf) -> None:
        self._texts_of = Texts(shelf)
        self._names = Names(self._texts_of)
        self._entries = Entries(())
        self._keys: Sequence[Keys] = ()
        self._days: Sequence[date | None] = ()
        self._texts: list[PaperText] = []
        self._living: Sequence[int] = ()
        """The papers that a digest has."""
        self._gone: Set[int] = frozenset()
        """Numbers of the papers that no digest has any more."""
        self._pending: list[tuple[Day, int]] = []
        """Days whose texts are not made yet, each with the number of its first paper, oldest first."""
        self._by_key: dict[str, list[int]] | None = None
        self._last: tuple[Node | None, Collection[str], list[int]] | None = None
        """The last query, the annotated keys and the result, newest first, to be narrowed by the next letter."""

    def set_entries(self, entries: Entries) -> None:
        """Search these entries, given in the order of a list, from now on; texts of unchanged days are kept."""
        if entries is self._entries:
            return
        keys = entries.all_keys()
        waiting = {day for day, _ in self._pending}
        first_of = self._firsts()
        texts: list[PaperText] = []
        gone: set[int] = set()
        self._pending = []
        for day, count in entries.counts():
            if day.is_gone:
                gone.update(range(len(texts), len(texts) + count))
            first = None if day in waiting else first_of.get(day)
            if first is None:
                self._pending.append((day, len(texts)))
                texts += [_NOT_YET] * count
            else:
                texts += self._texts[first : first + count]
        self._pending.reverse()
        self._entries, self._keys, self._days, self._texts = entries, keys, entries.dates(), texts
        self._gone = gone
        self._living = [number for number in range(len(keys)) if number not in gone] if gone else range(len(keys))
        self._by_key = self._last = None
        self._names.update(entries.days)

    @property
    def waiting(self) -> int:
        """The number of days whose texts are not made yet."""
        return len(self._pending)

    def prepare(self, seconds: float = float("inf")) -> bool:
        """Make texts, newest papers first, then names, for about so many seconds, and return True when all is made."""
        until = time.monotonic() + seconds
        while self._pending:
            day, first = self._pending.pop()
            texts = self._texts_of.day(day)
            self._texts[first : first + len(texts)] = texts
            if time.monotonic() > until:
                self._texts_of.keep()
                return False
        self._texts_of.keep()
        return self._names.prepare(until)

    def make(self, summaries: list[DigestSummary], seconds: float) -> None:
        """Make and keep the texts of digests, last first, for about so many seconds, removing each from the list."""
        until = time.monotonic() + seconds
        while summaries and time.monotonic() < until:
            self._texts_of.summary(summaries.pop())
        self._texts_of.keep()

    def _firsts(self) -> dict[Day, int]:
        """Return the number of the first paper of each day."""
        firsts, number = {}, 0
        for day, count in self._entries.counts():
            firsts[day] = number
            number += count
        return firsts

    def text(self, number: int) -> PaperText | None:
        """Return the text of one of the entries; None while it is not made."""
        text = self._texts[number]
        return None if text is _NOT_YET else text

    def texts_of(self, summary: DigestSummary) -> list[PaperText]:
        """Return the texts of the papers of a digest, in order."""
        return [made.text for made in self._texts_of.summary(summary)]

    def forget_last(self) -> None:
        """Let the next query search every paper, even where it only narrows the last one."""
        self._last = None

    def names_of(self, term: str) -> tuple[str, ...]:
        """Return the other names that the digests give for a term."""
        return self._names.expand(term)

    def search(
        self,
        query: Query,
        state: StateOf,
        annotated: Collection[str] = (),
        *,
        with_aliases: bool = True,
        once: bool = False,
        ranked: bool = True,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Hits:
        """Return the papers that fit; `annotated` are the keys that have tags or notes.

        With `once` a paper with several entries is found only in the first of those that fit, with the best of their
        ranks. Not `ranked`, they stay in the order of the list. Raises QueryError for a regular expression that is
        invalid or takes too long, and CancelledError.
        """
        own_words = self._own_words(state, annotated)
        corpus = Corpus(self._keys, self._days, self._texts, self._entry, state, self._gone, own_words)
        planner = Planner(
            corpus,
            self.names_of if with_aliases else lambda term: (),
            time.monotonic() + EXPRESSION_SECONDS,
            cancelled,
        )
        finder = planner.finder(query)
        reads_texts = looks_at_texts(query)
        ready = self._ready() if reads_texts else self._living
        searched = len(self._entries) if ready is self._living else len(ready)
        among = self._among(query, annotated, planner, ready)
        has_names = not (reads_texts and with_aliases) or self._names.are_counted
        numbers = list(among) if finder is None else finder.select(among)
        self._last = (query.root, annotated, numbers) if not self._pending and not planner.expansions else None
        gone = self._gone_ranks(query, planner)
        living, numbers = numbers, sorted((*numbers, *gone)) if gone else numbers
        ranks: dict[int, Rank] = {}
        found: Sequence[int]
        if query.sort is not None:
            found = in_order(self._entries.once(numbers) if once else numbers, query.sort, corpus)
        elif finder is None or not ranked:
            found = self._entries.once(numbers) if once else numbers
        else:
            ranks = dict(zip(living, finder.ranks(living), strict=True))
            if gone:
                ranks = {number: ranks[number] if number in ranks else gone[number] for number in numbers}
            _promote_titles(ranks, titles_meant(query), self._texts)
            if once:
                ranks = _best_of_each(ranks, self._entries.repeats)
            found = _by_rank(ranks)
        return Hits(self._entries, found, ranks, tuple(planner.expansions), self._days, self._keys, searched, has_names)

    def _gone_ranks(self, query: Query, planner: Planner) -> dict[int, Rank]:
        """Return the papers that fit and that no digest has any more, with the rank of each."""
        asked = admitted(query.root) if self._gone else None
        finder = planner.finder(Query(asked)) if asked is not None else None
        if finder is None:
            return {}
        found = finder.select(sorted(self._gone))
        return dict(zip(found, finder.ranks(found), strict=True))

    def _among(self, query: Query, annotated: Collection[str], planner: Planner, ready: Sequence[int]) -> Sequence[int]:
        """Return the papers that may fit: while a query is being typed, those that fitted before the last letter."""
        if self._last is None or planner.expansions or self._last[1] is not annotated:
            return ready
        root, _, found = self._last
        return found if is_narrower(query.root, root) and not depends_on_state(query.root) else ready

    def _ready(self) -> Sequence[int]:
        if not self._pending:
            return self._living
        return [number for number in self._living if self._texts[number] is not _NOT_YET]

    def _entry(self, number: int) -> Entry:
        return self._texts_of.entry(*self._entries.locate(number))

    def _own_words(self, state: StateOf, annotated: Collection[str]) -> dict[int, OwnWords]:
        if not annotated:
            return {}
        if self._by_key is None:
            self._by_key = {}
            for number, keys in enumerate(self._keys):
                for key in keys:
                    self._by_key.setdefault(key, []).append(number)
        numbers = {number for key in annotated for number in self._by_key.get(key, ())}
        found = ((number, state(self._keys[number])) for number in numbers)
        return {number: OwnWords(tuple(map(folded, own.tags)), folded(own.note)) for number, own in found}


def _promote_titles(ranks: dict[int, Rank], titles: Collection[str], texts: Sequence[PaperText]) -> None:
    if not titles:
        return
    pattern, in_title = titles_pattern(titles), Rank.TITLE
    for number, rank in ranks.items():
        if rank is in_title and is_title(pattern, texts[number]):
            ranks[number] = Rank.EXACT_TITLE


def _best_of_each(ranks: dict[int, Rank], repeats: Mapping[int, int]) -> dict[int, Rank]:
    """Return the first entry of each paper with the best rank of all of its entries."""
    if not repeats:
        return ranks
    kept: dict[int, int] = {}
    best: dict[int, Rank] = {}
    for number, rank in ranks.items():
        paper = repeats.get(number)
        first = number if paper is None else kept.setdefault(paper, number)
        best[first] = min(rank, best.get(first, rank))
    return best


def _by_rank(ranks: Mapping[int, Rank]) -> list[int]:
    """Return the papers with the best ranks first; within a rank the order stays."""
    found: dict[int, list[int]] = {rank: [] for rank in Rank}
    for number, rank in ranks.items():
        found[rank].append(number)
    return [number for rank in sorted(found) for number in found[rank]]
