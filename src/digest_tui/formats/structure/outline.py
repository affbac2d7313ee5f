"""Headings of every kind: Markdown's and HTML's, underlined and bold lines, summaries, links above a title."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.anchors import Says, anchors, paper_of
from digest_tui.formats.words.days import PartialDate, date_of_heading
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import ASIDE, EXPANDERS, is_part, normal

BOLD_LEVEL = 7
"""The level of a line that is all bold: below every heading."""
DETAILS_LEVEL = 8
"""The level of a `<summary>`; what it rules ends with its `<details>`."""
LINK_LEVEL = 9
"""The level of a link that stands alone above a title."""
_HTML_HEADING = re.compile(r"[ \t>]*<h([1-6])\b[^<>]*>(.+?)</h\1>\s*$", re.IGNORECASE)
_HTML_BOLD = re.compile(r"[ \t>]*<(?:b|strong)>([^<>]{2,300})</(?:b|strong)>(?:<br\s*/?>)?\s*", re.IGNORECASE)
_BOLD_LINE = re.compile(
    r"\s{0,3}(?:[0-9]{1,3}\\?[.)]\s*)?(?P<mark>\*\*|__)(?=\S)(?:(?!(?P=mark)).){2,400}(?P=mark)[:：]?"
    r"(?:\s*(?:\[[^\[\]]{1,60}\]\([^()\s]{1,400}\)|\([^()]{1,80}\)|[^\w\s]{1,4}\s*[0-9]{0,6}))*\s*"
)
_BOLD_TEXT = re.compile(r"(\*\*|__)(.+?)\1")
_UNDERLINE = re.compile(r"(?:={3,}|-{5,})\s*")
_ALONE = re.compile(r"\s{0,3}<?(https?://[^\s<>]+)>?\s*")
_BELOW_LINK = re.compile(r"\s{0,3}(?![-*+>|#<!`~]\s|https?://|#|<|\||!\[)\S.{7,400}")
_AFTER_TITLE = re.compile(r"(?<=[*_])\s+\([^()]*\)$")
"""Authors behind an emphasised title."""
_SPAN = re.compile(r"\bweek|주차|周|週|[~–〜]|\bto\b|\s-\s", re.IGNORECASE)
_BRACKET_NUMBER = re.compile(r"【[0-9]{1,3}】\s*\S.{3,400}")
_SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)(?:</summary>|\Z)", re.IGNORECASE | re.DOTALL)
_DETAILS_TAG = re.compile(r"^[\s>]*<()details\b|<(/)details\b", re.IGNORECASE)
_MAX_SUMMARY = 6
"""Lines over which a `<summary>` may run."""
_REPEATS = 3
"""A short heading that stands this often is the name of a part."""
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
    """Whether it names a part of a paper's text, such as `Method`."""
    day: PartialDate | None
    """The date it says, where it says one and little else."""
    named: int
    """The line that holds the text."""

    @property
    def span(self) -> bool:
        """Whether it says a week or another run of days."""
        return self.day is not None and _SPAN.search(self.text) is not None

    @property
    def as_heading(self) -> Heading | None:
        """This as a heading of Markdown or HTML; None for a bold line and the like."""
        return Heading(self.text, self.level, self.line) if self.level < BOLD_LEVEL else None


@dataclass(frozen=True, slots=True)
class _Found:
    level: int
    line: int
    text: str
    last: int | None = None
    """Where its lines end at the latest."""
    named: int | None = None
    """The line that holds the text, where that is another one."""


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

    def above(self, number: int) -> Iterator[Head]:
        """The headings in whose lines another stands, the nearest first."""
        parent = self.parents[number]
        while parent is not None:
            yield self.heads[parent]
            parent = self.parents[parent]

    def is_aside(self, number: int) -> bool:
        """Whether a heading, or the one above it, announces what is said about papers rather than papers."""
        parent = self.parents[number]
        if ASIDE.search(self.heads[number].text):
            return True
        return parent is not None and parent > 0 and ASIDE.search(self.heads[parent].text) is not None

    def without(self, *levels: int) -> "Outline":
        """The outline without the headings of some levels."""
        return Outline(tuple(head for head in self.heads if head.level not in levels))

    def over(self, line: int) -> list[Head]:
        """The headings in whose lines a line stands, the nearest first."""
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
    """The outline of a document, the lines of code left out."""
    raw = sorted(
        [
            *_markdown(document),
            *_underlined(document),
            *_html(document),
            *_bold(document),
            *_details(document),
            *_links(document),
        ],
        key=lambda found: found.line,
    )
    counts = Counter((found.level, _name(found.text)) for found in raw)
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
            )
            for found, last in zip(raw, _lasts(raw, len(document.lines)), strict=True)
        )
    )


def _markdown(document: Document) -> list[_Found]:
    blocks = document.blocks
    return [
        _Found(heading.level, heading.line, document.resolved(heading.text))
        for heading in (*blocks.headings, *blocks.nested_headings)
    ]


def _underlined(document: Document) -> list[_Found]:
    """Lines underlined with `=` or with more dashes than a rule has: those of `blocks` are never headings."""
    lines, verbatim = document.lines, document.blocks.verbatim
    found = []
    for number in document.lines_with("===", "-----"):
        above = lines[number - 1].strip() if number > document.front_matter.lines.last else ""
        if number in verbatim or not above or "|" in above or not _UNDERLINE.fullmatch(lines[number]):
            continue
        alone = number < 2 or not lines[number - 2].strip()
        if alone and not above.startswith(("#", ">", "-", "*", "|", "<")):
            found.append(_Found(1 if lines[number].startswith("=") else 2, number - 1, above))
    return found


def _links(document: Document) -> list[_Found]:
    """Links to papers that stand alone on a line, above the title."""
    lines, verbatim = document.lines, document.blocks.verbatim
    found = []
    for number in document.lines_with("://"):
        alone = _ALONE.fullmatch(lines[number])
        if number in verbatim or alone is None or paper_of(alone[1]) is None:
            continue
        below = next((n for n in range(number + 1, min(number + 3, len(lines))) if lines[n].strip()), None)
        if below is not None and _BELOW_LINK.fullmatch(lines[below]):
            title = _AFTER_TITLE.sub("", lines[below].strip())
            found.append(_Found(LINK_LEVEL, number, f"[{title}]({alone[1]})", named=below))
    return found


def _html(document: Document) -> list[_Found]:
    verbatim = document.blocks.verbatim
    found = []
    for number in document.lines_with("<h", "<H"):
        match = _HTML_HEADING.match(document.lines[number])
        if match and number not in verbatim:
            found.append(_Found(int(match[1]), number, " ".join(markdown_of(match[2]).split())))
    for number in document.lines_with("<b>", "<strong>"):
        match = _HTML_BOLD.fullmatch(document.lines[number])
        if match and number not in verbatim:
            found.append(_Found(BOLD_LEVEL, number, match[1]))
    return found


def _bold(document: Document) -> list[_Found]:
    """Lines that are all bold, and those that open with a number in heavy brackets."""
    verbatim = document.blocks.verbatim
    items = document.blocks.item_lines
    return [
        _Found(BOLD_LEVEL, number, line.strip())
        for number in document.lines_with("**", "__", "【")
        if number not in verbatim
        and (
            _BRACKET_NUMBER.fullmatch(line := document.lines[number])
            or (number not in items and _BOLD_LINE.fullmatch(line))
        )
    ]


def _details(document: Document) -> list[_Found]:
    lines, verbatim = document.lines, document.blocks.verbatim
    opened: list[tuple[int, str]] = []
    found = []
    for number in document.lines_with("details", "DETAILS", "Details"):
        if number in verbatim or "|" in lines[number][:2]:
            continue
        for tag in _DETAILS_TAG.finditer(lines[number]):
            if not tag[2]:
                opened.append(
                    (number, "\n".join([lines[number][tag.start() :], *lines[number + 1 : number + _MAX_SUMMARY]]))
                )
            elif opened:
                line, text = opened.pop()
                if number > line and (summary := _SUMMARY.search(text)):
                    named = line + text.count("\n", 0, summary.start())
                    title = " ".join(markdown_of(summary[1]).split())
                    found.append(_Found(DETAILS_LEVEL, line, title, number + 1, named))
    return found


def _lasts(heads: Sequence[_Found], end: int) -> list[int]:
    """Where the lines of each end: at the next of its level or above, and with the `<details>` it stands in."""
    lasts = [end] * len(heads)
    open_heads: list[int] = []
    for number, head in enumerate(heads):
        while open_heads and _ends(heads[open_heads[-1]], lasts[open_heads[-1]], head):
            closed = open_heads.pop()
            lasts[closed] = min(lasts[closed], head.line)
        limit = lasts[open_heads[-1]] if open_heads else end
        lasts[number] = min(head.last or limit, limit)
        open_heads.append(number)
    return lasts


def _ends(head: _Found, last: int, following: _Found) -> bool:
    if following.line >= last:
        return True
    return head.level >= following.level and head.level != DETAILS_LEVEL


def _name(text: str) -> str:
    return _DIGITS.sub("", normal(text)).strip()


def _is_part(found: _Found, counts: Counter[tuple[int, str]]) -> bool:
    if any(anchor.says is Says.TITLE for anchor in anchors(found.text)):
        return False
    name = _name(found.text)
    bold = _BOLD_TEXT.match(found.text) if found.level == BOLD_LEVEL else None
    if is_part(bold[2] if bold else found.text) or (found.level == DETAILS_LEVEL and normal(found.text) in EXPANDERS):
        return True
    short = len(_LETTER.findall(name)) <= _MAX_PART and len(name.split()) <= _MAX_PART_WORDS
    return bool(name) and short and counts[found.level, name] >= _REPEATS
