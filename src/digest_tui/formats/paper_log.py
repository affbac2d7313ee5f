"""Paper logs: `## Daily Papers (date)`, then `### [Title](link)` for each paper with votes, authors and bullets."""

import re
from collections.abc import Iterator

from digest_tui.formats.answer import Answer, Declined, Reading
from digest_tui.formats.assembly import assemble_days
from digest_tui.formats.entries import Entry, entries, has_line, is_linked_paper, paper_of
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.fields import read_authors, read_votes
from digest_tui.model.periods import dated_in

NAME = "paper-log"
_PAPER_LEVEL = 3
_LOG_HEADING = re.compile(r"\W*daily\s+papers?\b", re.IGNORECASE)
_PICTURE = re.compile(r"\s*(?:!\[|\[watch video\]|<(?:div|img|video)\b)", re.IGNORECASE)


def read(document: Document) -> Reading:
    """Read a log with one third-level heading per paper below `Daily Papers`; any other document is declined."""
    log_headings = [heading for heading in document.headings if _opens_log(heading)]
    if not log_headings:
        return Declined('no first- or second-level heading begins with "Daily Papers"')
    if any(heading.level != _PAPER_LEVEL and is_linked_paper(heading) for heading in document.headings):
        return Declined("headings at levels other than the third link to papers too")
    papers = [paper_of(document, entry, n) for n, entry in enumerate(_paper_entries(document), 1)]
    if not papers:
        return Declined('no third-level heading below "Daily Papers" has a link, votes or authors')
    days = [(heading, dated_in(heading.text)) for heading in log_headings]
    return Answer(
        assemble_days(document, NAME, papers, days), f'third-level headings below "Daily Papers": {len(papers)}'
    )


def _opens_log(heading: Heading) -> bool:
    return heading.level < _PAPER_LEVEL and _LOG_HEADING.match(heading.text) is not None


def _paper_entries(document: Document) -> Iterator[Entry]:
    in_log = False
    for entry in entries(document, _PAPER_LEVEL):
        if entry.heading.level < _PAPER_LEVEL:
            in_log = _opens_log(entry.heading)
        elif _is_paper(document, entry, in_log=in_log):
            yield entry


def _is_paper(document: Document, entry: Entry, *, in_log: bool) -> bool:
    """Return True for a link or a field in the log; below another heading the link must lead to a paper."""
    if entry.is_linked_paper or (in_log and entry.text.link):
        return True
    return in_log and has_line(document, entry, _is_field)


def _is_field(line: str) -> bool:
    return read_votes(line)[0] or read_authors(line) is not None or _PICTURE.match(line) is not None
