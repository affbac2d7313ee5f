"""The base of the three panes: a heading and a column of lines of which only the visible ones are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style as VisualStyle

from digest_tui.loading import loaded
from digest_tui.ui.internals.drawing import left_border
from digest_tui.ui.widgets.line_styles import LineStyles
from digest_tui.ui.widgets.pane_heading import Heading, draw_heading
from digest_tui.ui.widgets.strips import ground, joined

if TYPE_CHECKING:
    from digest_tui.session.empty import Empty

ALONE = frozenset({"-alone", "-low", "-zoomed"})
"""Classes of a screen that shows one pane."""


class _Frame(NamedTuple):
    """The properties that all lines of a pane share while they are drawn."""

    heading: int
    """Rows above the lines."""
    width: int
    """Cells of a line."""
    page: int
    base: Style
    bar: Style
    """Of the thumb of the scroll bar."""
    thumb: tuple[int, int] | None
    selection: Selection | None
    """What the mouse has selected."""


class LineView(LineStyles, can_focus=True):
    """Draws lines itself and scrolls by its own offset: a new `virtual_size` would lay the whole screen out again."""

    ALLOW_SELECT = True
    # A pane that gets the focus may move, and so may the others: not while a button is held (see screens/mouse.py).
    FOCUS_ON_CLICK = False
    WHEEL = 3
    """Lines a turn of the wheel scrolls."""

    @dataclass
    class Scrolled(Message):
        """Other lines are on screen than the screen told the pane to show: the mouse, another size."""

        is_by_person: bool

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.top = 0
        """Index of the first visible line."""
        self._heading = Heading("")
        self._empty: Empty | None = None
        self._empty_beside: Empty | None = None
        """The same where another pane is seen too."""
        self._frame: _Frame | None = None
        """The frame of the lines that are being drawn."""

    # What a pane shows

    def line_count(self) -> int:
        """Return the number of lines."""
        return 0

    def draw_line(self, index: int, width: int) -> Strip:
        """One line, at most `width` cells, without the pane's own background."""
        raise NotImplementedError

    def heading(self) -> Heading:
        """What stands above the lines."""
        return self._heading

    @property
    def heading_rows(self) -> int:
        """Rows taken by the heading, and by the air below it."""
        return 1

    @property
    def heading_margin(self) -> int:
        """Cells at each side of the heading, so that it stands above the text."""
        return 0

    def place_at(self, x: int, y: int) -> Offset:
        """The place in the text under a cell of the pane: a character, and the line or row that it belongs to."""
        raise NotImplementedError

    # How it shows them: by the number of the line at the top, unless a pane knows better

    def has_lines(self) -> bool:
        """Return True when there is something to show."""
        return self.line_count() > 0

    def draw_at(self, y: int, width: int) -> Strip | None:
        """Return the line of the content on a line of the window, counted from 0; None below the end."""
        index = self.top + y
        return self.draw_line(index, width) if index < self.line_count() else None

    def scroll_lines(self, by: int) -> bool:
        """Scroll down, or up where `by` is negative, and say whether that changed anything."""
        return self.scroll_to_line(self.top + by)

    def thumb(self) -> tuple[int, int] | None:
        """Return the first line and the length of the scroll bar's thumb; None while everything is on screen."""
        count = self.line_count()
        if count <= self.page:
            return None
        length = max(1, self.page * self.page // count)
        return (self.page - length) * self.top // max(1, self.max_top), length

    # What the screen tells it

    def set_heading(self, left: str, right: str = "", done: tuple[int, int] | None = None) -> None:
        """Change what stands above the lines."""
        if (heading := Heading(left, right, done)) != self._heading:
            self._heading = heading
            self.refresh(Region(0, 0, self.size.width, 1))

    def set_empty(self, alone: Empty | None, beside: Empty | None = None) -> None:
        """Change what stands in for lines when there are none, where this pane is alone, and beside another one."""
        beside = alone if beside is None else beside
        if (self._empty, self._empty_beside) != (alone, beside):
            self._empty, self._empty_beside = alone, beside
            self.refresh()

    def scroll_to_line(self, top: int) -> bool:
        """Show the lines from `top` on, as far as there are any, and say whether that changed anything."""
        # Before there is a size nobody knows how far it goes.
        top = max(0, min(top, self.max_top) if self.size else top)
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    @property
    def max_top(self) -> int:
        """The last line that can stand at the top."""
        return max(0, self.line_count() - self.page)

    @property
    def page(self) -> int:
        """The number of lines that are visible."""
        return self._frame.page if self._frame else max(1, self.size.height - self.heading_rows)

    @property
    def line_width(self) -> int:
        """Cells a line may take: one at each side is kept for air and the scroll bar."""
        return self._frame.width if self._frame else max(1, self.size.width - 2)

    @property
    def selection(self) -> Selection | None:
        """What the mouse has selected here."""
        return self._frame.selection if self._frame else self.text_selection

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows of the pane; what is the same for all of them is found out once."""
        # Textual 8.2.8 looks for borders, padding, tint and hatching at every line, a third of a frame.
        # A pane has at most a rule at its left. With a dialog most lines stay: Textual's cache is quicker.
        self._frame = self._make_frame()
        rule = self._make_rule()
        try:
            if len(self.app.screen_stack) > 1:
                return super().render_lines(crop)
            strips = [Strip([*rule, *self.render_line(y)], self.outer_size.width) for y in crop.line_range]
        finally:
            self._frame = None
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.outer_size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _make_rule(self) -> list[Segment]:
        edge, color = self.styles.border_left
        if not edge:
            return []
        base, background = self.background_colors
        inner, outer = VisualStyle(background=base + background), VisualStyle(background=base)
        return [left_border(edge, inner, outer, VisualStyle(foreground=base + color))]

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane."""
        frame = self._frame or self._make_frame()
        if y == 0 and frame.heading:
            place, focus = (self.size.width, self.heading_margin), self.has_focus
            return draw_heading(self.heading(), *place, self.line_style, has_focus=focus).apply_style(frame.base)
        row = y - frame.heading
        if row < 0:
            return Strip.blank(frame.width + 2, frame.base)
        if self.has_lines():
            strip = self.draw_at(row, frame.width) or Strip.blank(frame.width)
        else:
            strip = self._draw_empty(row)
        # By hand, for each step of a strip to the next costs as much as all of this.
        base = frame.base
        runs = [(text, base + style if style else base) for text, style, _ in strip]
        if (missing := frame.width - strip.cell_length) > 0:
            runs.append((" " * missing, base))
        # A cursor reaches from edge to edge.
        left, right = (runs[0][1], runs[-1][1]) if runs else (base, base)
        is_bar = frame.thumb is not None and frame.thumb[0] <= row < sum(frame.thumb)
        edge = ("▐", frame.bar) if is_bar else (" ", ground(base, right))
        return Strip(joined([(" ", ground(base, left)), *runs, edge]), frame.width + 2)

    def _make_frame(self) -> _Frame:
        base, size = self.rich_style, self.size
        bar = base + self.line_style("line-view--thumb")
        heading = self.heading_rows
        width, page = max(1, size.width - 2), max(1, size.height - heading)
        return _Frame(heading, width, page, base, bar, self.thumb(), self.text_selection)

    def _draw_empty(self, row: int) -> Strip:
        width, height = self.line_width, self.size.height
        lines = self.empty_lines(width, self.page)
        # In the middle of the pane with its heading: so it stands on the same line in each.
        row -= max(0, (height - len(lines)) // 2 - self.heading_rows)
        return lines[row] if 0 <= row < len(lines) else Strip.blank(width)

    def empty_lines(self, width: int, page: int) -> list[Strip]:
        """The lines of what stands in for lines."""
        empty = self._empty if self.is_alone else self._empty_beside
        if empty is None:
            return []
        lines: list[Strip] = loaded("digest_tui.ui.widgets.empty_message:message_lines")(
            empty, width, page, self.line_style
        )
        return lines

    @property
    def is_alone(self) -> bool:
        """True where there is room for one pane only."""
        return not self.screen.classes.isdisjoint(ALONE)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the room there is."""
        return container.width

    # Mouse and focus

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the cursor or the focus."""
        event.stop()
        if self.scroll_lines(self.WHEEL):
            self.post_message(self.Scrolled(is_by_person=True))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the cursor or the focus."""
        event.stop()
        if self.scroll_lines(-self.WHEEL):
            self.post_message(self.Scrolled(is_by_person=True))

    def on_focus(self) -> None:
        """The heading says where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The heading says where the focus is."""
        self.refresh()
