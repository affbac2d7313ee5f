"""Pages that were rendered, kept in this run and, for the page of the next start, from one run to the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from digest_tui.render.palette import Palette
from digest_tui.session.page import Page
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage, pack, unpack

CACHED_PAGES = 64


class KeptPages(NamedTuple):
    """Keeps rendered pages from one start to the next, by name."""

    recall: Callable[[str], bytes | None]
    keep: Callable[[str, bytes], None]


NOTHING_KEPT = KeptPages(lambda name: None, lambda name, packed: None)


class PageCache:
    """Renders each page once for a width in cells and the styles of a theme."""

    def __init__(self, kept: KeptPages = NOTHING_KEPT) -> None:
        self.kept = kept
        self._pages: OrderedDict[tuple[Page, int], RenderedPage] = OrderedDict()

    def get(self, page: Page, width: int, styles: Callable[[], tuple[Palette, HeaderStyles]]) -> RenderedPage:
        """Return a page as it is drawn; `styles` is asked only where it has to be rendered."""
        rendered = self._pages.get((page, width))
        return self._render(page, width, *styles()) if rendered is None else rendered

    def keep(self, page: Page, width: int, palette: Palette, header: HeaderStyles) -> None:
        """Keep a page that was rendered: the next start need not load what renders."""
        if (rendered := self._pages.get((page, width))) is not None:
            self.kept.keep(_name(page, width, palette, header), pack(rendered))

    def clear(self) -> None:
        """Forget the pages of this run."""
        self._pages.clear()

    def _render(self, page: Page, width: int, palette: Palette, header: HeaderStyles) -> RenderedPage:
        rendered = None
        if not self._pages and (packed := self.kept.recall(_name(page, width, palette, header))) is not None:
            rendered = unpack(packed)
        if rendered is None:
            # Parser and painter are a fifth of what a start may take, and the first page was rendered before.
            from digest_tui.ui.reader.page_renderer import paint_page

            rendered = paint_page(page, width, palette, header)
        self._pages[page, width] = rendered
        while len(self._pages) > CACHED_PAGES:
            self._pages.popitem(last=False)
        return rendered


def _name(page: Page, width: int, palette: Palette, header: HeaderStyles) -> str:
    styles = list(map(str, (*palette, *header)))
    return blake2b(repr((page, width, styles)).encode("utf-8", "replace")).hexdigest()
