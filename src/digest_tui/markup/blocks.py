"""The typed blocks one paper's Markdown is read into; a screen paints them, `plain` writes them as text.

Named tuples, for a start makes these classes: as dataclasses that takes as long as painting the first paper.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Alignment: TypeAlias = Literal["left", "center", "right"] | None
MediaKind: TypeAlias = Literal["picture", "video"]
FormulaKind: TypeAlias = Literal["unicode", "tex"]
"""How a formula is written: in Unicode that says the same, or as its author did, without the marks around it."""


class Span(NamedTuple):
    """A run of text of one kind, without line ends or tabs."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    underline: bool = False
    href: str | None = None
    """The link's target as written: data, never opened as it stands."""
    formula: FormulaKind | None = None

    @property
    def words(self) -> str:
        """The text without styles: a formula that is not in Unicode has marks around it, as its author wrote it."""
        return f"${self.text}$" if self.formula == "tex" else self.text


class Image(NamedTuple):
    """A picture among words."""

    alt: str
    src: str
    href: str | None = None
    """Target of the link that the picture stands in, as badges do."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end the author asked for."""


Inline: TypeAlias = Span | Image | LineBreak
Content: TypeAlias = tuple[Inline, ...]


class Heading(NamedTuple):
    """A heading of level 1 to 6."""

    level: int
    content: Content


class Paragraph(NamedTuple):
    """Words that belong together."""

    content: Content


class Quote(NamedTuple):
    """A block quotation."""

    blocks: "tuple[Block, ...]"


class ListItem(NamedTuple):
    """One item of a list."""

    blocks: "tuple[Block, ...]"
    checked: bool | None = None
    """The state of a task's box, `None` where there is no box."""
    number: int | None = None
    """Number of the item in an ordered list."""


class BulletList(NamedTuple):
    """A list with bullets; `tight` when the author left no blank lines between its items."""

    items: tuple[ListItem, ...]
    tight: bool = True


class OrderedList(NamedTuple):
    """A list with numbers; `tight` when the author left no blank lines between its items."""

    items: tuple[ListItem, ...]
    tight: bool = True


class Equation(NamedTuple):
    """A formula on lines of its own."""

    text: str
    kind: FormulaKind


class Code(NamedTuple):
    """Lines kept as they are, joined by newlines and free of tabs."""

    text: str
    language: str = ""
    """The first word after the fence, lower case; empty where none was given."""


class Table(NamedTuple):
    """A pipe table; every row has as many cells as the header."""

    header: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


class Html(NamedTuple):
    """Raw HTML, kept as visible text."""

    text: str


class Media(NamedTuple):
    """A picture or video that stands on its own."""

    kind: MediaKind
    alt: str
    src: str
    href: str | None = None
    """Target of the link that it stands in."""


Block: TypeAlias = (
    Heading | Paragraph | Quote | BulletList | OrderedList | Code | Equation | Table | Rule | Html | Media
)


def text_of(content: Content) -> str:
    """Return the words of inline content alone: pictures by their alternative text, a line break as a space."""
    words = []
    for inline in content:
        match inline:
            case Span(text=text) | Image(alt=text):
                words.append(text)
            case LineBreak():
                words.append(" ")
    return "".join(words)
