"""The heading of a paper: its number, its link and its title."""

import re
from dataclasses import dataclass
from itertools import islice

from digest_tui.formats.words.anchors import opening_bracket
from digest_tui.notation.urls import DESTINATION, destination, is_web_url, split_urls
from digest_tui.text import one_line

_MAX_HEADING = 4096
"""Largest number of characters of a heading that are read: titles are cut long before."""
_MAX_LINKS = 32
"""Largest number of links of a heading that are read."""
PLAIN = re.compile(
    r"(?P<number>[0-9]{1,3}\. )?\[(?P<title>[^\W\d_][\w ,.'’?!/+:-]*[^\W_])\]\((?P<url>https?://[^\s()<>]++)\)"
)
"""Most headings: a linked title in which nothing has to be looked for."""
_NUMBER = re.compile(
    r"""\(?[0-9]{1,3}\\?[.)] (?=\s|\[|\*\*|__)           # `1.` `12)` `(3)`, but not `2.5D`
      | (?:[0-9]{1,3}\s?[-–—:]|\#[0-9]{1,3}) (?=\s?\[)   # `1 - [` `#1 [`, only before a link""",
    re.VERBOSE,
)
_NUMBER_IN_LINK = re.compile(r"[0-9]{1,3}[.)](?=\s)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+)(?<=\S)\1", re.DOTALL)
_UNFINISHED = re.compile(r"\((https?://[^\s()]+)", re.IGNORECASE)
_OTHER_LINK = re.compile(rf"(?<!!)\[([^\[\]]*)\]{DESTINATION.pattern}", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class HeadingText:
    """The title, the link and the number that a heading says."""

    title: str
    """Without number, link markup and enclosing emphasis, white space folded; TeX, back-ticks, brackets, emoji kept."""
    link: str | None
    """The link as written."""
    numbered: bool


@dataclass(frozen=True, slots=True)
class _Link:
    opening: int
    closing: int
    """Indices of the brackets around the label."""
    end: int
    url: str


def read_heading(text: str) -> HeadingText:
    """Read the text of a heading; never raise."""
    if plain := PLAIN.fullmatch(text[:_MAX_HEADING]):
        return HeadingText(one_line(plain["title"]), plain["url"], plain["number"] is not None)
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


def _find_link(text: str) -> _Link | None:
    """Return the first link to the web, else one with its closing parenthesis missing, else any other link."""
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
    opening = opening_bracket(text, closing)
    if opening is None or text[opening - 1 : opening] == "!":
        return None
    return _Link(opening, closing, end, url)


def _bare_link(text: str) -> str | None:
    return next((piece for piece, is_url in split_urls(text) if is_url), None)


def _without_emphasis(text: str) -> str:
    """Return the text without emphasis around the whole of it: `**A** and **B**` stays."""
    while match := _EMPHASIS.fullmatch(text):
        marker, inner = match[1], match[2]
        if marker in inner or inner[0] == marker[0] or inner[-1] == marker[0]:
            break
        text = inner.strip()
    return text


def _without_emphasis_between(before: str, after: str) -> tuple[str, str]:
    """Return what stands around a link, without emphasis that encloses nothing but the link."""
    opening = re.search(r"(\*{1,3}|_{1,3})$", before)
    if opening and after.startswith(opening[1]):
        return before[: opening.start()], after[len(opening[1]) :]
    return before, after
