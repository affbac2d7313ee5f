"""The mouse on a page: links that are clicked, and text that is selected."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from digest_tui.ui.reader.anchored_view import AnchoredView
from digest_tui.ui.reader.page_text import character_at, paragraph_at, selected_text, word_at
from digest_tui.ui.reader.rendered_page import RenderedPage


class MousePage(AnchoredView):
    """The meaning of clicks and selections on a page of text."""

    @dataclass
    class LinkClicked(Message, namespace="reader"):
        """A link of the page was clicked."""

        url: str

    _pressed: tuple[Offset, str] | None = None
    """The link on which a button was pressed, and where on the screen."""

    @property
    def rendered(self) -> RenderedPage | None:
        """The page as it is drawn at the pane's size; None before there is one."""
        raise NotImplementedError

    @property
    def margin(self) -> int:
        """The cells before the text column."""
        raise NotImplementedError

    # Clicks

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the link under the mouse: a pane that gets the focus may move before the button is let go."""
        rendered, index = self.rendered, event.style.meta.get("link")
        self._pressed = None
        if rendered is not None and isinstance(index, int) and index < len(rendered.links):
            self._pressed = event.screen_offset, rendered.links[index]

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was pressed, unless text was selected from there; a second click selects a word."""
        pressed, self._pressed = self._pressed, None
        if event.chain > 1:
            # Textual would select the whole page.
            event.prevent_default()
            self._select_around(Offset(event.x, event.y), paragraph=event.chain > 2)
        elif pressed is not None and pressed[0] == event.screen_offset:
            self.post_message(self.LinkClicked(pressed[1]))

    # Selections

    def place_at(self, x: int, y: int) -> Offset:
        """The character there; beside the text the nearest, below it the end."""
        rendered = self.rendered
        if rendered is None:
            return Offset(0, 0)
        line = self.top + max(0, y - self.heading_rows)
        if line >= len(rendered.plain):
            return Offset(0, len(rendered.plain))
        if y < self.heading_rows:
            return Offset(0, line)
        # Before the margin there is one cell of air.
        start, end = rendered.spans[line]
        return Offset(max(start, min(end, character_at(rendered.plain[line], x - 1 - self.margin))), line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a mouse selection."""
        rendered = self.rendered
        return None if rendered is None else (selected_text(rendered, selection), "\n")

    def _select_around(self, at: Offset, *, paragraph: bool) -> None:
        rendered, place = self.rendered, self.place_at(*at)
        if rendered is not None:
            selection = paragraph_at(rendered, place) if paragraph else word_at(rendered, place)
            self.screen.selections = {} if selection is None else {self: selection}
