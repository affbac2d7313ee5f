"""What a reader of plain CommonMark makes of Markdown that we wrote."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest_tui.markup import blocks as typed
from digest_tui.markup.blocks import Block, Content

READER = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])


def tokens_of(markdown: str) -> list[Token]:
    """Every token, those within lines included."""
    return [part for token in READER.parse(markdown) for part in (token, *(token.children or ()))]


def letters(text: str) -> str:
    """What is read of a text: without white space, and without what has no width."""
    return re.sub(r"[\s\u200b]+", "", text)


def words_read(markdown: str) -> str:
    """The letters that somebody reads."""
    kinds = ("text", "text_special", "code_inline", "fence", "code_block", "html_block", "html_inline")
    return letters("".join(token.content for token in tokens_of(markdown) if token.type in kinds))


def words_meant(blocks: Iterable[Block]) -> str:
    """The letters of typed blocks as they should be read."""
    return letters("".join(_of_block(block) for block in blocks))


def _of_block(block: Block) -> str:
    match block:
        case typed.Heading(_, content) | typed.Paragraph(content):
            return _of_content(content)
        case typed.Quote(blocks):
            return "".join(map(_of_block, blocks))
        case typed.BulletList(items) | typed.OrderedList(items):
            boxes = {True: "☑", False: "☐", None: ""}
            return "".join(boxes[item.checked] + "".join(map(_of_block, item.blocks)) for item in items)
        case typed.Code(text) | typed.Html(text):
            return text
        case typed.Equation(text, kind):
            return f"$${text}$$" if kind == "tex" else text
        case typed.Table(header, rows):
            return "".join(_of_content(cell) for row in (header, *rows) for cell in row)
        case typed.Media(kind, alt):
            return f"{kind}: {alt}" if alt.strip() else kind
        case _:
            return ""


def _of_content(content: Content) -> str:
    return "".join(_of_inline(inline) for inline in content)


def _of_inline(inline: typed.Inline) -> str:
    match inline:
        case typed.Span():
            return inline.words
        case typed.Image(alt):
            return f"picture: {alt}" if alt.strip() else "picture"
        case _:
            return ""


def markers(text: str) -> Iterator[str]:
    """Every line that begins or ends a block of ours."""
    yield from (line for line in text.split("\n") if re.match(r"\s*<!--\s*/?digest-tui", line))
