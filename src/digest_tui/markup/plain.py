"""Blocks as readable text without styles, for pipes and for screens that cannot draw."""

from collections.abc import Iterable
from itertools import zip_longest

from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Code,
    Content,
    Equation,
    Heading,
    Html,
    Image,
    LineBreak,
    ListItem,
    Media,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)


def plain_text(blocks: Iterable[Block]) -> str:
    """Write the blocks as text, a blank line between any two; lines are as long as the author made them."""
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return f"{'#' * level} {_words(content)}"
        case Paragraph(content):
            return _words(content)
        case Quote(blocks):
            return _indented(plain_text(blocks), "> ", "> ")
        case BulletList(items, tight) | OrderedList(items, tight):
            return ("\n" if tight else "\n\n").join(_item(item, tight) for item in items)
        case Code(text):
            return _indented(text, "    ", "    ")
        case Equation(text, kind):
            return _indented(text, "    ", "    ") if kind == "unicode" else f"$$\n{text}\n$$"
        case Table(header, rows):
            return "\n".join(" | ".join(_words(cell).replace("\n", " ") for cell in row) for row in (header, *rows))
        case Rule():
            return "---"
        case Html(text):
            return text
        case Media(kind, alt, src):
            return f"[{kind}: {' '.join(filter(None, (alt, src)))}]"


def _item(item: ListItem, tight: bool) -> str:
    marker = "- " if item.number is None else f"{item.number}. "
    box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
    text = ("\n" if tight else "\n\n").join(_block(block) for block in item.blocks)
    return _indented(text, marker + box, " " * len(marker))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{rest if index else first}{line}".rstrip() for index, line in enumerate(lines))


def _words(content: Content) -> str:
    words = []
    for inline, following in zip_longest(content, content[1:]):
        match inline:
            case Span(text=text, href=href):
                words.append(inline.words)
                # A link of several spans (code within it) has one target.
                ends = not isinstance(following, Span) or following.href != href
                if href is not None and ends and href not in (text, f"mailto:{text}"):
                    words.append(f" <{href}>")
            case Image(alt, src):
                words.append(f"[picture: {' '.join(filter(None, (alt, src)))}]")
            case LineBreak():
                words.append("\n")
    return "".join(words)
