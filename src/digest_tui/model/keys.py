"""The keys by which two entries are recognised as the same paper."""

import unicodedata
from urllib.parse import urlsplit

from digest_tui.model.paper import Paper

_CERTAIN = ("arxiv:", "doi:", "url:", "title:", "place:")
"""The kinds of keys, from the one that says most certainly which paper it is."""
MIN_TITLE_LETTERS = 12
"""Letters that a title needs to identify a paper by itself: shorter ones ("Introduction", "Qwen2") do not."""


def paper_keys(paper: Paper, path: str) -> tuple[str, ...]:
    """Return all keys of a paper, first the one that its state is written to.

    `path` is the digest's path: a short title without id or link identifies a paper only within one file.
    """
    keys = []
    if paper.arxiv:
        keys.append(f"arxiv:{paper.arxiv.id}")
    if paper.doi:
        keys.append(f"doi:{paper.doi.casefold()}")
    if paper.link and not paper.arxiv and not paper.doi and (address := url_key(paper.link)):
        keys.append(address)
    letters = _letters(paper.title)
    if len(letters) >= MIN_TITLE_LETTERS:
        first_author = _letters(paper.authors[0]) if paper.authors else ""
        keys.append(f"title:{_digest(letters + '|' + first_author)}")
    elif not keys:
        keys.append(f"place:{_digest(path + '|' + letters)}")
    if paper.further_keys:
        keys = sorted(dict.fromkeys([*keys, *paper.further_keys]), key=_kind)
    return tuple(keys)


def _kind(key: str) -> int:
    return next((number for number, kind in enumerate(_CERTAIN) if key.startswith(kind)), len(_CERTAIN))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _digest(text: str) -> str:
    import hashlib  # noqa: PLC0415 - most papers have an id

    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def url_key(url: str) -> str:
    """Return the key of a paper that is known by its address alone; empty for what is no address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    host = parts.netloc.casefold().removeprefix("www.")
    return f"url:{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
