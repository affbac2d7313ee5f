"""The styles a painting is made of, by role."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style

from digest_tui.model.facet import Facet

_PLAIN = Style.null()


class Palette(NamedTuple):
    """One style for every role; whoever knows the theme makes it.

    `text` lies under everything; the others are laid over it and need only say what is different.
    """

    text: Style
    dim: Style
    """Placeholders of empty sections, notes that carry no news."""
    heading1: Style
    heading2: Style
    heading3: Style
    """Level 3 and deeper."""
    strong: Style
    emphasis: Style
    strike: Style
    lead: Style
    """The words that name a bullet."""
    link: Style
    code: Style
    """Code among words."""
    code_block: Style
    """Lines of code; its background fills the whole width."""
    quote: Style
    quote_bar: Style
    bullet: Style
    """Bullets, numbers and checkboxes."""
    rule: Style
    table_header: Style
    table_border: Style
    html: Style
    """Raw HTML that is shown as text."""
    picture: Style
    """The placeholder of a picture or video."""
    # What code consists of, where its language is known.
    code_comment: Style = _PLAIN
    code_keyword: Style = _PLAIN
    code_string: Style = _PLAIN
    code_number: Style = _PLAIN
    facets: Mapping[Facet, Style] = {}
    """The colours of headings and leads that say what their text is about."""
