"""A page that is one facet of a paper: what is named in it is its text."""

import pytest
from rich.style import Style

from digest_tui.model.facet import Facet
from digest_tui.render.ansi import PALETTE
from digest_tui.session.page import FacetName, Page
from digest_tui.ui.reader.page_cache import PageCache
from digest_tui.ui.reader.page_frame import Frame
from digest_tui.ui.reader.rendered_page import HeaderStyles

OWN = Style(color="cyan")
STYLES = PALETTE._replace(facets=dict.fromkeys(Facet, OWN)), HeaderStyles(*[Style()] * 7)
WHOLE = Page("제목", "- **Motivation:** 바람\n")


def color_of_lead(page: Page) -> object:
    """The colour in which its first lead is drawn."""
    rendered = PageCache().get(page, Frame(60), lambda: STYLES)
    return next(style.color for strip in rendered.strips for text, style, _ in strip if "Motivation" in text and style)


def test_a_lead_of_a_whole_paper_has_the_colour_of_its_facet() -> None:
    assert color_of_lead(WHOLE) == OWN.color


@pytest.mark.parametrize(
    "part",
    [
        WHOLE._replace(lens=Facet.RESULTS),
        WHOLE._replace(facets=(FacetName(Facet.RESULTS, is_shown=True, is_missing=False),)),
    ],
)
def test_a_lead_within_a_facet_is_its_text(part: Page) -> None:
    assert color_of_lead(part) == PALETTE.lead.color
