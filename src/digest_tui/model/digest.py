"""A digest: the document of one date, as a format understood it."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from digest_tui.model.paper import Lines, Paper
from digest_tui.model.periods import Period
from digest_tui.model.problem import Problem

NO_DIGEST_NAMES = ("readme", "license", "licence", "changelog", "copying")
"""Beginnings of file names that mark no digest, unless papers are found in the file."""


GONE = "gone"
"""The format of the stand-in for a digest whose decided papers are all that is still known."""


class Neighbour(NamedTuple):
    """A link of a digest that may lead to another file of its library."""

    url: str
    """A path, a name, or an address within the site."""
    link: str
    """The link as written, including a tag of Jekyll or Hugo around it."""
    line: int
    """The index of its line."""
    day: datetime.date | None
    """The day under which the link is listed in the digest."""
    period: Period
    """The period that `day` stands for."""
    is_title: bool
    """True when its text may be the title of a paper: it is not a date and does more than name its target."""


class Digest(NamedTuple):
    """A digest as a format understood it; without papers it is a *text*."""

    path: str
    """The path relative to the root of its source, with `/`, sanitised for display."""
    source: str
    """The name of the source it came from."""
    lines: Sequence[str]
    """The whole file, sanitised, without line ends; an empty line stays an empty line.

    They are followed by those of the pages that its entries lead to, if any (`Paper.page`).
    """
    format: str
    """The name of the format that answered: `jekyll-post`, `paper-log` or `text`."""
    title: str
    """The title that the digest gives itself, else its file name."""
    date: datetime.date | None = None
    papers: tuple[Paper, ...] = ()
    outside: tuple[Lines, ...] = ()
    """The lines that belong to no paper (front matter excepted), in order."""
    header: Lines = Lines(0, 0)
    """The front matter with its fences."""
    problems: tuple[Problem, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    """The links to other files, until these were searched for."""
    permalink: str = ""
    """The address within a site that the header gives it."""
    period: Period = "day"
    """The period that `date` stands for: of a week or a month it is the first day."""
    markers: tuple[int, ...] = ()
    """Indices of the conflict markers that git wrote into the file: they are not part of its text."""

    @property
    def own_lines(self) -> Sequence[str]:
        """The lines of the file itself."""
        start = min((paper.page.first for paper in self.papers if paper.page), default=len(self.lines))
        return self.lines[:start]

    @property
    def is_gone(self) -> bool:
        """True when no file is behind it any more."""
        return self.format == GONE

    @property
    def is_text(self) -> bool:
        """True when no paper was found in it."""
        return not self.papers

    def day_of(self, paper: Paper) -> datetime.date | None:
        """Return the day a paper is listed under: its own, else the digest's."""
        return paper.date or self.date

    def period_of(self, paper: Paper) -> Period:
        """Return the period that the day of a paper stands for."""
        return paper.period if paper.date else self.period

    def markdown(self, lines: Lines | Paper) -> str:
        """Return the author's Markdown of a paper or a run of lines."""
        return "\n".join(self._text(lines))

    def preface(self) -> str:
        """Return the text before the first paper, without the front matter."""
        start = self.papers[0].first if self.papers else len(self.lines)
        return self._outside([run for run in self.outside if run.first < start])

    def afterword(self) -> str:
        """Return the text between and after the papers that belongs to none of them."""
        start = self.papers[0].first if self.papers else len(self.lines)
        return self._outside([run for run in self.outside if run.first >= start])

    def _outside(self, runs: list[Lines]) -> str:
        return "\n".join(line for run in runs for line in self._text(run))

    def _text(self, run: Lines | Paper) -> Sequence[str]:
        """Return the lines of a run without conflict markers."""
        first, last = run.first, run.last
        if not self.markers:
            return self.lines[first:last]
        between = self.markers[bisect_left(self.markers, first) : bisect_left(self.markers, last)]
        edges = pairwise((first - 1, *between, last))
        return tuple(line for start, end in edges for line in self.lines[start + 1 : end])


def uncovered(count: int, start: int, papers: Sequence[Paper]) -> Iterator[Lines]:
    """Yield the runs of lines, from `start` to `count`, that belong to no paper."""
    position = start
    for paper in papers:
        if position < paper.first:
            yield Lines(position, paper.first)
        # Several papers may share a line.
        position = max(position, paper.last)
    if position < count:
        yield Lines(position, count)
