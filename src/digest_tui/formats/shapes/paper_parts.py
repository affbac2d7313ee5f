"""The headings and leads that name the parts of a paper."""

from collections.abc import Sequence
from typing import NamedTuple

from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.part_headings import part_heading
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.leads import read_lead
from digest_tui.model import Lead, Section
from digest_tui.model.facets import facet_of
from digest_tui.model.inner_leads import inner_leads
from digest_tui.notation.named_lines import definition_term, row_mark
from digest_tui.text import one_line

_OWN_FACETS = 2
"""Facets that the first column names in a table that is about the paper: another one may have a row `Results`."""


class Parts(NamedTuple):
    """What names the parts of a paper, in the order of its lines."""

    sections: tuple[Section, ...]
    leads: tuple[Lead, ...]


def parts_of(document: Document, span: PaperSpan) -> Parts:
    """Return the headings and leads below the title of a paper."""
    headings = {heading.line: heading for heading in span.sections}
    leads: list[Lead] = []
    rows: list[Lead] = []
    for number in range(span.first + 1, span.last if span.own_text is None else span.first):
        line = document.lines[number]
        if not line or number in headings or number == span.named or number in document.blocks.verbatim:
            continue
        if heading := part_heading(document, number):
            headings[number] = heading
        elif lead := _lead(document, number, leads):
            leads.append(Lead(lead, number + 1))
            leads += (Lead(inner.title, number + 1) for inner in inner_leads(line))
        elif (row := row_mark(line)) and facet_of(row.title) is not None:
            rows.append(Lead(row.title, number + 1))
    if len({facet_of(row.title) for row in rows}) >= _OWN_FACETS:
        leads = sorted([*leads, *rows], key=lambda lead: lead.line)
    sections = sorted(headings.values(), key=lambda heading: heading.line)
    return Parts(
        tuple(Section(one_line(title_text(h.text)), h.level, h.line + 1) for h in sections),
        tuple(leads),
    )


def _lead(document: Document, number: int, leads: Sequence[Lead]) -> str | None:
    """Return the lead that opens a line; `leads` are those above it."""
    lines = document.lines
    if lead := read_lead(lines[number], lines[number - 1], is_below_lead=bool(leads) and leads[-1].line == number):
        return lead
    return definition_term(lines[number], *lines[number + 1 : number + 3])
