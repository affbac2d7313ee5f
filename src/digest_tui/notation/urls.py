"""URLs in Markdown and in running text: where they begin and end, and what they lead to, for all who read them."""

import re
from collections.abc import Iterator

from digest_tui.patterns import pattern

# `(destination "title")` with parentheses in the destination up to two deep; possessive, so that no text is slow.
DESTINATION = pattern(
    r"""\([ \t]*+
    (?: <(?P<angle>[^<>\n]*+)>
      | (?P<plain>(?:[^\s()<]++|<|\((?:[^\s()]++|\([^\s()]*+\))*+\))*+)
    )
    (?:[ \t]++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?+
    [ \t]*+\)""",
    re.VERBOSE,
)
"""The part of an inline link that follows its `]`."""

# RFC 3986, section 2: unreserved, reserved and the percent sign.
_START = pattern(r"https?://", re.IGNORECASE)
_FIRST = pattern(r"https?://(?=[A-Za-z0-9\[])", re.IGNORECASE)
_PLAIN = pattern(r"[A-Za-z0-9._~:/?#@!$&'*+,;=%-]*+")
_AUTOLINK = pattern(r"(https?://[^\s<>]+)>", re.IGNORECASE)
_WEB = pattern(r"https?://[^\s/]", re.IGNORECASE)
_SCHEME = pattern(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OPENING = {")": "(", "]": "["}
_TRAILING = ".,;:!?'*_~"
_VIDEO_ENDINGS = (".mp4", ".mov", ".qt", ".webm", ".m4v", ".avi")


def is_web_url(url: str) -> bool:
    """Return True for an http or https URL."""
    return _WEB.match(url) is not None


def is_web_or_relative(url: str) -> bool:
    """Return True for a URL to the web or to a neighbour of the digest, not into another scheme such as `data:`."""
    return bool(url) and (is_web_url(url) or not _SCHEME.match(url))


def destination(match: re.Match[str]) -> str:
    """Return the URL of a `DESTINATION` match, as written."""
    return match["plain"] if match["angle"] is None else match["angle"]


def is_video_file(url: str) -> bool:
    """Return True when the path of a URL ends like that of a video."""
    return url.partition("#")[0].partition("?")[0].lower().endswith(_VIDEO_ENDINGS)


def bare_url_at(text: str, start: int) -> str | None:
    """Return the URL that begins at `start` of a running text, without the punctuation of the sentence around it.

    It ends before the first bracket that closes nothing in it, and before what is no ASCII: a particle of Korean.
    """
    if start and text[start - 1] == "<" and (autolink := _AUTOLINK.match(text, start)):
        return autolink[1]
    first = _FIRST.match(text, start)
    if not first:
        return None
    url = text[start : _end(text, first.end())].rstrip(_TRAILING)
    return url if is_web_url(url) else None


def split_urls(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it is a URL; the pieces joined are the text."""
    done = position = 0
    while match := _START.search(text, position):
        position = match.end()
        if url := bare_url_at(text, match.start()):
            position = match.start() + len(url)
            if match.start() > done:
                yield text[done : match.start()], False
            yield url, True
            done = position
    if done < len(text):
        yield text[done:], False


def _end(text: str, position: int) -> int:
    opened: list[str] = []
    # Piece by piece: a match of all that may stand in a URL would read on behind its end, again for each URL.
    while plain := _PLAIN.match(text, position):
        position = plain.end()
        bracket = text[position : position + 1]
        if bracket in ("(", "["):
            opened.append(bracket)
        elif not opened or opened.pop() != _OPENING.get(bracket):
            break
        position += 1
    return position
