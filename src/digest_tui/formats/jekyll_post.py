"""Jekyll posts: `# 1. [Title](link)` for each paper, an Alphaxiv quote, and sections below."""

from collections.abc import Sequence

from digest_tui.formats.answer import Answer, Declined, Reading
from digest_tui.formats.assembly import assemble_days
from digest_tui.formats.entries import Entry, entries, has_line, is_linked_paper, paper_of
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.day_headings import date_of_heading
from digest_tui.formats.words.fields import read_alphaxiv_line
from digest_tui.model import Paper
from digest_tui.model.periods import Dated
from digest_tui.notation.urls import is_web_url

NAME = "jekyll-post"
_PAPER_LEVEL = 1


def read(document: Document) -> Reading:
    """Read a post with one first-level heading per paper; any other document is declined.

    Numbered headings alone are a tutorial: some heading must lead to a paper or be both numbered and a link.
    """
    found = [
        entry for entry in entries(document, _PAPER_LEVEL) if entry.text.numbered or _leads_to_paper(document, entry)
    ]
    if not any(_is_evident(document, entry) for entry in found):
        return Declined("no first-level heading links to a paper or is a numbered link")
    if any(heading.level > _PAPER_LEVEL and is_linked_paper(heading) for heading in document.headings):
        return Declined("headings below the first level link to papers too")
    papers = [paper_of(document, entry, position) for position, entry in enumerate(found, 1)]
    digest = assemble_days(document, NAME, papers, _days(document, papers))
    return Answer(digest, f"first-level headings that are numbered or link to a paper: {len(papers)}")


def _days(document: Document, papers: Sequence[Paper]) -> list[tuple[Heading, Dated]]:
    """Return the headings of the papers' level that say a day, where the first stands above all papers."""
    taken = {paper.first for paper in papers}
    headings = [found for found in document.headings if found.level == _PAPER_LEVEL and found.line not in taken]
    said = [(heading, date_of_heading(heading.text)) for heading in headings if heading.line < papers[-1].first]
    days = [(heading, day.dated) for heading, day in said if day and day.dated]
    return days if days and days[0][0].line < papers[0].first else []


def _leads_to_paper(document: Document, entry: Entry) -> bool:
    if entry.is_linked_paper:
        return True
    return has_line(document, entry, lambda line: read_alphaxiv_line(line) is not None)


def _is_evident(document: Document, entry: Entry) -> bool:
    link = entry.text.link
    return (entry.text.numbered and link is not None and is_web_url(link)) or _leads_to_paper(document, entry)
