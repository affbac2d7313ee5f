"""The date of a digest, chosen among the places that say one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.day_headings import is_date_alone
from digest_tui.formats.words.days import PartialDate, joined, part_of, partial_date
from digest_tui.formats.words.labels import UPDATED
from digest_tui.model import Problem
from digest_tui.model.dates import MONTH, date_in, dates_in, path_dates
from digest_tui.model.periods import PERIODS, Dated, compact_month, dated_in, period_in
from digest_tui.text import one_line

DATE_FIELDS = ("date", "published", "pubDate", "pubDatetime", "publishDate", "publish_date", "created")
"""Names that Jekyll, Hugo, Quarto and Astro give to the date of a page."""
_WRITTEN = re.compile(
    rf"[\s>*_#|📅🗓⏰🕒\-]*+(?:{UPDATED.pattern}"
    r"|(?:issue date|date|날짜|日期|日付|작성일|発行日|発行|発表日|발행일|生成|생성)\w*\W)",
    re.IGNORECASE,
)
_MAX_LINES = 60
"""Lines below the header in which a file may say when it was written."""
_RUN = re.compile(r"[0-9]\s*[~〜]\s*[0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?[년年]?")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_MAY_BE_DATE = re.compile(rf"[0-9０-９元]|{MONTH}", re.IGNORECASE)
_MAX_DATES = 4
MAX_TEXT = 500
"""Characters of a title or a heading in which a date is looked for."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A place that says a date."""

    place: str
    dated: Dated
    line: int | None = None
    """Line number, counted from 1."""
    is_run: bool = False
    """True when it says several days, of which this is the first."""


def digest_date(
    document: Document, naming: Sequence[Heading], titles: Collection[str] = ()
) -> tuple[Dated | None, Problem | None]:
    """Return the date of a digest, and a problem when the places that say one disagree.

    In order: the title, the headings that name the digest, the file name, the header's `date`, the folders, and where
    none of them says one, the line that says when the file was written. A day goes before a week, and that before a
    month, wherever it stands. `titles` are those of its papers: the date in one of them is not the digest's.
    """
    by_name, by_folders = _said_by_path(document.path)
    said = [*_said_by_texts(document, naming, titles), *by_name, *_said_by_header(document), *by_folders]
    taken = _finest(said)
    if taken is None or taken.dated.period != "day":
        taken = _written(document, taken)
    if taken is None:
        return None, None
    for other in said:
        if not other.is_run and not taken.is_run and not taken.dated.agrees(other.dated):
            message = f"{taken.place.capitalize()} says {taken.dated}, {other.place} says {other.dated}"
            return taken.dated, Problem("date", f"{message}; {taken.dated} is used.", other.line or taken.line)
    return taken.dated, None


def own_date(document: Document, naming: Sequence[Heading], titles: Collection[str]) -> Dated | None:
    """Return the date that a file says of all it holds, by its title, its headings and its path; no run of days."""
    by_name, by_folders = _said_by_path(document.path)
    said = [*_said_by_texts(document, naming, titles), *by_name, *by_folders]
    taken = _finest([one for one in said if not one.is_run])
    return taken.dated if taken else None


def said_date(document: Document, naming: Sequence[Heading], titles: Collection[str]) -> Dated | None:
    """Return the date of a digest as something in it or in its path says, not merely when the file was written."""
    header = next(_said_by_header(document), None)
    return own_date(document, naming, titles) or (header.dated if header else None)


@lru_cache(maxsize=8)
def path_context(path: str) -> PartialDate:
    """Return as much of a date as the folders and the name of a file say; the nearest of them counts first."""
    place = _without_ending(path)
    return joined([*_parts(place), partial_date(place)])


def is_run(text: str) -> bool:
    """Return True when a text names several dates: it speaks about a week or a month, not about a day."""
    text = text[:MAX_TEXT]
    return _RUN.search(text) is not None or len(set(islice(dates_in(text), _MAX_DATES))) > 1


def _finest(said: Sequence[_Said]) -> _Said | None:
    """Return the first that says a day, else a week, else the first of a run of days, else a month."""
    order = ((PERIODS[0], False), (PERIODS[1], False), (PERIODS[0], True), (PERIODS[2], False))
    return next((one for sort in order for one in said if (one.dated.period, one.is_run) == sort), None)


def _said_by_texts(document: Document, naming: Sequence[Heading], titles: Collection[str]) -> Iterator[_Said]:
    title = document.front_matter.fields.get("title", "")
    texts: list[tuple[str, str, int | None]] = []
    if one_line(title) not in titles:
        texts.append(("the title", title, None))
    texts += [("the heading", heading.text, heading.line + 1) for heading in naming if not UPDATED.match(heading.text)]
    for place, whole_text, line in texts:
        text = whole_text[:MAX_TEXT]
        several = is_run(text)
        dated = (partial_date(text).dated if several else None) or dated_in(text)
        if dated is None and is_date_alone(text) and (part := partial_date(text)).week is not None:
            # "Week 17" in a folder that says the year.
            dated = joined([part, *_parts(_without_ending(document.path))]).dated
        if dated:
            yield _Said(place, dated, line, several and dated.period == "day")


def _said_by_header(document: Document) -> Iterator[_Said]:
    fields = document.front_matter.fields
    values = [fields[name][:MAX_TEXT] for name in DATE_FIELDS if name in fields]
    found = [dated for value in values if (dated := dated_in(value))]
    if found:
        yield _Said("the header", min(found, key=lambda dated: PERIODS.index(dated.period)))


@lru_cache(maxsize=8)
def _said_by_path(path: str) -> tuple[list[_Said], list[_Said]]:
    """Return what the name of a file says, and what its folders say."""
    named, foldered = path_dates(path)
    stem = _without_ending(path.rpartition("/")[2])
    by_name = Dated(named) if named else period_in(stem) or compact_month(stem)
    place = path.rpartition("/")[0] if named else _without_ending(path)
    parts = joined(_parts(place))
    day = foldered or parts.whole or partial_date(place).whole
    by_folders = Dated(day) if day else parts.dated
    return (
        [_Said("the file name", by_name)] if by_name else [],
        [_Said("the folder", by_folders)] if by_folders else [],
    )


def _without_ending(path: str) -> str:
    return path.rpartition(".")[0] or path


def _parts(place: str) -> list[PartialDate]:
    """Return what each part of a path that is nothing but a date says, the nearest first."""
    segments = place.split("/")
    found = []
    for number in range(len(segments) - 1, -1, -1):
        segment = segments[number].strip()
        above = segments[number - 1].strip() if number else ""
        if _YEAR.fullmatch(segment):
            found.append(PartialDate(int(segment[:4])))
        elif _MONTH.fullmatch(segment) and _YEAR.fullmatch(above):
            found.append(PartialDate(month=int(segment)))
        elif not _MAY_BE_DATE.search(segment):
            continue
        elif date_in(segment) is None and (dated := period_in(segment) or compact_month(segment)):
            found.append(part_of(dated))
        elif is_date_alone(segment):
            found.append(partial_date(segment))
    return found


def _written(document: Document, known: _Said | None) -> _Said | None:
    """Find the line that dates the file; where a week or a month is known, only one with a day in it replaces that."""
    start = document.front_matter.lines.last
    for number in range(start, min(start + _MAX_LINES, len(document.lines))):
        line = document.lines[number][:MAX_TEXT]
        if not _WRITTEN.match(line) or (day := date_in(line)) is None:
            continue
        if known is None or (known.dated.agrees(Dated(day)) and not UPDATED.match(line)):
            return _Said("the line that says when it was written", Dated(day), number + 1)
        break
    return known
