"""Painting a card: the names of its facets in place of the rule, and no authors below."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.style import Style

from digest_tui.render.cells import wrap_plain_joined
from digest_tui.session.page import FacetName, Page
from digest_tui.ui.reader.line_builder import LineBuilder
from digest_tui.ui.reader.page_frame import Frame, framed
from digest_tui.ui.reader.rendered_page import HeaderStyles, Lines, RenderedPage

_BETWEEN = "   "
_MOST_LINES = 6
"""Lines of a sentence that stands in for a facet."""


def framed_card(
    page: Page, text: Lines, frame: Frame, header: HeaderStyles, style: Callable[[str], Style]
) -> RenderedPage:
    """Paint what stands above a painted text."""
    whole = framed(page, text, frame, header)
    names = LineBuilder()
    names.blank()
    if page.facets:
        names.line(_facets(page.facets, frame.width, header, style))
        names.blank()
    if page.lacking:
        names.line([(page.lacking, header.byline, None)])
    if page.lacking and page.facets:
        stand_in = LineBuilder()
        stand_in.wrapped(wrap_plain_joined(page.markdown, frame.width, _MOST_LINES), header.byline)
        text = stand_in.lines()
    above = names.lines()
    # The last line of the head is a rule, which parts a header from a whole text.
    head, rule = whole.body - 1, len(above.strips)
    body = head + rule
    return RenderedPage(
        whole.strips[:head] + above.strips + text.strips,
        whole.plain[:head] + above.plain + text.plain,
        whole.links,
        body,
        body + len(text.strips),
        whole.joints[:head] + above.joints + text.joints,
        whole.spans[:head] + above.spans + text.spans,
        tuple((body + line, url) for line, url in text.media),
        text,
    )


def _facets(
    facets: tuple[FacetName, ...], width: int, header: HeaderStyles, style: Callable[[str], Style]
) -> list[tuple[str, Style, str | None]]:
    """`1 Introduction   2 Method   Results`: what is missing has no key; where not all have room, the one shown."""
    words = list(map(_name, facets))
    has_room = sum(map(cell_len, words)) + len(_BETWEEN) * (len(words) - 1) <= width
    runs: list[tuple[str, Style, str | None]] = []
    for text, name in zip(words, facets, strict=True):
        if not (has_room or name.is_shown):
            continue
        if runs:
            runs.append((_BETWEEN, header.byline, None))
        shown = style(f"facet--{name.facet}") + Style(underline=True)
        hidden = style("reader--dim") if name.is_missing else header.byline
        runs.append((text, shown if name.is_shown else hidden, None))
    return runs


def _name(name: FacetName) -> str:
    word = name.facet.capitalize()
    return word if name.is_missing and not name.is_shown else f"{name.facet.key} {word}"
