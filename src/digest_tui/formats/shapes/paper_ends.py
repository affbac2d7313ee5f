"""The ends of papers whose parts are headings of their own level or above it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from digest_tui.formats.structure.outline import Head, Outline
from digest_tui.formats.words.labels import is_aside, normal

_DIGITS = re.compile(r"[0-9]+")
_FEW = 2
"""Fewest papers behind which the same heading stands that is a part of them."""


def paper_ends(
    lines: Sequence[str], outline: Outline, papers: Collection[int], listed: Collection[int]
) -> dict[int, int]:
    """Return, for each heading that is a paper, the index after its last line; `listed` are lines of other papers.

    A heading behind a paper is a part of it where the same stands behind most papers, or where it names a part and
    such a one goes before it.
    """
    ends = _Ends(lines, outline, papers, listed)
    return {number: ends.of(number) for number in papers}


class _Ends:
    def __init__(
        self, lines: Sequence[str], outline: Outline, papers: Collection[int], listed: Collection[int]
    ) -> None:
        self._listed = listed
        self._lines = lines
        self._outline = outline
        self._papers = papers
        self._starts = sorted(outline.heads[number].line for number in papers)
        self._at_line = {head.line: number for number, head in enumerate(outline.heads)}
        self._behind = {number: list(self._following(number)) for number in papers}
        counts = Counter(name for parts in self._behind.values() for name in set(map(self._name, parts)))
        self._often = {name for name, count in counts.items() if count >= _FEW and count * 2 >= len(papers)}

    def of(self, number: int) -> int:
        """Return the index after the last line of a paper."""
        heads = self._outline.heads
        last = heads[number].last
        parts = self._behind[number]
        between = self._stand_between(number, parts)
        if parts and (between or self._name(parts[0]) in self._often):
            to_next_paper = between or self._at_line.get(self._last(heads[parts[-1]])) in self._papers
            for part in parts:
                if not (to_next_paper or heads[part].is_part or self._name(part) in self._often):
                    break
                last = self._last(heads[part])
        return last

    def _following(self, number: int) -> Iterator[int]:
        """Yield the headings with text of their own that follow a paper, up to the next paper or date."""
        following = self._at_line.get(self._outline.heads[number].last)
        while following is not None and following not in self._papers:
            head = self._outline.heads[following]
            if head.day or not self._has_text(head) or self._lists_papers(head):
                return
            yield following
            following = self._at_line.get(self._last(head))

    def _has_text(self, head: Head) -> bool:
        """Return True when text stands below a heading before the next paper: a topic has none above its first one."""
        lines = self._lines[head.line + 1 : self._last(head)]
        return any(line.strip(" \t-*_") for line in lines)

    def _lists_papers(self, head: Head) -> bool:
        """Return True when other papers are listed below a heading, rather than those that a paper cites."""
        own = range(head.line + 1, self._last(head))
        return not (head.is_part or is_aside(head.text)) and any(line in self._listed for line in own)

    def _stand_between(self, number: int, parts: list[int]) -> bool:
        """Return True when headings of the paper's own level stand between it and the next paper beside it."""
        if not parts:
            return False
        heads, parents = self._outline.heads, self._outline.parents
        following = self._at_line.get(self._last(heads[parts[-1]]))
        if following is None or following not in self._papers or parents[following] != parents[number]:
            return False
        return all(heads[part].level == heads[number].level for part in parts)

    def _last(self, part: Head) -> int:
        """Return where a part ends: at the latest where the next paper begins, which may stand below it."""
        following = bisect_right(self._starts, part.line)
        return min(part.last, self._starts[following]) if following < len(self._starts) else part.last

    def _name(self, number: int) -> str:
        return _DIGITS.sub("", normal(self._outline.heads[number].text)).strip()
