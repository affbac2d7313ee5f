"""The heading of a paper: its number, its link and its title."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.introductions import asks_to_read_on, is_filler, without_introduction, without_links
from digest_tui.formats.words.letters import letters
from digest_tui.markup.urls import DESTINATION, destination, is_web_url, split_urls
from digest_tui.text import one_line

_MAX_HEADING = 4096
"""Characters of a heading that are looked at: titles are cut long before."""
_MAX_LINKS = 32
"""Links of a heading that are looked at."""
_NUMBER = re.compile(
    r"""\(?[0-9]{1,3}\\?[.)] (?=\s|\[|\*\*|__)           # `1.` `12)` `(3)`, but not `2.5D`
      | (?:[0-9]{1,3}\s?[-–—:]|\#[0-9]{1,3}) (?=\s?\[)   # `1 - [` `#1 [`, only before a link""",
    re.VERBOSE,
)
_NUMBER_IN_LINK = re.compile(r"[0-9]{1,3}[.)](?=\s)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+)(?<=\S)\1", re.DOTALL)
_UNFINISHED = re.compile(r"\((https?://[^\s()]+)", re.IGNORECASE)
_OTHER_LINK = re.compile(rf"(?<!!)\[([^\[\]]*)\]{DESTINATION.pattern}", re.VERBOSE)
_EMPTY_END = re.compile(r"(?:[\s|｜·•–—,，:：/-]|[(\[（【]\s*[)\]）】])++\Z")
"""What is left where links were, and what stood between them and the title."""
_MAX_END = 100
"""Characters at the end of a heading that are looked at for that."""
_BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class HeadingText:
    """What a heading says."""

    title: str
    """Without number, link markup and enclosing emphasis, white space folded; TeX, back-ticks, brackets, emoji kept."""
    link: str | None
    """As written."""
    numbered: bool


@dataclass(frozen=True, slots=True)
class _Link:
    opening: int
    closing: int
    """Indices of the brackets around the label."""
    end: int
    url: str


def read_heading(text: str) -> HeadingText:
    """Read the text of a heading; never raises."""
    text = text[:_MAX_HEADING].strip()
    rest = _without_emphasis(text)
    numbered = bool(number := _NUMBER.match(rest))
    if number:
        rest = _without_emphasis(rest[number.end() :].strip())
    link = _find_link(rest)
    if link is None:
        return HeadingText(one_line(rest or text), _bare_link(rest), numbered)
    label = _without_emphasis(rest[link.opening + 1 : link.closing].strip())
    if not numbered and (number := _NUMBER_IN_LINK.match(label)):
        numbered = True
        label = _without_emphasis(label[number.end() :].strip())
    before, after = _without_emphasis_between(rest[: link.opening], rest[link.end :])
    title = one_line(_OTHER_LINK.sub(r"\1", before) + label + _OTHER_LINK.sub(r"\1", after))
    return HeadingText(title or one_line(link.url or text), link.url or None, numbered)


def read_title(text: str) -> HeadingText:
    """As `read_heading`, with the title as it is shown: character references are characters, and what introduces a
    link behind it, such as `(read more on [arXiv](…))`, is left out with the link.
    """
    heading = read_heading(text)
    opens_with_link = text.count("](") == 1 and text.count("://") < 2 and not letters(text.partition("[")[0])
    shorter = None if opens_with_link else _without_introduced(text[:_MAX_HEADING])
    if shorter is None and "&" not in heading.title:
        return heading
    return replace(heading, title=one_line(title_text(read_heading(shorter).title if shorter else heading.title)))


def _without_introduced(text: str) -> str | None:
    behind: list[tuple[int, int]] = []
    end = len(text)
    introduced = False
    for anchor in reversed(anchors(text)):
        if anchor.says is Says.TITLE or not is_filler(text[anchor.end : end]):
            break
        behind.insert(0, (anchor.start, anchor.end))
        end = anchor.start
        introduced = (
            introduced
            or anchor.says is Says.NOTHING
            or asks_to_read_on(anchor.label)
            or without_introduction(text[:end]) != text[:end]
        )
    rest = without_links(text, behind) if introduced else ""
    rest = rest[:-_MAX_END] + _EMPTY_END.sub("", rest[-_MAX_END:])
    return rest if letters(rest) else None


def _find_link(text: str) -> _Link | None:
    """The first link to the web, else one with its closing parenthesis missing, else any other link."""
    labels = [match.start() for match in islice(re.finditer(r"\]\(", text), _MAX_LINKS)]
    finished = [(closing, match) for closing in labels if (match := DESTINATION.match(text, closing + 1))]
    for closing, match in finished:
        if is_web_url(url := destination(match)) and (link := _link(text, closing, match.end(), url)):
            return link
    for closing in labels:
        if (match := _UNFINISHED.match(text, closing + 1)) and (link := _link(text, closing, match.end(), match[1])):
            return link
    for closing, match in finished:
        if link := _link(text, closing, match.end(), destination(match)):
            return link
    return None


def _link(text: str, closing: int, end: int, url: str) -> _Link | None:
    opening = _opening_bracket(text, closing)
    if opening is None or text[opening - 1 : opening] == "!":
        return None
    return _Link(opening, closing, end, url)


def _opening_bracket(text: str, closing: int) -> int | None:
    """The bracket that opens a label; titles hold brackets of their own, not always in pairs."""
    unclosed: list[int] = []
    for match in _BRACKET.finditer(text, 0, closing):
        if match[0] == "[":
            unclosed.append(match.start())
        elif unclosed:
            unclosed.pop()
    if not unclosed:
        first = text.find("[", 0, closing)
        return first if first >= 0 else None
    begins_with_label = not text[: unclosed[0]].strip()
    return unclosed[0] if begins_with_label else unclosed[-1]


def _bare_link(text: str) -> str | None:
    return next((piece for piece, is_url in split_urls(text) if is_url), None)


def _without_emphasis(text: str) -> str:
    """The text without emphasis around the whole of it: `**A** and **B**` stays."""
    while match := _EMPHASIS.fullmatch(text):
        marker, inner = match[1], match[2]
        if marker in inner or inner[0] == marker[0] or inner[-1] == marker[0]:
            break
        text = inner.strip()
    return text


def _without_emphasis_between(before: str, after: str) -> tuple[str, str]:
    """What stands around a link, without emphasis that encloses nothing but the link."""
    opening = re.search(r"(\*{1,3}|_{1,3})$", before)
    if opening and after.startswith(opening[1]):
        return before[: opening.start()], after[len(opening[1]) :]
    return before, after
