"""Pictures among the lines of a page, each below the line that stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.notation.urls import is_video_file
from digest_tui.ui.reader.rendered_page import RenderedPage

_T = TypeVar("_T")

MAX_PICTURES = 3
"""Pictures of a page that are drawn."""
MAX_ROWS = 12
_LEAST_COLUMNS, _LEAST_ROWS = 4, 2
"""Smaller ones are badges, and what counts readers."""

Way: TypeAlias = Literal["blocks", "kitty"]
"""How a terminal draws pictures."""


class Canvas(NamedTuple):
    """The room for a picture, and how it is drawn there."""

    columns: int
    rows: int
    cell: tuple[int, int]
    """Pixels of a cell."""
    way: Way


class Drawn(NamedTuple):
    """A picture in cells."""

    strips: tuple[Strip, ...]
    canvas: Canvas
    """The room that it was drawn for."""
    image: int = 0
    """Its number in the terminal; 0 where that has none."""
    sending: str = ""
    """The sequences that give it to the terminal."""

    @property
    def columns(self) -> int:
        """Its width in cells."""
        return self.strips[0].cell_length


def fitted(size: tuple[int, int], canvas: Canvas) -> tuple[int, int] | None:
    """Return the columns and rows of a picture of so many pixels, never larger than it is; None for a tiny one."""
    wide, high = size[0] / canvas.cell[0], size[1] / canvas.cell[1]
    if wide < _LEAST_COLUMNS or high < _LEAST_ROWS or canvas.columns < _LEAST_COLUMNS or canvas.rows < _LEAST_ROWS:
        return None
    scale = min(1.0, canvas.columns / wide, canvas.rows / high)
    return max(1, min(canvas.columns, round(wide * scale))), max(1, min(canvas.rows, round(high * scale)))


class PicturedPage(NamedTuple):
    """A page with the rows of its pictures, and without."""

    page: RenderedPage
    plain: RenderedPage
    rows: tuple[tuple[int, int], ...] = ()
    """The lines of the plain page below which rows were put in, and how many, from the top."""

    def line_of(self, plain: int) -> int:
        """Return where a line of the plain page is."""
        return plain + sum(rows for line, rows in self.rows if line < plain)

    def plain_line_of(self, line: int) -> int:
        """Return which line of the plain page is there; on a picture the one that stands for it."""
        for above, rows in reversed(self.rows):
            first = self.line_of(above) + 1
            if line >= first + rows:
                return above + 1 + line - first - rows
            if line >= first:
                return above
        return line


def pictures_of(page: RenderedPage) -> list[tuple[int, str]]:
    """Return the pictures of a page that are drawn if they can be had, by line and URL."""
    return [(line, url) for line, url in page.media if not is_video_file(url)][:MAX_PICTURES]


def with_pictures(pictures: Mapping[str, Drawn], plain: RenderedPage, width: int) -> PicturedPage:
    """Put the pictures that there are, and that fit, below their lines."""
    found = []
    for line, url in pictures_of(plain):
        indent = cell_len(plain.plain[line][: plain.spans[line][0]])
        if (drawn := pictures.get(url)) is not None and indent + drawn.columns <= width:
            found.append((line, [_indented(strip, indent) for strip in drawn.strips]))
    if not found:
        return PicturedPage(plain, plain)
    pictured = PicturedPage(plain, plain, tuple((line, len(strips)) for line, strips in found))
    page = plain._replace(
        strips=_spliced(plain.strips, found),
        plain=_spliced(plain.plain, [(line, [""] * rows) for line, rows in pictured.rows]),
        # Whoever copies the lines around a picture copies no empty ones.
        joints=_spliced(plain.joints, [(line, [""] * rows) for line, rows in pictured.rows]),
        spans=_spliced(plain.spans, [(line, [(0, 0)] * rows) for line, rows in pictured.rows]),
        end=pictured.line_of(plain.end),
        media=tuple((pictured.line_of(line), url) for line, url in plain.media),
    )
    return pictured._replace(page=page)


def _indented(strip: Strip, cells: int) -> Strip:
    return Strip([Segment(" " * cells), *strip], cells + strip.cell_length) if cells else strip


def _spliced(values: tuple[_T, ...], more: Sequence[tuple[int, Sequence[_T]]]) -> tuple[_T, ...]:
    """Return values with more of them, each below an index."""
    parts: list[_T] = []
    start = 0
    for index, inserted in more:
        parts += [*values[start : index + 1], *inserted]
        start = index + 1
    return (*parts, *values[start:])
