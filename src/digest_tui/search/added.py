"""Adding conditions to the text of a query: the result is shown in the search line and can be edited."""

from __future__ import annotations

from digest_tui.search.fields import field_named
from digest_tui.search.lexer import Kind, Token, tokens_of


def with_conditions(text: str, *conditions: str) -> str:
    """Return a finished query narrowed by further conditions."""
    tokens = tokens_of(text)
    rest = text.strip()
    if any(token.kind is Kind.OR for token in tokens):
        # An order comes first or last, and never in brackets.
        first, last = tokens[0], tokens[-1]
        order = first if _is_order(first) else last if _is_order(last) else None
        if order is not None:
            rest = f"({(text[: order.start] + text[order.end :]).strip()}) {text[order.start : order.end]}"
        else:
            rest = f"({rest})"
    # In front: a quotation that is not closed takes what follows it.
    return " ".join(filter(None, (*conditions, rest)))


def _is_order(token: Token) -> bool:
    row = field_named(token.field) if token.field else None
    return row is not None and row.name == "sort"
