"""The parts of a paper that are about each facet: their lines, and the author's text of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from digest_tui.model.digest import Digest
from digest_tui.model.entry import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.facets import facet_of
from digest_tui.model.inner_leads import InnerLead, inner_leads
from digest_tui.model.lead_ends import lead_end
from digest_tui.model.paper import Lines, Paper, Section
from digest_tui.model.part_frames import container_end, element_end
from digest_tui.model.part_text import lead_text, part_of_lines, section_text
from digest_tui.notation.lead_marks import LeadStyle, lead_mark
from digest_tui.notation.named_lines import named_mark, row_mark
from digest_tui.notation.sentences import first_sentence_of


class FacetPart(NamedTuple):
    """A run of lines `[first, last)` of the digest, counted from 0."""

    facet: Facet
    first: int
    last: int
    name: str
    """The lead that opens the first of them; empty below a heading, which is the line above."""
    start: int = 0
    """The index in the first line at which it begins."""
    stop: int | None = None
    """The index in the last line at which it ends, where the next part begins on that line."""

    @property
    def line(self) -> int:
        """The line of its lead or heading."""
        return self.first if self.name else self.first - 1


def facet_parts(entry: Entry) -> list[FacetPart]:
    """Return the parts of a paper that are about a facet, in order; none lies within another.

    The outermost name wins: what stands below a heading that names a facet is its text, lower headings and leads
    included. Elsewhere a lead names its list item, or what follows up to the next label or heading. The row of a table
    has no lines of its own: see `row_parts`.
    """
    return parts_of(entry.digest, entry.paper)


def parts_of(digest: Digest, paper: Paper) -> list[FacetPart]:
    """Do as `facet_parts` for a paper of a digest."""
    return [part for run in _runs(paper) for part in _parts(digest.lines, paper, run)]


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
        yield part, lead_text((entry.paper.excerpt or "").split("\n")[part.first : part.last], part.name)
    lines, markers = entry.digest.lines, set(entry.digest.markers)
    for part in facet_parts(entry):
        own: Sequence[str] = lines[part.first : part.last]
        if markers:
            own = [line for number, line in enumerate(own, part.first) if number not in markers]
        if part.name:
            yield part, lead_text(part_of_lines(own, part.start, part.stop), part.name)
        else:
            yield part, section_text(lines[part.first - 1], own)


def _prose(entry: Entry) -> Iterable[str]:
    """Yield the lines of a paper without its headings and leads."""
    leads = {lead.line - 1 for lead in entry.paper.leads}
    headings = {section.line - 1 for section in entry.paper.sections} | {entry.paper.first, entry.paper.line - 1}
    is_row = entry.paper.excerpt is not None
    for number, line in entry.body_lines():
        if number in headings and not is_row:
            yield ""
        elif number in leads and (mark := named_mark(line, "")).style is LeadStyle.WEAK:
            yield from ("", line[mark.end :])
        else:
            yield line


def _runs(paper: Paper) -> Iterator[Lines]:
    """Yield the runs that are read separately: the entry's lines, unless it is a table row, and its page's."""
    if paper.excerpt is None:
        yield Lines(paper.first, paper.last)
    if paper.page is not None:
        yield paper.page


def _parts(lines: Sequence[str], paper: Paper, run: Lines) -> list[FacetPart]:
    sections = [section for section in paper.sections if run.first < section.line <= run.last]
    # Of several on a line it is the first that opens it.
    titles = {lead.line - 1: lead.title for lead in reversed(paper.leads) if run.first < lead.line <= run.last}
    titles = dict(sorted(titles.items()))
    if not sections:
        return list(_by_leads(lines, titles, run, paper.meta))
    found: list[FacetPart] = []
    free = run.first
    # Leads count between the sections that name a facet, and end at the next heading.
    for section, last in _outermost(sections, run):
        facet = facet_of(section.title)
        if facet is not None:
            inner = container_end(lines, section.line - 1, last)
            found.append(FacetPart(facet, section.line, element_end(lines, section.line, inner, run.last), ""))
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
    # A row ends no text: a table may belong to it.
    labels = {number: title for number, title in inside.items() if row_mark(lines[number]) is None}
    held = frozenset(meta)
    end = run.first
    for number, title in inside.items():
        if number < end:
            continue
        names = [InnerLead(title, 0), *inner_leads(lines[number])]
        for name, following in pairwise(names):
            end = number + 1
            if (facet := facet_of(name.title)) is not None:
                yield FacetPart(facet, number, end, name.title, name.start, following.start)
        name = names[-1]
        if (facet := facet_of(name.title)) is not None:
            column = max(name.start, named_mark(lines[number], title).end)
            if number in labels:
                end = lead_end(lines, number, run.last, labels, held)
            else:
                end = run.last if column >= len(lines[number].rstrip()) else number + 1
            end = element_end(lines, number, end, run.last, column)
            yield FacetPart(facet, number, end, name.title, name.start)
