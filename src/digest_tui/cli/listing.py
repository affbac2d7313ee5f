"""`digest-tui list`: papers as a table for people and as records for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.cli.arguments import Parser, PlacesArguments, QueryArguments, RowsArguments, refuse_text
from digest_tui.cli.colours import Colours, colours
from digest_tui.cli.output import json_line, print_json, print_lines, say
from digest_tui.cli.queries import entries_found, say_beyond, typed_query
from digest_tui.cli.setup import library_to_print
from digest_tui.model import Entry
from digest_tui.model.entries import made_of
from digest_tui.model.periods import worded_or_undated

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model.row import Row

NO_PAPERS = "There are no papers in these digests; `digest-tui check` prints how each file was understood."
_NOTHING_FOUND = 1
_MAX_ID_WIDTH = 24


class ListArguments(QueryArguments, RowsArguments, PlacesArguments):
    """The arguments of `list`."""

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the query, and how papers are printed."""
        parser.add_argument(
            "words",
            nargs="*",
            metavar="QUERY",
            help="only the papers that match; write -- before a query that begins with -",
        )
        RowsArguments.add_to(parser)
        PlacesArguments.add_to(parser)


def list_papers(arguments: ListArguments) -> int:
    """Print papers, newest date first, in digest order within a date, unless the query sorts them; each once."""
    refuse_text(arguments.text, arguments.format)
    query = typed_query(arguments.query)
    with library_to_print(arguments) as library:
        found = entries_found(query, library, places=arguments.places)
        print_entries(
            found[: arguments.limit],
            library,
            arguments.format,
            with_text=arguments.text,
            may_page=not arguments.no_pager,
        )
        if query is not None:
            papers = entries_found(query, library) if arguments.places else found
            say_beyond(arguments.query or "", query, library, len(papers))
    if query is None and not found:
        say(NO_PAPERS)
    return 0 if found else _NOTHING_FOUND


def print_entries(
    entries: Sequence[Entry], library: Library, how: str, *, with_text: bool = False, may_page: bool = False
) -> None:
    """Print one row or object for each entry; `how` is a format of `list`."""
    match how:
        case "json" | "jsonl":
            library.catalog.find_repeats()
            records = made_of(entries, lambda entry: library.record(entry, with_text=with_text))
            if how == "json":
                print_json(records, may_page=may_page)
            else:
                print_lines(map(json_line, records), may_page=may_page)
        case "tsv":
            rows = rows_to_print(entries, library)
            print_lines((tab_separated(row, library) for row in rows), may_page=may_page)
        case _:
            cells = [table_cells(row, library) for row in rows_to_print(entries, library)]
            print_lines(table_rows(cells, colours()), may_page=may_page)


def rows_to_print(entries: Sequence[Entry], library: Library) -> list[Row]:
    """Return what tables say of papers, in their order."""
    from digest_tui.library.rows import rows_of

    return rows_of(entries, library.index)


def tab_separated(row: Row, library: Library) -> str:
    """Return a row of TSV: id, date, status, star, votes, title."""
    state = library.state_of(row.keys)
    votes = "" if row.votes is None else str(row.votes)
    star = "starred" if state.starred else ""
    day = row.day.isoformat() if row.day else ""
    return "\t".join([row.id, day, state.status, star, votes, row.title])


class Cells(NamedTuple):
    """What a row for people says of a paper."""

    day: str
    id: str
    status: str
    star: str
    title: str


def table_cells(row: Row, library: Library) -> Cells:
    """Return what a row for people says of a paper."""
    state = library.state_of(row.keys)
    star = "★" if state.starred else " "
    return Cells(worded_or_undated(row.day, row.period), row.id, state.status, star, row.title)


def table_rows(rows: Sequence[Cells], look: Colours) -> Iterator[str]:
    """Yield rows for people; a terminal wraps long ones, so that a pager may lay them out anew in another width."""
    width = min(max((len(cells.id) for cells in rows), default=0), _MAX_ID_WIDTH)
    dim, accent, strong, _, end = look
    for day, short_id, status, star, title in rows:
        # The title comes last, so that wide characters cannot push a column.
        yield (f"{dim}{day:10}{end}  {accent}{short_id:{width}}{end}  {dim}{status:7}{end} {strong}{star}{end} {title}")
