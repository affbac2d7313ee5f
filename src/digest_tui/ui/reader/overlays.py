"""Styles over parts of painted lines: finds, and what the mouse selected."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip


def overlaid(strip: Strip, text: str, start: int, end: int, style: Style) -> Strip:
    """A line with a style over some of its characters."""
    # A strip counts cells.
    left, right = cell_len(text[:start]), cell_len(text[:end])
    before, within, after = strip.crop(0, left), strip.crop(left, right), strip.crop(right)
    # `apply_style` would lie under what a segment says for itself.
    over = Strip([Segment(segment.text, (segment.style or style) + style) for segment in within])
    return Strip.join([before, over, after])


def within_text(selection: Selection) -> Selection:
    """The selection without the margin."""
    start, end = (offset and Offset(max(0, offset.x), offset.y) for offset in selection)
    return Selection(start, end)
