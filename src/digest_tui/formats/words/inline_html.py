"""HTML inside Markdown, as far as digests use it: links, emphasis, line breaks, entities."""

import re

from digest_tui.text import unescaped

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_SLACK_LINK = re.compile(r"<(https?://[^\s<>|]+)\|([^<>\n]+)>")
_HREF = re.compile(r"""(?<![\w-])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_BREAKS = ("br", "p", "div", "li", "tr", "ul", "ol", "dl", "dd", "dt")
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_KNOWN = {
    *_BREAKS,
    *_EMPHASIS,
    "a",
    "span",
    "sub",
    "sup",
    "small",
    "font",
    "center",
    "details",
    "summary",
    "u",
    "button",
}
_KNOWN |= {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "tbody",
    "thead",
    "table",
    "mark",
    "kbd",
    "nobr",
    "del",
    "section",
}


def markdown_of(text: str) -> str:
    """The text with its HTML, and links as Slack writes them, as Markdown; tags that are no HTML (`<think>`) stay."""
    if "<" in text:
        text = _tags(_SLACK_LINK.sub(r"[\2](\1)", text))
    return unescaped(text)


def _tags(text: str) -> str:
    parts: list[str] = []
    position = 0
    urls: list[str] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name not in _KNOWN:
            continue
        parts.append(text[position : tag.start()])
        position = tag.end()
        parts.append(_replacement(name, bool(tag[1]), tag[3], urls))
    parts.append(text[position:])
    return "".join(parts)


def _replacement(name: str, closing: bool, attributes: str, urls: list[str]) -> str:
    if name == "a":
        if closing:
            return f"]({urls.pop()})" if urls else ""
        href = _HREF.search(attributes)
        if href is None:
            return ""
        urls.append((href[1] or href[2] or href[3] or "").replace(" ", "%20"))
        return "["
    if name in _BREAKS:
        return "\n"
    if name in _EMPHASIS:
        return _EMPHASIS[name]
    return ""
