"""The words of a query that are meant to be found: for titles that are just these, and for marking finds."""

from collections.abc import Iterator

from digest_tui.search.matching import compact, comparable
from digest_tui.search.query import AllOf, AnyOf, Field, Node, Not, Pattern, Query, Words


def wanted_terms(node: Node | None) -> Iterator[Words | Pattern]:
    """The words and expressions that a hit may hold, in the order of the query; what is left out is none."""
    match node:
        case Words() | Pattern():
            yield node
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from wanted_terms(inner)


def looks_at_texts(node: Node | None) -> bool:
    """Whether a query looks into texts at all; `is:starred votes>20` does not."""
    match node:
        case Words(where=Field.TAG | Field.ID | Field.SOURCE | Field.SECTION):
            return False
        case Words() | Pattern():
            return True
        case Not(inner):
            return looks_at_texts(inner)
        case AllOf(nodes) | AnyOf(nodes):
            return any(map(looks_at_texts, nodes))
        case _:
            return False


def titles_meant(query: Query) -> set[str]:
    """What a title would be, spaces and marks aside, to be just what was typed: each word, and all of them."""
    words = [
        compact(comparable(term.text))
        for term in wanted_terms(query.root)
        if isinstance(term, Words) and term.where in (None, Field.TITLE)
    ]
    return {title for title in (*words, "".join(words)) if title}
