"""One file as `check` speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from digest_tui.cli.output import say
from digest_tui.model import Digest, Problem

if TYPE_CHECKING:
    from digest_tui.formats.answer import Attempt

_CHECK_FAILED = 1


@dataclass(frozen=True)
class CheckedFile:
    """A digest with everything that is wrong with it today."""

    digest: Digest
    problems: tuple[Problem, ...]
    page_of: str | None = None
    """The path of the digest of which one entry and this file are one paper."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days its papers are listed under, newest first."""
        days = {self.digest.day_of(paper) for paper in self.digest.papers}
        return tuple(sorted(filter(None, days), reverse=True))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it in which a paper could be looked for."""
        return not any(line.strip() for line in self.digest.lines)

    @property
    def paper_count(self) -> str:
        """How many papers were found in it."""
        return counted(len(self.digest.papers), "paper")

    def place(self, problem: Problem) -> str:
        """Where a problem is, in the form that editors open."""
        return self.digest.path if problem.line is None else f"{self.digest.path}:{problem.line}"


def file_record(file: CheckedFile, attempts: tuple[Attempt, ...]) -> dict[str, object]:
    """A file as JSON; `attempts` are empty where no format was asked."""
    digest = file.digest
    return {
        "source": digest.source,
        "path": digest.path,
        "format": digest.format,
        "reason": attempts[-1].reason if attempts else None,
        "module": attempts[-1].module if attempts else None,
        "page_of": file.page_of,
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "dates": [day.isoformat() for day in file.days],
        "papers": len(digest.papers),
        "problems": [problem_record(problem) for problem in file.problems],
    }


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem as JSON."""
    return {"code": problem.code, "message": problem.message, "line": problem.line}


def conclude(files: int, papers: int, problems: int) -> int:
    """Say how much was checked and return the exit code: problems fail the check."""
    say(f"{counted(files, 'file')}, {counted(papers, 'paper')}, {counted(problems, 'problem')}.")
    return _CHECK_FAILED if problems else 0


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
