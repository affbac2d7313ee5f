"""The heading or lead on a painted page that was gone to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.ui.reader.rendered_page import RenderedPage

if TYPE_CHECKING:
    from digest_tui.session.facet_page import Place

_SLACK = 2
"""Characters that a painted heading may have beside the words of its title."""
_BEHIND = r"(?:[】〕\]]|\s?[:：]|(?=\s*(?:[\n|│<(.–—-]|$)))"
"""What stands behind a name that is a label: a bracket or a colon, which are marked too, or the end of a cell."""


class SectionMark(NamedTuple):
    """A heading or a lead that is marked until the next key."""

    page: RenderedPage
    """The page without pictures on which it stands."""
    line: int
    spans: tuple[tuple[int, int], ...]
    """The characters `[start, end)` of it on its lines."""

    def span_on(self, line: int) -> tuple[int, int] | None:
        """Return the characters that are marked on a line; None for none."""
        index = line - self.line
        return self.spans[index] if 0 <= index < len(self.spans) else None


def section_mark(page: RenderedPage, place: Place) -> SectionMark | None:
    """Find what was painted of a heading or a lead; None before any text."""
    starts = [(first, page.body + painted) for first, painted in page.text.starts]
    above = [index for index, (first, _) in enumerate(starts) if first <= place.line]
    if not above:
        return None
    # Of several blocks that begin there the outermost: its first line is that of all of them.
    begins = starts[above[-1]][0]
    index = next(index for index in above if starts[index][0] == begins)
    line = starts[index][1]
    end = next((painted for first, painted in starts[index + 1 :] if first > place.line), page.end)
    end = min(max(line + 1, end), len(page.plain))
    if place.is_heading and begins == place.line:
        spans = _whole(page, line, end)
        if sum(stop - start for start, stop in spans) <= len(place.name) + _SLACK:
            return SectionMark(page, line, spans)
    return _words(page, line, end, place.name) or SectionMark(page, line, (page.spans[line],))


def _whole(page: RenderedPage, line: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return all of the block that begins on a line, which may be broken over several."""
    spans = [page.spans[line]]
    while line + len(spans) < end and page.joints[line + len(spans)] is not None:
        spans.append(page.spans[line + len(spans)])
    return tuple(spans)


def _words(page: RenderedPage, first: int, end: int, name: str) -> SectionMark | None:
    """Find a name, which may stand in the middle of a paragraph and be broken over lines."""
    pieces: list[str] = []
    offsets: list[int] = []
    length = 0
    for line in range(first, end):
        joint = page.joints[line] if line > first else ""
        pieces.append("\n" if joint is None else joint)
        length += len(pieces[-1])
        offsets.append(length)
        start, stop = page.spans[line]
        pieces.append(page.plain[line][start:stop])
        length += stop - start
    text = "".join(pieces)
    words = re.escape(name.strip("*_` "))
    # First where it stands as a label does: the text before it may hold the same words.
    found = re.search(rf"[【〔\[]?(?<!\w)(?<!\w ){words}{_BEHIND}", text) or re.search(words, text)
    if found is None:
        return None
    spans = []
    for offset, line in zip(offsets, range(first, end), strict=True):
        start, stop = page.spans[line]
        inside = (max(start, start + found.start() - offset), min(stop, start + found.end() - offset))
        spans.append((line, inside))
    touched = [(line, inside) for line, inside in spans if inside[0] < inside[1]]
    return SectionMark(page, touched[0][0], tuple(inside for _, inside in touched)) if touched else None
