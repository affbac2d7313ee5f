"""The reader: one page in one line-rendering widget."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

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
from digest_tui.ui.reader.page_finds import PageFinds
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage, pack, unpack
from digest_tui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds

CACHED_PAGES = 64
DEFAULT_WIDTH = 88
MARGIN = 2
"""Cells kept free at each side of the text, where there is room for them."""

_ROLES = (
    *("text", "dim", "heading1", "heading2", "heading3", "strong", "emphasis", "strike", "lead", "link", "code"),
    *("code_block", "quote", "quote_bar", "bullet", "rule", "table_header", "table_border", "html", "picture"),
)


class KeptPages(NamedTuple):
    """Where painted pages are kept from one start to the next, by name."""

    recall: Callable[[str], bytes | None]
    keep: Callable[[str, bytes], None]


NOTHING_KEPT = KeptPages(lambda name: None, lambda name, packed: None)


class Reader(LineView):
    """Shows a page and scrolls it; what a page is, the screen decides."""

    @dataclass
    class LinkClicked(Message):
        """A link of the page was clicked."""

        url: str

    def __init__(self, *, id: str, kept_pages: KeptPages = NOTHING_KEPT) -> None:
        super().__init__(id=id)
        self._kept_pages = kept_pages
        self.text_width = DEFAULT_WIDTH
        """Cells of text on a line, where the pane is wide enough."""
        self._page: Page | None = None
        self._rendered_pages: OrderedDict[tuple[Page, int], RenderedPage] = OrderedDict()
        self._styles_made: tuple[Palette, HeaderStyles] | None = None
        self._finds: Finds | None = None
        self._found: tuple[RenderedPage, Finds, PageFinds] | None = None
        """The finds of a page, kept while the page and what is looked for are the same."""
        self._current: int | None = None
        """The find that was gone to."""

    # What the screen tells it

    def show(self, page: Page | None, top: int = 0) -> None:
        """Show a page from a line on; nothing is painted before it is drawn."""
        if page == self._page and top == self.top:
            return
        if page != self._page:
            self._current = None
        self._page = page
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
        self.refresh()

    # Finds

    def set_finds(self, finds: Finds | None) -> None:
        """Mark these on every page, or nothing."""
        if finds is not self._finds:
            self._finds, self._current = finds, None
            self.refresh()

    @property
    def has_finds(self) -> bool:
        """Whether something is marked on the page."""
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
        """Whether the last line of the paper's own text is on screen."""
        rendered = self._rendered
        return rendered is None or self.top + self.page >= rendered.end

    def heading(self) -> tuple[str, str]:
        """How far the page is scrolled is found out when it is drawn: a key that is followed by another paints none."""
        return super().heading()[0], self.share_read

    @property
    def share_read(self) -> str:
        """How far the page is scrolled, in words for a heading."""
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
        key = (self._page, self.column)
        rendered = self._rendered_pages.get(key)
        if rendered is None:
            rendered = self._painted(self._page)
        return rendered

    def prepare(self, page: Page) -> None:
        """Paint a page that may be shown next, unless that was done."""
        if (page, self.column) not in self._rendered_pages:
            self._painted(page)

    def keep_page(self) -> None:
        """Keep the page that is shown, painted: the next start need not load what paints."""
        if self._page is not None and (rendered := self._rendered_pages.get((self._page, self.column))) is not None:
            self._kept_pages.keep(self._page_name(self._page), pack(rendered))

    def _painted(self, page: Page) -> RenderedPage:
        rendered = None
        if not self._rendered_pages and (packed := self._kept_pages.recall(self._page_name(page))) is not None:
            rendered = unpack(packed)
        if rendered is None:
            # Parser and painter are a fifth of what a start may take, and the first page was painted before.
            from digest_tui.ui.reader.page_renderer import paint_page

            rendered = paint_page(page, self.column, *self._palette())
        self._rendered_pages[page, self.column] = rendered
        while len(self._rendered_pages) > CACHED_PAGES:
            self._rendered_pages.popitem(last=False)
        return rendered

    def _page_name(self, page: Page) -> str:
        palette, header = self._palette()
        line_styles = list(map(str, (*palette, *header)))
        return blake2b(repr((page, self.column, line_styles)).encode("utf-8", "replace")).hexdigest()

    def line_count(self) -> int:
        """How many lines the page takes at this width."""
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

    # Looks

    def _palette(self) -> tuple[Palette, HeaderStyles]:
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
        self._rendered_pages.clear()

    def on_resize(self) -> None:
        """Another width means other lines, and another share of them is on screen."""
        self.top = max(0, min(self.top, self.max_top))
        self.refresh()
        self.post_message(self.Scrolled())

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
