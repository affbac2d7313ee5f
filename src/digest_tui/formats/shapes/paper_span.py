"""Paper spans: parts of a document that are one paper each, before their fields are read."""

from dataclasses import dataclass

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.words.days import NOTHING, PartialDate
from digest_tui.model.periods import Dated


@dataclass(frozen=True, slots=True)
class PaperSpan:
    """The lines of one paper, its title, and what the shape they have says about it."""

    first: int
    last: int
    title: str
    shape: str
    """The shape in words for a person: `heading of level 3`."""
    link: str | None = None
    paper: str | None = None
    """The identifier of the paper, as `anchors.paper_of` writes it."""
    sections: tuple[Heading, ...] = ()
    title_is_whole: bool = True
    """True when its first line says nothing but the title."""
    named: int | None = None
    """The line of the title, where that is not the first."""
    votes: int | None = None
    authors: tuple[str, ...] = ()
    day: PartialDate = NOTHING
    """The date, or the part of one, in its row or line."""
    listed: Dated | None = None
    """The day, week or month it is listed under, as the headings above it say."""
    version: int | None = None
    """The version of the arXiv paper where something beside its lines says it."""
    own_text: str | None = None
    """Its part of the lines, where several papers share them."""
    excerpt: str | None = None
