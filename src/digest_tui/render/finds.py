"""Finds within text of one line or a few: what is marked, and the part of a sentence that has room."""

from collections.abc import Sequence

from rich.cells import cell_len

from digest_tui.render.cells import fit
from digest_tui.render.wrap import break_lines

Span = tuple[int, int]
"""Characters `[start, end)`."""
Piece = tuple[str, bool]
"""Text, and whether it is a find."""

_BEFORE = 3
"""A third of the room goes to what stands before the find."""


def pieces(text: str, marks: Sequence[Span], start: int = 0, end: int | None = None) -> list[Piece]:
    """A part of a text, cut where finds begin and end."""
    end = len(text) if end is None else end
    found: list[Piece] = []
    at = start
    for mark in marks:
        first, last = max(mark[0], at), min(mark[1], end)
        if first >= last:
            continue
        if first > at:
            found.append((text[at:first], False))
        found.append((text[first:last], True))
        at = last
    if at < end:
        found.append((text[at:end], False))
    return found


def sentence_lines(text: str, marks: Sequence[Span], width: int, lines: int) -> list[list[Piece]]:
    """As much of a sentence around its first find as a few lines hold, with ellipses where it is cut."""
    text, marks = _window(text, marks, width * lines)
    ranges = break_lines(text, width)
    shown = [pieces(text, marks, *line) for line in ranges[: lines - 1]]
    if len(ranges) >= lines:
        shown.append(cut_pieces(text, marks, ranges[lines - 1][0], width))
    return shown


def cut_pieces(text: str, marks: Sequence[Span], start: int, width: int) -> list[Piece]:
    """The rest of a text on one line, with an ellipsis where it has no room."""
    rest = text[start:]
    cut = fit(rest, width)
    if cut == rest:
        return pieces(text, marks, start)
    return [*pieces(text, marks, start, start + len(cut) - 1), ("…", False)]


def _window(text: str, marks: Sequence[Span], cells: int) -> tuple[str, list[Span]]:
    first = marks[0][0] if marks else 0
    if cell_len(text) <= cells or cell_len(text[:first]) <= cells // _BEFORE:
        return text, list(marks)
    start = first
    used = 0
    for index in range(first - 1, -1, -1):
        used += cell_len(text[index])
        if used > cells // _BEFORE:
            break
        start = index
    space = text.find(" ", start, first)
    start = space + 1 if space >= 0 else start
    shift = start - 1
    return f"…{text[start:]}", [(max(1, a - shift), b - shift) for a, b in marks if b > start]
