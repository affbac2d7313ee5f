"""The problems of a digest that depend on today and on the other files."""

from __future__ import annotations

from datetime import date

from digest_tui.model import Digest, Problem


def problems_of(digest: Digest, last: date, *, is_expected: bool) -> tuple[Problem, ...]:
    """Return what `check` says about a file.

    `last` is the last date that is listed in its place; `is_expected` says whether papers were to be expected in it.
    """
    problems = digest.problems
    if digest.is_text and not is_expected:
        return problems
    if digest.is_text and not any(problem.code == "unreadable" for problem in problems):
        problems = (*problems, _without_papers(digest))
    future = _future(digest, last)
    return (*problems, future) if future else problems


def _without_papers(digest: Digest) -> Problem:
    if not any(line.strip() for line in digest.lines):
        return Problem("empty", "The file is empty.")
    if not any(line.strip() for line in digest.lines[digest.header.last :]):
        return Problem("no-papers", "No papers found: the file has only a header.")
    return Problem("no-papers", "No papers found in this file; it is shown as text.")


def _future(digest: Digest, last: date) -> Problem | None:
    """Return the problem of dates later than the last one that is listed in its place."""
    days: dict[date | None, int | None] = {digest.date: None} if digest.is_text else {}
    for paper in digest.papers:
        days.setdefault(digest.day_of(paper), paper.line)
    late = sorted(day for day in days if day and day > last)
    if not late:
        return None
    if len(days) == 1:
        message = f"The digest is dated {late[0]}, later than tomorrow; it is listed at the bottom."
        return Problem("future", message)
    dates = f"{late[0]}" if len(late) == 1 else f"{late[0]} to {late[-1]}"
    message = f"Papers are dated {dates}, later than tomorrow; they are listed at the bottom."
    return Problem("future", message, days[late[0]])
