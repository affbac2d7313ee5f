"""A file that is about one paper as a whole: the title in its header, or in a line that says so."""

from digest_tui.formats.shapes.finding import Found, Question
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.shapes.ruled_parts import with_ruled_parts
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.heading_lines import BOLD_LEVEL, LINK_LEVEL
from digest_tui.formats.structure.outline import Outline
from digest_tui.formats.words.identifiers import arxiv_from_relative, arxiv_from_text, arxiv_from_url
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.labels import TITLE, normal
from digest_tui.formats.words.titles import read_headline, read_item
from digest_tui.model import ArxivId
from digest_tui.text import one_line

NAME = "single page"
SHAPE = "whole file"
_ID_FIELDS = frozenset(
    map(normal, ("arxiv", "arxiv_id", "arxivId", "arxiv-id", "arxiv_url", "pdf", "pdf_url", "paper", "paper_id"))
) | frozenset(map(normal, ("paper_url", "paper_link", "paperurl", "doi", "link", "url", "source")))
"""Fields of a header that name the paper a page is about."""
_MIN_TITLE = 10
"""Fewest characters of a heading that is the title of its page."""
_TOP = 3
"""Headings at the top of a page, one of which may be its title."""
_NEAR = 24
"""Lines of the text in which the paper is named."""


def find(question: Question) -> Found:
    """Find the paper that a whole file is about.

    A header or a file name with the id of a paper outweighs the papers found otherwise: they are cited.
    """
    document, outline, evidence = question.document, question.outline, question.evidence
    near = _near(document)
    if not near:
        return Found()
    first = near.start
    title, named = title_of(document, outline)
    certain = _said_by_header(document) or arxiv_from_relative(document.path)
    paper, version = paper_named(document, outline, evidence)
    if not title or not paper or (question.found and not certain):
        return Found()
    sections = tuple(section for head in outline.heads if head.line != named and (section := head.as_heading))
    last = len(document.lines)
    whole = PaperSpan(
        first, last, title, SHAPE, None, paper, sections, title_is_whole=False, named=named, version=version
    )
    return Found([whole])


def _near(document: Document) -> range:
    """Return the first lines below the header, from the first that holds something on."""
    start = document.front_matter.lines.last
    first = next((n for n in range(start, len(document.lines)) if document.lines[n].strip()), len(document.lines))
    return range(first, min(first + _NEAR, len(document.lines)))


def _is_divided(document: Document, outline: Outline, evidence: Evidence) -> bool:
    """Return True when the headings of a page are the parts of the one paper that its header names."""
    heads = with_ruled_parts(document, outline.without(BOLD_LEVEL, LINK_LEVEL), evidence).heads
    return bool(heads) and all(head.is_part for head in heads)


def title_of(document: Document, outline: Outline) -> tuple[str, int | None]:
    """Return the title of a page and its line: from the header, a heading that repeats it undecorated, or a label."""
    near = _near(document)
    title = one_line(title_text(document.front_matter.fields.get("title", "")))
    for head in outline.heads[:_TOP]:
        headline = read_headline(head.text).title
        if head.line in near and len(headline) >= _MIN_TITLE and headline in title:
            return headline, head.line
    if title:
        named = next((n for n in near if read_headline(document.lines[n]).title == title), None)
        in_header = (n for n in range(near.start) if document.lines[n].lstrip().startswith(("title", '"title')))
        return title, named if named is not None else next(in_header, None)
    for head in outline.heads[:1]:
        headline = read_headline(head.text).title
        if head.level == 1 and not head.is_part and not head.day and len(headline) >= _MIN_TITLE:
            return headline, head.line
    return next(((found, n) for n in near if (found := _labelled_title(document.lines[n]))), ("", None))


def paper_named(document: Document, outline: Outline, evidence: Evidence) -> tuple[str | None, int | None]:
    """Return the paper that the header, the name of the file or its first lines name, and its version."""
    if arxiv := _said_by_header(document) or arxiv_from_relative(document.path):
        return f"arxiv:{arxiv.id}", arxiv.version
    near = _near(document)
    papers = {paper for n in near for paper in evidence.line(n).papers}
    if not papers and _is_divided(document, outline, evidence):
        papers = {paper for n in range(near.start, len(document.lines)) for paper in evidence.line(n).papers}
    return (papers.pop() if len(papers) == 1 else None), None


def _said_by_header(document: Document) -> ArxivId | None:
    """Return the paper that a field of the header names."""
    for name, value in document.front_matter.fields.items():
        if normal(name) in _ID_FIELDS and (arxiv := arxiv_from_url(value) or arxiv_from_text(value)):
            return arxiv
    return None


def _labelled_title(line: str) -> str:
    label, colon, rest = line.replace("：", ":").partition(":")
    return read_item(rest.strip("* ")).title if colon and normal(label) in TITLE else ""
