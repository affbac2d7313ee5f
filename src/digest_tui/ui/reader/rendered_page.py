"""A page painted for a width: header, body, and what stands where; also as bytes, to be kept."""

from __future__ import annotations

from typing import NamedTuple

from rich.errors import StyleSyntaxError
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.checked_marshal import dumps, loads


class HeaderStyles(NamedTuple):
    """How the lines above the Markdown look."""

    title: Style
    byline: Style
    link: Style


class Sheet(NamedTuple):
    """The lines of a page."""

    strips: tuple[Strip, ...]
    plain: tuple[str, ...]
    """The same lines as text, for selection."""
    links: tuple[str, ...]
    """Targets of the `link` meta of the strips."""
    body: int
    """Index of the first line of the paper's own text."""
    end: int
    """Index after the last line of the paper's own text: a reader who sees it has seen the paper."""


def pack(sheet: Sheet) -> bytes:
    """A sheet as bytes."""
    styles: dict[tuple[str, int | None], int] = {}
    lines = []
    for strip in sheet.strips:
        runs = []
        for text, style, _ in strip:
            look = (str(style or ""), style.meta.get("link") if style else None)
            runs.append((text, styles.setdefault(look, len(styles))))
        lines.append((strip.cell_length, tuple(runs)))
    return dumps((list(styles), lines, sheet.plain, sheet.links, sheet.body, sheet.end))


def unpack(packed: bytes) -> Sheet | None:
    """From bytes; None where they are no sheet."""
    try:
        looks, lines, plain, links, body, end = loads(packed)
        styles = [_style(look, link) for look, link in looks]
        strips = tuple(Strip([Segment(text, styles[at]) for text, at in runs], cells) for cells, runs in lines)
        return Sheet(strips, plain, links, body, end)
    except (ValueError, TypeError, EOFError, LookupError, StyleSyntaxError):
        return None


def _style(look: str, link: int | None) -> Style:
    style = Style.parse(look)
    return style if link is None else style + Style.from_meta({"link": link})
