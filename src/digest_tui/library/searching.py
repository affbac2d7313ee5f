"""Queries: from what is typed to the papers that it finds, and to the marks in their texts.

What a step needs is imported when it is first taken: a person who types waits for no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.library.decisions import Decisions
    from digest_tui.model.entries import Entries
    from digest_tui.search.bodies import Bodies
    from digest_tui.search.finds import Finds
    from digest_tui.search.offers import Offer
    from digest_tui.search.plan import Expansion
    from digest_tui.search.query import Query
    from digest_tui.search.searcher import Hits, Searcher


_A_WHILE = 0.2
"""Seconds of preparing after which it is told how far it is."""


class Searched(Protocol):
    """The library that is searched."""

    today: Callable[[], date]

    # fmt: off
    @property
    def index(self) -> Index: ...
    @property
    def decisions(self) -> Decisions: ...
    # fmt: on

    def entries(self) -> Entries: ...
    def look_for_gone(self) -> None: ...


class Searching:
    """Understands queries and answers them; only its `searcher` belongs to one thread."""

    def __init__(self, library: Searched) -> None:
        self._library = library
        self._searcher: Searcher | None = None
        self._bodies: Bodies | None = None
        """What the marks of one query after the other are looked for in."""
        self.told: Callable[[int, int], object] = lambda done, total: None
        """Hears how many days are prepared, and of how many, again and again while a search has to wait for that."""

    def query(self, text: str, *, typing: bool = False) -> Query:
        """Parse a query; raises QueryError. While `typing`, its unfinished end is left out."""
        from digest_tui.search.parser import parse

        return parse(text, today=self._library.today(), typing=typing)

    def phrase(self, text: str) -> Query:
        """Parse words to be found as they stand, or an expression between slashes; raises QueryError."""
        from digest_tui.search.expressions import compiled
        from digest_tui.search.query import Pattern, Query, Words

        if len(text) > 2 and text[0] == text[-1] == "/":
            pattern = Pattern(text[1:-1], end=len(text))
            compiled(pattern)
            return Query(pattern)
        return Query(Words(text.strip(), quoted=True, inside=True, end=len(text)))

    def narrowed(self, text: str, *conditions: str) -> str:
        """Return a finished query whose hits meet further conditions too."""
        from digest_tui.search.added import with_conditions

        return with_conditions(text, *conditions)

    def completions(self, text: str, cursor: int) -> tuple[str, ...]:
        """Return what may be typed at a position in a query."""
        from digest_tui.search.fields import complete

        return complete(text, cursor)

    @property
    def searcher(self) -> Searcher:
        """The object that finds papers; belongs to the thread that uses it first."""
        if self._searcher is None:
            from digest_tui.search.searcher import Searcher

            self._searcher = Searcher(self._library.index)
        return self._searcher

    def search(self, query: Query, *, with_aliases: bool = True, once: bool = True, ranked: bool = True) -> Hits:
        """Return the papers that a query finds, best first, else every place where one stands; raises QueryError.

        Not `ranked`, they come in the order of the list, unless the query asks for one.
        """
        from digest_tui.search.admitting import admitted
        from digest_tui.search.terms import looks_at_texts

        if admitted(query.root):
            self._library.look_for_gone()
        self.searcher.set_entries(self._library.entries())
        if looks_at_texts(query):
            total = self.searcher.waiting
            while not self.searcher.prepare(_A_WHILE):
                self.told(total - self.searcher.waiting, total)
            self.told(total, total)
        state, annotated = self._library.decisions.state_of, self._library.decisions.annotated
        return self.searcher.search(query, state, annotated, with_aliases=with_aliases, once=once, ranked=ranked)

    def offer(self, text: str, query: Query, found: int, count: Callable[[Query], int]) -> Offer | None:
        """Return the query that may be meant instead of one that finds so many papers; raises what `count` raises."""
        from digest_tui.errors import QueryError
        from digest_tui.search.offers import offer

        def papers(other: str) -> int:
            try:
                return count(self.query(other))
            except QueryError:
                return 0

        return offer(text, query, found, papers)

    def finds(self, query: Query, expansions: Iterable[Expansion] = (), *, once: bool = False) -> Finds:
        """Return the object that marks the matches of a query in texts; `once` when no paper is looked at again."""
        from digest_tui.search.bodies import Bodies
        from digest_tui.search.finds import Finds

        if self._bodies is None:
            self._bodies = Bodies()
        return Finds(query, expansions, None if once else self._bodies)

    def explain(self, query: Query, hits: Hits) -> Iterator[str]:
        """Yield lines that explain the reading of a query."""
        from digest_tui.search.explaining import explained

        return explained(query, hits)
