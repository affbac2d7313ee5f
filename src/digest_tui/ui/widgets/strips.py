"""Lines of styled segments, as panes put them together."""

from collections.abc import Callable
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit

LEAST_RULE = 4
"""Cells between the words of a heading and what ends it that are too few for a rule."""


@lru_cache(maxsize=64)
def ground(base: Style, style: Style) -> Style:
    """The base on the ground of a style, which is the colour of text where a style is reversed."""
    if style.bgcolor == base.bgcolor and style.reverse == base.reverse:
        return base
    return base + Style(color=style.color if style.reverse else None, bgcolor=style.bgcolor, reverse=style.reverse)


def overlaid(strip: Strip, style: Style) -> Strip:
    """A line with a style over that of its segments; `apply_style` would lie under what they say for themselves."""
    return Strip([Segment(text, (old or style) + style) for text, old, _ in strip], strip.cell_length)


def joined(runs: list[tuple[str, Style]]) -> list[Segment]:
    """The runs with neighbours of one style as one segment: each segment repeats its colours on the wire."""
    segments: list[Segment] = []
    text, style = runs[0]
    for following, following_style in runs[1:]:
        if following_style is style:
            text += following
        else:
            segments.append(Segment(text, style))
            text, style = following, following_style
    segments.append(Segment(text, style))
    return segments


def overlaid_span(strip: Strip, text: str, span: tuple[int, int], style: Style) -> Strip:
    """A line with a style over some of its characters."""
    # A strip counts cells.
    left, right = (cell_len(text[:end]) for end in span)
    before, within, after = strip.crop(0, left), strip.crop(left, right), strip.crop(right)
    return Strip.join([before, overlaid(within, style), after])


def heading_line(
    words: str, side: str, width: int, style: Callable[[str], Style], side_role: str = "row--side"
) -> Strip:
    """`Dec 2025 ───── 103`: a heading between rows, a rule, and what ends the line."""
    side = fit(side, width // 2)
    words = fit(words, width - cell_len(side) - bool(side))
    gap = width - cell_len(words) - cell_len(side)
    rule = f" {'─' * (gap - 1 - bool(side))}{' ' * bool(side)}" if gap > LEAST_RULE else " " * gap
    parts = (words, "row--side"), (rule, "row--rule"), (side, side_role)
    return Strip([Segment(text, style(role)) for text, role in parts], width)
