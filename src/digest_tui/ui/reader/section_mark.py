"""The heading or lead on a painted page that was gone to."""

from __future__ import annotations

from typing import NamedTuple

from digest_tui.ui.reader.rendered_page import RenderedPage


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


def section_mark(page: RenderedPage, markdown_line: int, name: str) -> SectionMark | None:
    """Find what was painted of a heading, or of the lead `name`, on a line of the Markdown; None before any text."""
    starts = [(first, page.body + painted) for first, painted in page.text.starts]
    above = [index for index, (first, _) in enumerate(starts) if first <= markdown_line]
    if not above:
        return None
    # Of several blocks that begin there the outermost: its first line is that of all of them.
    begins = starts[above[-1]][0]
    index = next(index for index in above if starts[index][0] == begins)
    line = starts[index][1]
    end = next((painted for first, painted in starts[index + 1 :] if first > markdown_line), page.end)
    if name:
        return _lead(page, line, max(line + 1, end), name)
    spans = [page.spans[line]]
    while line + len(spans) < end and page.joints[line + len(spans)] is not None:
        spans.append(page.spans[line + len(spans)])
    return SectionMark(page, line, tuple(spans))


def _lead(page: RenderedPage, first: int, end: int, name: str) -> SectionMark:
    """Find a lead, which may stand in the middle of a paragraph and be broken over lines; else mark the first line."""
    for line in range(first, min(end, len(page.plain))):
        start, stop = page.spans[line]
        at = page.plain[line].find(name, start)
        if at >= 0:
            colon = 1 if page.plain[line][at + len(name) : at + len(name) + 1] in {":", "："} else 0
            return SectionMark(page, line, ((at, min(stop, at + len(name) + colon)),))
    return SectionMark(page, first, (page.spans[first],))
