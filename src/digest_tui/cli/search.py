"""`digest-tui search`: papers that a query finds, each with the sentence around the match."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import Parser, PlacesArguments, QueryArguments, RowsArguments, refuse_text
from digest_tui.cli.colours import NO_COLOURS, Colours, colours
from digest_tui.cli.listing import print_entries, rows_to_print, tab_separated, table_cells, table_rows
from digest_tui.cli.output import print_lines
from digest_tui.cli.queries import say_beyond, searching, typed_query
from digest_tui.cli.setup import library_to_print
from digest_tui.model.entries import Chosen

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.search.excerpts import Excerpt
    from digest_tui.search.finds import Finds

_NOTHING_FOUND = 1
_BEFORE, _SENTENCE = 60, 200
"""Characters of a sentence that are shown before the first match, and in all."""
_AT_FIRST, _MORE = 100, 4
"""Excerpts that are made at once, and how many times more the next time: each time digests are looked up anew."""


class SearchArguments(QueryArguments, RowsArguments, PlacesArguments):
    """The arguments of `search`."""

    explain: bool
    no_aliases: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the query, of which the help explains the language, and how papers are printed."""
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.explains_queries = True
        parser.add_argument(
            "words",
            nargs="+",
            metavar="QUERY",
            help="words and conditions, see below; -- goes before a query that begins with -",
        )
        parser.add_argument(
            "--explain", action="store_true", help="print how the query was understood, not what it finds"
        )
        parser.add_argument("--no-aliases", action="store_true", help="find only what you typed, not its other names")
        RowsArguments.add_to(parser)
        PlacesArguments.add_to(parser)


def search(arguments: SearchArguments) -> int:
    """Print the papers that a query finds, best first; each once, at the newest of its places that match."""
    refuse_text(arguments.text, arguments.format)
    query = typed_query(arguments.query or "")
    with library_to_print(arguments) as library:
        with_aliases, may_page = not arguments.no_aliases, not arguments.no_pager
        hits = searching(library).search(query, with_aliases=with_aliases, once=not arguments.places)
        if arguments.explain:
            print_lines(library.searching.explain(query, hits), may_page=may_page)
            return 0 if hits else _NOTHING_FOUND
        entries = hits.entries.only(hits.numbers[: arguments.limit])
        finds = library.searching.finds(query, hits.expansions, once=True)
        match arguments.format:
            case "json" | "jsonl":
                print_entries(entries, library, arguments.format, with_text=arguments.text, may_page=may_page)
            case "tsv":
                print_lines(_tab_separated(entries, library, finds), may_page=may_page)
            case _:
                print_lines(_table(entries, library, finds, colours()), may_page=may_page)
        papers = library.searching.search(query, with_aliases=with_aliases) if arguments.places else hits
        say_beyond(arguments.query or "", query, library, len(papers), with_aliases=with_aliases)
    return 0 if hits else _NOTHING_FOUND


def _tab_separated(entries: Chosen, library: Library, finds: Finds) -> Iterator[str]:
    rows = rows_to_print(entries, library)
    for row, found in zip(rows, _excerpts(entries, library, finds), strict=True):
        yield f"{tab_separated(row, library)}\t{_sentence(found, NO_COLOURS)}"


def _table(entries: Chosen, library: Library, finds: Finds, look: Colours) -> Iterator[str]:
    cells = [table_cells(row, library) for row in rows_to_print(entries, library)]
    if look.found:
        cells = [one._replace(title=_marked(one.title, finds.in_title(one.title), look)) for one in cells]
    for row, found in zip(table_rows(cells, look), _excerpts(entries, library, finds), strict=True):
        yield row
        if sentence := _sentence(found, look):
            yield f"    {sentence}"


def _excerpts(entries: Chosen, library: Library, finds: Finds) -> Iterator[Excerpt | None]:
    """Yield the excerpt of each entry; the first are printed before others are made, and not all may be wanted."""
    from digest_tui.library.sentences import sentences_of

    done, many = 0, _AT_FIRST
    while done < len(entries):
        yield from sentences_of(entries.among.only(entries.numbers[done : done + many]), library, finds)
        done, many = done + many, many * _MORE


def _sentence(found: Excerpt | None, look: Colours) -> str:
    """Cut a sentence to the part around its matches."""
    if found is None:
        return ""
    label = f"{found.label}: " if found.label else ""
    start = max(0, found.marks[0][0] - _BEFORE) if len(found.text) > _SENTENCE else 0
    end = min(len(found.text), start + _SENTENCE)
    marks = [(first - start, last - start) for first, last in found.marks]
    part = _marked(found.text[start:end], marks, look)
    return f"{label}{'…' if start else ''}{part}{'…' if end < len(found.text) else ''}"


def _marked(text: str, marks: Iterable[tuple[int, int]], look: Colours) -> str:
    """Mark what was found in a text, as far as it is there."""
    parts = []
    at = 0
    for first, last in marks:
        if at <= first < len(text):
            parts += [text[at:first], look.found, text[first:last], look.end]
            at = last
    return "".join([*parts, text[at:]])
