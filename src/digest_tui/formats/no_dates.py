"""Dates that no calendar has, in the places that say the date of a digest or of a part of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from digest_tui.formats.dates import DATE_FIELDS, MAX_TEXT
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.labels import UPDATED
from digest_tui.formats.words.letters import letters
from digest_tui.model import Paper, Problem
from digest_tui.model.dates import NoDate, date_in, no_dates
from digest_tui.model.periods import Dated, worded
from digest_tui.patterns import pattern
from digest_tui.text import one_line

_YEAR = pattern(r"(?:19|20|２０)[0-9０-９]{2}|年")
"""A year, as every heading with a date holds one."""
_MAX_WORDS = 45
"""Largest number of letters of a heading that is about a day."""
_MAX_PROBLEMS = 20
"""Largest number of problems of one file: more say nothing new."""


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    said: NoDate
    line: int | None = None
    """Line number, counted from 1."""


def problems_of_no_dates(
    document: Document, naming: Sequence[Heading], papers: Sequence[Paper], dated: Dated | None
) -> list[Problem]:
    """Return a problem for each impossible date: what was written where, and what was done; `dated` is the digest's."""
    found: dict[tuple[int, int, int], list[_Place]] = {}
    titles = {paper.title for paper in papers}
    for place in _places(document, naming, titles):
        found.setdefault((place.said.year, place.said.month, place.said.day), []).append(place)
    own_days = any(paper.date for paper in papers)
    done = f"{dated} is used" if dated else "it is ignored" if own_days else "the digest stays undated"
    problems = [_problem(places, done) for places in found.values()]
    named = {heading.line for heading in naming}
    for heading, said in _of_days(document, papers):
        if heading.line not in named and len(problems) < _MAX_PROBLEMS:
            below = next((paper for paper in papers if paper.first > heading.line), None)
            problems.append(_problem([_Place("the heading", said, heading.line + 1)], _listed(below, dated)))
    return problems


def _problem(places: Sequence[_Place], done: str) -> Problem:
    names = list(dict.fromkeys(place.name for place in places))
    verb = "says" if len(names) == 1 else "say"
    line = next((place.line for place in places if place.line), None)
    said = places[0].said
    return Problem("date", f"There is no {said}: {' and '.join(names)} {verb} {said.written}; {done}.", line)


def _listed(paper: Paper | None, dated: Dated | None) -> str:
    if paper is None:
        return "it is ignored"
    day = worded(paper.date, paper.period) if paper.date else dated
    return f"the papers below it are listed under {day}" if day else "the papers below it stay undated"


def _places(document: Document, naming: Sequence[Heading], titles: Collection[str]) -> Iterator[_Place]:
    """Yield the places that say the digest's date and say an impossible one, unless they say a possible one too."""
    header = document.front_matter.fields
    title = header.get("title", "")
    texts = [("the title", title, _header_line(document, "title"))] if one_line(title) not in titles else []
    texts += [("the heading", heading.text, heading.line + 1) for heading in naming if not UPDATED.match(heading.text)]
    folders, _, name = document.path.rpartition("/")
    texts.append(("the file name", name.rpartition(".")[0] or name, None))
    texts.append(("the folder", folders, None))
    for place, text, line in texts:
        if (said := _no_date(text)) is not None:
            yield _Place(place, said, line)
    if folders and not (_no_date(folders) or _no_date(name)) and (said := _no_date(document.path.rpartition(".")[0])):
        yield _Place("the path", said)
    for field in DATE_FIELDS:
        value = header.get(field, "")[:MAX_TEXT]
        if value and date_in(value) is None and (said := next(no_dates(value, certain=True), None)):
            yield _Place("the header", said, _header_line(document, field))
            return


def _no_date(text: str) -> NoDate | None:
    text = text[:MAX_TEXT]
    said = next(no_dates(text), None)
    return said if said and date_in(text) is None else None


def _header_line(document: Document, field: str) -> int | None:
    """Return the line of the header on which a field stands, counted from 1."""
    opens = pattern(rf"\s*[\"']?{field}[\"']?\s*[:=]")
    lines = document.lines[: document.front_matter.lines.last]
    return next((number for number, line in enumerate(lines, 1) if opens.match(line)), None)


def _of_days(document: Document, papers: Sequence[Paper]) -> Iterator[tuple[Heading, NoDate]]:
    """Yield the headings beside papers, or above them, that say little but an impossible date."""
    last = 0
    remaining = iter(papers)
    paper = next(remaining, None)
    for heading in document.headings:
        while paper is not None and paper.first <= heading.line:
            last, paper = max(last, paper.last), next(remaining, None)
        if heading.line < last or not _YEAR.search(heading.text):
            continue
        said = _no_date(heading.text)
        if said is None or UPDATED.match(heading.text) or letters(heading.text[:MAX_TEXT]) > _MAX_WORDS:
            continue
        if not any(anchor.says is Says.TITLE for anchor in anchors(heading.text)):
            yield heading, said
