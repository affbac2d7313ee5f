"""What a document has about a paper: its title, facts, note and summary, as typed blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.errors import LinkError
from digest_tui.exporters.exported import Exported
from digest_tui.markup.blocks import (
    Block,
    BulletList,
    Content,
    Heading,
    LineBreak,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    text_of,
)
from digest_tui.markup.dialect import dialect
from digest_tui.markup.inline import inline_content
from digest_tui.markup.parser import parse
from digest_tui.model.links import safe_link
from digest_tui.text import one_line, sanitize

_DEEPEST = 6


class PaperParts(NamedTuple):
    """A paper as a document has it."""

    title: Content
    """The words of its title, without a link."""
    url: str | None
    """Its page, in the form in which a browser may get it."""
    facts: Content
    """One line: authors, links, votes, tags and state."""
    note: Content
    """The person's own note, its lines as they were typed."""
    summary: tuple[Block, ...]
    """What the digest says, with its headings below that of the title."""


def paper_parts(paper: Exported, level: int, *, tex: bool = False) -> PaperParts:
    """Return the parts of a paper whose title is a heading of that level; with `tex` formulas stay TeX."""
    entry = paper.entry
    summary = () if entry.is_gone else parse(entry.body, tex=tex)
    return PaperParts(
        title_content(entry.paper.title, tex=tex),
        page_url(paper),
        _facts(paper),
        _note(paper.state.note),
        _below(summary, level),
    )


def title_content(title: str, *, tex: bool = False) -> Content:
    """Return the words of a title, in which formulas, code and emphasis are marked but nothing is a link."""
    (line,) = dialect().parseInline(one_line(title), {"tex": tex})
    content = inline_content(line.children or ())
    return tuple(
        inline._replace(href=None) if isinstance(inline, Span) else Span(text_of((inline,))) for inline in content
    )


def page_url(paper: Exported) -> str | None:
    """Return the page of a paper; None where there is none that a browser may get."""
    return next(filter(None, (checked(str(paper.record[name] or "")) for name in ("url", "arxiv_url"))), None)


@lru_cache(maxsize=4096)
def checked(url: str) -> str | None:
    """Return a link in the form in which a browser may get it; None for one that breaks the rule for links."""
    try:
        return safe_link(url)
    except LinkError:
        return None


def _facts(paper: Exported) -> Content:
    record, state = paper.record, paper.state
    parts: list[Span] = []
    if paper.entry.paper.authors:
        parts.append(Span(one_line(", ".join(paper.entry.paper.authors), 10_000)))
    if paper.entry.date:
        parts.append(Span(paper.entry.date.isoformat()))
    for name, key in (("arXiv", "arxiv_url"), ("PDF", "pdf_url"), ("Alphaxiv", "alphaxiv_url")):
        if url := checked(str(record[key] or "")):
            parts.append(Span(name, href=url))
    if paper.entry.paper.doi and (url := checked(f"https://doi.org/{paper.entry.paper.doi}")):
        parts.append(Span("DOI", href=url))
    if paper.entry.paper.votes is not None:
        parts.append(Span(counted(paper.entry.paper.votes, "vote")))
    parts.append(Span(state.status.value))
    if state.starred:
        parts.append(Span("starred"))
    if state.tags:
        parts.append(Span(f"tags: {', '.join(state.tags)}"))
    return tuple(_joined(parts, Span(" · ")))


def _note(note: str) -> Content:
    lines = [Span(line) for line in sanitize(note).replace("\t", " ").split("\n")] if note else []
    return tuple(_joined(lines, LineBreak()))


def _joined(parts: Sequence[Span], between: Span | LineBreak) -> Iterator[Span | LineBreak]:
    for index, part in enumerate(parts):
        if index:
            yield between
        yield part


def _below(blocks: tuple[Block, ...], level: int) -> tuple[Block, ...]:
    """Return blocks whose headings begin one level below; the steps between them stay."""
    levels = list(_levels(blocks))
    if not levels:
        return blocks
    by = level + 1 - min(levels)
    return _changed(blocks, lambda heading: heading._replace(level=min(heading.level + by, _DEEPEST)))


def _levels(blocks: Sequence[Block]) -> Iterator[int]:
    for block in blocks:
        match block:
            case Heading(level):
                yield level
            case Quote(inner):
                yield from _levels(inner)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from _levels(item.blocks)


def _changed(blocks: Sequence[Block], change: Callable[[Heading], Heading]) -> tuple[Block, ...]:
    def of_items(items: Sequence[ListItem]) -> tuple[ListItem, ...]:
        return tuple(item._replace(blocks=_changed(item.blocks, change)) for item in items)

    changed: list[Block] = []
    for block in blocks:
        match block:
            case Heading():
                changed.append(change(block))
            case Quote(inner):
                changed.append(Quote(_changed(inner, change)))
            case BulletList(items) | OrderedList(items):
                changed.append(block._replace(items=of_items(items)))
            case _:
                changed.append(block)
    return tuple(changed)


def note_blocks(parts: PaperParts) -> tuple[Block, ...]:
    """Return the person's note as a quotation; nothing where there is none."""
    return (Quote((Paragraph((Span("Note", bold=True), LineBreak(), *parts.note)),)),) if parts.note else ()
