"""The files that a digest names beside it: the links that lead to some, and the day on which each stands."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.neighbours import targets
from digest_tui.formats.structure.outline import Outline, outline_of
from digest_tui.formats.words.anchors import Says, says
from digest_tui.formats.words.day_headings import is_date_alone
from digest_tui.formats.words.days import joined
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.model import Digest, Neighbour
from digest_tui.model.dates import date_in
from digest_tui.model.periods import Dated, Period
from digest_tui.text import one_line

_MAX_LINE = 500
"""Characters of a line in which its date is looked for."""


def with_neighbours(document: Document, digest: Digest) -> Digest:
    """Return the digest with its links to other files, and the address that its header gives it."""
    permalink = one_line(document.front_matter.fields.get("permalink") or document.front_matter.fields.get("url") or "")
    found = tuple(_neighbours(document, digest))
    return digest._replace(neighbours=found, permalink=permalink) if found or permalink else digest


def _neighbours(document: Document, digest: Digest) -> Iterator[Neighbour]:
    days = _Days(document, digest)
    # However short it is: a title is what a paper was found by.
    of_papers = {paper.link for paper in digest.papers}
    for target in targets(document):
        dated = days.of(target.line)
        day, period = dated or (None, "day")
        is_title = target.link in of_papers or _is_title(target.label)
        yield Neighbour(target.url, target.link, target.line, day, period, is_title)


def _is_title(label: str) -> bool:
    text = one_line(markdown_of(label)).strip("*_ ")
    return says(text) is Says.TITLE and not is_date_alone(text)


class _Days:
    """The days on which the lines of a digest stand."""

    def __init__(self, document: Document, digest: Digest) -> None:
        self._document = document
        self._digest = digest
        self._papers = sorted(digest.papers, key=lambda paper: paper.first)
        self._firsts = [paper.first for paper in self._papers]
        self._known: dict[int, Dated | None] = {}

    def of(self, line: int) -> Dated | None:
        """Return the day of the paper that a line stands in, else of the line, of the headings above, of the digest."""
        if line not in self._known:
            self._known[line] = self._found(line)
        return self._known[line]

    def _found(self, line: int) -> Dated | None:
        digest = self._digest
        number = bisect_right(self._firsts, line) - 1
        if number >= 0 and line < self._papers[number].last:
            paper = self._papers[number]
            return _dated(digest.day_of(paper), digest.period_of(paper))
        own = date_in(self._document.lines[line][:_MAX_LINE]) if digest.date is None else None
        above = joined(head.day for head in self._outline.over(line) if head.day).dated
        return _dated(own, "day") or above or _dated(digest.date, digest.period)

    @cached_property
    def _outline(self) -> Outline:
        return outline_of(self._document)


def _dated(day: date | None, period: Period) -> Dated | None:
    return Dated(day, period) if day else None
