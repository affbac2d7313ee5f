"""A single file in the words of `check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from digest_tui.cli.output import say
from digest_tui.counts import counted
from digest_tui.model import Digest, DigestSummary, Problem, entries_of
from digest_tui.model.periods import Dated, Period, finest, worded_or_undated
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import Keys

if TYPE_CHECKING:
    from digest_tui.model.attempt import Attempt

_CHECK_FAILED = 1


@dataclass(frozen=True)
class CheckedFile:
    """A digest with all its problems as of today."""

    digest: Digest
    problems: tuple[Problem, ...]
    page_of: str | None = None
    """The path of the digest that has an entry for this page; None for any other file."""
    summary: DigestSummary | None = None
    """Its summary, where there is one: it knows the keys of the papers, which take long to make."""

    @cached_property
    def days(self) -> tuple[Dated, ...]:
        """The days, weeks and months its papers are listed under, newest first."""
        days: dict[date, set[Period]] = {}
        for paper in self.digest.papers:
            if day := self.digest.day_of(paper):
                days.setdefault(day, set()).add(self.digest.period_of(paper))
        return tuple(Dated(day, finest(days[day])) for day in sorted(days, reverse=True))

    @property
    def keys(self) -> list[Keys]:
        """The keys of each entry, in order."""
        keys_on = self.summary.keys_on if self.summary else None
        return [entry.keys for entry in entries_of(self.digest, keys_on)]

    @property
    def day(self) -> str:
        """The newest of them, else the date of the digest."""
        return str(self.days[0]) if self.days else worded_or_undated(self.digest.date, self.digest.period)

    @property
    def is_blank(self) -> bool:
        """True when nothing in it could hold a paper."""
        return not any(line.strip() for line in self.digest.lines)

    @property
    def entry_count(self) -> str:
        """The number of entries found in it, with the noun; a paper may have several."""
        return counted(len(self.digest.papers), "entry", "entries")

    def place(self, problem: Problem) -> str:
        """Return the position of a problem in the form that editors open."""
        return self.digest.path if problem.line is None else f"{self.digest.path}:{problem.line}"


def file_record(file: CheckedFile, attempts: tuple[Attempt, ...]) -> dict[str, object]:
    """Return a file as a JSON record; `attempts` is empty where no format was asked."""
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
        "dates": [day.first.isoformat() for day in file.days],
        "entries": len(digest.papers),
        "papers": paper_count([file]),
        "problems": [problem_record(problem) for problem in file.problems],
    }


def paper_count(files: Iterable[CheckedFile]) -> int:
    """Return the number of papers in some files, each counted once."""
    return len(set(first_occurrences([keys for file in files for keys in file.keys])))


def problem_record(problem: Problem) -> dict[str, object]:
    """Return a problem as a JSON record."""
    return {"code": problem.code, "message": problem.message, "line": problem.line}


def conclude(files: int, papers: int, problems: int) -> int:
    """Say how much was checked, and return the exit code: problems fail the check."""
    say(f"{counted(files, 'file')}, {counted(papers, 'paper')}, {counted(problems, 'problem')}.")
    return _CHECK_FAILED if problems else 0
