"""The lens on the command line: one facet of each paper, below its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest_tui.model import Entry
    from digest_tui.model.facet import Facet

_DIM = "\x1b[2m{}\x1b[22m"


def plain_lens(entries: Iterable[Entry], facet: Facet) -> Iterator[str]:
    """Yield the facet of papers as text without marks."""
    from digest_tui.markup.parser import parse
    from digest_tui.markup.plain import plain_text

    for number, entry in enumerate(entries):
        if number:
            yield ""
        yield entry.paper.title
        given = _given(entry, facet)
        yield from [plain_text(parse(given))] if given else _missing(entry, facet)


def markdown_lens(entries: Iterable[Entry], facet: Facet) -> Iterator[str]:
    """Yield the facet of papers as the author wrote it, each below a heading."""
    for number, entry in enumerate(entries):
        if number:
            yield ""
        yield from (f"# {entry.paper.title}", "")
        given = _given(entry, facet)
        yield given or "\n\n".join(_missing(entry, facet))


def painted_lens(entries: Iterable[Entry], facet: Facet, width: int, *, colour: bool) -> Iterator[str]:
    """Yield the facet of papers as the reader lays it out; what stands for a missing one is dim."""
    from digest_tui.render.ansi import painted_lines

    for number, entry in enumerate(entries):
        if number:
            yield ""
        yield from painted_lines(f"# {entry.paper.title}", width, colour=colour)
        if given := _given(entry, facet):
            yield from painted_lines(given, width, colour=colour)
            continue
        for part in _missing(entry, facet):
            for line in painted_lines(part, width, colour=False):
                yield _DIM.format(line) if colour else line


def _given(entry: Entry, facet: Facet) -> str | None:
    from digest_tui.model.facet_parts import facet_texts

    return facet_texts(entry).get(facet)


def _missing(entry: Entry, facet: Facet) -> list[str]:
    """Return what is said where a paper lacks a facet, and its first sentence."""
    from digest_tui.model.facet_parts import first_sentence

    return [facet.not_given, *filter(None, [first_sentence(entry)])]
