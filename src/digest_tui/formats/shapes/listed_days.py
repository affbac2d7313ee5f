"""The day each paper is listed under, where a file holds several."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from digest_tui.formats.dates import is_run, said_date
from digest_tui.formats.shapes.unit import Unit
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.evidence import Evidence
from digest_tui.formats.structure.outline import Head, Outline
from digest_tui.formats.words.days import PartialDate, joined, partial_date
from digest_tui.formats.words.labels import DATES, UPDATED
from digest_tui.model.dates import date_in, path_dates

_BOLD = re.compile(r"\*\*|__")
_NEAR = 12
"""Lines of a paper in which its own date is looked for."""


def with_days(
    document: Document, outline: Outline, evidence: Evidence, units: Sequence[Unit]
) -> tuple[list[Unit], list[Heading]]:
    """The units with the day each is listed under, and the headings that speak about the digest as a whole.

    The day is the one in the headings above a unit; in a file that has no date of its own, the one in its row or line,
    else the one in a field such as `Published:`.
    """
    starts = {unit.first for unit in units}
    naming = [heading for head in outline.heads[:1] if head.line not in starts and (heading := head.as_heading)]
    around = partial_date(document.path.rpartition(".")[0] or document.path)
    beside = _days_beside(outline, starts)
    said = [[head for head in outline.over(unit.first) if head.day] or beside.get(unit.first, []) for unit in units]
    own = _own_day(document, naming)
    # What the path leaves open it may say for headings such as `01-08`, but not against a date of its own.
    context = [] if own else [around]
    above = [joined([*_days(heads), *context]).whole if heads else None for heads in said]
    if len(set(above)) == 1 and above[0] is not None and len(said[0]) == 1:
        # One day for all: the heading says the date of the digest.
        head = said[0][0]
        text = head.text if head.as_heading else _BOLD.sub("", head.text)
        naming = list(dict.fromkeys([*naming, Heading(text, head.level, head.line)]))
        if date_in(head.text) == above[0] and not head.span:
            return list(units), naming
    listed = []
    for unit, heads, day in zip(units, said, above, strict=True):
        span = any(head.span for head in heads)
        row = joined([unit.day, *_days(heads), around]).whole if own is None or span else None
        listed.append(replace(unit, listed=((row or own or day) if span else (day or row))))
    if said_date(document, naming) is None:
        listed = [unit if unit.listed else replace(unit, listed=_own_field(evidence, unit)) for unit in listed]
    return listed, naming


def _days(heads: Sequence[Head]) -> list[PartialDate]:
    return [head.day for head in heads if head.day]


def _days_beside(outline: Outline, papers: Collection[int]) -> dict[int, list[Head]]:
    """For the lines of headings the day that a heading of their own level says above them, as a list of one.

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


def _own_day(document: Document, naming: Sequence[Heading]) -> date | None:
    """The whole date that the file as a whole says about itself."""
    said = [
        document.front_matter.fields.get("title", ""),
        *(h.text for h in naming if not UPDATED.match(h.text) and not is_run(h.text)),
    ]
    return next(filter(None, map(date_in, said)), None) or next(filter(None, path_dates(document.path)), None)


def _own_field(evidence: Evidence, unit: Unit) -> date | None:
    for number in range(unit.first, min(unit.last, unit.first + _NEAR)):
        if evidence.line(number).label in DATES and (day := partial_date(evidence.text(number)).whole):
            return day
    return None
