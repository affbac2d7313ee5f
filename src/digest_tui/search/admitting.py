"""The part of a query that may find papers that are gone: only its questions about decisions do."""

from __future__ import annotations

from digest_tui.search.query import AllOf, AnyOf, Is, Node, Not, State

_ADMITTING = frozenset({Is.GONE, Is.STARRED, Is.LATER})


def admitted(node: Node | None) -> Node | None:
    """Return the query to run on papers that are gone; None when none of them can be meant.

    Such a paper is found when the query holds because of `is:gone`, `is:starred` or `is:later`: `is:starred kite` reads
    its title, `kite` and `-is:later` never find it, `kite OR is:starred` only by its star.
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
