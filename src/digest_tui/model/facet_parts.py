"""The parts of a paper that are about each facet: their lines, and the author's text of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from digest_tui.model.entry import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.facets import facet_of
from digest_tui.model.lead_ends import lead_end
from digest_tui.model.paper import Lines, Paper, Section
from digest_tui.model.part_text import lead_text, section_text
from digest_tui.notation.lead_marks import LeadStyle, lead_mark
from digest_tui.notation.sentences import first_sentence_of


class FacetPart(NamedTuple):
    """A run of lines `[first, last)` of the digest, counted from 0."""

    facet: Facet
    first: int
    last: int
    name: str
    """The lead that opens the first of them; empty below a heading."""


def facet_parts(entry: Entry) -> list[FacetPart]:
    """Return the parts of a paper that are about a facet, in order; none lies within another.

    The outermost name wins: what stands below a heading that names a facet is its text, lower headings and leads
    included. Elsewhere a lead names its list item, or what follows up to the next label or heading. The row of a table
    has no lines of its own: see `row_parts`.
    """
    return [part for run in _runs(entry.paper) for part in _parts(entry, run)]


def row_parts(entry: Entry) -> list[FacetPart]:
    """Return the parts of the text that stands for a table row, by its columns, with the lines of the excerpt."""
    excerpt = entry.paper.excerpt
    if excerpt is None:
        return []
    lines = excerpt.split("\n")
    titles: dict[int, str] = {}
    columns: list[int] = []
    for number, line in enumerate(lines):
        opens = number == 0 or not lines[number - 1]
        if (mark := lead_mark(line)) and (facet_of(mark.title) or (opens and mark.style is LeadStyle.BOLD)):
            titles[number] = mark.title
        if opens:
            columns.append(number)
    found: list[FacetPart] = []
    for first, last in zip(columns, [*columns[1:], len(lines)], strict=True):
        column = facet_of(titles[first]) if first in titles else None
        if column is not None:
            found.append(FacetPart(column, first, last, titles[first]))
        else:
            found += _by_leads(lines, titles, Lines(first, last), ())
    return found


def facet_texts(entry: Entry) -> dict[Facet, str]:
    """Return the author's Markdown of each facet that a paper has, in the order of `Facet`.

    Headings and leads that name a facet are left out; several parts of one facet are joined by a blank line.
    """
    found: dict[Facet, list[str]] = {}
    for part, text in _texts(entry):
        if text:
            found.setdefault(part.facet, []).append(text)
    return {facet: "\n\n".join(found[facet]) for facet in Facet if facet in found}


def first_sentence(entry: Entry, facet: Facet | None = None, *, texts: Mapping[Facet, str] | None = None) -> str:
    """Return the first sentence of a facet, else of the paper's text, as plain text on one line; empty without text.

    `texts` are those of its facets, where they are at hand.
    """
    text = (facet_texts(entry) if texts is None else texts).get(facet) if facet is not None else None
    return (text and first_sentence_of(text.split("\n"))) or first_sentence_of(list(_prose(entry)))


def _texts(entry: Entry) -> Iterator[tuple[FacetPart, str]]:
    for part in row_parts(entry):
        yield part, lead_text((entry.paper.excerpt or "").split("\n")[part.first : part.last])
    lines, markers = entry.digest.lines, set(entry.digest.markers)
    for part in facet_parts(entry):
        own: Sequence[str] = lines[part.first : part.last]
        if markers:
            own = [line for number, line in enumerate(own, part.first) if number not in markers]
        yield part, lead_text(own) if part.name else section_text(own)


def _prose(entry: Entry) -> Iterable[str]:
    """Yield the lines of a paper without its headings and leads."""
    leads = {lead.line - 1 for lead in entry.paper.leads}
    headings = {section.line - 1 for section in entry.paper.sections} | {entry.paper.first, entry.paper.line - 1}
    is_row = entry.paper.excerpt is not None
    for number, line in entry.body_lines():
        if number in headings and not is_row:
            yield ""
        elif number in leads and (mark := lead_mark(line)) and mark.style is LeadStyle.WEAK:
            yield from ("", line[mark.end :])
        else:
            yield line


def _runs(paper: Paper) -> Iterator[Lines]:
    """Yield the runs that are read separately: the entry's lines, unless it is a table row, and its page's."""
    if paper.excerpt is None:
        yield Lines(paper.first, paper.last)
    if paper.page is not None:
        yield paper.page


def _parts(entry: Entry, run: Lines) -> list[FacetPart]:
    paper, lines = entry.paper, entry.digest.lines
    sections = [section for section in paper.sections if run.first < section.line <= run.last]
    titles = {lead.line - 1: lead.title for lead in paper.leads if run.first < lead.line <= run.last}
    if not sections:
        return list(_by_leads(lines, titles, run, paper.meta))
    found: list[FacetPart] = []
    free = run.first
    # Leads count between the sections that name a facet, and end at the next heading.
    for section, last in _outermost(sections, run):
        facet = facet_of(section.title)
        if facet is not None:
            found.append(FacetPart(facet, section.line, last, ""))
        found += _by_leads(lines, titles, Lines(free, section.line - 1), paper.meta)
        free = last if facet is not None else section.line
    found += _by_leads(lines, titles, Lines(free, run.last), paper.meta)
    return sorted(found, key=lambda part: part.first)


def _outermost(sections: Sequence[Section], run: Lines) -> Iterator[tuple[Section, int]]:
    """Yield the sections that lie in none with a facet, each with the index after its last line."""
    end = run.first
    for index, section in enumerate(sections):
        if section.line - 1 >= end:
            later = (other.line - 1 for other in sections[index + 1 :] if other.level <= section.level)
            last = next(later, run.last)
            yield section, last
            if facet_of(section.title) is not None:
                end = last


def _by_leads(lines: Sequence[str], titles: Mapping[int, str], run: Lines, meta: Sequence[int]) -> Iterator[FacetPart]:
    """Yield the parts that leads name within a run of lines without a heading."""
    if not titles:
        return
    inside = {number: title for number, title in titles.items() if run.first <= number < run.last}
    held = frozenset(meta)
    end = run.first
    for number, title in inside.items():
        if number >= end and (facet := facet_of(title)) is not None:
            end = lead_end(lines, number, run.last, inside, held)
            yield FacetPart(facet, number, end, title)
