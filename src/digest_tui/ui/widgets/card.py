"""The card: one paper, large and calm in the middle of the screen."""

from __future__ import annotations

from textual.geometry import Size

from digest_tui.session.card_page import CardHead
from digest_tui.session.page import Page
from digest_tui.ui.reader.card_frame import framed_card
from digest_tui.ui.reader.page_cache import PageCache
from digest_tui.ui.reader.page_frame import Frame
from digest_tui.ui.reader.pane import Reader
from digest_tui.ui.reader.rendered_page import HeaderStyles, Lines, RenderedPage
from digest_tui.ui.widgets.pane_heading import Heading

WIDTH = 88
"""Cells of a card, at most."""
MARGIN = 3
"""Cells kept free at each side of the text, where there is room for them."""
ROOMY = 50
"""Cells of a line that has room for margins."""
_AIRY = 14
"""Rows of a screen that can spare one above a long card."""
_SHARE_ABOVE = 6
"""The part of the height that stays free above a card that is not longer than the screen."""


class Card(Reader, can_focus=False):
    """Shows a page as a reader does; its keys are those of the screen."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._pages = PageCache(framed=self._framed)
        self._head = Heading("")

    def set_head(self, head: CardHead) -> None:
        """Change what stands above the card."""
        heading = Heading(head.name, head.place, head.done)
        if heading != self._head:
            self._head = heading
            self.refresh()

    def heading(self) -> Heading:
        """Where the cards stand."""
        return self._head

    @property
    def heading_rows(self) -> int:
        """The heading, and air: as much above each card, so that titles stand on one line, less above a long one."""
        height = self.size.height
        air = max(int(height >= _AIRY), min(height // _SHARE_ABOVE, height - 1 - self.line_count()))
        return 1 + air

    @property
    def column(self) -> int:
        """Cells of the text at the size of the screen."""
        return max(1, min(WIDTH, self.line_width - (2 * MARGIN if self.line_width > ROOMY else 0)))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the room there is."""
        return container.width

    @property
    def _page_frame(self) -> Frame:
        return Frame(self.column, is_short=True)

    def _framed(self, page: Page, text: Lines, frame: Frame, header: HeaderStyles) -> RenderedPage:
        return framed_card(page, text, frame, header, self.line_style)

    def keep_page(self) -> None:
        """Keep nothing for the next start: what it shows first is made again soon enough."""
