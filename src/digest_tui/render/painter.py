"""Blocks to a painting."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import urlsplit

from rich.cells import cell_len
from rich.style import Style

from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Code,
    Content,
    Equation,
    Heading,
    Html,
    ListItem,
    Media,
    MediaKind,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Table,
    text_of,
)
from digest_tui.markup.leads import split_lead
from digest_tui.model.facets import facet_of
from digest_tui.render.canvas import Canvas
from digest_tui.render.cells import fit
from digest_tui.render.code import code_lines
from digest_tui.render.inline import MEDIA_MARKS, InlinePainter
from digest_tui.render.lines import Anchor, Painting, Run
from digest_tui.render.palette import Palette
from digest_tui.render.table import table_lines
from digest_tui.render.wrap import MIN_WIDTH, wrap_joined

MAX_CLOSE = 2
"""Lines of an item up to which the items of a list stand close together."""

_BULLETS = "•◦▪"
_BAR = "▎ "
_EQUATION_INDENT = "    "
_NOTHING_SAID = re.compile(
    r"(?:정보 ?(?:부족|없음)|해당 ?없음|N/?A|None|Not (?:provided|specified|mentioned))\.?", re.IGNORECASE
)


def paint(blocks: Sequence[Block], width: int, palette: Palette) -> Painting:
    """The blocks as lines of at most `width` cells (`MIN_WIDTH` if that is more)."""
    painter = _Painter(max(width, MIN_WIDTH), palette)
    painter.stack(blocks, palette.text)
    return painter.finish()


class _Painter:
    def __init__(self, width: int, palette: Palette) -> None:
        self._palette = palette
        self._canvas = Canvas(width)
        self._inline = InlinePainter(palette)
        self._media: list[Anchor] = []
        self._starts: list[int] = []
        self._over: list[tuple[int, bool]] = []
        """The levels of the headings that are open, and whether what is below them is about a facet."""
        self._bullet_depth = 0

    def finish(self) -> Painting:
        return Painting(
            tuple(self._canvas.lines),
            self._inline.links,
            tuple(self._media),
            tuple(self._starts),
        )

    def stack(self, blocks: Sequence[Block], style: Style, *, tight: bool = False, in_item: bool = False) -> None:
        """Paint blocks one below the other; a heading stands close to what it is the heading of."""
        above: Block | None = None
        for block in blocks:
            close = tight or isinstance(above, Heading) or (isinstance(above, Media) and isinstance(block, Media))
            if above is not None and not (close and not isinstance(block, Heading)):
                self._canvas.put(())
            self._block(block, style, opens_item=in_item and above is None)
            above = block

    def _block(self, block: Block, style: Style, *, opens_item: bool) -> None:
        canvas, palette = self._canvas, self._palette
        self._starts.append(len(canvas.lines))
        match block:
            case Heading(level, content):
                self._heading(level, content)
            case Paragraph(content):
                self._paragraph(content, style, labels=opens_item)
            case Quote(blocks):
                bar = Run(_BAR, palette.text + palette.quote_bar, is_margin=True)
                with canvas.indented(bar, bar):
                    self.stack(blocks, style + palette.quote)
            case BulletList(items, tight):
                self._bullets(items, tight, style)
            case OrderedList(items, tight):
                self._numbers(items, tight, style)
            case Code():
                canvas.put_joined(code_lines(block, canvas.room, palette))
            case Equation(text):
                margin = Run(_EQUATION_INDENT, palette.text, is_margin=True)
                with canvas.indented(margin, margin):
                    canvas.put_joined(wrap_joined([Run(text, style + self._inline.formula)], canvas.room))
            case Table():
                canvas.put_all(table_lines(block, canvas.room, style, palette, self._inline))
            case Rule():
                canvas.put((Run("─" * canvas.room, palette.text + palette.rule),))
            case Html(text):
                canvas.put_joined(wrap_joined([Run(text, style + palette.html)], canvas.room))
            case Media():
                self._placeholder(block, style)

    def _heading(self, level: int, content: Content) -> None:
        palette = self._palette
        role = {1: palette.heading1, 2: palette.heading2}.get(level, palette.heading3)
        while self._over and self._over[-1][0] >= level:
            self._over.pop()
        name = self._facet_style(text_of(content))
        self._over.append((level, name is not None or self._is_about_facet))
        style = palette.text + role + name if name is not None else palette.text + role
        self._canvas.put_joined(wrap_joined(self._inline.runs(content, style), self._canvas.room))

    def _paragraph(self, content: Content, style: Style, *, labels: bool) -> None:
        palette = self._palette
        lead, rest = split_lead(content, labels=labels)
        name = self._facet_style(text_of(lead).strip("*:： ")) if lead else None
        if not lead and _NOTHING_SAID.fullmatch(text_of(content).strip()):
            style += palette.dim
        named = style + palette.lead + name if name is not None else style + palette.lead
        runs = [
            *(run._replace(style=named) for run in self._inline.runs(lead, style)),
            *self._inline.runs(rest, style),
        ]
        self._canvas.put_joined(wrap_joined(runs, self._canvas.room))

    @property
    def _is_about_facet(self) -> bool:
        return bool(self._over) and self._over[-1][1]

    def _facet_style(self, name: str) -> Style | None:
        """The colour of what a heading or lead begins; None within a part that has one: the outermost name wins."""
        facets = self._palette.facets
        if not facets or self._is_about_facet or (facet := facet_of(name)) is None:
            return None
        return facets[facet]

    def _bullets(self, items: Sequence[ListItem], tight: bool, style: Style) -> None:
        bullet = _BULLETS[self._bullet_depth % len(_BULLETS)] + " "
        self._bullet_depth += 1
        self._items([(bullet if item.checked is None else "", item) for item in items], tight, style)
        self._bullet_depth -= 1

    def _numbers(self, items: Sequence[ListItem], tight: bool, style: Style) -> None:
        digits = max((len(str(item.number)) for item in items), default=1)
        self._items([(f"{item.number:>{digits}}. ", item) for item in items], tight, style)

    def _items(self, items: Sequence[tuple[str, ListItem]], tight: bool, style: Style) -> None:
        starts = []
        for index, (marker, item) in enumerate(items):
            if index and not tight:
                self._canvas.put(())
            starts.append(len(self._canvas.lines))
            box = "" if item.checked is None else "☑ " if item.checked else "☐ "
            first = Run(marker + box, self._palette.text + self._palette.bullet)
            rest = Run(" " * len(first.text), self._palette.text, is_margin=True)
            with self._canvas.indented(first, rest):
                self.stack(item.blocks, style, tight=tight, in_item=True)
        ends = [*starts[1:], len(self._canvas.lines)]
        if tight and any(end - start > MAX_CLOSE for start, end in zip(starts, ends, strict=True)):
            self._part(starts[1:])

    def _part(self, starts: Sequence[int]) -> None:
        """Put an empty line before each of these."""
        for start in reversed(starts):
            self._canvas.blank_before(start)
        self._media = [media._replace(line=media.line + bisect_right(starts, media.line)) for media in self._media]
        self._starts = [line + bisect_right(starts, line) for line in self._starts]

    def _placeholder(self, media: Media, style: Style) -> None:
        kind, host = media.kind.capitalize(), _host(media.src)
        words = [kind, media.alt or ("" if media.kind == "video" else _file_name(media.src)), host]
        text = _labelled(media.kind, words)
        if cell_len(text) > self._canvas.room and not media.alt:
            # Names of uploaded files say little: where the picture comes from says more.
            text = _labelled(media.kind, [kind, host])
        text = fit(text, self._canvas.room)
        self._media.append(Anchor(len(self._canvas.lines), media.src))
        self._canvas.put((Run(text, style + self._palette.picture, self._inline.number(media.href or media.src)),))


def _labelled(kind: MediaKind, words: Sequence[str]) -> str:
    return f"{MEDIA_MARKS[kind]} {' · '.join(filter(None, words))}"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _file_name(url: str) -> str:
    return "" if url.startswith("data:") else url.partition("?")[0].rstrip("/").rpartition("/")[2]
