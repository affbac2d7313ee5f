"""Recognising a query that can only find what the one before it found: then only those papers are searched."""

from __future__ import annotations

from dataclasses import replace

from digest_tui.model.typed_ids import is_identifier
from digest_tui.search.hangul import initials_in
from digest_tui.search.matching import INITIALS_EVERYWHERE, comparable
from digest_tui.search.query import AllOf, AnyOf, Field, Having, Node, Not, State, Words


def is_narrower(new: Node | None, old: Node | None) -> bool:
    """Return True when `new` is `old` with more letters at its end, or with one more word, as when typing.

    Other names are not considered: they may occur anywhere.
    """
    parts, before = _parts(new), _parts(old)
    if not before or len(parts) not in (len(before), len(before) + 1):
        return False
    same = len(before) if len(parts) > len(before) else len(before) - 1
    if list(map(_meaning, parts[:same])) != list(map(_meaning, before[:same])):
        return False
    return same == len(before) or _goes_on(parts[-1], before[-1])


def depends_on_state(node: Node | None) -> bool:
    """Return True when the result depends on decisions, which may have changed since."""
    match node:
        case State() | Having():
            return True
        case Not(inner):
            return depends_on_state(inner)
        case AllOf(nodes) | AnyOf(nodes):
            return any(map(depends_on_state, nodes))
        case Words(where=Field.TAG):
            return True
        case _:
            return False


def _parts(node: Node | None) -> tuple[Node, ...]:
    match node:
        case None:
            return ()
        case AllOf(nodes):
            return nodes
        case _:
            return (node,)


def _meaning(node: Node) -> Node:
    """Return a node without its position in the text."""
    return replace(node, start=0, end=0) if isinstance(node, Words) else node


def _goes_on(new: Node, old: Node) -> bool:
    if not isinstance(new, Words) or not isinstance(old, Words):
        return False
    if (new.where, new.quoted, new.inside) != (old.where, old.quoted, old.inside) or old.whole:
        return False
    term, before = comparable(new.text), comparable(old.text)
    initials = initials_in(before.replace(" ", ""))
    # Two consonants are looked for in fewer places than three.
    if is_identifier(new.text):
        return False
    return term.startswith(before) and (initials is None or len(initials) >= INITIALS_EVERYWHERE)
