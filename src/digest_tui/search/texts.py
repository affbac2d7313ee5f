"""The text of papers as it is searched: made once for each paper, and again only where a digest changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.notation.visible import BREAK, join_lines, joined_blocks, visible_lines
from digest_tui.patterns import pattern
from digest_tui.search.folded import Accents, Folded, folded, joined
from digest_tui.search.query import Field, Where

if TYPE_CHECKING:
    from digest_tui.model.facet_parts import FacetPart

MAX_CHARACTERS = 256 * 1024
"""Characters of one paper that are searched, as many as the reader shows."""
PART = "\x1f"
"""The separator of title, authors and body: no digest holds this control character, so nothing matches across it."""

_NAME_WITHIN = 8
"""The number of characters that may stand before the name of a lead: emoji, brackets."""
_BEHIND_NAME = pattern(r"[】〕\]]? ?(?:\([^()]{0,40}\) ?)?:?-?")


class Span(NamedTuple):
    """A part of a paper that is about a facet, in the searched text."""

    facet: str
    """The value of the facet, which equals it."""
    first: int
    last: int


class PaperText(NamedTuple):
    """The searched text of one paper."""

    text: str
    """The folded title (twice if it has formulas: also with them as signs), authors and body, joined by `PART`."""
    title_end: int
    body_start: int
    spans: tuple[tuple[str, int, int], ...] = ()
    """A `Span` for each facet in the order of the paper; none lies within another."""
    votes: int | None = None
    turns: tuple[int, ...] = ()
    """See `Folded`."""
    accents: Accents = ()

    def stretches(self, where: Where) -> list[tuple[int, int]]:
        """Return the stretches of the text in which to search a part; none for what is not in the text."""
        match where:
            case None:
                return [(0, len(self.text))]
            case Field.TITLE:
                return [(0, self.title_end)]
            case Field.AUTHOR:
                return [(self.title_end + 1, self.body_start - 1)]
            case Facet():
                return [(first, last) for facet, first, last in self.spans if facet == where]
            case _:
                return []


def paper_text(entry: Entry) -> PaperText:
    """Return the text of a paper as it is searched; takes time linear in its length."""
    from digest_tui.markup.tex import unicode_tex
    from digest_tui.notation.tex_accents import with_letters

    paper = entry.paper
    title = folded(paper.title)
    if (signs := folded(unicode_tex(paper.title))) != title:
        title = joined((title, BREAK, signs))
    authors = folded(with_letters(BREAK.join(paper.authors), in_name=True))
    body, spans = _body(entry)
    start = len(title.text) + len(authors.text) + 2
    moved = tuple(Span(facet.value, start + first, start + last) for facet, first, last in spans)
    text, turns, accents = joined((title, PART, authors, PART, body))
    return PaperText(text, len(title.text), start, moved, paper.votes, turns, accents)


def body_text(entry: Entry) -> str:
    """Return the body of a paper as a person sees it, not folded, in one line for each block."""
    return BREAK.join(body_blocks(entry))


def body_blocks(entry: Entry) -> Iterator[str]:
    """Yield that line of each block; none is made before it is asked for."""
    return joined_blocks(visible_lines(line for _, line in _lines(entry)))


def _lines(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield the lines of the body, without those held in the paper's fields, each with its number in the digest."""
    left = MAX_CHARACTERS
    for number, line in entry.body_lines():
        yield number, line[:left]
        left -= len(line)
        if left <= 0:
            return


def _body(entry: Entry) -> tuple[Folded, list[tuple[Facet, int, int]]]:
    """Return the folded body, and the spans of its facets."""
    from digest_tui.model.facet_parts import facet_parts, row_parts

    of_row, of_lines = row_parts(entry), facet_parts(entry)
    if not of_row and not of_lines:
        return folded(body_text(entry)), []
    pieces = list(_pieces(entry, of_lines))
    places = [place for place, _ in pieces]
    # The lines that stand for a row come first, without numbers of the digest.
    first = next((index for index, (number, _) in enumerate(places) if number >= 0), len(places))
    parts = [
        *of_row,
        *(
            part._replace(
                first=bisect_left(places, (part.first, part.start), first),
                last=bisect_left(places, (part.last, 0) if part.stop is None else (part.last - 1, part.stop), first),
            )
            for part in of_lines
        ),
    ]
    visible = list(visible_lines(text for _, text in pieces))
    # Cut where a facet begins or ends, and fold the pieces: folding may change lengths.
    edges = sorted({edge for part in parts for edge in (part.first, part.last)})
    starts: dict[int, int] = {}
    between: list[Folded | str] = []
    length = at = 0
    for edge in (*edges, len(pieces)):
        if (piece := folded(join_lines(visible[at:edge]))).text:
            between += [BREAK, piece] if between else [piece]
            length += len(piece.text) + (1 if length else 0)
        starts.setdefault(edge, length + (1 if length else 0))
        at = max(at, edge)
    body = joined(between)
    return body, [(part.facet, _behind(body.text, starts[part.first], part.name), starts[part.last]) for part in parts]


def _pieces(entry: Entry, parts: Sequence[FacetPart]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the lines of the body, each with its number and 0; where parts begin within one, its pieces."""
    inner: dict[int, list[int]] = {}
    for part in parts:
        if part.start:
            inner.setdefault(part.first, []).append(part.start)
        if part.stop is not None:
            inner.setdefault(part.last - 1, []).append(part.stop)
    for number, line in _lines(entry):
        if number not in inner:
            yield (number, 0), line
            continue
        for start, stop in pairwise([0, *sorted(set(inner[number])), len(line)]):
            yield (number, start), line[start:stop]


def _behind(body: str, start: int, name: str) -> int:
    """Return where the text of a part begins, behind the name, which only says what the part is about."""
    words = folded(name).text
    at = body.find(words, start, start + len(words) + _NAME_WITHIN)
    behind = _BEHIND_NAME.match(body, at + len(words)) if words and at >= 0 else None
    return behind.end() if behind else start
