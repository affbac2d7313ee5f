"""One facet of a paper: where it stands on the paper's page, and a page of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest_tui.library import Library
from digest_tui.model import Entry
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import facet_parts, facet_texts, first_sentence, row_parts
from digest_tui.session.page import Page, paper_page

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


class Place(NamedTuple):
    """Where a paper begins to speak of a facet."""

    facet: Facet
    line: int
    """The line of its heading or lead in the Markdown of the paper's page, counted from 0."""
    name: str
    """The words of its heading or lead."""
    is_heading: bool = False


def places(entry: Entry) -> list[Place]:
    """Return where the facets of a paper stand on its page, from the top."""
    lines = {number: index for index, (number, _) in enumerate(entry.body_lines()) if number >= 0}
    rows = [Place(part.facet, part.first, part.name) for part in row_parts(entry)]
    titles = {section.line - 1: section.title for section in entry.paper.sections}
    return rows + [
        Place(part.facet, lines[part.line], part.name or titles[part.line], not part.name)
        for part in facet_parts(entry)
        if part.line in lines
    ]


def named(facets: Iterator[Facet] | list[Facet]) -> str:
    """Return facets with their keys, each once: `2 method · 3 results`."""
    return " · ".join(f"{facet.key} {facet}" for facet in sorted(set(facets), key=lambda facet: facet.key))


def facet_page(entry: Entry, library: Library, facet: Facet) -> Page:
    """Return a page with nothing but what a paper says about a facet, else its first sentence, dimmed."""
    page = paper_page(entry, library)
    if (text := facet_texts(entry).get(facet)) is not None:
        return page._replace(markdown=text, lens=facet)
    sentence = _MARKUP.sub(r"\\\g<0>", first_sentence(entry))
    words = "\n\n".join(filter(None, [facet.not_given, sentence]))
    return page._replace(markdown=words, lens=facet, is_dim=True)
