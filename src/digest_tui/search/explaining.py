"""Explaining a query in words: how it was understood, and which other names were searched for."""

from collections.abc import Iterator

from digest_tui.counts import counted
from digest_tui.search.folded import folded
from digest_tui.search.hangul import initials_in
from digest_tui.search.letters import inside_word
from digest_tui.search.matching import INITIALS_EVERYWHERE, comparable
from digest_tui.search.query import (
    AllOf,
    AnyOf,
    Dated,
    Field,
    Having,
    Node,
    Not,
    Pattern,
    Query,
    State,
    Votes,
    Where,
    Words,
)
from digest_tui.search.searcher import Hits
from digest_tui.text import one_line


def explained(query: Query, hits: Hits) -> Iterator[str]:
    """Yield one line for each condition, indented by its nesting, then other names, order and count."""
    if query.root is None:
        yield "all papers"
    else:
        yield from _node(query.root, "")
    for expansion in hits.expansions:
        yield f"{one_line(expansion.typed)} also matches: {', '.join(expansion.names)}"
    if query.sort is not None:
        yield f"sorted by {query.sort}"
    yield counted(len(hits), "paper")


def _node(node: Node, indent: str) -> Iterator[str]:
    match node:
        case AllOf(nodes):
            yield f"{indent}all of:"
            for inner in nodes:
                yield from _node(inner, indent + "  ")
        case AnyOf(nodes):
            yield f"{indent}one of:"
            for inner in nodes:
                yield from _node(inner, indent + "  ")
        case Not(inner):
            yield f"{indent}without:"
            yield from _node(inner, indent + "  ")
        case _:
            yield indent + _condition(node)


def _condition(node: Words | Pattern | Votes | Dated | State | Having) -> str:
    match node:
        case Words(text, where):
            return f'"{one_line(comparable(text))}"{_extent(node)}{_initials(text)} in {_place(where)}'
        case Pattern(source, where):
            return f"/{one_line(source)}/ in {_place(where)}"
        case Votes(comparator, number):
            return f"votes {comparator} {number}"
        case Dated(first, last):
            return " ".join(["dated", *([f"from {first}"] if first else []), *([f"to {last}"] if last else [])])
        case State(value):
            return f"is {value}"
        case Having(value):
            return f"has {value}"


def _place(where: Where) -> str:
    return "title, authors, text, tags and note" if where is None else str(where)


def _extent(words: Words) -> str:
    """Return where a word may begin and end, unless only the usual is asked for."""
    letters = folded(comparable(words.text)).text
    if words.where in (Field.ID, Field.SOURCE) or not (inside_word(letters[:1]) or inside_word(letters[-1:])):
        return ""
    return " inside words too" if words.inside else " as a whole word" if words.whole else ""


def _initials(text: str) -> str:
    initials = initials_in(comparable(text).replace(" ", "")) or ""
    if len(initials) >= INITIALS_EVERYWHERE:
        return ", or words with these initial consonants,"
    if len(initials) == INITIALS_EVERYWHERE - 1:
        return ", or words with these initial consonants in titles, tags and authors,"
    return ""
