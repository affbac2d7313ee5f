"""The parts of a paper that are about each facet: their lines, and the author's text of them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest_tui.model.entry import Entry
from digest_tui.model.facets import Facet, facet_of
from digest_tui.model.paper import Lines, Paper

_INDENT = re.compile(r"[ \t>]*")
_ITEM = re.compile(r"[ \t>]*(?:[-*+•]|[0-9]{1,9}[.)])(?=\s|$)")
_NAME_ALONE = re.compile(r".{1,200}[:：][\s*_]*$")
_LINE_MARKS = re.compile(r"^[ \t>]*(?:#{1,6}\s+|(?:[-*+•]|[0-9]{1,9}[.)])\s+)?")
_SENTENCE = re.compile(r".{8,}?(?:[.!?](?=\s|$)|[。！？])")


class FacetPart(NamedTuple):
    """A run of lines `[first, last)` of the digest, counted from 0."""

    facet: Facet
    first: int
    last: int
    name: str
    """The lead that opens the first of them; empty below a heading."""


def facet_parts(entry: Entry) -> list[FacetPart]:
    """Return the parts of a paper that are about a facet, in the order in which they begin.

    A section reaches to the next heading of its level, with all its leads; a lead names the rest of its list item, or,
    when it is alone on its line, everything up to the next lead.
    """
    found = [part for run in _runs(entry.paper) for part in (*_sections(entry, run), *_leads(entry, run))]
    return sorted(found, key=lambda part: (part.first, -part.last))


def facet_texts(entry: Entry) -> dict[Facet, str]:
    """Return the author's Markdown of each facet that a paper has, in the order of `Facet`.

    Headings and leads that name a facet are left out; several parts of one facet are joined by a blank line.
    """
    lines = entry.digest.lines
    found: dict[Facet, list[str]] = {}
    for part in facet_parts(entry):
        text = "\n".join(lines[part.first : part.last]).strip("\n")
        if text.strip():
            found.setdefault(part.facet, []).append(text)
    return {facet: "\n\n".join(found[facet]) for facet in Facet if facet in found}


def first_sentence(entry: Entry, facet: Facet | None = None) -> str:
    """Return the first sentence of a facet, else of the paper's text, as plain text on one line."""
    text = (facet_texts(entry).get(facet) if facet is not None else None) or entry.body
    lines = [_LINE_MARKS.sub("", line).replace("**", "").strip() for line in text.splitlines() if line.strip()]
    prose = next(
        (
            line
            for line, source in zip(lines, filter(str.strip, text.splitlines()), strict=True)
            if not source.lstrip().startswith("#")
        ),
        "",
    )
    found = _SENTENCE.match(prose)
    return found[0] if found else prose


def _runs(paper: Paper) -> Iterator[Lines]:
    """Yield the runs that are read separately: the entry's lines, unless it is a table row, and its page's."""
    if paper.excerpt is None:
        yield Lines(paper.first, paper.last)
    if paper.page is not None:
        yield paper.page


def _sections(entry: Entry, run: Lines) -> Iterator[FacetPart]:
    sections = [section for section in entry.paper.sections if run.first < section.line <= run.last]
    for index, section in enumerate(sections):
        if (facet := facet_of(section.title)) is not None:
            later = (other.line - 1 for other in sections[index + 1 :] if other.level <= section.level)
            yield FacetPart(facet, section.line, next(later, run.last), "")


def _leads(entry: Entry, run: Lines) -> Iterator[FacetPart]:
    paper = entry.paper
    heads = sorted({section.line - 1 for section in paper.sections} | {lead.line - 1 for lead in paper.leads})
    for lead in paper.leads:
        if run.first < lead.line <= run.last and (facet := facet_of(lead.title)) is not None:
            first = lead.line - 1
            limit = min(run.last, next((head for head in heads if head > first), run.last))
            yield FacetPart(facet, first, _item_end(entry.digest.lines, first, limit), lead.title)


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
