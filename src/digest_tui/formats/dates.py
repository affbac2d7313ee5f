"""Which date a digest has, where several places may say one."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.days import partial_date
from digest_tui.formats.words.labels import UPDATED
from digest_tui.model import Problem
from digest_tui.model.dates import date_in, dates_in, path_dates

_DATE_FIELDS = ("date", "published", "pubDate", "pubDatetime", "publishDate", "publish_date", "created")
"""What Jekyll, Hugo, Quarto and Astro call the date of a page."""
_WRITTEN = re.compile(
    rf"[\s>*_#|📅🗓⏰🕒\-]*+(?:{UPDATED.pattern}"
    r"|(?:issue date|date|날짜|日期|日付|작성일|発行日|発行|発表日|발행일|生成|생성)\w*\W)",
    re.IGNORECASE,
)
_MAX_LINES = 60
"""Lines of a file in which it says when it was written."""
_RUN = re.compile(r"[0-9]\s*[~〜]\s*[0-9]")
_MAX_DATES = 4
_MAX_TEXT = 500
"""Characters of a title or a heading in which a date is looked for."""


_Said = tuple[str, date | None, int | None]
"""A place that may say a date, what it says, and its line counted from 1."""


def digest_date(document: Document, naming: Sequence[Heading]) -> tuple[date | None, Problem | None]:
    """The date of a digest, and a problem when the places that say one disagree.

    In order: the title, the headings that name the digest, the file name, the header's `date`, the folders, and where
    none of them says one, the line that says when the file was written.
    """
    known = [said for said in _said(document, naming) if said[1]] or [said for said in _written(document) if said[1]]
    if not known:
        return None, None
    first_place, first_day, first_line = known[0]
    for place, day, line in known[1:]:
        if day != first_day:
            message = f"{first_place.capitalize()} says {first_day}, {place} says {day}; {first_day} is taken."
            return first_day, Problem("date", message, line or first_line)
    return first_day, None


def said_date(document: Document, naming: Sequence[Heading]) -> date | None:
    """The date of a digest as something in it or in its path says; not merely when the file was written."""
    return next((day for _, day, _ in _said(document, naming) if day), None)


def is_run(text: str) -> bool:
    """Whether a text names several dates: it speaks about a week or a month, not about a day."""
    text = text[:_MAX_TEXT]
    return _RUN.search(text) is not None or len(set(islice(dates_in(text), _MAX_DATES))) > 1


def _said(document: Document, naming: Sequence[Heading]) -> list[_Said]:
    fields = document.front_matter.fields
    in_name, in_folders = path_dates(document.path)
    header = (date_in(fields.get(name, "")) for name in _DATE_FIELDS)
    texts: list[tuple[str, str, int | None]] = [("the title", fields.get("title", ""), None)]
    texts += [("the heading", heading.text, heading.line + 1) for heading in naming if not UPDATED.match(heading.text)]
    days, runs = (
        [(place, date_in(text[:_MAX_TEXT]), line) for place, text, line in texts if is_run(text) is several]
        for several in (False, True)
    )
    path: list[_Said] = [
        ("the file name", in_name, None),
        ("the header", next(filter(None, header), None), None),
        ("the folders", in_folders or partial_date(document.path.rpartition(".")[0]).whole, None),
    ]
    # A week is named by its first day, where nothing says on which day the digest was made.
    return [*days, *path, *([] if any(day for _, day, _ in path) else runs)]


def _written(document: Document) -> Iterator[_Said]:
    start = document.front_matter.lines.last
    for number in range(start, min(start + _MAX_LINES, len(document.lines))):
        line = document.lines[number]
        if _WRITTEN.match(line[:_MAX_TEXT]) and (day := date_in(line[:_MAX_TEXT])):
            yield "the line that says when it was written", day, number + 1
            return
