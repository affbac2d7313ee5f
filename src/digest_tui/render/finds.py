"""Finds within text of one line or a few: what is marked, and the part of a sentence that has room."""

from collections.abc import Sequence

from rich.cells import cell_len

from digest_tui.render.cells import fit

Span = tuple[int, int]
"""Characters `[start, end)`."""
Piece = tuple[str, bool]
"""Text, and whether it is a find."""

_BEFORE = 3
"""A third of the room goes to what stands before the find, at most."""
_ELLIPSES = 2
"""Cells of those at both ends."""
_LONGER = 4
"""Characters for each cell, of which some have no width."""


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


def sentence_line(text: str, marks: Sequence[Span], width: int) -> list[Piece]:
    """As much of a sentence as one line holds, its first find included, with ellipses where it is cut."""
    text, marks = _window(text, marks, width)
    cut = fit(text, width)
    shown = len(cut) - (cut != text)
    # A further find of which the end is missing looks like a letter that was found.
    return cut_pieces(text, [mark for mark in marks if mark is marks[0] or mark[1] <= shown], 0, width)


def cut_pieces(text: str, marks: Sequence[Span], start: int, width: int) -> list[Piece]:
    """The rest of a text on one line, with an ellipsis where it has no room."""
    rest = text[start:]
    cut = fit(rest, width)
    if cut == rest:
        return pieces(text, marks, start)
    return [*pieces(text, marks, start, start + len(cut) - 1), ("…", False)]


def _window(text: str, marks: Sequence[Span], cells: int) -> tuple[str, list[Span]]:
    """The text from so far before its first find that this has room, and the finds in it; not much more than fits."""
    first, last = marks[0] if marks else (0, 0)
    # Only what may be seen is measured: a sentence may be as long as a paper.
    enough = cells * _LONGER
    if len(text) <= enough and cell_len(text) <= cells:
        return text, list(marks)
    before = min(cells // _BEFORE, cells - _ELLIPSES - cell_len(text[first : min(last, first + enough)]))
    # A find near the end leaves more.
    before = max(before, cells - 1 - cell_len(text[first : first + enough]))
    start = first
    while start and (before := before - cell_len(text[start - 1])) >= 0:
        start -= 1
    if not start:
        return text[:enough], list(marks)
    space = text.find(" ", start - 1, first)
    start = space + 1 if space >= 0 else start
    shift = start - 1
    return f"…{text[start : start + enough]}", [(max(1, a - shift), b - shift) for a, b in marks if b > start]
