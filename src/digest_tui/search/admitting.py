"""What a query asks of papers that no digest has any more: nothing, unless it asks for what was decided about them."""

from __future__ import annotations

from digest_tui.search.query import AllOf, AnyOf, Is, Node, Not, State

_ADMITTING = frozenset({Is.GONE, Is.STARRED, Is.LATER})


def admitted(node: Node | None) -> Node | None:
    """The query to ask of papers that are gone; None where none of them can be meant.

    One is found where the query holds because of `is:gone`, `is:starred` or `is:later`: `is:starred kite` looks at its
    title, `kite` and `-is:later` find it nowhere, `kite OR is:starred` only by its star.
    """
    match node:
        case State(value):
            return node if value in _ADMITTING else None
        case AllOf(nodes):
            reason = admitted(AnyOf(nodes))
            # What all of them say may still hold for another reason.
            return None if reason is None else AllOf((*nodes, reason))
        case AnyOf(nodes):
            reasons = tuple(reason for each in nodes if (reason := admitted(each)) is not None)
            return AnyOf(reasons) if reasons else None
        case Not(Not(inner)):
            return admitted(inner)
        case Not(AllOf(nodes)):
            return admitted(AnyOf(tuple(map(Not, nodes))))
        case Not(AnyOf(nodes)):
            return admitted(AllOf(tuple(map(Not, nodes))))
        case _:
            return None
