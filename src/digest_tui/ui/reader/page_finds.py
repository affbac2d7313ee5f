"""The finds on a painted page, by line and in order."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.ui.reader.rendered_page import RenderedPage

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds


class Stretch(NamedTuple):
    """A part of a find that stands on one line: characters `[start, end)`."""

    start: int
    end: int
    find: int
    """Number of the find on the page, counted from 0."""


class PageFinds:
    """Locates the finds of a page; one that is broken over lines has a stretch on each."""

    def __init__(self, rendered: RenderedPage, finds: Finds) -> None:
        starts = [0, *accumulate(len(line) + 1 for line in rendered.plain)]
        self.lines: list[int] = []
        """The line on which each find begins."""
        self._stretches: dict[int, list[Stretch]] = {}
        for find, (start, end) in enumerate(finds.on_lines(rendered.plain, body=rendered.body, end=rendered.end)):
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            self.lines.append(first)
            for line in range(first, last + 1):
                left, right = max(start - starts[line], 0), min(end - starts[line], len(rendered.plain[line]))
                # A line below the first begins with its indent.
                left += len(rendered.plain[line][left:right]) - len(rendered.plain[line][left:right].lstrip(" "))
                if left < right:
                    self._stretches.setdefault(line, []).append(Stretch(left, right, find))
        self.above = self.from_line(rendered.body)
        """The number of finds above the text."""

    def __len__(self) -> int:
        return len(self.lines)

    def on_line(self, line: int) -> list[Stretch]:
        """Return the stretches to mark on a line."""
        return self._stretches.get(line, [])

    def same_as(self, find: int, former: PageFinds) -> int | None:
        """Return the number that a find of the same text has under this header; None where it is not there."""
        if find >= former.above:
            return find - former.above + self.above
        return find if find < self.above else None

    def stepped(self, find: int | None, by: int, top: int) -> int:
        """Return the find so many on, not past the ends, from a find or a line; for 0 the first from the line on."""
        here = self.from_line(top)
        if by == 0:
            return here % len(self)
        target = find + by if find is not None else here if by > 0 else here - 1
        return max(0, min(target, len(self) - 1))

    def from_line(self, line: int) -> int:
        """The first find on a line or below it; as many as there are when there is none."""
        return next((find for find, at in enumerate(self.lines) if at >= line), len(self.lines))
