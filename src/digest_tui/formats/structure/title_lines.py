"""Lines of plain text that open a paper: titles that are links, stand beside a link, or behind `Title:` or an id."""

import re
from collections.abc import Iterator

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.heading_lines import LINK_LEVEL, HeadingLine
from digest_tui.formats.words.anchors import Says, anchors, paper_of
from digest_tui.formats.words.identifiers import BARE_ID
from digest_tui.formats.words.introductions import without_introduction
from digest_tui.formats.words.labels import COLON, TITLE, field_of

_ALONE = re.compile(r"\s{0,3}<?(https?://[^\s<>]+)>?\s*")
_BELOW_LINK = re.compile(r"\s{0,3}(?![-*+>|#<!`~]\s|https?://|#|<|\||!\[)\S.{7,400}")
_EMPHASISED = re.compile(r"\s{0,3}(?P<title>(?P<mark>\*{1,3}|_{1,3})(?![*_\s])[^*_]{6,400}(?P=mark))(?:\s+\(.*\))?\s*")
"""A title that stands out, with or without authors in brackets behind it."""
_QUOTED = re.compile(r"[ \t>]*")
_LINKED = re.compile(
    r"[ \t>]{0,6}(?:[^\w\s\[\](){}#|<>!*_`+-]{1,3}\s?)?(?:[\[(（【]?[0-9]{1,3}[\])）】.、．]\s*)?"
    r"(?P<title>[*_]{0,3}\[[^\n]{4,600}\][*_]{0,3}\([^()\s]{8,400}\)[*_]{0,3})(?:<br\s*/?>)?\W{0,4}[0-9]{0,5}\s*",
)
"""A line that is nothing but a linked title, with a symbol or a number in front of it."""
_LINK_LINE = re.compile(
    r"[ \t>]{0,6}(?:[^\w\s\[\](){}#|<>!*_`+-]{1,3}\s?)?(?:\w{1,12}\s?[:：]\s*)?<?(?P<url>https?://[^\s<>]+)>?\s*"
)
_ENDS_WITH_LINK = re.compile(
    r"\s{0,3}(?:[0-2]?[0-9]:[0-5][0-9]\s+)?(?P<title>[^\s#>|<!\-*+].{7,300}?)\s{1,8}<?(?P<url>https?://[^\s<>]+)>?\s*"
)
"""A line such as `22:10 Title https://…`."""
_FIELD = re.compile(
    r"[ \t>]{0,4}(?:[^\w\s#|*+<>\[\]`-]{1,3}\s?)?(?P<mark>\*\*|__)?(?:[0-9]{1,3}[.、]\s?)?"
    rf"(?P<label>[^\W\d_][^:：*_|\n]{{1,24}}?){COLON}\s*(?P<title>\S.*)"
)
_OPENS_WITH_ID = re.compile(
    r"\s{0,3}(?:\[[0-9]{1,3}\]|\([0-9]{1,3}\)|[0-9]{1,3}\.)\s+(?:\*\*|`|\[)?(?:arxiv:\s?)?"
    rf"{BARE_ID}(?:v[0-9]+)?(?:\*\*|`|\])?(?!\()\s+\S.{{5,400}}",
    re.IGNORECASE,
)
_NO_TITLE = ("#", "|", "<", "!", "`")
_MIN_TITLE, _MAX_TITLE = 4, 300
_MARKS = 3
"""Largest number of marks in front of a linked title."""
_MAX_BROKEN = 3
"""Largest number of line ends in the text of a link."""
_APART = 2
"""Fewest titles of one kind that count: a single paragraph in front of a link says nothing."""


def title_lines(document: Document) -> list[HeadingLine]:
    """Return the lines that open papers where no heading and no item of a list does; lines of code are none."""
    found: dict[int, HeadingLine] = {}
    for kind in (_below_links, _linked, _fields, _with_ids, _above_links, _before_links):
        lines = [line for line in kind(document) if line.line not in document.blocks.verbatim]
        if len(lines) >= _APART or kind in (_below_links, _linked, _fields):
            for line in lines:
                found.setdefault(line.line, line)
    return sorted(found.values(), key=lambda line: line.line)


def _below_links(document: Document) -> Iterator[HeadingLine]:
    """Yield links to papers that stand alone on a line at the beginning of a paragraph, above the title."""
    lines, items = document.lines, document.blocks.item_lines
    for number in document.lines_with("://"):
        alone = _ALONE.fullmatch(lines[number])
        if number in items or alone is None or paper_of(alone[1]) is None:
            continue
        if number > 0 and lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#"):
            continue
        below = next((n for n in range(number + 1, min(number + 3, len(lines))) if lines[n].strip()), None)
        title = _title_below(lines[below], apart=below > number + 1) if below is not None else None
        if title:
            yield HeadingLine(LINK_LEVEL, number, f"[{title}]({alone[1]})", named=below)


def _title_below(line: str, *, apart: bool) -> str | None:
    """Return the title on a line below a link; behind a blank line, where prose may follow, only a distinct one."""
    if emphasised := _EMPHASISED.fullmatch(line):
        return emphasised["title"]
    return line.strip() if not apart and _BELOW_LINK.fullmatch(line) else None


def _linked(document: Document) -> Iterator[HeadingLine]:
    items = document.blocks.item_lines
    for number in document.lines_with("]("):
        first = _first_of_link(document, number)
        line = " ".join(line.strip() for line in document.lines[first : number + 1])
        match = _LINKED.fullmatch(line) if first not in items else None
        links = anchors(match["title"]) if match else ()
        opens = len(links) == 1 and links[0].start <= _MARKS
        if match and opens and links[0].says is Says.TITLE and links[0].paper:
            yield HeadingLine(LINK_LEVEL, first, match["title"])


def _first_of_link(document: Document, number: int) -> int:
    """Return the line on which the text of a link begins that ends on this one."""
    lines = document.lines
    first = number
    brackets = lines[number].count("[") - lines[number].count("]")
    while brackets < 0 and number - first < _MAX_BROKEN and first > 0 and lines[first - 1].strip():
        first -= 1
        brackets += lines[first].count("[") - lines[first].count("]")
    return first if brackets == 0 else number


def _fields(document: Document) -> Iterator[HeadingLine]:
    """Yield lines that say `Title: …` or `标题：…`."""
    items = document.blocks.item_lines
    for number in document.lines_with(":", "："):
        if number in items or number < document.front_matter.lines.last:
            continue
        match = _FIELD.fullmatch(document.lines[number])
        if match and field_of(match["label"]) in TITLE and "://" not in match["title"][:12]:
            yield HeadingLine(LINK_LEVEL, number, match["title"].strip())


def _with_ids(document: Document) -> Iterator[HeadingLine]:
    """Yield lines such as `[3] 2501.00001 Title`."""
    for number in range(document.front_matter.lines.last, len(document.lines)):
        if _OPENS_WITH_ID.fullmatch(document.lines[number]):
            yield HeadingLine(LINK_LEVEL, number, document.lines[number].strip())


def _above_links(document: Document) -> Iterator[HeadingLine]:
    """Yield titles that open a paragraph whose next line is nothing but the link to the paper."""
    lines, items = document.lines, document.blocks.item_lines
    for number in document.lines_with("://"):
        match = _LINK_LINE.fullmatch(lines[number])
        if number == 0 or number in items or match is None or paper_of(match["url"]) is None:
            continue
        title = lines[number - 1].strip(" >\t")
        opens = number == 1 or not lines[number - 2].strip(" >\t") or "://" in lines[number - 2]
        is_title = _MIN_TITLE <= len(title) <= _MAX_TITLE and "://" not in title and not title.startswith(_NO_TITLE)
        if opens and is_title and not _FIELD.fullmatch(lines[number - 1]):
            yield HeadingLine(LINK_LEVEL, number - 1, _introducing(title))


def _before_links(document: Document) -> Iterator[HeadingLine]:
    """Yield titles with the link to the paper behind them, which begin a paragraph."""
    lines, items = document.lines, document.blocks.item_lines
    for number in document.lines_with("://"):
        if number in items or (number > 0 and _QUOTED.sub("", lines[number - 1], count=1)):
            continue
        match = _ENDS_WITH_LINK.fullmatch(lines[number])
        if match and paper_of(match["url"]) and "://" not in match["title"] and "](" not in match["title"]:
            yield HeadingLine(LINK_LEVEL, number, f"[{_introducing(match['title'])}]({match['url']})")


def _introducing(title: str) -> str:
    """Return a title without what introduces the link behind it."""
    return without_introduction(title).rstrip(" -–—,，:：|(（") or title
