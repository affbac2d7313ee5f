"""One date's document."""

import datetime
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from digest_tui.model.paper import Paper
from digest_tui.model.problem import Problem

NO_DIGEST_NAMES = ("readme", "license", "licence", "changelog", "copying")
"""How the names of files begin that stand beside digests and are none, unless papers are found in them."""


class Lines(NamedTuple):
    """A run of lines `[first, last)` of a digest, counted from 0."""

    first: int
    last: int


class Digest(NamedTuple):
    """A digest as a format understood it; without papers it is a *text*."""

    path: str
    """Relative to the root of its source, with `/`, sanitised for display."""
    source: str
    """The name of the source it came from."""
    lines: tuple[str, ...]
    """The whole file, sanitised, without line ends; an empty line stays an empty line."""
    format: str
    """The name of the format that answered: `jekyll-post`, `paper-log` or `text`."""
    title: str
    """What the digest calls itself, else its file name."""
    date: datetime.date | None = None
    papers: tuple[Paper, ...] = ()
    outside: tuple[Lines, ...] = ()
    """The lines that belong to no paper (front matter excepted), in order."""
    header: Lines = Lines(0, 0)
    """The front matter with its fences."""
    problems: tuple[Problem, ...] = ()
    markers: tuple[int, ...] = ()
    """Indices of the lines that git wrote between two versions of the file: they are no text of it."""

    @property
    def is_text(self) -> bool:
        """Whether no paper was found in it."""
        return not self.papers

    def day_of(self, paper: Paper) -> datetime.date | None:
        """The day a paper is listed under: its own, else the digest's."""
        return paper.date or self.date

    def markdown(self, lines: Lines | Paper) -> str:
        """The author's own Markdown of a paper or a run of lines."""
        return "\n".join(self._text(lines))

    def preface(self) -> str:
        """What stands before the first paper, front matter excepted."""
        start = self.papers[0].first if self.papers else len(self.lines)
        return self._outside([run for run in self.outside if run.first < start])

    def afterword(self) -> str:
        """What stands between and after the papers and belongs to none of them."""
        start = self.papers[0].first if self.papers else len(self.lines)
        return self._outside([run for run in self.outside if run.first >= start])

    def _outside(self, runs: list[Lines]) -> str:
        return "\n".join(line for run in runs for line in self._text(run))

    def _text(self, run: Lines | Paper) -> tuple[str, ...]:
        """The lines of a run without what git wrote between them."""
        first, last = run.first, run.last
        if not self.markers:
            return self.lines[first:last]
        between = self.markers[bisect_left(self.markers, first) : bisect_left(self.markers, last)]
        edges = pairwise((first - 1, *between, last))
        return tuple(line for start, end in edges for line in self.lines[start + 1 : end])
