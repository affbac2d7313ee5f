"""One date's document."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from digest_tui.model.paper import Lines, Paper
from digest_tui.model.periods import Period
from digest_tui.model.problem import Problem

NO_DIGEST_NAMES = ("readme", "license", "licence", "changelog", "copying")
"""How the names of files begin that stand beside digests and are none, unless papers are found in them."""


GONE = "gone"
"""The format of what stands for a digest of which only decided papers are known any more."""


class Neighbour(NamedTuple):
    """A link of a digest to what may be another file of its library."""

    url: str
    """A path, a name, or an address within the site."""
    link: str
    """The same as written, where a tag of Jekyll or Hugo stands around it."""
    line: int
    """Index of its line."""
    day: datetime.date | None
    """The day of what stands there."""
    period: Period
    """What `day` stands for."""
    is_title: bool
    """Whether its text may be the title of a paper: it is no date, and does not only say where it leads."""


class Digest(NamedTuple):
    """A digest as a format understood it; without papers it is a *text*."""

    path: str
    """Relative to the root of its source, with `/`, sanitised for display."""
    source: str
    """The name of the source it came from."""
    lines: Sequence[str]
    """The whole file, sanitised, without line ends; an empty line stays an empty line.

    Behind them those of the pages that its entries lead to, where there are some (`Paper.page`).
    """
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
    neighbours: tuple[Neighbour, ...] = ()
    """The links to other files, as long as these were not looked for."""
    permalink: str = ""
    """The address within a site that the header gives it."""
    period: Period = "day"
    """What `date` stands for: it is the first day of a week or a month."""
    markers: tuple[int, ...] = ()
    """Indices of the lines that git wrote between two versions of the file: they are no text of it."""

    @property
    def own_lines(self) -> Sequence[str]:
        """The lines of the file itself."""
        start = min((paper.page.first for paper in self.papers if paper.page), default=len(self.lines))
        return self.lines[:start]

    @property
    def is_gone(self) -> bool:
        """Whether no file is behind it any more."""
        return self.format == GONE

    @property
    def is_text(self) -> bool:
        """Whether no paper was found in it."""
        return not self.papers

    def day_of(self, paper: Paper) -> datetime.date | None:
        """The day a paper is listed under: its own, else the digest's."""
        return paper.date or self.date

    def period_of(self, paper: Paper) -> Period:
        """What the day that a paper is listed under stands for."""
        return paper.period if paper.date else self.period

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

    def _text(self, run: Lines | Paper) -> Sequence[str]:
        """The lines of a run without what git wrote between them."""
        first, last = run.first, run.last
        if not self.markers:
            return self.lines[first:last]
        between = self.markers[bisect_left(self.markers, first) : bisect_left(self.markers, last)]
        edges = pairwise((first - 1, *between, last))
        return tuple(line for start, end in edges for line in self.lines[start + 1 : end])


def uncovered(count: int, start: int, papers: Sequence[Paper]) -> Iterator[Lines]:
    """The lines of a file from one on that belong to no paper."""
    position = start
    for paper in papers:
        if position < paper.first:
            yield Lines(position, paper.first)
        # Several papers may share a line.
        position = max(position, paper.last)
    if position < count:
        yield Lines(position, count)
