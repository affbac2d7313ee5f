"""Queries on the command line: understood before any digest is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

from digest_tui.model import Entry

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.search.query import Query

NOTHING_MATCHES = "Nothing matches; `digest-tui search --explain` prints how the query was understood."


@overload
def typed_query(text: str) -> Query: ...
@overload
def typed_query(text: str | None) -> Query | None: ...
def typed_query(text: str | None) -> Query | None:
    """Parse a query, None without one; raises QueryError."""
    if text is None:
        return None
    from digest_tui.search.parser import parse

    return parse(text, today=date.today())


def entries_found(query: Query | None, library: Library, *, places: bool = False) -> Sequence[Entry]:
    """Return the papers that a query finds, or all without one, in digest order or the one that it asks for.

    Each is the newest of its entries that fit; with `places` every entry that fits. They are read when asked for.
    """
    if query is None:
        entries = library.catalog.entries(library.today())
        return entries if places else entries.only(entries.once())
    hits = library.searching.search(query, once=not places)
    return hits.entries.only(hits.numbers if query.sort is not None else sorted(hits.numbers))
