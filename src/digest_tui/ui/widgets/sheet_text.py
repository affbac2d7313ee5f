"""The text of a paper on the day sheet, in a few lines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from digest_tui.render.cells import fit
from digest_tui.render.wrap import break_lines
from digest_tui.session.rows import PaperRow, SheetPart

StyleOf = Callable[[str], Style]
_AFTER_NAME = "  "


def text_lines(row: PaperRow, width: int, most: int, style: StyleOf) -> list[list[Segment]]:
    """The lines of what the sheet shows of a paper, at most so many; each part of it has one at least."""
    parts = row.sheet.parts[:most] if row.sheet is not None else ()
    lines: list[list[Segment]] = []
    for number, part in enumerate(parts, 1):
        room = most - len(lines) - (len(parts) - number)
        lines += _lines_of(part, width, room, style, is_decided=row.decided)
    return lines


def _lines_of(part: SheetPart, width: int, most: int, style: StyleOf, *, is_decided: bool) -> list[list[Segment]]:
    name = f"{part.facet.capitalize()}{_AFTER_NAME}" if part.facet is not None else ""
    text = name + part.text
    base = style("row--side") if part.is_missing else style("row--decided") if is_decided else None
    layers: list[tuple[int, int, Style]] = []
    if part.facet is not None:
        layers.append((0, len(name) - len(_AFTER_NAME), style(f"facet--{part.facet}")))
    shift = len(name)
    if base is None:
        layers += [(start + shift, end + shift, style("reader--strong")) for start, end in part.strong]
    layers += [(start + shift, end + shift, style("row--find")) for start, end in part.finds]
    ranges = _ranges(text, width, most)
    lines = [list(_segments(text, start, end, layers, base)) for start, end in ranges[:most]]
    if len(ranges) > most:
        start = ranges[most - 1][0]
        cut = fit(text[start:], width)
        lines[-1] = [*_segments(text, start, start + len(cut) - 1, layers, base), Segment("…", base)]
    return lines


def _ranges(text: str, width: int, most: int) -> list[tuple[int, int]]:
    """The lines of a text; of one that is too long not many more than so many."""
    enough = (most + 1) * width
    ranges = break_lines(text[:enough], width)
    # Letters may have marks that take no cells.
    return ranges if len(ranges) > most or len(text) <= enough else break_lines(text, width)


def _segments(
    text: str, start: int, end: int, layers: Sequence[tuple[int, int, Style]], base: Style | None
) -> Iterator[Segment]:
    """A part of a text in its styles; of two that overlap the later wins."""
    edges = {edge for first, last, _ in layers for edge in (first, last) if start < edge < end}
    for first, last in pairwise(sorted({start, end, *edges})):
        found = (style for left, right, style in reversed(layers) if left <= first and last <= right)
        yield Segment(text[first:last], next(found, base))
