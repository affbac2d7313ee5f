"""Lines that are headings: Markdown's and HTML's, underlined and bold ones, those with a number in a box, summaries."""

import re
from dataclasses import dataclass

from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.inline_html import html_code, title_markdown
from digest_tui.formats.words.introductions import without_links
from digest_tui.formats.words.letters import letters

BOLD_LEVEL = 7
"""The level of a line that is all bold: below every heading."""
DETAILS_LEVEL = 8
"""The level of a `<summary>`; what it rules ends with its `<details>`."""
LINK_LEVEL = 9
"""The level of a line of text that opens a paper: see `title_lines`."""
_HTML_HEADING = re.compile(r"[ \t>]*<h([1-6])\b[^<>]*>(.+?)</h\1>\s*$", re.IGNORECASE)
_HTML_BOLD = re.compile(r"[ \t>]*<(?:b|strong)>([^<>]{2,300})</(?:b|strong)>(?:<br\s*/?>)?\s*", re.IGNORECASE)
_BOLD_LINE = re.compile(
    r"\s{0,3}(?:[0-9]{1,3}\\?[.)]\s*|[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?\s?)?(?P<mark>\*\*|__)(?=\S)(?:(?!(?P=mark)).){2,400}(?P=mark)[:：]?"
    r"(?:\s*+(?:\[\^[^\[\]]{1,40}\]|\[[^\[\]]{1,60}\]\([^()\s]{1,400}\)|\([^()]{1,80}\)|[^\w\s](?:\s*+[0-9]{1,6}+)?+))*+\s*+"
)
_BOLD_START = re.compile(
    r"\s{0,3}(?:[0-9]{1,3}\\?[.)]\s*)?(?P<mark>\*\*|__)(?=[^\s*_])(?:(?!(?P=mark)).){8,400}(?P=mark)(?=\W)"
)
_BOLD_OPENING = re.compile(r"\s{0,3}(?:[0-9]{1,3}\\?[.)]\s*)?(?P<mark>\*\*|__)(?=[^\s*_])")
_MAX_BROKEN = 4
"""Largest number of lines over which a bold line may run."""
_UNDERLINE = re.compile(r"(?:={3,}|-{5,})\s*")
_CONTAINER = re.compile(r"\s*:{3,6}\s*(?P<kind>[a-z]*)(?P<title>.{0,400})")
_IN_BRACKETS = re.compile(r"(?:\*\*|__)[(（].*[)）](?:\*\*|__)")
_CALLOUT = re.compile(r"\s{0,3}>\s?\[![\w-]{2,20}(?:\|[\w-]*)?\][+-]?\s+(?P<title>\S.{3,400})")
_ADMONITION = re.compile(r"(?:\?\?\?\+?|!!!)\s+[\w -]{1,40}\s\"(?P<title>.{1,400})\"\s*")
_BRACKET_NUMBER = re.compile(
    r"(?:【[0-9]{1,3}】|[0-9]{1,3}、|\[[A-Z]{2,4}-[0-9]{1,3}\](?!\()|[0-9]\ufe0f?\u20e3|🔟|[■◆●▼▶]\s*[0-9]{1,3}[.．)])\s*\S.{3,400}"
)
_SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)(?:</summary>|\Z)", re.IGNORECASE | re.DOTALL)
_DETAILS_TAG = re.compile(r"^[\s>]*<()details\b|<(/)details\b", re.IGNORECASE)
_SHORT_ROW = 16
"""Characters of a line with bars that may be the header of a table rather than a title."""
_MAX_SUMMARY = 6
"""Largest number of lines over which a `<summary>` may run."""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that is a heading of some kind."""

    level: int
    line: int
    text: str
    last: int | None = None
    """Index at which its lines end at the latest."""
    named: int | None = None
    """The line that holds the text, where that is another one."""


def heading_lines(document: Document) -> list[HeadingLine]:
    """Return the headings of a document in order; lines of code are none."""
    found = [
        *_markdown(document),
        *_underlined(document),
        *_html(document),
        *_bold(document),
        *_details(document),
        *_containers(document),
        *_admonitions(document),
    ]
    return sorted(found, key=lambda heading: heading.line)


def _markdown(document: Document) -> list[HeadingLine]:
    blocks = document.blocks
    return [
        HeadingLine(heading.level, heading.line, document.with_notes(heading.text))
        for heading in (*blocks.headings, *blocks.nested_headings)
    ]


def _underlined(document: Document) -> list[HeadingLine]:
    """Find lines underlined with `=` or with more dashes than a rule has: those of `blocks` are never headings."""
    lines, verbatim = document.lines, document.blocks.verbatim
    found = []
    for number in document.lines_with("===", "-----"):
        above = lines[number - 1].strip() if number > document.front_matter.lines.last else ""
        if number in verbatim or not above or not _UNDERLINE.fullmatch(lines[number]):
            continue
        alone = number < 2 or not lines[number - 2].strip()
        if "|" in above and (len(above) < _SHORT_ROW or "|" in "".join(lines[number + 1 : number + 2])):
            continue
        if alone and not above.startswith(("# ", "##", ">", "-", "*", "|", "<")):
            found.append(HeadingLine(1 if lines[number].startswith("=") else 2, number - 1, above))
    return found


def _containers(document: Document) -> list[HeadingLine]:
    """Find containers of VuePress, Docusaurus and Quarto that have a title: `::: details Title`."""
    lines, verbatim = document.lines, document.blocks.verbatim
    opened: list[tuple[int, str]] = []
    found = []
    for number in document.lines_with(":::"):
        match = _CONTAINER.fullmatch(lines[number])
        if number in verbatim or match is None:
            continue
        if match["kind"]:
            opened.append((number, match["title"].strip()))
        elif opened:
            line, title = opened.pop()
            if title:
                found.append(HeadingLine(DETAILS_LEVEL, line, title, number + 1))
    return found


def _admonitions(document: Document) -> list[HeadingLine]:
    """Find folds of MkDocs, `??? note "Title"`, which end with their indent, and callouts of Obsidian and GitHub."""
    lines = document.lines
    found = []
    for number in document.lines_with("[!"):
        if (callout := _CALLOUT.fullmatch(lines[number])) and number not in document.blocks.verbatim:
            last = number + 1
            while last < len(lines) and lines[last].lstrip().startswith(">") and not _CALLOUT.fullmatch(lines[last]):
                last += 1
            found.append(HeadingLine(DETAILS_LEVEL, number, document.resolved(callout["title"]), last))
    for number in document.lines_with("???", "!!!"):
        match = _ADMONITION.fullmatch(lines[number])
        if match is None or number in document.blocks.verbatim:
            continue
        last = number + 1
        while last < len(lines) and (not lines[last].strip() or lines[last].startswith(("    ", "\t"))):
            last += 1
        found.append(HeadingLine(DETAILS_LEVEL, number, match["title"], last))
    return found


def _html(document: Document) -> list[HeadingLine]:
    verbatim = document.blocks.verbatim
    found = []
    for number in document.lines_with("<h", "<H"):
        match = _HTML_HEADING.match(document.lines[number])
        if match and number not in verbatim:
            found.append(HeadingLine(int(match[1]), number, " ".join(title_markdown(html_code(match[2])).split())))
    for number in document.lines_with("<b>", "<strong>"):
        match = _HTML_BOLD.fullmatch(document.lines[number])
        if match and number not in verbatim:
            found.append(HeadingLine(BOLD_LEVEL, number, match[1]))
    return found


def _bold(document: Document) -> list[HeadingLine]:
    """Find lines that are all bold, and those that open with a number in a box or heavy brackets."""
    verbatim = document.blocks.verbatim
    items = document.blocks.item_lines
    found = [
        HeadingLine(BOLD_LEVEL, number, document.with_notes(line.strip()))
        for number in document.lines_with("**", "__", "【", "、", "[", "\u20e3", "🔟", "■", "◆", "●", "▼", "▶")
        if number not in verbatim
        and (
            _BRACKET_NUMBER.fullmatch(line := document.lines[number])
            or (number not in items and _is_bold(line := _whole_bold(document.lines, number)))
        )
    ]
    # The second line of a title is its translation.
    bold = {heading.line for heading in found}
    return [h for h in found if h.line - 1 not in bold and not (h.line - 2 in bold and _IN_BRACKETS.fullmatch(h.text))]


def _is_bold(line: str) -> bool:
    """Return True when a line is all bold but for links behind it and what introduces them."""
    if _BOLD_LINE.fullmatch(line):
        return True
    bold = _BOLD_START.match(line)
    behind = line[bold.end() :] if bold else ""
    found = anchors(behind)
    places = [(anchor.start, anchor.end) for anchor in found if anchor.says is not Says.TITLE]
    return bool(places) and len(places) == len(found) and not letters(without_links(behind, places))


def _whole_bold(lines: tuple[str, ...], number: int) -> str:
    """Return a line, with those below it where bold text that it opens with runs over its end."""
    line = lines[number]
    opening = _BOLD_OPENING.match(line)
    if opening is None or line.count(opening["mark"]) != 1:
        return line
    whole = line.rstrip()
    for following in lines[number + 1 : number + _MAX_BROKEN]:
        if not following.strip():
            break
        whole = f"{whole} {following.strip()}"
        if opening["mark"] in following:
            return whole
    return line


def _details(document: Document) -> list[HeadingLine]:
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
                    title = " ".join(title_markdown(html_code(summary[1])).split())
                    found.append(HeadingLine(DETAILS_LEVEL, line, title, number + 1, named))
    return found
