"""A file that is about one paper as a whole: the title in its header, or in a line that says so."""

import re

from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.words.identifiers import arxiv_from_text, arxiv_from_url
from digest_tui.formats.words.labels import TITLE, normal
from digest_tui.formats.words.titles import read_headline, read_item
from digest_tui.text import one_line

NAME = "single page"
_CERTAIN_FIELDS = frozenset(
    map(normal, ("arxiv", "arxiv_id", "arxivId", "arxiv-id", "arxiv_url", "pdf", "pdf_url", "paper_id"))
)
"""Fields of a header that only a page about one paper has."""
_ID_FIELDS = _CERTAIN_FIELDS | frozenset(
    map(normal, ("paper", "paper_url", "paper_link", "paperurl", "doi", "link", "url", "source"))
)
_BARE_ID = re.compile(r"(?:arxiv:)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?", re.IGNORECASE)
_NEAR = 24
"""Lines of the text in which the paper is named."""


def find(document: Document, outline: Outline, evidence: Evidence, others: int) -> list[Unit]:
    """The paper that a whole file is about; `others` is how many papers were found in it otherwise."""
    start = document.front_matter.lines.last
    first = next((n for n in range(start, len(document.lines)) if document.lines[n].strip()), None)
    if first is None:
        return []
    said, certain = _said_by_header(document)
    title = one_line(document.front_matter.fields.get("title", ""))
    if others and not (certain and title):
        return []
    near = range(first, min(first + _NEAR, len(document.lines)))
    if not title:
        title = next((found for n in near if (found := _labelled_title(document.lines[n]))), "")
    if not said:
        papers = {paper for n in near for paper in evidence.line(n).papers}
        said = papers.pop() if len(papers) == 1 and title else None
    if not (title and said):
        return []
    sections = tuple(section for head in outline.heads if (section := head.as_heading))
    named = next((n for n in near if read_headline(document.lines[n]).title == title), None)
    if named is None:
        named = next((n for n in range(start) if document.lines[n].startswith("title")), None)
    return [
        Unit(first, len(document.lines), title, "whole file", None, said, sections, title_is_whole=False, named=named)
    ]


def _said_by_header(document: Document) -> tuple[str | None, bool]:
    """The paper that the header names, and whether by a field that only pages about one paper have."""
    for name, value in document.front_matter.fields.items():
        key = normal(name)
        if key not in _ID_FIELDS:
            continue
        arxiv = arxiv_from_url(value) or (arxiv_from_text(value) if _BARE_ID.fullmatch(value.strip()) else None)
        if arxiv:
            return f"arxiv:{arxiv.id}", key in _CERTAIN_FIELDS
    return None, False


def _labelled_title(line: str) -> str:
    label, colon, rest = line.replace("：", ":").partition(":")
    if not colon or normal(label) not in TITLE:
        return ""
    return read_item(rest.strip("* ")).title
