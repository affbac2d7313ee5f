"""A page painted for a width: the text of a paper, which may be kept as bytes, and the lines around it."""

from __future__ import annotations

from typing import NamedTuple

from rich.errors import StyleSyntaxError
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.checked_marshal import dumps, loads


class HeaderStyles(NamedTuple):
    """Styles of the lines above the Markdown."""

    title: Style
    byline: Style
    link: Style
    note: Style
    """The person's own words, and keys."""
    mark: Style
    star: Style
    rule: Style


class Lines(NamedTuple):
    """Painted lines."""

    strips: tuple[Strip, ...]
    plain: tuple[str, ...]
    """The same lines as text, for selection."""
    links: tuple[str, ...]
    """Targets of the `link` meta of the strips."""
    joints: tuple[str | None, ...]
    """The text between each line and the one above, where one was broken into both; None where it was not."""
    spans: tuple[tuple[int, int], ...]
    """The characters `[start, end)` of each line's text, without bars and indents."""
    media: tuple[tuple[int, str], ...]
    """The lines that stand for a picture or a video each, with its URL."""
    starts: tuple[tuple[int, int], ...] = ()
    """For each block the line of the Markdown on which it begins, and the first that was painted of it."""


class RenderedPage(NamedTuple):
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
    joints: tuple[str | None, ...]
    """The text between each line and the one above, where one was broken into both; None where it was not."""
    spans: tuple[tuple[int, int], ...]
    """The characters `[start, end)` of each line's text, without bars and indents."""
    media: tuple[tuple[int, str], ...]
    """The lines that stand for a picture or a video each, with its URL."""
    text: Lines
    """The paper's own text alone."""


def pack(lines: Lines) -> bytes:
    """Lines as bytes."""
    styles: dict[tuple[str, int | None], int] = {}
    packed = []
    for strip in lines.strips:
        runs = []
        for text, style, _ in strip:
            line_style = (str(style or ""), style.meta.get("link") if style else None)
            runs.append((text, styles.setdefault(line_style, len(styles))))
        packed.append((strip.cell_length, tuple(runs)))
    return dumps((list(styles), packed, *lines[1:]))


def unpack(packed: bytes) -> Lines | None:
    """From bytes; None where they are no lines."""
    try:
        line_styles, lines, plain, links, joints, spans, media, starts = loads(packed)
        styles = [_style(line_style, link) for line_style, link in line_styles]
        strips = tuple(Strip([Segment(text, styles[at]) for text, at in runs], cells) for cells, runs in lines)
        return Lines(strips, plain, links, joints, spans, media, starts)
    except (ValueError, TypeError, EOFError, LookupError, StyleSyntaxError):
        return None


def _style(line_style: str, link: int | None) -> Style:
    style = Style.parse(line_style)
    return style if link is None else style + Style.from_meta({"link": link})
