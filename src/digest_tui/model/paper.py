"""A paper as one digest has it."""

import datetime
from typing import NamedTuple

from digest_tui.model.periods import Period


class ArxivId(NamedTuple):
    """An arXiv identifier, new style (`2512.07951`) or old style (`hep-th/9901001`).

    Source: https://info.arxiv.org/help/arxiv_identifier.html
    """

    id: str
    """The identifier without its version."""
    version: int | None = None


class Section(NamedTuple):
    """A heading inside a paper, as written."""

    title: str
    level: int
    line: int
    """The line in the file, counted from 1."""


class Lead(NamedTuple):
    """A lead-in that names a bullet, such as `***What's New***:` or `Goal:`, without marks and colon."""

    title: str
    line: int
    """The line in the file, counted from 1."""


class Lines(NamedTuple):
    """A run of lines `[first, last)` of a digest, counted from 0."""

    first: int
    last: int


class Paper(NamedTuple):
    """A paper of a digest, with everything that could be read from its lines."""

    title: str
    """The heading's own text without number, link markup and enclosing emphasis; white space folded."""
    first: int
    """The index of its first line in the digest, counted from 0."""
    last: int
    """The index after its last line: its Markdown is `digest.lines[first:last]`."""
    position: int
    """Its position in the digest, counted from 1."""
    link: str | None = None
    """The heading's link as written."""
    arxiv: ArxivId | None = None
    doi: str | None = None
    huggingface_url: str | None = None
    alphaxiv_url: str | None = None
    """The digest's own Alphaxiv link, only if it leads to this paper."""
    votes: int | None = None
    authors: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    leads: tuple[Lead, ...] = ()
    images: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """Every other link, each once, in order."""
    meta: tuple[int, ...] = ()
    """Indices of the lines whose content the fields above hold in full (heading, votes, authors, Alphaxiv).

    A reader that shows those fields need not show these lines again.
    """
    date: datetime.date | None = None
    """The day it is listed under in a file of several days; None where the digest's own date holds."""
    named: int | None = None
    """The index of the line with the title where that is not the first: the `<summary>` below a `<details>`."""
    excerpt: str | None = None
    """Markdown equivalent to its lines where these mean nothing alone: the row of a table, with its header."""
    page: Lines | None = None
    """The lines of the page that its title leads to, behind those of the digest's own file."""
    further_keys: tuple[str, ...] = ()
    """Keys by which the paper was known before its entry and its page were merged."""
    period: Period = "day"
    """The period that `date` stands for: of a week or a month it is the first day."""

    @property
    def line(self) -> int:
        """The line of the heading, item or row in the file, counted from 1."""
        return (self.first if self.named is None else self.named) + 1
