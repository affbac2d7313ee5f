"""Which date a digest has, where several places may say one."""

import re
from collections.abc import Sequence
from datetime import date

from digest_tui.formats.blocks import Heading
from digest_tui.formats.document import Document
from digest_tui.formats.labels import UPDATED
from digest_tui.model import Problem
from digest_tui.model.dates import date_in, path_dates

_DATE_FIELDS = ("date", "published", "pubDate", "pubDatetime", "publishDate", "publish_date", "created")
"""What Jekyll, Hugo, Quarto and Astro call the date of a page."""
_WRITTEN = re.compile(rf"[\s>*_#|📅🗓⏰🕒\-]*(?:{UPDATED.pattern}|(?:date|날짜|日期|日付|작성일|生成|생성)\w*\W)", re.IGNORECASE)
_MAX_LINES = 60
"""Lines of a file in which it says when it was written."""
_MAX_TEXT = 500
"""Characters of a title or a heading in which a date is looked for."""


def _written(document: Document) -> tuple[str, date | None, int | None]:
    """The date on which the file was written, for a file that says no other."""
    start = document.front_matter.lines.last
    for number in range(start, min(start + _MAX_LINES, len(document.lines))):
        line = document.lines[number]
        if _WRITTEN.match(line) and (day := date_in(line[:_MAX_TEXT])):
            return "the line that says when it was written", day, number + 1
    return "the text", None, None


def digest_date(document: Document, naming: Sequence[Heading]) -> tuple[date | None, Problem | None]:
    """The date of a digest, and a problem when the places that say one disagree.

    In order: the title, the headings that name the digest, the file name, the header's `date`, the folders.
    """
    fields = document.front_matter.fields
    in_name, in_folders = path_dates(document.path)
    said: list[tuple[str, date | None, int | None]] = [
        ("the title", date_in(fields.get("title", "")[:_MAX_TEXT]), None),
        *(
            ("the heading", date_in(heading.text[:_MAX_TEXT]), heading.line + 1)
            for heading in naming
            if not UPDATED.match(heading.text)
        ),
        ("the file name", in_name, None),
        ("the header", next(filter(None, (date_in(fields.get(name, "")) for name in _DATE_FIELDS)), None), None),
        ("the folders", in_folders, None),
    ]
    if not any(day for _, day, _ in said):
        said.append(_written(document))
    known = [(place, day, line) for place, day, line in said if day is not None]
    if not known:
        return None, None
    first_place, first_day, first_line = known[0]
    for place, day, line in known[1:]:
        if day != first_day:
            message = f"{first_place.capitalize()} says {first_day}, {place} says {day}; {first_day} is taken."
            return first_day, Problem("date", message, line or first_line)
    return first_day, None
