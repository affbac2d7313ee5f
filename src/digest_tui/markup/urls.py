"""Bare addresses in running text."""

import re
from collections.abc import Iterator

# Only what a URL may hold in ASCII: a Korean particle glued to the address is not part of it.
_URL = re.compile(r"\bhttps?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", re.IGNORECASE | re.ASCII)
_TRAILING = ".,;:!?'*_~"
_PAIRS = {")": "(", "]": "["}


def split_urls(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is an address; the pieces joined are the text."""
    done = 0
    for match in _URL.finditer(text):
        url = _trimmed(match.group())
        if url.endswith("/") and url.count("/") == 2:
            continue
        if match.start() > done:
            yield text[done : match.start()], False
        yield url, True
        done = match.start() + len(url)
    if done < len(text):
        yield text[done:], False


def _trimmed(url: str) -> str:
    """Without the punctuation of the sentence around it; brackets stay as long as they are balanced."""
    surplus = {closing: url.count(closing) - url.count(opening) for closing, opening in _PAIRS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]
