"""The finds of a query in one paper, for display."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from digest_tui.model import Entry, PaperState
from digest_tui.search.bodies import Bodies
from digest_tui.search.excerpts import Excerpt, excerpt, excerpt_of
from digest_tui.search.marking import Marker, Part
from digest_tui.search.matching import ON_LINES
from digest_tui.search.plan import Expansion
from digest_tui.search.query import Query
from digest_tui.search.texts import PaperText, body_blocks
from digest_tui.search.written import Written

Span = tuple[int, int]
"""Characters `[start, end)`."""


class Finds:
    """The finds of a query, and of the other names of its words.

    Who asks about the same papers again and again gives what keeps their bodies.
    """

    def __init__(self, query: Query, expansions: Iterable[Expansion] = (), bodies: Bodies | None = None) -> None:
        names = tuple(expansions)
        self._bodies = bodies
        self._in_text = Marker(query, names)
        self._on_lines = Marker(query, names, ON_LINES)

    def __bool__(self) -> bool:
        return bool(self._in_text)

    @property
    def reads_blocks(self) -> bool:
        """True when `excerpt_of` finds the same as `excerpt`: each block can be looked at without the others."""
        return self._in_text.looks_at_blocks

    def in_title(self, title: str) -> tuple[Span, ...]:
        """Return the spans of the finds in a title as it is shown."""
        return tuple((mark.start, mark.end) for mark in self._in_text.marks(title, Part.TITLE))

    def excerpt(self, entry: Entry, state: PaperState) -> Excerpt | None:
        """Return the sentence around the finds; None when only the title holds any."""
        return excerpt(entry, state, self._in_text, self._blocks(entry))

    def excerpt_of(self, written: Written, text: PaperText, state: Callable[[], PaperState]) -> Excerpt | None:
        """Return what `excerpt` does for a paper of which only this was read."""
        return excerpt_of(written, text, state, self._in_text)

    def _blocks(self, entry: Entry) -> Iterator[str]:
        if self._bodies is None:
            yield from body_blocks(entry)
        else:
            yield self._bodies.text(entry)

    def on_lines(self, lines: Iterable[str], *, body: int, end: int) -> tuple[Span, ...]:
        """Return the spans of the finds in a drawn page, its lines joined by newlines; the body is lines `[body, end)`.

        Around it stand names and what the person wrote. It also finds words that are broken over two lines.
        """
        page = list(lines)
        around = (Part.TITLE, Part.AUTHORS, Part.OWN)
        found = []
        shift = 0
        for part_lines, parts in ((page[:body], around), (page[body:end], (Part.BODY,)), (page[end:], around[1:])):
            text = "\n".join(part_lines)
            found += [(m.start + shift, m.end + shift) for part in parts for m in self._on_lines.marks(text, part)]
            shift += len(text) + 1 if part_lines else 0
        return tuple(sorted(set(found)))
