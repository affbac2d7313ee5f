"""The day each paper is listed under, in a file that holds several."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from digest_tui.formats.dates import own_date, path_context, said_date
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Head, Outline
from digest_tui.formats.words.days import PartialDate, joined, partial_date
from digest_tui.formats.words.labels import DATES
from digest_tui.model.dates import date_in
from digest_tui.model.periods import Dated

_BOLD = re.compile(r"\*\*|__")
_NEAR = 12
"""Lines of a paper in which its own date is looked for."""


def with_days(
    document: Document, outline: Outline, evidence: Evidence, spans: Sequence[PaperSpan]
) -> tuple[list[PaperSpan], list[Heading]]:
    """Return the spans with the day each is listed under, and the headings that speak about the digest as a whole.

    The day is the one in the headings above a span; in a file that has no date of its own, the one in its row or line,
    else the one in a field such as `Published:`. A week or a month is listed by its first day, where no day is said.
    """
    starts = {span.first for span in spans}
    naming = [heading for head in outline.heads[:1] if head.line not in starts and (heading := head.as_heading)]
    if naming and _is_part_of_page(document, naming[0], spans):
        naming = []
    beside = _days_beside(outline, starts)
    said = [[head for head in outline.over(span.first) if head.day] or beside.get(span.first, []) for span in spans]
    titles = {span.title for span in spans}
    own = own_date(document, naming, titles)
    around = _around(document, own)
    # What the path leaves open it may say for headings such as `01-08`, but not against a date of its own.
    context = [] if own and own.period == "day" else [around]
    above = [joined([*_days(heads), *context]).dated if heads else None for heads in said]
    if len(set(above)) == 1 and above[0] is not None and len(said[0]) == 1:
        # One day for all: the heading says the date of the digest.
        head = said[0][0]
        text = head.text if head.as_heading else _BOLD.sub("", head.text)
        naming = list(dict.fromkeys([*naming, Heading(text, head.level, head.line)]))
        if date_in(head.text) == above[0].first and not head.span:
            return list(spans), naming
    listed = [
        replace(span, listed=_listed(span, heads, dated, own, around))
        for span, heads, dated in zip(spans, said, above, strict=True)
    ]
    if own is None and said_date(document, naming, titles) is None:
        listed = [span if span.listed else replace(span, listed=_own_field(evidence, span)) for span in listed]
    return listed, naming


def _listed(
    span: PaperSpan, heads: Sequence[Head], above: Dated | None, own: Dated | None, around: PartialDate
) -> Dated | None:
    """Return the date of a span: from the headings above it (they say `above`), its row, or its file (`own`)."""
    several = any(head.span for head in heads)
    if above is not None and above.period == "day" and not several:
        return above
    day = joined([span.day, *_days(heads), around]).whole
    row = Dated(day) if day else None
    if above is not None and above.period != "day":
        if row and _may_stand_in(row, above):
            return row
        return own if own and own.period == "day" and own.agrees(above) else above
    if several and (row or above):
        return row or (own if own and own.period == "day" else above)
    if own is not None:
        return row if row and own.period != "day" and _may_stand_in(row, own) else None
    return row


def _may_stand_in(row: Dated, around: Dated) -> bool:
    """Return True when the day of a row fits the week around it; a month may hold any day."""
    return around.period == "month" or row.agrees(around)


def _around(document: Document, own: Dated | None) -> PartialDate:
    """Return what headings and rows may leave open: what the path says, else the month of the file."""
    month = [PartialDate(own.first.year, own.first.month)] if own and own.period == "month" else []
    return joined([path_context(document.path), *month])


def _days(heads: Sequence[Head]) -> list[PartialDate]:
    return [head.day for head in heads if head.day]


def _is_part_of_page(document: Document, heading: Heading, spans: Sequence[PaperSpan]) -> bool:
    """Return True for a heading in a page about one paper, which its header names: it speaks about a part of it."""
    inside = spans[0].first < heading.line < spans[0].last
    return inside and heading.level > 1 and bool(document.front_matter.fields.get("title"))


def _days_beside(outline: Outline, papers: Collection[int]) -> dict[int, list[Head]]:
    """Map lines of headings to the day that a heading of their own level says above them, as a list of one.

    What is itself a paper with a date in its title says the day of no other.
    """
    found: dict[int, list[Head]] = {}
    latest: dict[tuple[int | None, int], Head] = {}
    for head, parent in zip(outline.heads, outline.parents, strict=True):
        if head.day and head.line not in papers:
            latest[parent, head.level] = head
        elif head.day:
            found[head.line] = [head]
        elif above := latest.get((parent, head.level)):
            found[head.line] = [above]
    return found


def _own_field(evidence: Evidence, span: PaperSpan) -> Dated | None:
    for number in range(span.first, min(span.last, span.first + _NEAR)):
        if evidence.line(number).label in DATES and (day := partial_date(evidence.text(number)).whole):
            return Dated(day)
    return None
