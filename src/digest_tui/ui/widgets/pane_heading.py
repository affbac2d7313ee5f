"""The line above a pane: what it shows, how much of it is done, and whether it has the focus."""

from collections.abc import Callable
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit

MOST_BAR = 14
LEAST_BAR = 4
"""Cells of a bar that still say something."""


class Heading(NamedTuple):
    """What stands above a pane."""

    left: str
    right: str = ""
    done: tuple[int, int] | None = None
    """A share that is drawn as a bar: how many of how many."""
    sign: str = ""
    """A word before all of it that says what is special about the pane."""
    sign_role: str = ""


def draw_heading(heading: Heading, width: int, margin: int, style: Callable[[str], Style], *, has_focus: bool) -> Strip:
    """A line of so many cells; its words begin and end where those of the pane do, `margin` cells from its edges."""
    words = style("line-view--heading-focused" if has_focus else "line-view--heading")
    room = max(0, width - 2 - 2 * margin)
    right = fit(heading.right, room)
    sign = fit(f"{heading.sign} · " if heading.sign else "", room - cell_len(right) - bool(right))
    left = fit(heading.left, room - cell_len(sign) - cell_len(right) - bool(right))
    gap = room - cell_len(sign) - cell_len(left) - cell_len(right)
    segments = [Segment("▌" if has_focus else " ", style("line-view--focus")), Segment(" " * margin)]
    if sign:
        segments.append(Segment(sign, style(heading.sign_role)))
    segments.append(Segment(left, words))
    cells = min(MOST_BAR, gap - 3)
    if heading.done is not None and cells >= LEAST_BAR:
        full = _full(*heading.done, cells)
        segments += [
            Segment(" " * (gap - cells - 1)),
            Segment("━" * full, style("line-view--bar")),
            Segment(f"{'─' * (cells - full)} ", style("line-view--bar-rest")),
        ]
    else:
        segments.append(Segment(" " * gap))
    segments += [Segment(right, words), Segment(" " * (margin + 1))]
    return Strip([Segment(text, words + part if part else words) for text, part, _ in segments], width)


def _full(done: int, total: int, cells: int) -> int:
    """The full cells of a bar: none or all only where nothing or everything is done."""
    if done in (0, total):
        return cells if done else 0
    return max(1, min(cells - 1, round(cells * done / total)))
