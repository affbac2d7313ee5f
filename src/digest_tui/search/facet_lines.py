"""Finding the lines of a paper that are about each facet."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest_tui.model import Entry, Lines, Paper
from digest_tui.model.facets import Facet, facet_of

_INDENT = re.compile(r"[ \t>]*")
_ITEM = re.compile(r"[ \t>]*(?:[-*+•]|[0-9]{1,9}[.)])(?=\s|$)")
_NAME_ALONE = re.compile(r".{1,200}[:：][\s*_]*$")


class FacetLines(NamedTuple):
    """A run of lines `[first, last)` of the digest, counted from 0."""

    facet: Facet
    first: int
    last: int
    name: str
    """The lead that opens the first of them; empty below a heading."""


def facet_lines(entry: Entry) -> list[FacetLines]:
    """Return the parts of a paper that are about a facet, in the order in which they begin.

    A section reaches to the next heading of its level, with all its leads; a lead names the rest of its list item, or,
    when it is alone on its line, everything up to the next lead.
    """
    found = [part for run in _runs(entry.paper) for part in (*_sections(entry, run), *_leads(entry, run))]
    return sorted(found, key=lambda part: (part.first, -part.last))


def _runs(paper: Paper) -> Iterator[Lines]:
    """Yield the runs that are read separately: the entry's lines, unless it is a table row, and its page's."""
    if paper.excerpt is None:
        yield Lines(paper.first, paper.last)
    if paper.page is not None:
        yield paper.page


def _sections(entry: Entry, run: Lines) -> Iterator[FacetLines]:
    sections = [section for section in entry.paper.sections if run.first < section.line <= run.last]
    for index, section in enumerate(sections):
        if (facet := facet_of(section.title)) is not None:
            later = (other.line - 1 for other in sections[index + 1 :] if other.level <= section.level)
            yield FacetLines(facet, section.line, next(later, run.last), "")


def _leads(entry: Entry, run: Lines) -> Iterator[FacetLines]:
    paper = entry.paper
    heads = sorted({section.line - 1 for section in paper.sections} | {lead.line - 1 for lead in paper.leads})
    for lead in paper.leads:
        if run.first < lead.line <= run.last and (facet := facet_of(lead.title)) is not None:
            first = lead.line - 1
            limit = min(run.last, next((head for head in heads if head > first), run.last))
            yield FacetLines(facet, first, _item_end(entry.digest.lines, first, limit), lead.title)


def _item_end(lines: Sequence[str], first: int, limit: int) -> int:
    """Return the index after the last line of the item that begins on a line; never beyond `limit`."""
    if _NAME_ALONE.fullmatch(lines[first]):
        return limit
    depth = _depth(lines[first])
    blank = False
    for number in range(first + 1, limit):
        line = lines[number]
        if not line.strip():
            blank = True
        elif _depth(line) <= depth and (blank or _ITEM.match(line)):
            return number
    return limit


def _depth(line: str) -> int:
    indent = _INDENT.match(line)
    return len(indent[0].expandtabs(4)) if indent else 0
