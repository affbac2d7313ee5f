"""What queries mean, in few letters, and any text that may be one."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st

from digest_tui.search.fields import field_names
from digest_tui.search.parser import parse
from digest_tui.search.query import AllOf, AnyOf, Dated, Having, Node, Not, Pattern, Query, State, Votes, Words

TODAY = date(2025, 3, 31)
EXAMPLE = (
    'diffusion 확산 -video results:벤치마크 title:"world model" author:kim tag:todo is:unread is:starred has:note '
    "votes>20 date:2025-12 since:2w until:2025-12-10 source:blog sort:votes"
)

PIECES = st.sampled_from([
    *"()-/\"'\\:<>=.,aㅁ0", *"：（）－＂／＞＜＝“”„«»\u3000\n\xa0", " ", " ", " OR ", " AND ", "OR", "AND", "언어",
    *(f"{name}:" for name in field_names()), "votes>", "date<=", "foo:", "https://", "unread", "note", "newest", "20",
    "2025", "-12", "2025-02-30", "2w", "9999y", "word", "e\u0301", "\ud800", "\x00",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


def meaning(text: str, *, typing: bool = False) -> Query:
    """What a query means today."""
    return parse(text, today=TODAY, typing=typing)


def root(text: str, *, typing: bool = False) -> Node | None:
    """The condition of a query."""
    return meaning(text, typing=typing).root


def nodes_in(node: Node | None) -> Iterator[Node]:
    """A node and all below it."""
    match node:
        case None:
            return
        case Not(inner):
            yield from nodes_in(inner)
        case AllOf(nodes) | AnyOf(nodes):
            for inner in nodes:
                yield from nodes_in(inner)
        case _:
            pass
    yield node


def short(node: Node | None) -> str:
    """A condition in few letters: `&` and `|` with brackets around them, `!` before what is negated."""
    match node:
        case None:
            return ""
        case Words(text, where, quoted):
            name = f"{where}:" if where else ""
            return f'{name}"{text}"' if quoted else f"{name}{text}"
        case Pattern(source, where):
            return f"{where}:/{source}/" if where else f"/{source}/"
        case Not(inner):
            return f"!{short(inner)}"
        case AllOf(nodes):
            return f"[{' & '.join(map(short, nodes))}]"
        case AnyOf(nodes):
            return f"[{' | '.join(map(short, nodes))}]"
        case Votes(comparator, number):
            return f"votes{comparator}{number}"
        case State(value):
            return f"is:{value}"
        case Having(thing):
            return f"has:{thing}"
        case Dated(first, last):
            return f"{first or ''}..{last or ''}"
