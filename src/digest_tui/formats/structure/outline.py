"""The headings of a document as a tree, with those that are parts of papers and those that say a day."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.heading_lines import BOLD_LEVEL, DETAILS_LEVEL, HeadingLine, heading_lines
from digest_tui.formats.structure.title_lines import title_lines
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.day_headings import date_of_heading, may_be_title
from digest_tui.formats.words.days import MONTH_ALONE, PartialDate
from digest_tui.formats.words.labels import EXPANDERS, is_aside, is_part, normal

_BOLD_TEXT = re.compile(r"(\*\*|__)(.+?)\1")
_SPAN = re.compile(
    rf"\bweek|주차|周(?![一二三四五六日天末])|週(?!末)|(?:[~–〜]|\bto\b|\s-\s)\s*(?:[0-9]|{MONTH_ALONE.pattern})",
    re.IGNORECASE,
)
"""The signs of a run of days in a heading; a dash may also stand before what a day is about."""
_REPEATS = 3
"""Times that a short heading must occur to be the name of a part."""
_MAX_PART = 24
_MAX_PART_WORDS = 4
"""Letters and words of a heading that may be the name of a part because it is repeated: longer ones are titles."""
_DIGITS = re.compile(r"[0-9]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading with the lines that it rules."""

    text: str
    level: int
    line: int
    last: int
    """Index after the last line before the next heading of its level or above."""
    is_part: bool
    """True when it names a part of a paper's text, such as `Method`."""
    day: PartialDate | None
    """The date it says, where it says one first or little else."""
    named: int
    """The line that holds the text."""
    limit: int
    """Index at which its lines end at the latest, whatever follows."""
    ruled: bool = False
    """True when it is a part because of the title above it, and so no paper whatever stands below it."""

    @property
    def span(self) -> bool:
        """True when it says a week or another run of days."""
        return self.day is not None and (self.day.week is not None or _SPAN.search(self.text) is not None)

    @property
    def may_be_title(self) -> bool:
        """True when it says enough beside its date to be the title of a paper."""
        return may_be_title(self.text)

    @property
    def as_heading(self) -> Heading | None:
        """The heading as one of Markdown or HTML; None for a bold line and the like."""
        return Heading(self.text, self.level, self.line) if self.level < BOLD_LEVEL else None


@dataclass(frozen=True)
class Outline:
    """The headings of a document as a tree laid flat."""

    heads: tuple[Head, ...]

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """For each heading the index of the one whose lines it stands in."""
        found: list[int | None] = []
        open_heads: list[int] = []
        for number, head in enumerate(self.heads):
            while open_heads and self.heads[open_heads[-1]].last <= head.line:
                open_heads.pop()
            found.append(open_heads[-1] if open_heads else None)
            open_heads.append(number)
        return tuple(found)

    def is_aside(self, number: int) -> bool:
        """Return True when a heading, or the one above it, announces what is said about papers rather than papers."""
        parent = self.parents[number]
        if is_aside(self.heads[number].text):
            return True
        return parent is not None and parent > 0 and is_aside(self.heads[parent].text)

    def without(self, *levels: int) -> "Outline":
        """Return the outline without the headings of some levels."""
        heads = [head for head in self.heads if head.level not in levels]
        lasts = _lasts([(head.level, head.line, head.limit) for head in heads])
        return Outline(tuple(replace(head, last=last) for head, last in zip(heads, lasts, strict=True)))

    def over(self, line: int) -> list[Head]:
        """Return the headings in whose lines a line stands, the nearest first."""
        number: int | None = bisect_right(self._lines, line) - 1
        if number == -1:
            return []
        found = []
        while number is not None:
            if self.heads[number].line < line < self.heads[number].last:
                found.append(self.heads[number])
            number = self.parents[number]
        return found

    @cached_property
    def _lines(self) -> list[int]:
        return [head.line for head in self.heads]


def outline_of(document: Document) -> Outline:
    """Build the outline of a document, the lines of code left out."""
    raw = sorted((*heading_lines(document), *title_lines(document)), key=lambda found: found.line)
    counts = Counter((found.level, _name(found.text)) for found in raw)
    end = len(document.lines)
    limits = [found.last or end for found in raw]
    lasts = _lasts([(found.level, found.line, limit) for found, limit in zip(raw, limits, strict=True)])
    return Outline(
        tuple(
            Head(
                found.text,
                found.level,
                found.line,
                last,
                _is_part(found, counts),
                date_of_heading(found.text),
                found.line if found.named is None else found.named,
                limit,
            )
            for found, last, limit in zip(raw, lasts, limits, strict=True)
        )
    )


def _lasts(heads: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return where each heading (level, line, limit) ends: at the next of its level or above, and with its parent."""
    lasts = [limit for _, _, limit in heads]
    open_heads: list[int] = []
    for number, (level, line, limit) in enumerate(heads):
        while open_heads and _ends(heads[open_heads[-1]][0], lasts[open_heads[-1]], level, line):
            closed = open_heads.pop()
            lasts[closed] = min(lasts[closed], line)
        lasts[number] = min(limit, lasts[open_heads[-1]]) if open_heads else limit
        open_heads.append(number)
    return lasts


def _ends(level: int, last: int, following: int, line: int) -> bool:
    """Return True when the lines of a heading end before a following one at a line."""
    return line >= last or (level >= following and level != DETAILS_LEVEL)


def _name(text: str) -> str:
    return _DIGITS.sub("", normal(text)).strip()


def _is_part(found: HeadingLine, counts: Counter[tuple[int, str]]) -> bool:
    if any(anchor.says is Says.TITLE for anchor in anchors(found.text)):
        return False
    name = _name(found.text)
    bold = _BOLD_TEXT.match(found.text) if found.level == BOLD_LEVEL else None
    if is_part(bold[2] if bold else found.text) or (found.level == DETAILS_LEVEL and normal(found.text) in EXPANDERS):
        return True
    short = len(_LETTER.findall(name)) <= _MAX_PART and len(name.split()) <= _MAX_PART_WORDS
    return bool(name) and short and counts[found.level, name] >= _REPEATS
