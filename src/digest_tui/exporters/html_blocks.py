"""Typed blocks as HTML in which every character of a digest is text, and nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from digest_tui.exporters.paper_parts import checked
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
    Inline,
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

_BOXES = {True: "☑ ", False: "☐ ", None: ""}


def html_blocks(blocks: Iterable[Block]) -> str:
    """Write blocks, one below the other."""
    return "\n".join(_block(block) for block in blocks)


def html_link(words: str, url: str) -> str:
    """Write a link that tells its target nothing of this page; the words are HTML."""
    return f'<a href="{escape(url)}" rel="noreferrer">{words}</a>'


def html_inline(content: Content) -> str:
    """Write the content of a paragraph, a heading or a cell."""
    written = ""
    for href, group in groupby(content, lambda inline: inline.href if isinstance(inline, Span) else None):
        text = "".join(map(_inline, group))
        target = checked(href) if href and text.strip() else None
        written += html_link(text, target) if target else text
    return written


def _block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return f"<h{level}>{html_inline(content)}</h{level}>"
        case Paragraph(content):
            return f"<p>{html_inline(content)}</p>"
        case Quote(blocks):
            return f"<blockquote>\n{html_blocks(blocks)}\n</blockquote>"
        case BulletList(items, tight):
            return f"<ul>\n{_items(items, tight)}\n</ul>"
        case OrderedList(items, tight):
            return f"<ol>\n{_items(items, tight)}\n</ol>"
        case Code(text) | Html(text):
            return f"<pre><code>{escape(text, quote=False)}</code></pre>"
        case Equation(text, kind):
            words = escape(text, quote=False)
            return f'<pre class="formula">{words if kind == "unicode" else f"<code>{words}</code>"}</pre>'
        case Table(header, rows, alignments):
            return _table(header, rows, alignments)
        case Rule():
            return "<hr>"
        case Media(kind, alt, src, href):
            return f"<p>{_picture(kind, alt, src, href)}</p>"


def _items(items: Sequence[ListItem], tight: bool) -> str:
    return "\n".join(_item(item, tight) for item in items)


def _item(item: ListItem, tight: bool) -> str:
    number = "" if item.number is None else f' value="{item.number}"'
    blocks = [
        html_inline(block.content) if tight and isinstance(block, Paragraph) else _block(block) for block in item.blocks
    ]
    return f"<li{number}>{_BOXES[item.checked]}{chr(10).join(blocks)}</li>"


def _table(header: Sequence[Content], rows: Sequence[Sequence[Content]], alignments: Sequence[Alignment]) -> str:
    def row(cells: Sequence[Content], tag: str) -> str:
        written = (
            f"<{tag}{f' class={chr(34)}{alignment}{chr(34)}' if alignment else ''}>{html_inline(cell)}</{tag}>"
            for cell, alignment in zip(cells, alignments, strict=True)
        )
        return f"<tr>{''.join(written)}</tr>"

    body = "\n".join(row(cells, "td") for cells in rows)
    table = f"<table>\n<thead>{row(header, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div class="wide">{table}</div>'


def _inline(inline: Inline) -> str:
    match inline:
        case LineBreak():
            return "<br>"
        case Image(alt, src, href):
            return _picture("picture", alt, src, href)
        case Span():
            return _span(inline)


def _span(span: Span) -> str:
    written = escape(span.text, quote=False)
    tags = (
        ("code", span.code or span.formula == "tex"),
        ("s", span.strike),
        ("u", span.underline),
        ("em", span.italic),
        ("strong", span.bold),
    )
    for tag, is_set in tags:
        if is_set:
            written = f"<{tag}>{written}</{tag}>"
    return written


def _picture(kind: str, alt: str, src: str, href: str | None) -> str:
    words = escape(f"{kind}: {alt}" if alt.strip() else kind, quote=False)
    link = checked(src) or (checked(href) if href else None)
    return html_link(words, link) if link else f"({words})"
