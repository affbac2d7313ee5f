"""Decoration around a title that is none of it: hashes, pictures, badges, links that only say where they lead."""

import re

from digest_tui.formats.words.anchors import Anchor, Says, anchors
from digest_tui.formats.words.introductions import without_links
from digest_tui.text import one_line

_HASHES = re.compile(r"\A#{1,6}\s+|\s+#{1,6}\Z")
_COMPONENT = re.compile(r"<[A-Z][A-Za-z]{1,30}\b[^<>]*/>")
"""A badge of VuePress or Docusaurus."""
_PICTURE = re.compile(r"(?<!\[)!\[[^\[\]]{0,200}\]\([^()]{0,400}\)")
_PICTURE_IN_LINK = re.compile(r"(?<=\[)!\[[^\[\]]{0,200}\]\([^()]{0,400}\)\s*(?=[^\W_])")
_ESCAPED = re.compile(r"\\([\[\]])")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\](?!\()")
BRACKETED = re.compile(
    r"\*{0,3}\[(?P<title>[^\[\]]+(?:\[[^\[\]]*\][^\[\]]*)*)\](?:\*{1,3}\s*|\s+|(?=（)|$)(?=$|\(|（|<?https?:)"
)
"""A title in brackets that are those of no link, or of one that is broken."""
_BADGE = re.compile(r"\[?!\[[^\[\]]*\]\([^()]*\)(?:\]\([^()]*\))?")
_BRACKET_TAG = re.compile(r"\[[^\[\]]{1,60}\](?!\()|`[^`]{1,60}`")
_LETTERS = re.compile(r"[^\W_]")


def tidy(text: str) -> str:
    """Return the text without hashes around it, and without pictures and links of other kinds."""
    text = _HASHES.sub("", text.strip())
    text = _PICTURE_IN_LINK.sub("", _PICTURE.sub("", text)) if "![" in text else text
    return _WIKI_LINK.sub(r"\1", _COMPONENT.sub("", text)).strip()


def without_places(text: str, found: tuple[Anchor, ...]) -> str:
    """Return the text without links that only say where they lead, where a title is left."""
    rest = without_links(text, ((anchor.start, anchor.end) for anchor in found if anchor.says is not Says.TITLE))
    return rest if _LETTERS.search(rest) else text


def without_badges(text: str) -> str:
    """Return what stands in front of a title, without links and pictures."""
    return _BADGE.sub("", _without(text, anchors(text)))


def _without(text: str, found: tuple[Anchor, ...]) -> str:
    parts = []
    position = 0
    for anchor in found:
        parts.append(text[position : anchor.start])
        position = anchor.end
    return "".join([*parts, text[position:]])


def is_light(before: str) -> bool:
    """Return True when little enough stands before a title for it to be one: a tag, a label, a date."""
    before = _BRACKET_TAG.sub("", before)
    return len(_LETTERS.findall(before)) <= 16 and not before.rstrip().endswith((".", "。"))


def opens_title(before: str) -> bool:
    """Return True when what stands before a bold text is a tag or a label, not the beginning of the same title."""
    rest = _BRACKET_TAG.sub("", before).rstrip()
    return is_light(before) and (
        not _LETTERS.search(rest) or rest.endswith((",", "，", ":", "：", "|", ")", "]", "】", "-", "–", "—", "·"))
    )


def shown(title: str) -> str:
    """Return a title without brackets around it and without the backslashes before brackets in it."""
    return one_line(_ESCAPED.sub(r"\1", _unbracketed(title)))


def _unbracketed(title: str) -> str:
    """Return a title without the brackets that some digests write inside their link: `[Title]`."""
    if match := BRACKETED.fullmatch(title):
        return match["title"] if len(match["title"].split()) > 2 else title
    return title
