"""One paper's Markdown to typed blocks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it.token import Token

from digest_tui.markup.blocks import (
    Alignment,
    Block,
    BulletList,
    Code,
    Content,
    Equation,
    Heading,
    Html,
    Image,
    ListItem,
    Media,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    text_of,
)
from digest_tui.markup.dialect import MAX_CELLS, MAX_NESTING, dialect
from digest_tui.markup.html import media_kind, media_only
from digest_tui.markup.inline import inline_content
from digest_tui.markup.text_tags import is_text
from digest_tui.text import sanitize

MAX_CHARACTERS = 256 * 1024
"""Characters of Markdown that are laid out at once; what follows is left out and said to be."""

_WHOLE = "| opens the whole file in $PAGER."
_TAB = 4
_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}
_CHECKBOX = re.compile(r"\[([ xX])\] +")


class Located(NamedTuple):
    """Blocks, and where they stand."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    """The lines of the Markdown, counted from 0, on which blocks begin: outer before inner ones, as they are painted.

    What is said behind the text has none.
    """


def parse(markdown: str, *, tex: bool = False) -> tuple[Block, ...]:
    """Read the blocks of a paper or preface, in order; never raise. With `tex` formulas stay TeX.

    What could not be laid out (text beyond `MAX_CHARACTERS`, tables beyond `MAX_CELLS`, nesting beyond `MAX_NESTING`)
    is named in a last paragraph.
    """
    return parse_located(markdown, tex=tex).blocks


def parse_located(markdown: str, *, tex: bool = False) -> Located:
    """Read the blocks as `parse` does, with their lines."""
    source = sanitize(markdown)
    notes = []
    if len(source) > MAX_CHARACTERS:
        source = source[: max(source.rfind("\n", 0, MAX_CHARACTERS), 0) or MAX_CHARACTERS]
        notes.append(f"Shown in part: the text is longer than {MAX_CHARACTERS:,} characters. {_WHOLE}")
    env: dict[str, Any] = {"tex": tex}
    try:
        tokens = dialect().parse(source, env)
        nested = max((token.level for token in tokens), default=0)
    except Exception:  # A hostile text that trips the library is still a text to be read.
        nested = MAX_NESTING
    # markdown-it drops what lies below its deepest level, and two levels make a list.
    if nested >= MAX_NESTING - 2:
        blocks: tuple[Block, ...] = (Code(source.expandtabs(_TAB)),)
        lines = [0]
        notes.append(f"Shown as written: the text is nested too deeply to be laid out. {_WHOLE}")
    else:
        reader = _Reader(tokens)
        blocks, lines = reader.blocks(), reader.lines
        blocks += _unused_references(source, env, tokens)
    if "tables_left" in env:
        notes.append(f"Tables beyond {MAX_CELLS:,} cells are shown as written. {_WHOLE}")
    return Located((*blocks, *(Paragraph((Span(note, italic=True),)) for note in notes)), tuple(lines))


class _Reader:
    """Walks the flat list of block tokens once, from opening to closing token."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self.lines: list[int] = []
        """The first line of each block so far, outer before inner ones."""

    def blocks(self, closing: str = "") -> tuple[Block, ...]:
        """Read the blocks up to a closing token, or to the end."""
        return tuple(self._read(closing))

    def _read(self, closing: str) -> Iterator[Block]:
        while (token := self._advance()) is not None and token.type != closing:
            line = token.map[0] if token.map else self.lines[-1] if self.lines else 0
            match token.type:
                case "paragraph_open":
                    yield from self._noted(_paragraph(self._inline()), line)
                    continue
                case "html_block":
                    yield from self._noted(_html(token.content), line)
                    continue
            count = len(self.lines)
            self.lines.append(line)
            match token.type:
                case "heading_open":
                    yield Heading(int(token.tag[1:]), self._inline())
                case "blockquote_open":
                    yield Quote(self.blocks("blockquote_close"))
                case "bullet_list_open":
                    items, tight = self._items("bullet_list_close")
                    yield BulletList(items, tight)
                case "ordered_list_open":
                    items, tight = self._items("ordered_list_close")
                    yield OrderedList(_numbered(items), tight)
                case "fence" | "code_block":
                    language = token.info.split(maxsplit=1)[0].casefold() if token.info.strip() else ""
                    yield Code(_lines(token.content), sanitize(language))
                case "math_block":
                    yield Equation(_lines(sanitize(token.content)), "unicode" if token.info == "unicode" else "tex")
                case "hr":
                    yield Rule()
                case "table_open":
                    yield self._table()
                case _:
                    del self.lines[count:]

    def _noted(self, blocks: Iterator[Block], line: int) -> Iterator[Block]:
        for block in blocks:
            self.lines.append(line)
            yield block

    def _advance(self) -> Token | None:
        if self._next >= len(self._tokens):
            return None
        self._next += 1
        return self._tokens[self._next - 1]

    def _inline(self) -> Content:
        """Read the content of the inline token that comes now; the closing token after it is passed over."""
        token = self._tokens[self._next]
        self._next += 2
        return inline_content(token.children or ())

    def _items(self, closing: str) -> tuple[tuple[ListItem, ...], bool]:
        items = []
        tight = True
        while (token := self._advance()) is not None and token.type != closing:
            first = self._tokens[self._next]
            tight = tight and (first.type != "paragraph_open" or first.hidden)
            number = int(token.info) if token.info.isdecimal() else None
            items.append(_task(ListItem(self.blocks("list_item_close"), number=number)))
        return tuple(items), tight

    def _table(self) -> Table:
        rows: list[tuple[Content, ...]] = []
        cells: list[Content] = []
        alignments: list[Alignment] = []
        while (token := self._advance()) is not None and token.type != "table_close":
            if token.type in {"th_open", "td_open"}:
                if token.type == "th_open":
                    alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style", "")).removeprefix("text-align:")))
                cells.append(self._inline())
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return Table(rows[0], tuple(rows[1:]), tuple(alignments))


def _lines(text: str) -> str:
    return text.expandtabs(_TAB).rstrip("\n")


def _html(content: str) -> Iterator[Block]:
    """Yield the pictures that HTML consists of, its words where all tags say how they look, or the HTML as text."""
    if media := media_only(content):
        yield from media
    elif is_text(content):
        (line,) = dialect().parseInline(content.strip())
        words = inline_content(line.children or ())
        # A line break on its own is no more than the end of the block.
        if text_of(words).strip():
            yield from _paragraph(words)
    else:
        yield Html(_lines(content))


def _paragraph(content: Content) -> Iterator[Block]:
    """Yield a paragraph, or the pictures it consists of."""
    pictures = [inline for inline in content if isinstance(inline, Image)]
    words = any(isinstance(inline, Span) and inline.text.strip() for inline in content)
    if pictures and not words:
        yield from (Media(media_kind(picture.src), picture.alt, picture.src, picture.href) for picture in pictures)
    else:
        yield Paragraph(content)


def _task(item: ListItem) -> ListItem:
    """Return the item with its checkbox taken out of its words."""
    match item.blocks:
        case (Paragraph((Span() as first, *others)), *blocks) if box := _CHECKBOX.match(first.text):
            words = first._replace(text=first.text[box.end() :])
            return item._replace(blocks=(Paragraph((words, *others)), *blocks), checked=box.group(1) != " ")
    return item


def _numbered(items: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
    """Number the items as the author did where that rises, else counted on from the first, as CommonMark does."""
    numbers = [item.number or 0 for item in items]
    if all(low < high for low, high in pairwise(numbers)):
        return items
    return tuple(item._replace(number=numbers[0] + index) for index, item in enumerate(items))


def _unused_references(source: str, env: dict[str, Any], tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return definitions `[label]: target` that no link uses, as written: markdown-it shows them nowhere."""
    definitions = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    if not definitions:
        return ()
    children = [child for token in tokens for child in token.children or ()]
    used = {child.attrs.get("href", child.attrs.get("src")) for child in children}
    lines = source.split("\n")
    maps = sorted(definition["map"] for definition in definitions if definition["href"] not in used)
    return tuple(Paragraph((Span(" ".join(" ".join(lines[first:last]).split())),)) for first, last in maps)
