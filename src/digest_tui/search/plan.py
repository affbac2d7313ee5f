"""Planning: from the meaning of a query to the finders that carry it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from digest_tui.model.typed_ids import is_identifier
from digest_tui.search.conditions import condition, value_condition
from digest_tui.search.corpus import Corpus
from digest_tui.search.expressions import Expression
from digest_tui.search.finders import Every, Finder, Inverse, Some, Test, Text
from digest_tui.search.matching import Matcher, matcher_of, whole_word
from digest_tui.search.query import AllOf, AnyOf, Dated, Field, Having, Node, Not, Pattern, Query, State, Votes, Words

_MAX_NAME_WORDS = 4
"""The largest number of words in a name such as `reinforcement learning` that are typed one after the other."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of the query, and the other names that the digests give it."""

    typed: str
    names: tuple[str, ...]


@dataclass(slots=True)
class Planner:
    """Makes the finders of one query; raises QueryError for an invalid regular expression."""

    corpus: Corpus
    expand: Callable[[str], tuple[str, ...]]
    deadline: float
    """The time (`time.monotonic`) at which regular expressions are stopped."""
    cancelled: Callable[[], bool]
    expansions: list[Expansion] = field(default_factory=list)
    """The other names that were added to the query."""

    def finder(self, query: Query) -> Finder | None:
        """Return the finder for a query; None for every paper."""
        return None if query.root is None else self._finder(query.root, positive=True)

    def _finder(self, node: Node, *, positive: bool) -> Finder:
        match node:
            case Words():
                return self._words(node, positive=positive)
            case Pattern():
                return Expression(self.corpus, node, self.deadline, self.cancelled)
            case Not(inner):
                return Inverse(self._finder(inner, positive=not positive))
            case AllOf(nodes):
                return Every(self._all(nodes, positive=positive))
            case AnyOf(nodes):
                return Some([self._finder(one, positive=positive) for one in nodes])
            case Votes() | Dated() | State() | Having():
                return Test(condition(node, self.corpus), self.cancelled)

    def _all(self, nodes: Sequence[Node], *, positive: bool) -> Iterator[Finder]:
        """Yield finders for terms, taking words typed one after the other as a name when that has other names."""
        index = 0
        while index < len(nodes):
            run = self._name_at(nodes, index) if positive else ()
            if run:
                name = " ".join(words.text for words in run)
                separately = Every([self._words(words, positive=False) for words in run])
                yield Some([separately, self._text([whole_word(other) for other in self._expanded(name)])])
                index += len(run)
            else:
                yield self._finder(nodes[index], positive=positive)
                index += 1

    def _name_at(self, nodes: Sequence[Node], start: int) -> tuple[Words, ...]:
        run: list[Words] = []
        for node in nodes[start : start + _MAX_NAME_WORDS]:
            if not isinstance(node, Words) or node.where is not None or node.quoted:
                break
            run.append(node)
        while len(run) > 1:
            if self.expand(" ".join(words.text for words in run)):
                return tuple(run)
            run.pop()
        return ()

    def _words(self, words: Words, *, positive: bool) -> Finder:
        if words.where in (Field.TAG, Field.ID, Field.SOURCE, Field.SECTION):
            return Test(value_condition(words, self.corpus), self.cancelled)
        names = self._expanded(words.text) if positive and not words.quoted else ()
        text = self._text([matcher_of(words), *map(whole_word, names)], words)
        if words.where is None and is_identifier(words.text):
            by_id = value_condition(replace(words, where=Field.ID), self.corpus)
            return Some([Test(by_id, self.cancelled), text])
        return text

    def _text(self, matchers: Sequence[Matcher], words: Words | None = None) -> Text:
        return Text(self.corpus, matchers, words.where if words else None, self.cancelled)

    def _expanded(self, typed: str) -> tuple[str, ...]:
        names = self.expand(typed)
        expansion = Expansion(typed, names)
        if names and expansion not in self.expansions:
            self.expansions.append(expansion)
        return names
