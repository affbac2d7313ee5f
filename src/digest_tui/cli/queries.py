"""Queries on the command line: understood before any digest is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

from digest_tui.errors import QueryError, UsageError
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
    """Parse a query, None without one; raises UsageError."""
    if text is None:
        return None
    from digest_tui.search.parser import parse

    try:
        return parse(text, today=date.today())
    except QueryError as error:
        raise UsageError(f"{str(error).removesuffix('.')} (see `digest-tui search --help`)") from error


def entries_found(query: Query | None, library: Library) -> Sequence[Entry]:
    """Return the entries that a query finds, in digest order or the one it asks for; every entry without one."""
    if query is None:
        return library.catalog.entries()
    hits = library.searching.search(query)
    numbers = hits.numbers if query.sort is not None else sorted(hits.numbers)
    return [hits.entries[number] for number in numbers]
