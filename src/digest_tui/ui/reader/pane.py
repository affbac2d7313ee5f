"""The reader: one page in one line-rendering widget."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from digest_tui.model.facet import Facet
from digest_tui.render.palette import Palette
from digest_tui.session.page import Page
from digest_tui.ui.reader.marked_view import MarkedView
from digest_tui.ui.reader.page_cache import NOTHING_KEPT, KeptPages, PageCache
from digest_tui.ui.reader.page_frame import Frame
from digest_tui.ui.reader.page_text import selected_span
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage
from digest_tui.ui.widgets.pane_heading import Heading
from digest_tui.ui.widgets.strips import overlaid_span

DEFAULT_WIDTH = 88
AIRY_HEIGHT = 20
"""Rows of a pane that can spare one below the heading."""
MARGIN = 2
"""Cells kept free at each side of the text, where there is room for them."""

_STACKED = frozenset({"-narrow", "-alone"})


class Reader(MarkedView):
    """Shows a page and scrolls it; what a page is, the screen decides."""

    def __init__(self, *, id: str, kept_pages: KeptPages = NOTHING_KEPT) -> None:
        super().__init__(id=id)
        self._pages = PageCache(kept_pages)
        self.text_width = DEFAULT_WIDTH
        """Cells of text on a line, where the pane is wide enough."""
        self._page: Page | None = None
        self._made_styles: tuple[Palette, HeaderStyles] | None = None

    # What the screen tells it

    def show(self, page: Page | None) -> None:
        """Show a page from its top, and no card over it; nothing is painted before it is drawn."""
        self.set_card(None)
        if page == self._page and not self.top:
            return
        if page != self._page:
            self.forget_marks()
        self._page, self.top, self._anchor = page, 0, None
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.refresh()

    def update(self, page: Page | None) -> None:
        """Show what is different now on the page of the same paper; its text stays where it is on screen."""
        if page == self._page:
            return
        before, finds = self.rendered, self.page_finds
        self._page = page
        after = self.rendered
        if before is None or after is None or before.text.plain != after.text.plain:
            self.forget_find()
            # Before there is a size nobody knows how far it goes.
            self.top = min(self.top, self.max_top) if self.size else self.top
        else:
            self.keep_current(finds)
            if len(before.plain) == len(after.plain) and before.body == after.body:
                # Nothing moves: what is above the text is drawn again, and all of it where there is more below.
                has_foot = after.end < min(len(after.plain), self.top + self.page)
                lines = self.page if has_foot else max(0, after.body - self.top)
                self.refresh(Region(0, self.heading_rows, self.size.width, lines))
                return
            if self.top:
                self.top = max(0, min(self.top + after.body - before.body, self.max_top))
            self.stay()
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.refresh()

    def set_text_width(self, width: int) -> None:
        """Paint at another width; the place in the text is kept as well as lines allow."""
        if width == self.text_width:
            return
        share = self.top / max(1, self.line_count())
        self.text_width = width
        if self.styles.is_auto_width:
            self.refresh(layout=True)
        self.top = max(0, min(round(share * self.line_count()), self.max_top))
        self.stay()
        self.refresh()

    # Lines

    @property
    def at_end(self) -> bool:
        """True while the last line of the paper's own text is on screen."""
        rendered = self.rendered
        return rendered is None or self.top + self.page >= rendered.end

    def heading(self) -> Heading:
        """Return title and share read, found out when drawn: a key that is followed by another paints no page."""
        heading = super().heading()._replace(right=self.share_read)
        lens = None if self._page is None else self._page.lens
        return heading if lens is None else heading._replace(sign=f"only {lens}", sign_role=f"facet--{lens}")

    @property
    def heading_rows(self) -> int:
        """Air stands between the heading and the text, where there is room for it."""
        return 2 if self.size.height >= AIRY_HEIGHT else 1

    @property
    def heading_margin(self) -> int:
        """The heading begins and ends where the text does."""
        return self.margin

    @property
    def share_read(self) -> str:
        """The share of the page that was scrolled past, in words for a heading."""
        count = self.line_count()
        if count <= self.page:
            return ""
        return "end" if self.at_end else f"{100 * min(count, self.top + self.page) // count}%"

    @property
    def column(self) -> int:
        """Cells of the text column at the pane's size."""
        return max(1, min(self.text_width, self.line_width - (2 * MARGIN if self.line_width > 50 else 0)))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as its text needs, where the rest goes to the lists."""
        return self.text_width + 2 * MARGIN + 2

    @property
    def own_page(self) -> RenderedPage | None:
        """The page without pictures and without a card; None before there is one."""
        if self._page is None or not self.size:
            return None
        return self._pages.get(self._page, self._page_frame, self.styles_made)

    @property
    def _page_frame(self) -> Frame:
        # One pane above the other: lines are few.
        return Frame(self.column, is_short=not self.screen.classes.isdisjoint(_STACKED))

    def prepare(self, page: Page) -> None:
        """Render a page that may be shown next, unless that was done."""
        self._pages.get(page, self._page_frame, self.styles_made)

    def keep_page(self) -> None:
        """Keep the page that is shown as it is drawn, for the next start."""
        if self._page is not None:
            self._pages.keep(self._page, self.column, self.styles_made()[0])

    def line_count(self) -> int:
        """Return the number of lines of the page at this width."""
        rendered = self.rendered
        return len(rendered.strips) if rendered else 0

    def draw_line(self, index: int, width: int) -> Strip:
        """One line of the page, in the middle of the pane."""
        rendered = self.rendered
        if rendered is None:
            return Strip.blank(width)
        strip = self.marked(rendered, index)
        if self.selection is not None and (span := selected_span(rendered, self.selection, index)) is not None:
            strip = overlaid_span(strip, rendered.plain[index], span, self.line_style("line-view--selection"))
        return Strip([self._margin_beside(index), *strip], self.margin + strip.cell_length)

    def _margin_beside(self, index: int) -> Segment:
        if self.part_on(index) is not None and self.margin >= MARGIN:
            return Segment(f"{' ' * (self.margin - MARGIN)}▌ ", self.line_style("line-view--focus"))
        return Segment(" " * self.margin)

    @property
    def margin(self) -> int:
        """The cells before the text column."""
        return (self.line_width - self.column) // 2

    # Styles

    def styles_made(self) -> tuple[Palette, HeaderStyles]:
        """Return the styles of pages."""
        if self._made_styles is None:
            styles = {role: self._role(role) for role in Palette._fields if role != "facets"}
            palette = Palette(**styles, facets={facet: self.line_style(f"facet--{facet}") for facet in Facet})
            mark, star = self.line_style("row--mark"), self.line_style("row--star")
            text, link, rule = palette.text, palette.link, palette.rule
            header = HeaderStyles(self._role("title"), self._role("byline"), link, text, mark, star, rule)
            self._made_styles = palette, header
        return self._made_styles

    def _role(self, role: str) -> Style:
        return self.line_style(f"reader--{role.replace('_', '-')}")

    def line_styles_changed(self) -> None:
        """Other colours: paint again."""
        super().line_styles_changed()
        self._made_styles = None
        self._pages.clear()
