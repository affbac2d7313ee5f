"""The layout of a file's lines in `check --explain`."""

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest_tui.cli.check_file import CheckedFile
from digest_tui.cli.output import wants_colour
from digest_tui.counts import counted
from digest_tui.model import Digest, Paper, Problem
from digest_tui.model.periods import worded_or_undated
from digest_tui.model.roles import LineRole, Role, line_roles

_TAB = "    "


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the output."""

    text: str
    role: Role | None
    """The role that colours it; None for a problem."""


def line_rows(file: CheckedFile) -> Iterator[str]:
    """Yield every line with its number and role, a rule above each paper, problems below their lines.

    On a terminal a line of the file is a row in colours, cut at the edge; in a pipe it is whole.
    """
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    colour = wants_colour()
    for row in _rows(file):
        # A sentence is for reading to its end.
        text = row.text if width is None or row.role is None else _cut(row.text, width)
        yield _coloured(text, row.role) if colour else text


def _rows(file: CheckedFile) -> Iterator[_Row]:
    """Yield the rows uncut and without colours."""
    digest = file.digest
    problems = _by_line(file.problems, len(digest.lines))
    papers: defaultdict[int, list[Paper]] = defaultdict(list)
    for paper in digest.papers:
        papers[paper.first].append(paper)
    number_width = len(str(len(digest.lines)))
    paper_width = len(str(len(digest.papers)))
    margin = " " * (number_width + 2)
    yield from _problem_rows(problems[0])
    roles = line_roles(digest)
    facet_width = max((len(role.facet) for role in roles if role.facet), default=0)
    for index, (role, text) in enumerate(zip(roles, digest.lines, strict=True)):
        for paper in papers.get(index, ()):
            yield _Row(f"{margin}── {_heading(paper, digest)}", Role.TITLE)
        gutter = f"{index + 1:{number_width}}  {_label(role, paper_width, facet_width)}"
        yield _Row(f"{gutter}  {text}" if text else gutter.rstrip(), role.role)
        yield from _problem_rows(problems.get(index + 1, ()), f"{margin}^ ")


def _by_line(problems: Sequence[Problem], last: int) -> dict[int, list[Problem]]:
    """Group problems by line; those without one, or on a line that is not shown, go under 0."""
    found: dict[int, list[Problem]] = {0: []}
    for problem in problems:
        line = problem.line if problem.line is not None and problem.line <= last else 0
        found.setdefault(line, []).append(problem)
    return found


def _problem_rows(problems: Sequence[Problem], prefix: str = "") -> Iterator[_Row]:
    for problem in problems:
        yield _Row(f"{prefix}{problem.code}: {problem.message}", None)


def _label(role: LineRole, paper_width: int, facet_width: int) -> str:
    """Return the role of a line in a fixed width."""
    label = f"{role.role.value:7} {role.paper or '':>{paper_width}}"
    return f"{label} {role.facet or '':{facet_width}}" if facet_width else label


def _heading(paper: Paper, digest: Digest) -> str:
    """Return what was understood of a paper, so that a wrong title, id or day is noticed."""
    facts = [
        f"paper {paper.position}",
        f"arXiv {paper.arxiv.id}" if paper.arxiv else "no arXiv id",
        worded_or_undated(digest.day_of(paper), digest.period_of(paper)),
    ]
    if paper.votes is not None:
        facts.append(counted(paper.votes, "vote"))
    # The title comes last: the line below holds it too, should it be cut.
    return " · ".join([*facts, paper.title])


def _cut(text: str, width: int) -> str:
    """Cut a line to a row of the terminal: its role matters more than its end."""
    from digest_tui.render.cells import fit

    return fit(text.replace("\t", _TAB), width)


def _coloured(text: str, role: Role | None) -> str:
    from digest_tui.render.roles import in_colour

    return in_colour(text, role)
