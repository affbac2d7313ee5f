"""Pages that were rendered, kept in this run and, for the text of the next start, from one run to the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, NamedTuple

from digest_tui.render.palette import Palette
from digest_tui.session.page import Page
from digest_tui.ui.reader.page_frame import Frame, framed
from digest_tui.ui.reader.rendered_page import HeaderStyles, Lines, RenderedPage, pack, unpack

CACHED_PAGES = 64


class KeptPages(NamedTuple):
    """Keeps rendered texts from one start to the next, by name."""

    recall: Callable[[str], bytes | None]
    keep: Callable[[str, bytes], None]


Framing = Callable[[Page, Lines, Frame, HeaderStyles], RenderedPage]
"""Paints what stands around the text of a page."""
NOTHING_KEPT = KeptPages(lambda name: None, lambda name, packed: None)


class PageCache:
    """Renders each text once for a width in cells and the styles of a theme; a decision changes only what frames it."""

    def __init__(self, kept: KeptPages = NOTHING_KEPT, framed: Framing = framed) -> None:
        self.kept = kept
        self._framed = framed
        self._pages: OrderedDict[tuple[Page, Frame], RenderedPage] = OrderedDict()
        self._texts: OrderedDict[tuple[str, int, bool, bool], Lines] = OrderedDict()

    def get(self, page: Page, frame: Frame, styles: Callable[[], tuple[Palette, HeaderStyles]]) -> RenderedPage:
        """Return a page as it is drawn; `styles` is asked only where something has to be rendered."""
        rendered = self._pages.get((page, frame))
        if rendered is None:
            palette, header = styles()
            rendered = self._framed(page, self._text(page, frame.width, palette), frame, header)
            _put(self._pages, (page, frame), rendered)
        return rendered

    def keep(self, page: Page, width: int, palette: Palette) -> None:
        """Keep the text of a page that was rendered: the next start need not load what renders."""
        if (text := self._texts.get((page.markdown, width, page.is_dim, page.is_part))) is not None:
            self.kept.keep(_name(page.markdown, width, _palette_of(page, palette)), pack(text))

    def clear(self) -> None:
        """Forget the pages of this run."""
        self._pages.clear()
        self._texts.clear()

    def _text(self, page: Page, width: int, palette: Palette) -> Lines:
        name = page.markdown, width, page.is_dim, page.is_part
        text = self._texts.get(name)
        if text is not None:
            self._texts.move_to_end(name)
            return text
        palette = _palette_of(page, palette)
        if not self._texts and (packed := self.kept.recall(_name(page.markdown, width, palette))) is not None:
            text = unpack(packed)
        if text is None:
            # Parser and painter are a fifth of what a start may take, and the first page was rendered before.
            from digest_tui.ui.reader.page_renderer import paint_text

            text = paint_text(page.markdown, width, palette)
        _put(self._texts, name, text)
        return text


def _palette_of(page: Page, palette: Palette) -> Palette:
    """The styles of a page: a part of a paper is of one facet, whatever is named in it."""
    if page.is_part:
        palette = palette._replace(facets={})
    return palette._replace(text=palette.text + palette.dim) if page.is_dim else palette


def _put(cache: OrderedDict[Any, Any], key: object, value: object) -> None:
    cache[key] = value
    while len(cache) > CACHED_PAGES:
        cache.popitem(last=False)


def _name(markdown: str, width: int, palette: Palette) -> str:
    return blake2b(repr((markdown, width, list(map(str, palette)))).encode("utf-8", "replace")).hexdigest()
