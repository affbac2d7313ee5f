"""A page on which something is marked: the finds of a search, and the heading or lead that was gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.loading import loaded
from digest_tui.ui.reader.carded_view import CardedView
from digest_tui.ui.widgets.strips import overlaid_span

if TYPE_CHECKING:
    from textual.strip import Strip

    from digest_tui.search.finds import Finds
    from digest_tui.session.facet_page import Place
    from digest_tui.ui.reader.page_finds import PageFinds
    from digest_tui.ui.reader.rendered_page import RenderedPage
    from digest_tui.ui.reader.section_mark import SectionMark


class MarkedView(CardedView):
    """Scrolls to what is marked, and draws it."""

    _finds: Finds | None = None
    _found: tuple[RenderedPage, Finds, PageFinds] | None = None
    """The finds of a page, kept while the page and what is looked for are the same."""
    _current: int | None = None
    """The find that was gone to."""
    _section: SectionMark | None = None
    """The heading or lead that was gone to."""
    _part_due: Place | None = None
    """What to go to as soon as there is a size: a pane may be hidden until it is asked for."""

    def forget_marks(self) -> None:
        """Another page is shown: nothing on it was gone to."""
        self._current = self._section = None

    def marked(self, rendered: RenderedPage, index: int) -> Strip:
        """Return a line of the page with its marks."""
        strip, plain = rendered.strips[index], rendered.plain[index]
        if (span := self.part_on(index)) is not None:
            strip = overlaid_span(strip, plain, span, self.line_style("reader--section"))
        if (finds := self.page_finds) is not None:
            for stretch in finds.on_line(index):
                name = "reader--find-current" if stretch.find == self._current else "reader--find"
                strip = overlaid_span(strip, plain, (stretch.start, stretch.end), self.line_style(name))
        return strip

    # Parts

    def go_to_part(self, place: Place) -> None:
        """Scroll to a heading or a lead, and mark it."""
        plain = self.plain_page
        self._part_due = place if plain is None else None
        if plain is not None:
            # Loaded at the first digit.
            self._section = loaded("digest_tui.ui.reader.section_mark:section_mark")(plain, place)
        if self._section is not None:
            self.scroll_to_line(self.line_of(self._section.line))
        self.refresh()

    def on_resize(self) -> None:
        """Go where there was no way to as long as there was no size."""
        if self._part_due is not None:
            self.go_to_part(self._part_due)

    def forget_part(self) -> None:
        """Mark no heading any more."""
        if self._section is not None:
            self._section = None
            self.refresh()

    def part_on(self, index: int) -> tuple[int, int] | None:
        """Return the characters of a line that belong to the heading or lead that was gone to; None for none."""
        section = self._section
        if section is None or section.page is not self.plain_page or self.line_of(self.text_line_of(index)) != index:
            return None
        return section.span_on(self.text_line_of(index))

    # Finds

    def set_finds(self, finds: Finds | None) -> None:
        """Mark these on every page, or nothing."""
        if finds is not self._finds:
            self._finds, self._current = finds, None
            self.refresh()

    @property
    def has_finds(self) -> bool:
        """True while something is marked on the page."""
        return bool(self.page_finds)

    def bring_find(self) -> None:
        """Scroll to the first find, unless one is on screen."""
        finds = self.page_finds
        if finds and finds.from_line(self.top) == finds.from_line(self.top + self.page):
            self._bring_line(finds.lines[0])

    def go_to_find(self, by: int) -> str:
        """Go so many finds on, 0 to the first from here, and return what to say; the ends are not passed."""
        finds = self.page_finds
        if not finds:
            return "no match in this paper"
        target = finds.stepped(self._current, by, self.top)
        is_end = by != 0 and target == self._current
        self._current = target
        self._bring_line(finds.lines[target])
        self.refresh()
        where = f"match {target + 1} of {len(finds)}"
        if not is_end:
            return where
        return f"{where}, the {'last' if by > 0 else 'first'} in this paper · Esc clears the marks"

    def forget_find(self) -> None:
        """The text is another one: none of its finds was gone to."""
        self._current = None

    def keep_current(self, former: PageFinds | None) -> None:
        """Stay at the find that was gone to, of the same text under another header."""
        if self._current is not None and former is not None and self.page_finds is not None:
            self._current = self.page_finds.same_as(self._current, former)

    @property
    def page_finds(self) -> PageFinds | None:
        """The finds on the page that is shown; None while nothing is looked for."""
        rendered = self.rendered
        if rendered is None or self._finds is None or self.card is not None:
            return None
        if self._found is None or self._found[0] is not rendered or self._found[1] is not self._finds:
            # Loaded at the first search.
            page_finds: PageFinds = loaded("digest_tui.ui.reader.page_finds:PageFinds")(rendered, self._finds)
            self._found = rendered, self._finds, page_finds
        return self._found[2]

    def _bring_line(self, line: int) -> None:
        if not self.top <= line < self.top + self.page:
            self.scroll_to_line(line - self.page // 3)
