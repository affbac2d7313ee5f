"""`digest-tui show`: one paper or one date, to read in a pipe or a pager."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.output import print_json, print_lines, say, wants_colour
from digest_tui.cli.setup import library_to_print
from digest_tui.config import MAX_READER_WIDTH
from digest_tui.counts import counted
from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text
from digest_tui.model import Day, Digest, Entry
from digest_tui.model.known import NO_LONGER
from digest_tui.model.periods import worded_or_undated
from digest_tui.model.record import paper_alphaxiv_url, paper_url
from digest_tui.model.typed_dates import parse_date

if TYPE_CHECKING:
    from digest_tui.library import Library

_NOTHING_FOUND = 1


class ShowArguments(Arguments):
    """The arguments of `show`."""

    wanted: str
    format: str

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the paper or date to show, and how it is printed."""
        parser.add_argument("wanted", metavar="ID|DATE", help="an arXiv id, a key that `list` prints, or a date")
        parser.add_argument(
            "--format", choices=["plain", "markdown", "rich", "json"], default="plain", help="default: %(default)s"
        )


def show(arguments: ShowArguments) -> int:
    """Print one paper, or the digests of a date as they were written; of a file of several days those of its papers."""
    with library_to_print(arguments) as library:
        if day := parse_date(arguments.wanted, library.today()):
            return _show_day(day, arguments.format, library)
        if entries := library.resolve(arguments.wanted):
            return _show_paper(entries[0], arguments.format, library)
    say(f"No paper has the id or key {arguments.wanted!r}; `digest-tui list --format tsv` prints the ids.")
    return _NOTHING_FOUND


def _show_paper(entry: Entry, how: str, library: Library) -> int:
    match how:
        case "json":
            print_json(library.record(entry))
        case "markdown":
            print_lines([_markdown(entry, library)])
        case "rich":
            print_lines(_painted([_markdown(entry, library)]))
        case _:
            print_lines(_plain(entry, library))
    return 0


def _markdown(entry: Entry, library: Library) -> str:
    """Return the author's lines; of a paper that is gone, what is known of it."""
    if not entry.is_gone:
        return entry.markdown
    links = filter(None, (paper_url(entry.paper), paper_alphaxiv_url(entry.paper, library.language)))
    return "\n\n".join([f"# {entry.paper.title}", *(f"<{link}>" for link in links), f"This paper is {NO_LONGER}."])


def _show_day(wanted: date, how: str, library: Library) -> int:
    day = library.catalog.day(wanted)
    if day is None:
        say(f"No digest is dated {wanted}.")
        return _NOTHING_FOUND
    match how:
        case "json":
            print_json([library.record(entry) for entry in day.entries])
        case "markdown":
            print_lines(line for digest in day.digests for line in _lines(digest, day, first=0))
        case "rich":
            texts = ("\n".join(_lines(digest, day, first=digest.header.last)) for digest in day.digests)
            print_lines(_painted(texts))
        case _:
            print_lines(line for digest in day.digests for line in _plain_digest(digest, day, library))
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

    colour = wants_colour()
    width = min(shutil.get_terminal_size().columns, MAX_READER_WIDTH)
    for text in texts:
        yield from painted_lines(text, width, colour=colour)


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
