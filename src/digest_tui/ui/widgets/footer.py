"""The last line: which keys help now, or a line of text that is being typed."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.text import MAX_MARKS
from digest_tui.ui.keys.commands import Command, key_label
from digest_tui.ui.widgets.line_styles import LineStyles

MIN_ABOUT = 8
"""Cells of what a line is about that are always shown."""
MAX_MARKED = 1 + MAX_MARKS
"""The largest number of characters in a cell: a letter and its marks."""


class TypedLine(NamedTuple):
    """A line of text that is being typed."""

    label: str
    text: str
    cursor: int
    """Characters before the cursor."""
    wrong: tuple[int, int] = (0, 0)
    """Characters `[start, end)` to underline."""
    help: str = ""
    """The help shown while it is empty."""
    about: str = ""
    """What it is about, named after the label."""


class Footer(LineStyles):
    """The keys of the focused pane, from the one table; while something is typed, that."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._hints: Sequence[tuple[str, str]] = ()
        self._line: TypedLine | None = None

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Show these commands; the last one is never dropped when room is short."""
        self.set_hints([(c.hint_keys or key_label(c.keys[0]), c.hint) for c in commands])

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys and words."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def set_line(self, line: TypedLine | None) -> None:
        """Show what is being typed, or the keys again."""
        if line != self._line:
            self._line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """` j k move  Enter go in  ...  ? help`, or `/언어모델`."""
        segments = self._hint_segments() if self._line is None else self._line_segments(self._line)
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def _hint_segments(self) -> list[Segment]:
        shown = list(self._hints)
        while len(shown) > 1 and _width(shown) > self.size.width:
            del shown[-2]
        segments = []
        for key, word in shown:
            segments.append(Segment(f" {key}", self.line_style("footer--key")))
            segments.append(Segment(f" {word} ", self.line_style("footer--word")))
        return segments

    def _line_segments(self, line: TypedLine) -> list[Segment]:
        style = self.line_style
        text_style, cursor_style = style("footer--text"), style("footer--cursor")
        label = label_of(line, self.size.width)
        room = max(4, self.size.width - cell_len(label) - 2)
        first = first_shown(line.text, line.cursor, room)
        # No letter that is drawn takes less than a cell, but for the marks on those before it.
        shown = line.text[first : line.cursor + MAX_MARKED * room]
        segments = [Segment(f" {label}", style("footer--word"))]
        cells = 1 + cell_len(label) + cell_len(line.text[first : line.cursor])
        # An input method shows what it composes where the terminal's own cursor stands.
        self.app.cursor_position = Offset(self.region.x + cells, self.region.y)
        for index, letter in enumerate([*shown, ""], first):
            if index == line.cursor:
                segments.append(Segment(letter or " ", cursor_style))
            elif line.wrong[0] <= index < line.wrong[1]:
                segments.append(Segment(letter, style("footer--wrong")))
            else:
                segments.append(Segment(letter, text_style))
        if not line.text:
            segments.append(Segment(fit(line.help, max(0, room - 1)), style("footer--word")))
        return segments


def label_of(line: TypedLine, width: int) -> str:
    """Return the label, with what the line is about as far as that leaves room to type."""
    if not line.about:
        return line.label
    room = width * 2 // 5 - cell_len(line.label) - 3
    return f"{line.label} {fit(line.about, max(MIN_ABOUT, room))}: "


def first_shown(text: str, cursor: int, room: int) -> int:
    """Return the first character shown of a line that is too long, so that its cursor is on screen."""
    first = max(0, cursor - MAX_MARKED * room)
    cells = list(accumulate(map(cell_len, reversed(text[first:cursor]))))
    first = cursor - bisect_left(cells, room)
    # Marks whose letter is not shown would stand on the label.
    while first < cursor and not cell_len(text[first]):
        first += 1
    return first


def _width(hints: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(key) + cell_len(word) + 3 for key, word in hints)
