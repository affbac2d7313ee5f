"""The reader: one page in one line-rendering widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from digest_tui.render.palette import Palette
from digest_tui.session.page import Page
from digest_tui.ui.reader.page_cache import NOTHING_KEPT, KeptPages, PageCache
from digest_tui.ui.reader.page_finds import PageFinds
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage
from digest_tui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds

DEFAULT_WIDTH = 88
MARGIN = 2
"""Cells kept free at each side of the text, where there is room for them."""

_ROLES = (
    *("text", "dim", "heading1", "heading2", "heading3", "strong", "emphasis", "strike", "lead", "link", "code"),
    *("code_block", "quote", "quote_bar", "bullet", "rule", "table_header", "table_border", "html", "picture"),
)


class Reader(LineView):
    """Shows a page and scrolls it; what a page is, the screen decides."""

    @dataclass
    class LinkClicked(Message):
        """A link of the page was clicked."""

        url: str

    def __init__(self, *, id: str, kept_pages: KeptPages = NOTHING_KEPT) -> None:
        super().__init__(id=id)
        self._pages = PageCache(kept_pages)
        self.text_width = DEFAULT_WIDTH
        """Cells of text on a line, where the pane is wide enough."""
        self._page: Page | None = None
        self._styles_made: tuple[Palette, HeaderStyles] | None = None
        self._finds: Finds | None = None
        self._found: tuple[RenderedPage, Finds, PageFinds] | None = None
        """The finds of a page, kept while the page and what is looked for are the same."""
        self._current: int | None = None
        """The find that was gone to."""
        self._anchor: tuple[int, int] | None = None
        """The line that somebody scrolled to, and of how many lines: at another width its text stands elsewhere."""

    # What the screen tells it

    def show(self, page: Page | None, top: int = 0) -> None:
        """Show a page from a line on; nothing is painted before it is drawn."""
        if page == self._page and top == self.top:
            return
        if page != self._page:
            self._current = None
        self._page = page
        if not top or top != self.top:
            self._anchor = None
        self.top = top
        self.screen.clear_selection()
        self.refresh()

    def set_text_width(self, width: int) -> None:
        """Paint at another width; the place in the text is kept as well as lines allow."""
        if width == self.text_width:
            return
        share = self.top / max(1, self.line_count())
        self.text_width = width
        self.top = max(0, min(round(share * self.line_count()), self.max_top))
        self._anchor = None
        self.refresh()

    def come_back(self, top: int, lines: int) -> None:
        """Show the page from a line on that it had when it had so many lines; 0 for as many as now."""
        self._anchor, self.top = (top, lines), top
        self._fit()
        self.refresh()

    def scroll_to_line(self, top: int) -> bool:
        """Show the lines from `top` on, as far as there are any, and say whether that changed anything."""
        is_other = super().scroll_to_line(top)
        if is_other:
            self._anchor = self.top, self.line_count()
        return is_other

    @property
    def place(self) -> tuple[int, int]:
        """The line that somebody scrolled to, and of how many lines."""
        return self._anchor or (self.top, self.line_count())

    def _fit(self) -> None:
        """Scroll to where the text of that line is at the present width; a pane that is hidden has none."""
        if self.size:
            top, lines = self._anchor or (self.top, 0)
            top = round(top / lines * self.line_count()) if lines else top
            self.top = max(0, min(top, self.max_top))

    # Finds

    def set_finds(self, finds: Finds | None) -> None:
        """Mark these on every page, or nothing."""
        if finds is not self._finds:
            self._finds, self._current = finds, None
            self.refresh()

    @property
    def has_finds(self) -> bool:
        """True while something is marked on the page."""
        return bool(self._page_finds)

    def bring_find(self) -> None:
        """Scroll to the first find, unless one is on screen."""
        finds = self._page_finds
        if finds and finds.from_line(self.top) == finds.from_line(self.top + self.page):
            self._bring_line(finds.lines[0])

    def go_to_find(self, by: int) -> str:
        """Go so many finds on, 0 to the first from here, and return what to say; the ends are not passed."""
        finds = self._page_finds
        if not finds:
            return "no match in this paper"
        if self._current is None or by == 0:
            here = finds.from_line(self.top)
            target = here if by >= 0 else here - 1
            target = max(0, min(target, len(finds) - 1)) if by else target % len(finds)
            is_end = False
        else:
            target = max(0, min(self._current + by, len(finds) - 1))
            is_end = target == self._current
        self._current = target
        self._bring_line(finds.lines[target])
        self.refresh()
        where = f"match {target + 1} of {len(finds)}"
        if not is_end:
            return where
        return f"{where}, the {'last' if by > 0 else 'first'} in this paper · Esc clears the marks"

    def _bring_line(self, line: int) -> None:
        if not self.top <= line < self.top + self.page:
            self.scroll_to_line(line - self.page // 3)

    @property
    def _page_finds(self) -> PageFinds | None:
        rendered = self._rendered
        if rendered is None or self._finds is None:
            return None
        if self._found is None or self._found[0] is not rendered or self._found[1] is not self._finds:
            self._found = rendered, self._finds, PageFinds(rendered, self._finds)
        return self._found[2]

    # Lines

    @property
    def at_end(self) -> bool:
        """True while the last line of the paper's own text is on screen."""
        rendered = self._rendered
        return rendered is None or self.top + self.page >= rendered.end

    def heading(self) -> tuple[str, str]:
        """Return title and share read, found out when drawn: a key that is followed by another paints no page."""
        return super().heading()[0], self.share_read

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

    @property
    def _rendered(self) -> RenderedPage | None:
        if self._page is None or not self.size:
            return None
        return self._pages.get(self._page, self.column, self._styles)

    def prepare(self, page: Page) -> None:
        """Render a page that may be shown next, unless that was done."""
        self._pages.get(page, self.column, self._styles)

    def keep_page(self) -> None:
        """Keep the page that is shown as it is drawn, for the next start."""
        if self._page is not None:
            self._pages.keep(self._page, self.column, *self._styles())

    def line_count(self) -> int:
        """Return the number of lines of the page at this width."""
        rendered = self._rendered
        return len(rendered.strips) if rendered else 0

    def draw_line(self, index: int, width: int) -> Strip:
        """One line of the page, in the middle of the pane."""
        rendered = self._rendered
        if rendered is None:
            return Strip.blank(width)
        strip = rendered.strips[index]
        if (finds := self._page_finds) is not None:
            for stretch in finds.on_line(index):
                name = "reader--find-current" if stretch.find == self._current else "reader--find"
                style = self.line_style(name)
                strip = _overlaid(strip, rendered.plain[index], stretch.start, stretch.end, style)
        selection = self.text_selection
        if selection is not None and (span := _within_text(selection).get_span(index)) is not None:
            end = len(rendered.plain[index]) if span[1] == -1 else span[1]
            style = self.screen.get_component_rich_style("screen--selection")
            strip = _overlaid(strip, rendered.plain[index], span[0], end, style)
        margin = " " * ((width - self.column) // 2)
        # The margin counts below 0, so that a selection may begin there.
        whole = Strip([Segment(margin), *strip], len(margin) + strip.cell_length)
        return whole.apply_offsets(-len(margin), index)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a mouse selection."""
        rendered = self._rendered
        return None if rendered is None else (_within_text(selection).extract("\n".join(rendered.plain)), "\n")

    # Styles

    def _styles(self) -> tuple[Palette, HeaderStyles]:
        if self._styles_made is None:
            styles = {role: self._role(role) for role in _ROLES}
            dark = self.app.current_theme.dark
            palette = Palette(**styles, code_theme="ansi_dark" if dark else "ansi_light")
            self._styles_made = palette, HeaderStyles(self._role("title"), self._role("byline"), styles["link"])
        return self._styles_made

    def _role(self, role: str) -> Style:
        return self.line_style(f"reader--{role.replace('_', '-')}")

    def line_styles_changed(self) -> None:
        """Other colours: paint again."""
        self._styles_made = None
        self._pages.clear()

    def on_resize(self) -> None:
        """Another width means other lines, and another share of them is on screen."""
        self._fit()
        self.refresh()
        self.post_message(self.Scrolled(is_by_person=False))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse."""
        rendered = self._rendered
        index = event.style.meta.get("link")
        if rendered is not None and isinstance(index, int) and index < len(rendered.links):
            self.post_message(self.LinkClicked(rendered.links[index]))


def _overlaid(strip: Strip, text: str, start: int, end: int, style: Style) -> Strip:
    """A line with a style over some of its characters."""
    # A strip counts cells.
    left, right = cell_len(text[:start]), cell_len(text[:end])
    before, within, after = strip.crop(0, left), strip.crop(left, right), strip.crop(right)
    # `apply_style` would lie under what a segment says for itself.
    over = Strip([Segment(segment.text, (segment.style or style) + style) for segment in within])
    return Strip.join([before, over, after])


def _within_text(selection: Selection) -> Selection:
    """The selection without the margin."""
    start, end = (offset and Offset(max(0, offset.x), offset.y) for offset in selection)
    return Selection(start, end)
