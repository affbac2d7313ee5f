"""The output of the painter."""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style


class Run(NamedTuple):
    """Text of one style within a line; its first two fields are those of a Rich segment."""

    text: str
    style: Style
    link: int | None = None
    """Index of its target in `Painting.links`."""
    is_margin: bool = False
    """True for a bar, an indent and whatever else stands beside text."""


class Line(NamedTuple):
    """One line of the screen."""

    runs: tuple[Run, ...]
    cells: int
    """Its cells; never more than the width asked for."""
    joint: str | None = None
    """The text between the line above and this one, where one line was broken into both; None where it was not."""

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(run.text for run in self.runs)

    @property
    def span(self) -> tuple[int, int]:
        """The characters `[start, end)` of its text, without what stands beside that."""
        before, after = (
            sum(len(run.text) for run in takewhile(lambda run: run.is_margin, runs))
            for runs in (self.runs, reversed(self.runs))
        )
        length = len(self.text)
        return (before, length - after) if before < length else (length, length)


class Anchor(NamedTuple):
    """A place in the painting to jump to."""

    line: int
    """Index of its first line."""
    text: str
    """The target of a picture or video."""


class Painting(NamedTuple):
    """Lines, and what stands where on them."""

    lines: tuple[Line, ...]
    links: tuple[str, ...] = ()
    """Targets as written, each once, in order of appearance; pictures and videos included."""
    media: tuple[Anchor, ...] = ()
    starts: tuple[int, ...] = ()
    """The first line of each block, outer before inner ones."""


def width_of(runs: Iterable[Run]) -> int:
    """The cells that runs take up."""
    return sum(cell_len(run.text) for run in runs)
