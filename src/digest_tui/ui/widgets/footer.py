"""The last line: which keys help now, or a line of text that is being typed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.text import MAX_MARKS
from digest_tui.ui.keys.command import Pane, key_label
from digest_tui.ui.keys.hints import Hint, hints, more_hints
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
    rest: str = ""
    """What it may go on with, behind a cursor at its end."""


class TextLine(LineStyles):
    """A line of text that is being typed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._line: TypedLine | None = None

    def set_line(self, line: TypedLine | None) -> None:
        """Show what is being typed, or nothing."""
        if line != self._line:
            self._line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """`/언어모델`."""
        segments = self._line_segments(self._line) if self._line is not None else []
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

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
        self.app.cursor_position = Offset(self.content_region.x + cells, self.content_region.y)
        for index, letter in enumerate([*shown, ""], first):
            if index == line.cursor:
                segments.append(Segment(letter or " ", cursor_style))
            elif line.wrong[0] <= index < line.wrong[1]:
                segments.append(Segment(letter, style("footer--wrong")))
            else:
                segments.append(Segment(letter, text_style))
        if line.rest:
            segments[-1:] = [Segment(line.rest[0], cursor_style), Segment(line.rest[1:], style("footer--word"))]
        if not line.text:
            segments.append(Segment(fit(line.help, max(0, room - 1)), style("footer--word")))
        return segments


class Footer(TextLine):
    """The keys of the focused pane, from the one table; while something is typed, that."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._hints: Sequence[Hint] = ()
        self._more: Sequence[Hint] = ()
        self._pane: Pane | None = None
        """The pane whose keys are shown; None while it is something else."""
        self._has_paper = True
        self._of_mode: Sequence[Hint] = ()
        """What is shown instead of the keys of any pane."""
        self._pressed = ""
        """The keys of the hint on which a mouse button was pressed."""

    def set_pane(self, pane: Pane) -> None:
        """Show the keys of a pane; the last of its few is never dropped when room is short, more follow if there is."""
        self._pane = pane
        if self._of_mode:
            self._put(self._of_mode, ())
            return
        self._put(hints(pane, has_paper=self._has_paper), more_hints(pane, has_paper=self._has_paper))

    def set_paper(self, has_paper: bool) -> None:
        """Name the keys that are for a paper, or leave them out where there is none."""
        if has_paper != self._has_paper:
            self._has_paper = has_paper
            if self._pane is not None:
                self.set_pane(self._pane)

    def set_mode(self, hints: Sequence[Hint]) -> None:
        """Show these instead of the keys of the panes, or those again where there are none."""
        if hints != self._of_mode:
            self._of_mode = hints
            if self._pane is not None:
                self.set_pane(self._pane)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints than those of a pane, for a while."""
        self._pane = None
        self._put(hints, ())

    def _put(self, hints: Sequence[Hint], more: Sequence[Hint]) -> None:
        if (hints, more) != (self._hints, self._more):
            self._hints, self._more = hints, more
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """` j k move  Enter go in  ...  ? help`, or what is being typed."""
        if self._line is not None:
            return super().render_line(y)
        segments = []
        for hint in self._shown():
            segments.append(Segment(f" {hint.label}", self.line_style("footer--key")))
            segments.append(Segment(f" {hint.word} ", self.line_style("footer--word")))
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self.rich_style)

    def keys_clicked(self, event: events.MouseDown | events.MouseUp | events.Click) -> str:
        """The keys of the hint that an event clicks; empty for none."""
        keys = self._keys_at(event.screen_offset.x - self.region.x) if event.button == 1 else ""
        if isinstance(event, events.MouseDown):
            self._pressed = keys
        return keys if isinstance(event, events.Click) and keys == self._pressed else ""

    def _keys_at(self, x: int) -> str:
        """The keys of the hint in a cell, as the table has them; empty for the gaps between hints."""
        start = 1
        for hint in self._shown() if self._line is None else ():
            if start <= x < start + _width(hint) - 2:
                return _key_at(hint, x - start)
            start += _width(hint)
        return ""

    def _shown(self) -> list[Hint]:
        shown = list(self._hints)
        while len(shown) > 1 and sum(map(_width, shown)) > self.size.width:
            del shown[-2]
        if len(shown) < len(self._hints):
            return shown
        ends = accumulate(map(_width, self._more), initial=sum(map(_width, shown)))
        return shown + list(self._more[: bisect_right(list(ends), self.size.width) - 1])


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


def _width(hint: Hint) -> int:
    """Cells of a hint, with the blanks around it."""
    return cell_len(hint.label) + cell_len(hint.word) + 3


def _key_at(hint: Hint, cell: int) -> str:
    """The key in a cell of a hint; the word is that of the first key."""
    end = 0
    for key in hint.keys:
        end += cell_len(key_label(key)) + 1
        if cell < end:
            return key
    return hint.keys[0]
