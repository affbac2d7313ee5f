"""HTML inside Markdown, as far as digests use it: links, emphasis, line breaks, entities."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from digest_tui.notation.code_spans import STAND_INS, code_spans, inside_code, outside_code, without_stand_ins
from digest_tui.notation.tags import BLOCKS, EMPHASIS, LINES, WORDS, attribute
from digest_tui.text import unescaped

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_SLACK_LINK = re.compile(r"<(https?://[^\s<>|]+)\|([^<>\n]+)>")
_HREF = re.compile(attribute("href"), re.IGNORECASE)
_KNOWN = BLOCKS | WORDS | {"button"}
"""Tags that are markup in a title or a cell; pictures stay, to be read as such or taken for text."""


def markdown_of(text: str) -> str:
    """Turn HTML, and links as Slack writes them, into Markdown; tags that are no HTML (`<think>`) stay."""
    return unescaped(_tags(text))


def title_markdown(text: str) -> str:
    """Do as `markdown_of`, but keep code as it is and take no character reference for a mark: `&lt;b&gt;` is no tag.

    Until the title is known other characters stand in for those; `title_text` puts them back.
    """
    if "<" in text:
        text = _tags(text, code_spans(text))
    return outside_code(text, lambda part: unescaped(part, STAND_INS)) if "&" in text else text


def title_text(title: str) -> str:
    """Return a title with its references as characters; in code there are none, as Markdown has it."""
    title = outside_code(title, unescaped) if "&" in title else title
    return without_stand_ins(title)


def html_code(text: str) -> str:
    """Read the character references between the back-ticks of a piece of HTML too: there, back-ticks are no code."""
    return inside_code(text, unescaped) if "&" in text else text


def _tags(text: str, code: Sequence[tuple[int, int]] | None = None) -> str:
    """Return the text with its tags as Markdown; with spans of code given, these and `<code>` hold what they show."""
    if "<" not in text:
        return text
    parts: list[str] = []
    position = 0
    urls: list[str] = []
    in_code = False
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name not in _KNOWN or (code and _is_inside(code, tag.start())):
            continue
        between = text[position : tag.start()]
        parts.append(unescaped(between) if in_code else _SLACK_LINK.sub(r"[\2](\1)", between))
        position = tag.end()
        parts.append(_replacement(name, bool(tag[1]), tag[3], urls))
        in_code = code is not None and (not tag[1] if name == "code" else in_code)
    parts.append(_SLACK_LINK.sub(r"[\2](\1)", text[position:]))
    return "".join(parts)


def _is_inside(spans: Sequence[tuple[int, int]], position: int) -> bool:
    number = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return number >= 0 and position < spans[number][1]


def _replacement(name: str, closing: bool, attributes: str, urls: list[str]) -> str:
    if name == "a":
        if closing:
            return f"]({urls.pop()})" if urls else ""
        href = _HREF.search(attributes)
        if href is None:
            return ""
        urls.append((href[2] or href[3] or href[4] or "").replace(" ", "%20"))
        return "["
    if name in LINES:
        return "\n"
    if name in EMPHASIS:
        return EMPHASIS[name]
    return ""
