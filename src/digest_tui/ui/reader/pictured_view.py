"""A page whose pictures come and go while it is read: what is at the top of the pane stays there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digest_tui.ui.reader.mouse_page import MousePage
from digest_tui.ui.reader.rendered_page import RenderedPage

if TYPE_CHECKING:
    from typing import TypeAlias

    from textual.geometry import Region
    from textual.strip import Strip

    from digest_tui.ui.reader.pictures import PicturedPage

    PutIn: TypeAlias = Callable[[RenderedPage, int], PicturedPage]
    """Puts pictures into a page of a width."""


class PicturedView(MousePage):
    """Shows the pictures that it was given, on whatever page they belong to."""

    _put_in: PutIn | None = None
    """Puts in the pictures there are; None while there are none."""
    _pictured: tuple[PutIn, int, PicturedPage] | None = None
    """A page with its pictures, kept while both and the width are the same."""
    _being_drawn: RenderedPage | None = None
    """The page whose lines are being drawn: to look for it costs as much as a line."""

    @property
    def column(self) -> int:
        """Cells of the text column at the pane's size."""
        raise NotImplementedError

    @property
    def plain_page(self) -> RenderedPage | None:
        """The page without pictures; None before there is one."""
        raise NotImplementedError

    @property
    def rendered(self) -> RenderedPage | None:
        """The page as it is drawn at the pane's size; None before there is one."""
        if self._being_drawn is not None:
            return self._being_drawn
        if self._put_in is None:
            return self.plain_page
        pictured = self._with_pictures()
        return None if pictured is None else pictured.page

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows of the pane, all of one page."""
        self._being_drawn = self.rendered
        try:
            return super().render_lines(crop)
        finally:
            self._being_drawn = None

    def text_count(self) -> int:
        """Return the number of lines without those of pictures."""
        plain = self.plain_page
        return len(plain.strips) if plain else 0

    def text_line_of(self, line: int) -> int:
        """Return which line that is without pictures."""
        pictured = self._with_pictures()
        return line if pictured is None else pictured.plain_line_of(line)

    def line_of(self, text_line: int) -> int:
        """Return where a line is with pictures."""
        pictured = self._with_pictures()
        return text_line if pictured is None else pictured.line_of(text_line)

    def set_pictures(self, put_in: PutIn | None) -> None:
        """Draw other pictures; below them the text moves, what is at the top of the pane does not."""
        was, line = self.rendered, self.text_line_of(self.top)
        self._put_in = put_in
        now = self.rendered
        if was is None or now is None or was.strips == now.strips:
            return
        if self.top:
            self.top = max(0, min(self.line_of(line), self.max_top))
            self.stay()
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.refresh()

    def _with_pictures(self) -> PicturedPage | None:
        """The page with its pictures; None where there are none at all."""
        plain = self.plain_page if self._put_in is not None else None
        if plain is None or self._put_in is None:
            return None
        made = self._pictured
        if made is None or made[0] is not self._put_in or made[1] != self.column or made[2].plain is not plain:
            made = self._pictured = self._put_in, self.column, self._put_in(plain, self.column)
        return made[2]
