"""`digest-tui show`: one paper, one date, or what a query finds, to read in a pipe or a pager."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import (
    FACET_HELP,
    STANDARD_INPUT,
    PagedArguments,
    Parser,
    QueryArguments,
    add_text,
    facet_named,
    refuse_text,
)
from digest_tui.cli.lens import markdown_lens, painted_lens, plain_lens
from digest_tui.cli.named_papers import find_papers
from digest_tui.cli.output import print_json, print_lines, say, wants_colour
from digest_tui.cli.queries import entries_found, say_beyond, typed_query
from digest_tui.cli.setup import library_to_print
from digest_tui.config import MAX_READER_WIDTH
from digest_tui.counts import counted
from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text
from digest_tui.model import Day, Digest, Entry
from digest_tui.model.known import NO_LONGER
from digest_tui.model.periods import worded_or_undated
from digest_tui.model.record import Record, paper_alphaxiv_url, paper_url
from digest_tui.model.typed_dates import parse_date
from digest_tui.model.typed_ids import is_identifier
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.library import Library
    from digest_tui.model.facet import Facet

_NOTHING_FOUND = 1


class ShowArguments(QueryArguments, PagedArguments):
    """The arguments of `show`."""

    format: str
    lens: Facet | None
    text: bool

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the papers or the date to show, and how they are printed."""
        parser.add_argument(
            "words",
            nargs="+",
            metavar="ID|DATE|QUERY",
            help="an arXiv id, a URL or a key that `list` prints, several of these, a date, or a query; "
            "- reads what `mark -` reads",
        )
        parser.add_argument(
            "-l", "--lens", type=facet_named, metavar="FACET", help=f"only this facet of each paper: {FACET_HELP}"
        )
        parser.add_argument(
            "--format", choices=["plain", "markdown", "rich", "json"], default="plain", help="default: %(default)s"
        )
        add_text(parser)
        PagedArguments.add_to(parser)

    def inputs(self) -> Sequence[str]:
        """See `Arguments`."""
        return [*self.dirs, *self.words]


def show(arguments: ShowArguments) -> int:
    """Print one paper, the digests of a date as they were written, or the papers that a query finds.

    Of a file of several days those of the date. With a lens, only that facet of each paper.
    """
    refuse_text(arguments.text, arguments.format)
    wanted = arguments.query or ""
    with library_to_print(arguments) as library:
        if STANDARD_INPUT in arguments.words or _are_ids(arguments.words):
            papers, are_all_known = find_papers(arguments.words, library)
            code = _show_papers(library.each_once(list(papers.values())), arguments, library)
            return code if papers and are_all_known else _NOTHING_FOUND
        if day := parse_date(wanted, library.today()):
            return _show_day(day, arguments, library)
        if entries := library.resolve(wanted):
            return _show_papers(entries[:1], arguments, library, alone=True)
        hint = "`digest-tui list --format tsv` prints the ids."
        nothing = f"No paper has the id or key {wanted!r}, and no text matches it as a query; {hint}"
        if not any(map(str.isalnum, wanted)):
            say(nothing)
            return _NOTHING_FOUND
        query = typed_query(wanted)
        if found := entries_found(query, library):
            _show_papers(found, arguments, library)
        say_beyond(wanted, query, library, len(found), nothing=nothing)
        return 0 if found else _NOTHING_FOUND


def _are_ids(words: Sequence[str]) -> bool:
    """Return True for several ids, which are no query: no paper has two."""
    return len(words) > 1 and not is_identifier(" ".join(words)) and all(map(is_identifier, words))


def _show_papers(entries: Sequence[Entry], arguments: ShowArguments, library: Library, *, alone: bool = False) -> int:
    """Print papers; `alone` makes one object of JSON rather than a list."""
    may_page = not arguments.no_pager
    if arguments.format == "json":
        records = [_record(entry, arguments, library) for entry in entries]
        print_json(records[0] if alone else records, may_page=may_page)
    elif arguments.lens is not None:
        print_lines(_through(arguments.lens, entries, arguments.format), may_page=may_page)
    else:
        match arguments.format:
            case "markdown":
                print_lines(_apart([_markdown(entry, library)] for entry in entries), may_page=may_page)
            case "rich":
                print_lines(_apart(_painted([_markdown(entry, library)]) for entry in entries), may_page=may_page)
            case _:
                print_lines(_apart(_plain(entry, library) for entry in entries), may_page=may_page)
    return 0


def _record(entry: Entry, arguments: ShowArguments, library: Library) -> Record:
    """Return the object of a paper; with a lens that facet is its only one."""
    record = library.record(entry, with_text=arguments.text)
    if arguments.lens is not None:
        from digest_tui.model.facet_parts import facet_texts

        text = facet_texts(entry).get(arguments.lens)
        record["facets"] = {} if text is None else {arguments.lens: text}
    return record


def _through(facet: Facet, entries: Iterable[Entry], how: str) -> Iterator[str]:
    match how:
        case "markdown":
            return markdown_lens(entries, facet)
        case "rich":
            return painted_lens(entries, facet, _width(), colour=wants_colour())
        case _:
            return plain_lens(entries, facet)


def _apart(parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of several papers, a blank one between any two."""
    for number, lines in enumerate(parts):
        if number:
            yield ""
        yield from lines


def _markdown(entry: Entry, library: Library) -> str:
    """Return the author's lines; of a paper that is gone, what is known of it."""
    if not entry.is_gone:
        return entry.markdown
    links = filter(None, (paper_url(entry.paper), paper_alphaxiv_url(entry.paper, library.language)))
    return "\n\n".join([f"# {entry.paper.title}", *(f"<{link}>" for link in links), f"This paper is {NO_LONGER}."])


def _show_day(wanted: date, arguments: ShowArguments, library: Library) -> int:
    day = library.catalog.day(wanted)
    if day is None:
        say(f"No digest is dated {wanted}.")
        return _NOTHING_FOUND
    if arguments.format == "json" or arguments.lens is not None:
        entries = [day.entries[row.entries[0]] for row in rows_of_day(day.paper_keys())]
        code = _show_papers(entries, arguments, library)
        if entries:
            return code
        say(f"No paper is dated {wanted}.")
        return _NOTHING_FOUND
    may_page = not arguments.no_pager
    match arguments.format:
        case "markdown":
            print_lines((line for digest in day.digests for line in _lines(digest, day, first=0)), may_page=may_page)
        case "rich":
            texts = ("\n".join(_lines(digest, day, first=digest.header.last)) for digest in day.digests)
            print_lines(_painted(texts), may_page=may_page)
        case _:
            lines = (line for digest in day.digests for line in _plain_digest(digest, day, library))
            print_lines(lines, may_page=may_page)
    return 0


def _lines(digest: Digest, day: Day, *, first: int) -> Sequence[str]:
    """Return a digest from a line on; of several days only the papers of this one, a blank line between them."""
    entries = _entries(digest, day)
    if len(entries) == len(digest.papers):
        return digest.own_lines[first:]
    return "\n\n".join(entry.markdown.strip("\n") for entry in entries).split("\n")


def _entries(digest: Digest, day: Day) -> list[Entry]:
    return [entry for entry in day.entries if entry.digest is digest]


def _painted(texts: Iterable[str]) -> Iterator[str]:
    """Yield lines as the reader lays them out; colours only for a terminal that wants them."""
    from digest_tui.render.ansi import painted_lines

    colour, width = wants_colour(), _width()
    for text in texts:
        yield from painted_lines(text, width, colour=colour)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, MAX_READER_WIDTH)


def _plain(entry: Entry, library: Library) -> Iterator[str]:
    paper, state = entry.paper, library.state(entry)
    yield paper.title
    if paper.authors:
        yield ", ".join(paper.authors)
    facts = [worded_or_undated(entry.date, entry.period), state.status.value]
    if state.starred:
        facts.append("starred")
    if paper.votes is not None:
        facts.append(counted(paper.votes, "vote"))
    facts += [f"#{tag}" for tag in state.tags]
    yield " · ".join(facts)
    yield from filter(None, (paper_url(paper), paper_alphaxiv_url(paper, library.language)))
    if state.note:
        yield f"Note: {' '.join(state.note.split())}"
    if also_on := library.catalog.also_on(entry):
        yield f"also on {', '.join(map(str, also_on))}"
    yield from ("", f"This paper is {NO_LONGER}.") if entry.is_gone else _plain_part(entry.body)


def _plain_digest(digest: Digest, day: Day, library: Library) -> Iterator[str]:
    """Yield the plain text of a digest; text outside the papers belongs to no day of several."""
    entries = _entries(digest, day)
    is_whole = len(entries) == len(digest.papers)
    yield digest.title
    if is_whole:
        yield from _plain_part(digest.preface())
    for entry in entries:
        yield ""
        yield from _plain(entry, library)
    if is_whole:
        yield from _plain_part(digest.afterword())


def _plain_part(markdown: str) -> Iterator[str]:
    if text := plain_text(parse(markdown)):
        yield from ("", text)
