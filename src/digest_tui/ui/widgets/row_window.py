"""The lines of rows that are on screen: arithmetic that looks only at rows near the window."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

Height = Callable[[int], int]
"""The lines that a row takes, at least 1; asked only for rows near the window."""


class Anchor(NamedTuple):
    """A row and its line at the top of the window."""

    row: int
    line: int
    """Lines of the row that are above the window."""


TOP = Anchor(0, 0)


def lines_from(anchor: Anchor, count: int, page: int, height: Height) -> list[Anchor]:
    """The row and line on each line of the window, from its top; fewer than `page` where the rows end."""
    lines: list[Anchor] = []
    row, line = anchor
    while row < count and len(lines) < page:
        lines += [Anchor(row, each) for each in range(line, height(row))][: page - len(lines)]
        row, line = row + 1, 0
    return lines


def line_of(row: int | None, lines: Iterable[Anchor]) -> int | None:
    """The line of the window on which a row begins, which may be above it; None where it is out of sight."""
    return next((y - line for y, (shown, line) in enumerate(lines) if shown == row), None)


def whole_rows(lines: Iterable[Anchor], page: int, height: Height) -> list[int]:
    """The rows on these lines of the window of which no line is missing, or which fill the window."""
    counts = Counter(row for row, _ in lines)
    return [row for row, count in counts.items() if count == min(page, height(row))]


def ending_with(row: int, page: int, height: Height) -> Anchor:
    """The anchor that puts the last line of a row on the last line of the window, as far as there is enough above."""
    left = page - height(row)
    while left > 0 and row > 0:
        row -= 1
        left -= height(row)
    return Anchor(row, max(0, -left))


def clamped(anchor: Anchor, count: int, page: int, height: Height) -> Anchor:
    """The anchor, moved where it must be: to a row that there is, and up where nothing would fill the window's foot."""
    if count == 0:
        return TOP
    if anchor.row + page < count and anchor.line < height(anchor.row):
        return anchor
    row = min(anchor.row, count - 1)
    line = min(anchor.line, height(row) - 1) if row == anchor.row else 0
    return min(Anchor(row, line), ending_with(count - 1, page, height))


def moved(anchor: Anchor, by: int, count: int, page: int, height: Height) -> Anchor:
    """The anchor so many lines further down, or up where `by` is negative; not past the ends."""
    row, line = anchor.row, anchor.line + by
    while line < 0 and row > 0:
        row -= 1
        line += height(row)
    while row < count - 1 and line >= height(row):
        line -= height(row)
        row += 1
    return clamped(Anchor(row, max(0, line)), count, page, height)


def showing(anchor: Anchor, first: int, row: int, page: int, height: Height) -> Anchor:
    """The anchor nearest to this one that shows a row whole, with those from `first` on that belong to it.

    What does not fit loses its last lines, a heading above goes before that.
    """
    top, wanted = row, height(row)
    while top > first and (wanted := wanted + height(top - 1)) <= page:
        top -= 1
    if (top, 0) < anchor:
        return Anchor(top, 0)
    # From a far row above it is quicker to see what leads to this one.
    if row - anchor.row < page:
        below = sum(map(height, range(anchor.row, row + 1))) - anchor.line
        if below <= page:
            return anchor
    return min(ending_with(row, page, height), Anchor(top, 0))
