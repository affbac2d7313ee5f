"""`digest-tui show`: one paper or one date, to read in a pipe or a pager."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from digest_tui.cli.arguments import Arguments
from digest_tui.cli.output import print_json, print_lines, say, wants_colour
from digest_tui.cli.setup import library_to_print
from digest_tui.config import MAX_READER_WIDTH
from digest_tui.library import Library
from digest_tui.markup.parser import parse
from digest_tui.markup.plain import plain_text
from digest_tui.model import Day, Digest, Place
from digest_tui.model.known import NO_LONGER
from digest_tui.model.periods import worded_or_undated
from digest_tui.model.record import paper_alphaxiv_url, paper_url
from digest_tui.model.typed_dates import parse_date

_NOTHING_FOUND = 1


def show(arguments: Arguments) -> int:
    """Print one paper, or the digests of a date as they were written; of a file of several days those of its papers."""
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
            print_lines([_markdown(place, library)])
        case "rich":
            print_lines(_painted([_markdown(place, library)]))
        case _:
            print_lines(_plain(place, library))
    return 0


def _markdown(place: Place, library: Library) -> str:
    """The author's lines; of a paper that is gone what is known of it."""
    if not place.is_gone:
        return place.markdown
    links = filter(None, (paper_url(place.paper), paper_alphaxiv_url(place.paper, library.language)))
    return "\n\n".join([f"# {place.paper.title}", *(f"<{link}>" for link in links), f"This paper is {NO_LONGER}."])


def _show_day(wanted: date, how: str, library: Library) -> int:
    day = library.catalog.day(wanted)
    if day is None:
        say(f"No digest is dated {wanted}.")
        return _NOTHING_FOUND
    match how:
        case "json":
            print_json([library.record(place) for place in day.places])
        case "markdown":
            print_lines(line for digest in day.digests for line in _lines(digest, day, first=0))
        case "rich":
            texts = ("\n".join(_lines(digest, day, first=digest.header.last)) for digest in day.digests)
            print_lines(_painted(texts))
        case _:
            print_lines(line for digest in day.digests for line in _plain_digest(digest, day, library))
    return 0


def _lines(digest: Digest, day: Day, *, first: int) -> Sequence[str]:
    """A digest from a line on; where it has other days too only the papers of this one, a blank line between them."""
    places = _places(digest, day)
    if len(places) == len(digest.papers):
        return digest.own_lines[first:]
    return "\n\n".join(place.markdown.strip("\n") for place in places).split("\n")


def _places(digest: Digest, day: Day) -> list[Place]:
    return [place for place in day.places if place.digest is digest]


def _painted(texts: Iterable[str]) -> Iterator[str]:
    """As the reader lays it out; colours only for a terminal that wants them."""
    from digest_tui.render.ansi import painted_lines

    colour = wants_colour()
    width = min(shutil.get_terminal_size().columns, MAX_READER_WIDTH)
    for text in texts:
        yield from painted_lines(text, width, colour=colour)


def _plain(place: Place, library: Library) -> Iterator[str]:
    paper, state = place.paper, library.state(place)
    yield paper.title
    if paper.authors:
        yield ", ".join(paper.authors)
    facts = [worded_or_undated(place.date, place.period), state.status.value]
    if state.starred:
        facts.append("starred")
    if paper.votes is not None:
        facts.append(f"{paper.votes} votes")
    facts += [f"#{tag}" for tag in state.tags]
    yield " · ".join(facts)
    yield from filter(None, (paper_url(paper), paper_alphaxiv_url(paper, library.language)))
    if state.note:
        yield f"Note: {' '.join(state.note.split())}"
    if also_on := library.catalog.also_on(place):
        yield f"also on {', '.join(map(str, also_on))}"
    yield from ("", f"This paper is {NO_LONGER}.") if place.is_gone else _plain_part(place.body)


def _plain_digest(digest: Digest, day: Day, library: Library) -> Iterator[str]:
    """What belongs to no paper belongs to no day of several."""
    places = _places(digest, day)
    is_whole = len(places) == len(digest.papers)
    yield digest.title
    if is_whole:
        yield from _plain_part(digest.preface())
    for place in places:
        yield ""
        yield from _plain(place, library)
    if is_whole:
        yield from _plain_part(digest.afterword())


def _plain_part(markdown: str) -> Iterator[str]:
    if text := plain_text(parse(markdown)):
        yield from ("", text)
