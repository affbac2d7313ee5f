"""`digest-tui show`: one paper or one date, to read in a pipe or a pager."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.dates import parse_date
from digest_tui.cli.output import print_json, print_lines, say
from digest_tui.cli.setup import library_to_print
from digest_tui.config import MAX_READER_WIDTH
from digest_tui.library import Library
from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text
from digest_tui.model import Digest, Place, places_of
from digest_tui.model.record import paper_alphaxiv_url, paper_url

_NOTHING_FOUND = 1


def show(arguments: Arguments) -> int:
    """Print one paper, or the digests of a date as they were written."""
    with library_to_print(arguments) as library:
        if day := parse_date(arguments.wanted, library.today()):
            return _show_day(day, arguments.format, library)
        if places := library.find(arguments.wanted):
            return _show_paper(places[0], arguments.format, library)
    say(f"No paper has the id or key {arguments.wanted!r}; `digest-tui list --format tsv` prints them.")
    return _NOTHING_FOUND


def _show_paper(place: Place, how: str, library: Library) -> int:
    match how:
        case "json":
            print_json(library.record(place))
        case "markdown":
            print_lines([place.markdown])
        case "rich":
            print_lines(_painted([place.markdown]))
        case _:
            print_lines(_plain(place, library))
    return 0


def _show_day(day: date, how: str, library: Library) -> int:
    digests = [digest for digest in library.catalog.digests() if digest.date == day]
    if not digests:
        say(f"No digest is dated {day}.")
        return _NOTHING_FOUND
    match how:
        case "json":
            print_json([library.record(place) for digest in digests for place in places_of(digest)])
        case "markdown":
            print_lines(line for digest in digests for line in digest.lines)
        case "rich":
            print_lines(_painted("\n".join(digest.lines[digest.header.last :]) for digest in digests))
        case _:
            print_lines(line for digest in digests for line in _plain_digest(digest, library))
    return 0


def _painted(texts: Iterable[str]) -> Iterator[str]:
    """As the reader lays it out; colours only for a terminal that wants them."""
    from digest_tui.ui.paint.ansi import painted_lines

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size().columns, MAX_READER_WIDTH)
    for text in texts:
        yield from painted_lines(text, width, colour=colour)


def _plain(place: Place, library: Library) -> Iterator[str]:
    paper, state = place.paper, library.state(place)
    yield paper.title
    if paper.authors:
        yield ", ".join(paper.authors)
    facts = [place.date.isoformat() if place.date else "undated", state.status.value]
    if state.starred:
        facts.append("starred")
    if paper.votes is not None:
        facts.append(f"{paper.votes} votes")
    yield " · ".join(facts)
    yield from filter(None, (paper_url(paper), paper_alphaxiv_url(paper, library.language)))
    if also_on := library.catalog.also_on(place):
        yield f"also on {', '.join(map(str, also_on))}"
    yield from _plain_part(place.body)


def _plain_digest(digest: Digest, library: Library) -> Iterator[str]:
    yield digest.title
    yield from _plain_part(digest.preface())
    for place in places_of(digest):
        yield ""
        yield from _plain(place, library)
    yield from _plain_part(digest.afterword())


def _plain_part(markdown: str) -> Iterator[str]:
    if text := plain_text(parse(markdown)):
        yield from ("", text)
