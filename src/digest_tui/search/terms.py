"""The words of a query that are meant to be found: for titles that are just these, and for marking finds."""

from collections.abc import Iterator

from digest_tui.search.folded import folded
from digest_tui.search.matching import compact, comparable
from digest_tui.search.query import AllOf, AnyOf, Field, Has, Having, Node, Not, Pattern, Query, Sort, Votes, Words


def wanted_terms(node: Node | None) -> Iterator[Words | Pattern]:
    """Yield the words and expressions that a hit may hold, in the order of the query, without excluded ones."""
    match node:
        case Words() | Pattern():
            yield node
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from wanted_terms(inner)


def looks_at_texts(query: Query) -> bool:
    """Return True when a query needs the texts of papers, and not only data such as dates and decisions."""
    return query.sort in (Sort.VOTES, Sort.TITLE) or _looks(query.root)


def _looks(node: Node | None) -> bool:
    match node:
        case Words(where=Field.TAG | Field.ID | Field.SOURCE | Field.SECTION):
            return False
        case Words() | Pattern() | Votes() | Having(Has.VOTES):
            return True
        case Not(inner):
            return _looks(inner)
        case AllOf(nodes) | AnyOf(nodes):
            return any(map(_looks, nodes))
        case _:
            return False


def titles_meant(query: Query) -> set[str]:
    """Return the compact titles that would match the query exactly: each of its words, and all of them."""
    words = [
        compact(folded(comparable(term.text)).text)
        for term in wanted_terms(query.root)
        if isinstance(term, Words) and term.where in (None, Field.TITLE)
    ]
    return {title for title in (*words, "".join(words)) if title}
