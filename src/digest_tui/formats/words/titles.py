"""The title of a paper in a heading, a list item, a cell or a `<summary>`, whatever stands around it."""

import re
from dataclasses import dataclass, replace

from digest_tui.formats.words.anchors import Anchor, Says, anchors, paper_of, preferred, says
from digest_tui.formats.words.around_titles import (
    BRACKETED,
    is_light,
    opens_title,
    shown,
    tidy,
    without_badges,
    without_places,
)
from digest_tui.formats.words.broken_titles import title_of_lines
from digest_tui.formats.words.heading import PLAIN, read_heading
from digest_tui.formats.words.identifiers import BARE_ID
from digest_tui.formats.words.inline_html import title_markdown, title_text
from digest_tui.formats.words.introductions import without_introduction
from digest_tui.formats.words.labels import COLON, TITLE, field_of, is_part, normal
from digest_tui.formats.words.ranks import DECIMAL, without_rank
from digest_tui.formats.words.title_ends import without_tail
from digest_tui.formats.words.votes import without_votes
from digest_tui.text import MAX_LINE, one_line

_SHORT_NAME = 12
"""Largest number of letters of a bold name that only begins a title."""
_MIN_PLAIN = 16
_MAY_BE_RANK = re.compile(r"[第论]|.{0,11}[0-9]")
_MAX_PLACE = 48
"""Characters of words that only say where a link leads: with more it is a title."""
_BEHIND = ("vote", "like", "arxiv")
"""Words beside which a number at the end is no part of a title."""
_LONG_LINE = 120
"""Characters of a line that holds more than a title: there, wide gaps stand for line ends."""
_MAX_TEXT = 4096
"""Characters in which a title is looked for: titles are cut long before."""
_MARKER = re.compile(r"\A[ \t>]*(?:[-*+•]|[0-9]{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_LEAD_TAG = re.compile(
    r"\A(?:[1-4][0-9](?:0[1-9]|1[0-2])[0-3][0-9]\s+|[`(\[【]{0,2}\*{0,2}(?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?\*{0,2}[)\]】`]{0,2}\s*[,，:：|–—-]?\s*"
    r"|\*\*\[[A-Za-z][\w&.-]{1,14}\s?['’]?(?:19|20)?[0-9]{2}(?:\s[^\[\]]{1,16})?\]\*\*(?!\()\s+(?=\S)"
    r"|[A-Za-z][\w'&.]{1,14}(?:\s[\w'&.]{1,14}){0,2}\s(?:19|20)[0-9]{2}(?:\.[0-9]{1,2})?(?:\s\w{1,12})?,\s+"
    r"|(?P<mark>\*\*|`|)\[[^\[\]]{1,24}\](?P=mark)(?!\()\s+(?=\*\*|_|\[|\"))"
)
"""A date or a venue in brackets in front of a title."""
_LEAD_ID = re.compile(
    rf"(?:\*\*|`)?[\[(]?(?:arxiv[:\s]*)?(?P<id>{BARE_ID})(?:v[0-9]+)?[\])]?(?:\*\*|`)?(?!\()\s*[-–—:：|,]?\s+(?=\S)",
    re.IGNORECASE,
)
"""An id that is no link, in front of a title."""
_LABELLED = re.compile(rf"(?P<mark>\*\*|__)?(?P<label>[^:：*_\n]{{2,24}}?){COLON}\s*(?P<rest>.+)", re.DOTALL)
_BOLD = re.compile(r"(?P<mark>\*\*\*?|__(?!_))(?=\S)(?P<title>.{1,600}?)(?<=\S)(?P=mark)(?!\w)", re.DOTALL)
_TRANSLATION = re.compile(r"\s*\*\*[^*\n]{1,300}\*\*\s*[/|｜·–—-]\s*")
"""The text before a linked title: the same in another language."""
_ITALIC = re.compile(r"(?P<mark>[*_])(?![*_\s])(?P<title>[^*_\n]{12,300})(?<=\S)(?P=mark)(?!\w)")
_AUTHORS_BEHIND = re.compile(r"[.,]\s+(?:\*[^*]+\*|_[^_]+_)(?:\W.*)?$")
_ID_ALONE = re.compile(rf"\W*(?:arxiv\W*)?{BARE_ID}(?:v[0-9]+)?\W*", re.IGNORECASE)
_WIDE_GAP = re.compile(r"\s{2,}|\s[●•—]\s")
_LETTERS = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"(?:다|요|음|함|니다)[.]?$|[。！]$")


@dataclass(frozen=True, slots=True)
class Headline:
    """A title and what stood with it."""

    title: str
    """As `HeadingText.title`; empty where there is none."""
    link: str | None = None
    """The title's own link."""
    numbered: bool = False
    emphatic: bool = False
    """True when the title was a link or bold, so that it is known where it ends."""
    paper: str | None = None
    """The identifier of the paper its link leads to."""


def read_headline(text: str) -> Headline:
    """Read the title in a heading; never raise."""
    if (plain := PLAIN.fullmatch(text[:_MAX_TEXT])) and (headline := _plain_headline(plain)):
        return headline
    return _with_characters(_headline(title_markdown(text[:_MAX_TEXT])))


def _plain_headline(plain: re.Match[str]) -> Headline | None:
    title, url = plain["title"], plain["url"]
    if not _MIN_PLAIN <= len(title) < MAX_LINE or _MAY_BE_RANK.match(title):
        return None
    if (":" in title and field_of(title.partition(":")[0]) in TITLE) or any(map(title.lower().__contains__, _BEHIND)):
        return None
    paper = paper_of(url)
    if not paper or (len(title) < _MAX_PLACE and says(title) is not Says.TITLE):
        return None
    return Headline(one_line(title), url, plain["number"] is not None, True, paper)


def _headline(text: str) -> Headline:
    rest, numbered = without_rank(tidy(text))
    labelled = _LABELLED.match(rest)
    if labelled and field_of(labelled["label"]) in TITLE and not labelled["rest"].startswith("]"):
        # `[Title: …](…)`
        rest = "[" * labelled["label"].startswith("[") + labelled["rest"]
    if opening := _LEAD_ID.match(rest):
        rest = rest[opening.end() :]
    if decimal := DECIMAL.match(rest):
        rest, numbered = rest[decimal.end() :], True
    found = anchors(rest)
    titled = next((anchor for anchor in found if anchor.says is Says.TITLE), None)
    if titled is None and (bracketed := BRACKETED.match(rest)):
        return _plain(bracketed["title"], found, numbered, emphatic=True)
    whole = titled is not None and len(found) == 1 and (titled.start, titled.end) == (0, len(rest))
    rest = rest if whole else without_places(rest, found)
    bold = _BOLD.search(rest) if titled is None else None
    if bold and _is_title(bold["title"]) and _is_decoration(rest[: bold.start()] + rest[bold.end() :]):
        return _plain(bold["title"], found, numbered, emphatic=True)
    heading = read_heading(rest if whole else without_votes(without_tail(rest)))
    again, more = without_rank(heading.title) if not numbered else (heading.title, False)
    title = shown(without_tail(without_votes(again), linked=titled is not None))
    link = titled.url if titled is not None else _first_paper(found)
    paper = _own_paper(titled, found)
    if titled is None and not _LETTERS.search(title):
        title = ""
    return Headline(title, link, numbered or heading.numbered or more, titled is not None, paper)


def read_item(text: str, *, is_title: bool = False) -> Headline:
    """Read the title in the first paragraph of a list item, in a cell or in a line of a list; never raise.

    A title that is linked or bold ends with its markup; any other ends where the links begin. Where something else says
    that it `is_title`, it may begin like a part of a paper's text: `Analysis: …`.
    """
    return _with_characters(_item(title_markdown(_MARKER.sub("", text)[:_MAX_TEXT]), is_title=is_title))


def _with_characters(headline: Headline) -> Headline:
    written = (headline.title, headline.link or "", headline.paper or "")
    title, link, paper = map(title_text, written)
    if (title, link, paper) == written:
        return headline
    return replace(headline, title=one_line(title), link=link or None, paper=paper or None)


def _item(text: str, *, is_title: bool = False, behind_id: bool = False) -> Headline:
    text = _LEAD_TAG.sub("", tidy(text))
    rest, numbered = without_rank(text)
    rest = _LEAD_TAG.sub("", rest)
    if not behind_id and (opening := _LEAD_ID.match(rest)):
        after = _item(_MARKER.sub("", rest[opening.end() :]), behind_id=True)
        return replace(after, numbered=numbered, emphatic=True, paper=f"arxiv:{opening['id']}")
    labelled = _LABELLED.match(rest)
    if labelled and "[" in labelled["label"] and "]" not in labelled["label"]:
        # `[Results: a title](…)`
        labelled = None
    if labelled and field_of(labelled["label"]) in TITLE:
        rest = labelled["rest"]
    elif labelled and not is_title and is_part(labelled["label"]):
        # `Results: better than [another paper](…)`
        return Headline("", paper=preferred(anchor.paper for anchor in anchors(rest)))
    found = anchors(rest)
    titled = next((anchor for anchor in found if anchor.says is Says.TITLE), None)
    before = without_badges(rest[: titled.start]) if titled else ""
    if titled and (is_light(before) or _TRANSLATION.fullmatch(before)) and not _is_aside(titled, found):
        # Read as in a heading: what is in the words of a link may look like another link.
        inner = _headline(rest[titled.start : titled.end])
        paper = _own_paper(titled, found) or preferred(anchor.paper for anchor in found)
        return Headline(inner.title, titled.url, numbered or inner.numbered, True, paper)
    bold = _BOLD.search(rest)
    if bold and opens_title(without_badges(rest[: bold.start()])):
        return _bold(bold, rest, found, numbered)
    if bracketed := BRACKETED.match(rest):
        return _plain(bracketed["title"], found, numbered, emphatic=True)
    if italic := _ITALIC.match(rest):
        return _plain(italic["title"], found, numbered, emphatic=True)
    title = _until_links(rest, found)
    if not _LETTERS.search(title) and found and found[0].says is not Says.NOTHING:
        tail = rest[found[0].end :].lstrip(" -–—:：,|")
        title = _until_links(tail, anchors(tail))
    if _ID_ALONE.fullmatch(title):
        title = ""
    return Headline(title, _first_paper(found), numbered, False, preferred(a.paper for a in found))


def _own_paper(titled: Anchor | None, found: tuple[Anchor, ...]) -> str | None:
    """Return the paper that a linked title, or one of the links beside it, leads to."""
    places = [anchor.paper for anchor in found if anchor.says is not Says.TITLE]
    return preferred([titled.paper if titled is not None else None, *places])


def _is_aside(titled: Anchor, found: tuple[Anchor, ...]) -> bool:
    """Return True when a link stands behind the paper's and leads elsewhere, such as `[PDF](…) / [Reading note](…)`."""
    return titled.paper is None and any(anchor.paper and anchor.start < titled.start for anchor in found)


def _until_links(text: str, found: tuple[Anchor, ...]) -> str:
    """Return what stands before the first link, up to where authors and links begin."""
    lines = (text[: found[0].start] if found else text).split("\n")
    line = title_of_lines(lines, before_link=bool(found))
    line = _AUTHORS_BEHIND.sub("", line)
    if len(line) > _LONG_LINE:
        line = _WIDE_GAP.split(line.strip())[0]
    opening = max(line.rfind("("), line.rfind("["), line.rfind("（"))
    if opening > 0 and not any(closing in line[opening:] for closing in ")]）"):
        line = line[:opening]
    line = without_votes(line)
    shorter = without_introduction(line)
    return one_line(without_tail(shorter if shorter != line else without_introduction(without_tail(line))))


def is_sentence(title: str) -> bool:
    """Return True when a text reads as a sentence of prose rather than a title."""
    return len(title) > 300 or _SENTENCE_END.search(title) is not None


def _bold(bold: re.Match[str], rest: str, found: tuple[Anchor, ...], numbered: bool) -> Headline:
    inner = bold["title"].strip()
    label = inner.rstrip(":： ")
    ends_with_colon = label != inner or rest[bold.end() : bold.end() + 2].lstrip().startswith((":", "："))
    if ends_with_colon and is_part(label):
        if normal(label) in TITLE:
            return _plain(rest[bold.end() :].lstrip(" :：").split("\n")[0], found, numbered, emphatic=True)
        return Headline("")
    if ends_with_colon and label == inner and len(_LETTERS.findall(label)) <= _SHORT_NAME and found:
        # `**Name**: the rest of the title, [arXiv](…)`.
        label = _until_links(f"{label}{rest[bold.end() : found[0].start]}", ()).rstrip(" ,")
    headline = _headline(label)
    places = tuple(anchor for anchor in found if anchor.says is not Says.TITLE)
    link = headline.link or _first_paper(places)
    paper = headline.paper or preferred(anchor.paper for anchor in places)
    return Headline(headline.title, link, numbered or headline.numbered, True, paper)


def _plain(text: str, found: tuple[Anchor, ...], numbered: bool, *, emphatic: bool) -> Headline:
    heading = read_heading(without_tail(without_votes(without_places(text, anchors(text)))))
    title, more = without_rank(heading.title)
    paper = preferred(anchor.paper for anchor in found)
    return Headline(shown(title), heading.link or _first_paper(found), numbered or more, emphatic, paper)


def _is_title(text: str) -> bool:
    return len(_LETTERS.findall(text)) >= 3 and not is_part(text)


def _is_decoration(text: str) -> bool:
    return len(_LETTERS.findall(without_tail(without_votes(text)))) <= 6


def _first_paper(found: tuple[Anchor, ...]) -> str | None:
    return next((anchor.url for anchor in found if anchor.paper), None)
