"""The headings between the rows of a list."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.ui.widgets.line_styles import LineStyles

LEAST_RULE = 4
"""Cells between the words and what ends the line that are too few for a rule."""


def heading_line(view: LineStyles, words: str, side: str, width: int, side_role: str = "row--side") -> Strip:
    """`Dec 2025 ───── 103`: words, a rule, and what ends the line; of two that have no room both are cut."""
    side = fit(side, width // 2)
    words = fit(words, width - cell_len(side) - bool(side))
    gap = width - cell_len(words) - cell_len(side)
    rule = f" {'─' * (gap - 1 - bool(side))}{' ' * bool(side)}" if gap > LEAST_RULE else " " * gap
    style = view.line_style
    return Strip(
        [Segment(words, style("row--side")), Segment(rule, style("row--rule")), Segment(side, style(side_role))], width
    )
