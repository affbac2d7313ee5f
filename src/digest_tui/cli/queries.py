"""Queries on the command line: understood before any digest is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

from digest_tui.cli.output import say
from digest_tui.errors import QueryError, UsageError
from digest_tui.model import Entry

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.library.searching import Searching
    from digest_tui.search.query import Query

_NOTHING_MATCHES = "Nothing matches; `digest-tui search --explain` prints how the query was understood."


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


def searching(library: Library) -> Searching:
    """Return what answers queries; it says so where the texts of papers have to be made first."""
    from digest_tui.cli.progress import Progress

    library.searching.told = Progress("Preparing the search").tell
    return library.searching


def entries_found(query: Query | None, library: Library, *, places: bool = False) -> Sequence[Entry]:
    """Return the papers that a query finds, or all without one, in digest order or the one that it asks for.

    Each is the newest of its entries that fit; with `places` every entry that fits. They are read when asked for.
    """
    if query is None:
        entries = library.catalog.entries(library.today())
        return entries.only(range(len(entries)) if places else entries.once())
    hits = searching(library).search(query, once=not places, ranked=False)
    return hits.entries.only(hits.numbers if query.sort is not None else sorted(hits.numbers))


def say_beyond(
    text: str,
    query: Query,
    library: Library,
    found: int,
    *,
    with_aliases: bool = True,
    nothing: str = _NOTHING_MATCHES,
) -> None:
    """Tell the person what a query may mean besides the papers that it found, or that there are none."""

    def count(other: Query) -> int:
        return len(library.searching.search(other, with_aliases=with_aliases, ranked=False))

    if offer := library.searching.offer(text, query, found, count):
        say(offer.sentence)
    elif not found:
        say(nothing)
