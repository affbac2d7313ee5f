"""Blocks as running text on one line, for rows: without marks, the words in bold known by their place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest_tui.markup import blocks

BETWEEN = " · "
"""Stands between the items of a list."""
_CELLS = " | "


class RunningText(NamedTuple):
    """Text on one line."""

    text: str
    strong: tuple[tuple[int, int], ...] = ()
    """Words in bold: characters `[start, end)`."""


class _Piece(NamedTuple):
    text: str
    is_strong: bool = False


class _Stretch(NamedTuple):
    """What one block says."""

    pieces: tuple[_Piece, ...]
    begins_item: bool = False


def running_text(parts: Iterable[blocks.Block]) -> RunningText:
    """Return the words of blocks in one line; a picture is named only where there is nothing else."""
    parts = tuple(parts)
    stretches = [stretch for block in parts for stretch in _of_block(block)]
    if not stretches:
        stretches = [stretch for block in parts for stretch in _pictures(block)]
    text = ""
    strong: list[tuple[int, int]] = []
    for stretch in stretches:
        if text:
            # What is announced by a colon follows it.
            text += BETWEEN if stretch.begins_item and not text.endswith((":", "：")) else " "
        for words, is_strong in _folded(stretch.pieces):
            if is_strong:
                strong.append((len(text), len(text) + len(words)))
            text += words
    return RunningText(text, tuple(strong))


def _folded(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces with their white space folded, none at the beginning or the end."""
    folded: list[_Piece] = []
    for text, is_strong in pieces:
        words = " ".join(text.split())
        before = " " if folded and text[:1].isspace() and not folded[-1].text.endswith(" ") else ""
        after = " " if words and text[-1:].isspace() else ""
        if before + words:
            folded.append(_Piece(before + words + after, is_strong))
    if folded:
        folded[-1] = folded[-1]._replace(text=folded[-1].text.rstrip())
    return iter(folded)


def _of_block(block: blocks.Block) -> Iterator[_Stretch]:
    match block:
        case blocks.Heading(_, content) | blocks.Paragraph(content):
            yield from _stretch(_pieces(content, is_strong=isinstance(block, blocks.Heading)))
        case blocks.Quote(quoted):
            for inner in quoted:
                yield from _of_block(inner)
        case blocks.BulletList(items) | blocks.OrderedList(items):
            for item in items:
                yield from _of_item(item)
        case blocks.Table(header, rows):
            for row in (header, *rows):
                cells = [words for cell in row if (words := "".join(piece.text for piece in _pieces(cell)).strip())]
                yield from _stretch([_Piece(_CELLS.join(cells))], begins_item=row is not header)
        case blocks.Code(text) | blocks.Html(text):
            yield from _stretch([_Piece(text)])
        case blocks.Equation(text, kind):
            yield from _stretch([_Piece(text if kind == "unicode" else f"${text}$")])


def _of_item(item: blocks.ListItem) -> Iterator[_Stretch]:
    stretches = [stretch for block in item.blocks for stretch in _of_block(block)]
    if not stretches:
        return
    first = stretches[0]
    number = () if item.number is None else (_Piece(f"{item.number}. "),)
    yield _Stretch((*number, *first.pieces), begins_item=True)
    yield from stretches[1:]


def _pictures(block: blocks.Block) -> Iterator[_Stretch]:
    if isinstance(block, blocks.Media):
        yield from _stretch([_Piece(f"[{block.kind}: {block.alt or block.src}]")])


def _stretch(pieces: Iterable[_Piece], *, begins_item: bool = False) -> Iterator[_Stretch]:
    kept = tuple(pieces)
    if any(piece.text.strip() for piece in kept):
        yield _Stretch(kept, begins_item)


def _pieces(content: blocks.Content, *, is_strong: bool = False) -> Iterator[_Piece]:
    for inline in content:
        match inline:
            case blocks.Span():
                yield _Piece(inline.words, is_strong or inline.bold)
            case blocks.LineBreak():
                yield _Piece(" ", is_strong)
