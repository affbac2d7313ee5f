"""The keys by which papers are cited: `kim2025video`."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator
from itertools import count, product

from digest_tui.model.entry import Entry
from digest_tui.patterns import pattern

_YEAR = pattern(r"(\A|/)([0-9]{2})[0-9]{2}")
_SMALL_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in into is it its of on or the their to towards via we what when
    which who why with without
    """.split()  # noqa: SIM905 - words are read more easily than literals
)


def cite_base(entry: Entry) -> str:
    """Return the family name of the first author, the year, and the first word of the title that says something.

    Without a Latin letter in the name it is the id, behind what kind it is of.
    """
    paper = entry.paper
    authors = paper.authors[0].split() if paper.authors else []
    if family := _latin(authors[-1]) if authors else "":
        words = (_latin(word) for word in paper.title.split())
        word = next((word for word in words if word and word not in _SMALL_WORDS), "")
        return f"{family}{paper_year(entry)}{word}"
    kind, _, id_ = entry.key.partition(":")
    return f"{kind}{''.join(letter for letter in id_ if letter.isascii() and (letter.isalnum() or letter == '.'))}"


def paper_year(entry: Entry) -> str:
    """Return the year of the arXiv id (`2512.07951` is of 2025, `hep-th/9901001` of 1999), else of the digest."""
    arxiv = entry.paper.arxiv
    if arxiv and (match := _YEAR.search(arxiv.id)):
        return f"{'19' if match[1] and match[2] >= '91' else '20'}{match[2]}"
    return str(entry.date.year) if entry.date else ""


def with_letters(key: str) -> Iterator[str]:
    """Yield a key, then the same with `a`, `b` to `z`, `aa` and so on behind it."""
    yield key
    for length in count(1):
        for letters in product(string.ascii_lowercase, repeat=length):
            yield key + "".join(letters)


def _latin(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
