"""Where a URL ends in Markdown and in running text."""

import re

# `(destination "title")` with parentheses in the destination up to two deep; possessive, so that no text is slow.
DESTINATION = re.compile(
    r"""\([ \t]*+
    (?: <(?P<angle>[^<>\n]*+)>
      | (?P<plain>(?:[^\s()<]++|<|\((?:[^\s()]++|\([^\s()]*+\))*+\))*+)
    )
    (?:[ \t]++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?+
    [ \t]*+\)""",
    re.VERBOSE,
)
"""What follows the `]` of an inline link."""

PAGE = "page:"
"""What stands before the link to a file that is about one paper while the formats read: no digest writes it."""

# RFC 3986, section 2: unreserved, reserved and the percent sign.
_URL = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*", re.IGNORECASE)
_AUTOLINK = re.compile(r"(https?://[^\s<>]+)>", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BRACKET = re.compile(r"[()\[\]]")
_TRAILING = ".,;:!?'\"*_~"


def is_web_url(url: str) -> bool:
    """Whether this is an http or https URL."""
    return _WEB.match(url) is not None


def is_web_or_relative(url: str) -> bool:
    """Whether this leads to the web or to a neighbour of the digest, not into another scheme such as `data:`."""
    return bool(url) and (is_web_url(url) or not _SCHEME.match(url))


def destination(match: re.Match[str]) -> str:
    """The URL of a `DESTINATION` match, as written."""
    return match["plain"] if match["angle"] is None else match["angle"]


def bare_url_at(text: str, start: int) -> str | None:
    """The URL that begins at `start` of a running text, without the punctuation of the sentence around it."""
    if start and text[start - 1] == "<" and (autolink := _AUTOLINK.match(text, start)):
        return autolink[1]
    match = _URL.match(text, start)
    if not match:
        return None
    url = _without_stray_brackets(match[0]).rstrip(_TRAILING)
    return url if is_web_url(url) else None


def _without_stray_brackets(url: str) -> str:
    """The URL up to the first bracket that closes nothing, and without a last one that is never closed."""
    opened: list[int] = []
    for match in _BRACKET.finditer(url):
        if match[0] in "([":
            opened.append(match.start())
        elif opened and url[opened[-1]] + match[0] in ("()", "[]"):
            opened.pop()
        else:
            return url[: match.start()]
    return url
