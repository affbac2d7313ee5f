"""Assembly of a digest around the papers that a format found."""

from collections.abc import Sequence

from digest_tui.counts import counted
from digest_tui.formats.dates import digest_date
from digest_tui.formats.no_dates import problems_of_no_dates
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.heading import read_heading
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.labels import UPDATED
from digest_tui.model import Digest, Paper, Problem
from digest_tui.model.digest import uncovered
from digest_tui.model.periods import Dated
from digest_tui.text import one_line

MAX_PAPERS = 10_000
"""Largest number of papers of a digest that are listed: twenty years of one on every working day, twice."""
_SEVERAL = 2


def assemble(document: Document, format_name: str, papers: Sequence[Paper], naming: Sequence[Heading]) -> Digest:
    """Return a digest with these papers; every line that no paper and no header holds goes to `outside`.

    `naming` are the headings that speak about the digest as a whole, the first one first: they give its title and date
    where the header does not.
    """
    header = document.front_matter
    found, papers = len(papers), papers[:MAX_PAPERS]
    dated, date_problem = digest_date(document, naming, {paper.title for paper in papers})
    named = [heading for heading in naming if not UPDATED.match(heading.text)]
    title = header.fields.get("title") or (read_heading(named[0].text).title if named else "")
    problems = [problem for problem in (header.problem, date_problem) if problem]
    problems += problems_of_no_dates(document, naming, papers, dated)
    if found > len(papers):
        entries = counted(found, "entry", "entries")
        message = f"There are {entries} in this file; those after the first {MAX_PAPERS:,} are shown as text."
        problems.append(Problem("size", message))
    return Digest(
        path=document.path,
        source=document.source,
        lines=document.lines,
        format=format_name,
        title=one_line(title_text(title)) or one_line(document.name),
        date=dated.first if dated else None,
        papers=tuple(papers),
        outside=tuple(uncovered(len(document.lines), header.lines.last, papers)),
        header=header.lines,
        problems=tuple(problems),
        period=dated.period if dated else "day",
    )


def assemble_days(
    document: Document, format_name: str, papers: Sequence[Paper], days: Sequence[tuple[Heading, Dated | None]]
) -> Digest:
    """Return a digest whose headings say the days of the papers below them; if all say one day, it is the digest's."""
    naming = first_heading(document, papers)
    if len({day for _, day in days if day}) < _SEVERAL:
        return assemble(
            document, format_name, papers, list(dict.fromkeys([*naming, *(heading for heading, _ in days)]))
        )
    listed = []
    for paper in papers:
        above = [day for heading, day in days if day and heading.line < paper.first]
        listed.append(paper._replace(date=above[-1].first, period=above[-1].period) if above else paper)
    return assemble(document, format_name, listed, naming)


def first_heading(document: Document, papers: Sequence[Paper] = ()) -> list[Heading]:
    """Return the heading at the top as a list of one, or nothing if it is a paper's."""
    taken = {paper.first for paper in papers}
    return [heading for heading in document.headings[:1] if heading.line not in taken]
