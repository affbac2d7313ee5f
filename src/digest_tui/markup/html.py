"""Raw HTML: its pictures, videos and line breaks."""

import re
from collections.abc import Iterator

from digest_tui.markup.blocks import Media, MediaKind
from digest_tui.notation.tags import CLIPS, attribute
from digest_tui.notation.urls import is_video_file
from digest_tui.text import one_line, unescaped

_TAG = re.compile(r"<(/?[A-Za-z][\w-]*)\b([^<>]*)>")
_ATTRIBUTE = re.compile(attribute("src|alt|href"), re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_line_break(html: str) -> bool:
    """Return True for a `<br>` tag."""
    return _BREAK.fullmatch(html) is not None


def media_kind(src: str) -> MediaKind:
    """Return the kind of a target shown as a picture, by the end of its path."""
    return "video" if is_video_file(src) else "picture"


def media_only(html: str) -> tuple[Media, ...]:
    """Return the pictures and videos of HTML that holds nothing else to see, else nothing."""
    if _TAG.sub("", html).strip():
        return ()
    return tuple(_media(html))


def _media(html: str) -> Iterator[Media]:
    href = None
    for tag in _TAG.finditer(html):
        name = tag.group(1).casefold()
        if name not in {"a", "/a", "img"} | CLIPS:
            continue
        given = attributes(tag.group(2))
        if name in {"a", "/a"}:
            href = given.get("href")
        elif src := given.get("src"):
            kind = media_kind(src) if name == "img" else "video"
            yield Media(kind, one_line(given.get("alt", "")), src, href)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag that we know."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match.group(1).casefold(), unescaped(value))
    return found
