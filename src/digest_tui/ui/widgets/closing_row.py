"""The lines of the row below the papers of a day that is done."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.wrap import break_lines
from digest_tui.session.rows import PaperRow
from digest_tui.ui.marks import DECISIONS

LEAD = 3
"""Cells before the mark, which stands below those of the papers."""
_DOT = " · "
_NEXT = "n"


def draw_closing(row: PaperRow, width: int, style: Callable[[str], Style]) -> list[Strip]:
    """`✓ day done · 8 read · 2 skipped · n: 12-18, 7 new`, on another line where a part has no room."""
    lead = [Segment(" " * LEAD), Segment(DECISIONS[row.mark], style("row--mark")), Segment(" ")]
    indent = [Segment(" " * sum(segment.cell_length for segment in lead))]
    parts = [*row.closing, *([f"{_NEXT}: {row.leads_to}"] if row.leads_to else [])]
    lines = parts_in_lines(parts, max(1, width - indent[0].cell_length))
    strips = []
    for number, line in enumerate(lines):
        before, key, after = line.partition(f"{_NEXT}: ") if row.leads_to else (line, "", "")
        segments = [Segment(before, style("row--side"))]
        if key:
            segments += [Segment(_NEXT, style("footer--key")), Segment(f": {after}", style("row--side"))]
        strips.append(Strip([*(indent if number else lead), *segments]))
    return strips


def parts_in_lines(parts: Sequence[str], room: int) -> list[str]:
    """As many parts on a line as have room; one that is longer breaks between its words."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + cell_len(_DOT) + cell_len(part) <= room:
            lines[-1] += _DOT + part
        else:
            lines += [part[start:end] for start, end in break_lines(part, room)]
    return lines
