"""A digest that was read without its conflict markers, put back into the file that holds them."""

from bisect import bisect_left
from collections.abc import Sequence

from digest_tui.counts import counted
from digest_tui.formats.structure.conflicts import Resolved
from digest_tui.model import Digest, Lines, Paper, Problem
from digest_tui.model.digest import uncovered


def with_markers(digest: Digest, written: Sequence[str], resolved: Resolved) -> Digest:
    """Return the digest with its lines as `written`: the markers are among them but belong to no text."""
    numbers = resolved.numbers

    def moved(run: Lines | Paper) -> Lines:
        return Lines(numbers[run.first], numbers[run.last - 1] + 1)

    header = moved(digest.header) if digest.header.last else digest.header
    papers = tuple(_moved_paper(paper, moved(paper), resolved) for paper in digest.papers)
    problems = (problem._replace(line=_moved_line(problem.line, resolved)) for problem in digest.problems)
    return digest._replace(
        lines=tuple(written),
        header=header,
        papers=papers,
        outside=tuple(uncovered(len(written), header.last, papers)),
        neighbours=tuple(found._replace(line=numbers[found.line]) for found in digest.neighbours),
        problems=(_problem(resolved), *problems),
        markers=resolved.markers,
    )


def _moved_paper(paper: Paper, lines: Lines, resolved: Resolved) -> Paper:
    numbers = resolved.numbers
    inside = resolved.markers[bisect_left(resolved.markers, lines.first) : bisect_left(resolved.markers, lines.last)]
    return paper._replace(
        first=lines.first,
        last=lines.last,
        named=None if paper.named is None else numbers[paper.named],
        sections=tuple(section._replace(line=numbers[section.line - 1] + 1) for section in paper.sections),
        leads=tuple(lead._replace(line=numbers[lead.line - 1] + 1) for lead in paper.leads),
        meta=tuple(sorted({*(numbers[line] for line in paper.meta), *inside})),
    )


def _moved_line(line: int | None, resolved: Resolved) -> int | None:
    return line if line is None or line > len(resolved.numbers) else resolved.numbers[line - 1] + 1


def _problem(resolved: Resolved) -> Problem:
    message = (
        f"Git left {counted(resolved.conflicts, 'conflict')} in this file: the papers of both sides are shown; "
        "keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>."
    )
    return Problem("conflict", message, resolved.markers[0] + 1)
