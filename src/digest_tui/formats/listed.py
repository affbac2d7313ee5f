"""The day each paper is listed under, where a file holds several."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from digest_tui.formats.blocks import Heading
from digest_tui.formats.days import PartialDate, joined, partial_date
from digest_tui.formats.document import Document
from digest_tui.formats.labels import UPDATED
from digest_tui.formats.outline import Head, Outline
from digest_tui.formats.units import Unit
from digest_tui.model.dates import date_in, path_dates


def with_days(document: Document, outline: Outline, units: Sequence[Unit]) -> tuple[list[Unit], list[Heading]]:
    """The units with the day each is listed under, and the headings that speak about the digest as a whole.

    The day is the one in the headings above a unit, else, in a file that has no date of its own, the one in its row
    or line.
    """
    starts = {unit.first for unit in units}
    naming = [Heading(head.text, head.level, head.line) for head in outline.heads[:1] if head.line not in starts]
    around = _path_part(document.path)
    said = [[head for head in outline.over(unit.first) if head.day] for unit in units]
    above = [joined([*_days(heads), around]).whole if heads else None for heads in said]
    own_day = _own_day(document, naming)
    if len(set(above)) == 1 and above[0] is not None and len(said[0]) == 1:
        # One day for all: the heading says the date of the digest.
        head = said[0][0]
        return list(units), list(dict.fromkeys([*naming, Heading(head.text, head.level, head.line)]))
    if own_day is None:
        rows = (joined([unit.day, *_days(heads), around]).whole for unit, heads in zip(units, said, strict=True))
        above = [day or row for day, row in zip(above, rows, strict=True)]
    return [replace(unit, listed=day) for unit, day in zip(units, above, strict=True)], naming


def _days(heads: Sequence[Head]) -> list[PartialDate]:
    return [head.day for head in heads if head.day]


def _own_day(document: Document, naming: Sequence[Heading]) -> date | None:
    """The whole date that the file as a whole says about itself."""
    said = [document.front_matter.fields.get("title", ""), *(h.text for h in naming if not UPDATED.match(h.text))]
    return next(filter(None, map(date_in, said)), None) or next(filter(None, path_dates(document.path)), None)


def _path_part(path: str) -> PartialDate:
    return partial_date(path.rpartition(".")[0] or path)
