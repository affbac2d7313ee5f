"""The text of papers as it is searched: made once for each paper, and again only where a digest changed."""

from collections.abc import Iterator
from typing import NamedTuple

from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Entry
from digest_tui.model.facet_parts import facet_parts
from digest_tui.model.facets import Facet
from digest_tui.search.folding import fold
from digest_tui.search.query import Field, Where
from digest_tui.search.visible import BREAK, join_lines, visible_lines

MAX_CHARACTERS = 256 * 1024
"""Characters of one paper that are searched, as many as the reader shows."""
PART = "\x1f"
"""The separator of title, authors and body: no digest holds this control character, so nothing matches across it."""

_END = 1 << 62
"""A line number behind every line."""
_COLON_WITHIN = 8
"""The number of characters behind the name of a lead within which its colon is searched for."""


class Span(NamedTuple):
    """A part of a paper that is about a facet, in the searched text."""

    facet: Facet
    first: int
    last: int


class PaperText(NamedTuple):
    """The searched text of one paper."""

    text: str
    """The folded title (twice if it has formulas: also with them as signs), authors and body, joined by `PART`."""
    title_end: int
    body_start: int
    spans: tuple[Span, ...] = ()
    """The facets in the order of the paper; the span of a lead lies within that of its section."""
    votes: int | None = None

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
                return [(span.first, span.last) for span in self.spans if span.facet is where]
            case _:
                return []


def paper_text(entry: Entry) -> PaperText:
    """Return the text of a paper as it is searched; takes time linear in its length."""
    paper = entry.paper
    title = fold(paper.title)
    if (signs := fold(unicode_tex(paper.title))) != title:
        title = f"{title}{BREAK}{signs}"
    authors = fold(BREAK.join(paper.authors))
    body, spans = _body(entry)
    start = len(title) + len(authors) + 2
    moved = tuple(Span(facet, start + first, start + last) for facet, first, last in spans)
    return PaperText(PART.join((title, authors, body)), len(title), start, moved, paper.votes)


def body_text(entry: Entry) -> str:
    """Return the body of a paper as a person sees it, not folded, in one line for each block."""
    return join_lines(visible_lines(line for _, line in _lines(entry)))


def _lines(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield the lines of the body, without those held in the paper's fields, each with its number in the digest."""
    left = MAX_CHARACTERS
    for number, line in entry.body_lines():
        yield number, line[:left]
        left -= len(line)
        if left <= 0:
            return


def _body(entry: Entry) -> tuple[str, list[tuple[Facet, int, int]]]:
    """Return the folded body, and the spans of its facets."""
    parts = facet_parts(entry)
    if not parts:
        return fold(body_text(entry)), []
    numbered = list(_lines(entry))
    visible = list(visible_lines(line for _, line in numbered))
    # Cut where a facet begins or ends, and fold the pieces: folding may change lengths.
    edges = sorted({edge for part in parts for edge in (part.first, part.last)})
    starts: dict[int, int] = {}
    body = ""
    at = 0
    for edge in (*edges, _END):
        upto = next((index for index in range(at, len(numbered)) if numbered[index][0] >= edge), len(numbered))
        body = _appended(body, fold(join_lines(visible[at:upto])))
        starts.setdefault(edge, len(body) + (1 if body else 0))
        at = upto
    return body, [(part.facet, _behind(body, starts[part.first], part.name), starts[part.last]) for part in parts]


def _appended(body: str, piece: str) -> str:
    return f"{body}{BREAK}{piece}" if body and piece else body or piece


def _behind(body: str, start: int, name: str) -> int:
    """Return where the text of a part begins, behind the name, which only says what the part is about."""
    if not name:
        return start
    colon = body.find(":", start + len(fold(name)) - 1, start + len(name) + _COLON_WITHIN)
    return colon + 1 if colon >= 0 else start
