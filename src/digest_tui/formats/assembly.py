"""From the papers a format found to the digest around them."""

from collections.abc import Iterator, Sequence

from digest_tui.formats.dates import digest_date
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.heading import read_heading
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.labels import UPDATED
from digest_tui.model import Digest, Lines, Paper, Problem
from digest_tui.model.digest import NO_DIGEST_NAMES
from digest_tui.text import one_line

MAX_PAPERS = 10_000
"""Papers of a digest that are listed: twenty years of one on every working day, twice."""
_INDEX_PAGES = ("index", "_index", "about")
_FEW_LINKS = 3
"""Links with which a file begins to be an index of other files."""


def assemble(document: Document, format_name: str, papers: Sequence[Paper], naming: Sequence[Heading]) -> Digest:
    """A digest with these papers; every line that no paper and no header holds goes to `outside`.

    `naming` are the headings that speak about the digest as a whole, the first one first: they give its title and date
    where the header does not.
    """
    header = document.front_matter
    found, papers = len(papers), papers[:MAX_PAPERS]
    day, date_problem = digest_date(document, naming)
    named = [heading for heading in naming if not UPDATED.match(heading.text)]
    title = header.fields.get("title") or (read_heading(named[0].text).title if named else "")
    problems = [problem for problem in (header.problem, date_problem) if problem]
    if found > len(papers):
        message = f"There are {found:,} papers in this file; those after the first {MAX_PAPERS:,} are shown as text."
        problems.append(Problem("size", message))
    if not papers:
        problems += _without_papers(document)
    return Digest(
        path=document.path,
        source=document.source,
        lines=document.lines,
        format=format_name,
        title=one_line(title_text(title)) or one_line(document.name),
        date=day,
        papers=tuple(papers),
        outside=tuple(outside_of(papers, header.lines.last, len(document.lines))),
        header=header.lines,
        problems=tuple(problems),
    )


def first_heading(document: Document, papers: Sequence[Paper] = ()) -> list[Heading]:
    """The heading at the top as a list of one, unless it is a paper's."""
    taken = {paper.first for paper in papers}
    return [heading for heading in document.headings[:1] if heading.line not in taken]


def outside_of(papers: Sequence[Paper], start: int, end: int) -> Iterator[Lines]:
    """The runs of lines from `start` to `end` that no paper holds."""
    position = start
    for paper in papers:
        if position < paper.first:
            yield Lines(position, paper.first)
        # Several papers may share a line.
        position = max(position, paper.last)
    if position < end:
        yield Lines(position, end)


def _without_papers(document: Document) -> list[Problem]:
    if not document.text.strip():
        return [Problem("empty", "The file is empty.")]
    name = document.name.casefold()
    if name.startswith(NO_DIGEST_NAMES) or name.partition(".")[0] in _INDEX_PAGES or _is_index(document):
        return []
    return [Problem("no-papers", "No paper was found in this file; it is shown as a text.")]


def _is_index(document: Document) -> bool:
    """Whether a file is mostly links to other files."""
    lines = document.lines[document.front_matter.lines.last :]
    written = [line for line in lines if line.strip() and not line.startswith("#")]
    linked = sum("](" in line for line in written)
    return linked >= _FEW_LINKS and linked * 3 >= len(written) * 2
