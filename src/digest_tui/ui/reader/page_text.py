"""What the mouse selects on a page: its text as it was written, without what the lines of a screen add to it."""

from textual.geometry import Offset
from textual.selection import Selection

from digest_tui.patterns import pattern
from digest_tui.render.wrap import graphemes
from digest_tui.ui.reader.rendered_page import RenderedPage

_WORD = pattern(r"[^\s()\[\]{}<>\"'“”‘’,;:.!?、。，．：；！？]+|\s+|.")


def selected_text(rendered: RenderedPage, selection: Selection) -> str:
    """Return the selected text; a paragraph that is broken over lines comes as the one line that it is."""
    text = ""
    for line in _lines(rendered, selection):
        if (span := selected_span(rendered, selection, line)) is None:
            continue
        if text:
            joint = rendered.joints[line]
            text = text + joint if joint is not None else text.rstrip(" ") + "\n"
        text += rendered.plain[line][slice(*span)]
    return text.rstrip(" ")


def selected_span(rendered: RenderedPage, selection: Selection, line: int) -> tuple[int, int] | None:
    """Return the selected characters `[start, end)` of a line, which may be empty; None where it is not selected."""
    if line not in _lines(rendered, selection):
        return None
    start, end = selection
    begin, stop = rendered.spans[line]
    first = max(begin, start.x) if start is not None and start.y == line else begin
    last = min(stop, end.x) if end is not None and end.y == line else stop
    if last < first or (end is not None and end.y == line and end.x <= begin):
        return None
    # What is drawn as one is selected as one.
    return first, next((end for _, end, _ in graphemes(rendered.plain[line]) if end >= last), last)


def character_at(text: str, cell: int) -> int:
    """Return the character that a cell of a line belongs to, or the length of the line where it ends before."""
    used = 0
    for start, _, cells in graphemes(text):
        used += cells
        if cell < used:
            return start
    return len(text)


def word_at(rendered: RenderedPage, place: Offset) -> Selection | None:
    """Return the selection of the word at a place; None where there is none."""
    if place.y >= len(rendered.plain):
        return None
    for found in _WORD.finditer(rendered.plain[place.y], *rendered.spans[place.y]):
        if found.start() <= place.x < found.end() and not found[0].isspace():
            return Selection(Offset(found.start(), place.y), Offset(found.end(), place.y))
    return None


def paragraph_at(rendered: RenderedPage, place: Offset) -> Selection:
    """Return the selection of the paragraph at a place, whole, over however many lines it is broken."""
    first = last = min(place.y, len(rendered.plain) - 1)
    while rendered.joints[first] is not None:
        first -= 1
    while last + 1 < len(rendered.plain) and rendered.joints[last + 1] is not None:
        last += 1
    return Selection(Offset(0, first), Offset(len(rendered.plain[last]), last))


def _lines(rendered: RenderedPage, selection: Selection) -> range:
    start, end = selection
    first, count = start.y if start is not None else 0, len(rendered.plain)
    return range(first, count if end is None else min(count, end.y + 1))
