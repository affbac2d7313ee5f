"""The keys by which papers are cited: `kim2025video`."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator
from itertools import count, product
from zlib import crc32

from digest_tui.model.entry import Entry
from digest_tui.model.paper import Paper
from digest_tui.model.person_names import person_name, without_others
from digest_tui.notation.tex_accents import with_letters as with_accents
from digest_tui.patterns import pattern

_YEAR = pattern(r"(\A|/)([0-9]{2})[0-9]{2}")
_COMMAND = pattern(r"\\[A-Za-z]+|&[A-Za-z]+;")
_SMALL_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in into is it its of on or the their to towards via we what when
    which who why with without
    """.split()  # noqa: SIM905 - words are read more easily than literals
)
# What Unicode does not take apart into a letter and a mark; `ß` is `ss` when its case is folded.
_LETTERS = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n",
    "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e",
})  # fmt: skip
_MAX_WORD = 40
"""Letters of a name or a word in a key: what a digest has as a title may be longer than one should be."""
_MAX_ID = 40


def cite_base(entry: Entry) -> str:
    """Return the family name of the first author, the year, and the first word of the title that says something.

    Without a Latin letter in the name it is the id, behind what kind it is of; a paper without an id is cited by word
    and year. The letters of a word with hyphens stand together: `selfattention`.
    """
    paper = entry.paper
    if family := _family(paper):
        return f"{family}{paper_year(entry)}{_first_word(paper.title)}"
    kind, _, id_ = entry.key.partition(":")
    if kind == "arxiv":
        return f"arxiv{_of_id(id_)}"
    if kind == "doi" and len(id_) <= _MAX_ID:
        return f"doi{_of_id(id_)}"
    if word := _first_word(paper.title):
        return f"{word}{paper_year(entry)}"
    return f"paper{crc32(entry.key.encode('utf-8', 'replace')):08x}"


def told_by(entry: Entry) -> int:
    """Return how much an entry knows of what a key is made of: most with an arXiv id, whose year is the paper's own.

    Of several entries of a paper the key is made from the one that knows most.
    """
    paper = entry.paper
    return 2 * (paper.arxiv is not None) + (_family(paper) != "")


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


def _family(paper: Paper) -> str:
    """Return the family name of the first author, or all the name of a group; empty without a Latin letter."""
    known = (left for author in paper.authors if (left := without_others(author)))
    name = person_name(with_accents(next(known, ""), in_name=True))
    words = [word for word in map(_latin, name.family.split()) if word]
    if not name.is_whole:
        words = words[-1:]
    elif len(words) > 1 and words[0] == "the":
        del words[0]
    family = "".join(words)
    if not _has_letter(family):
        family = next((word for word in map(_latin, reversed(name.given.split())) if _has_letter(word)), "")
    return family[:_MAX_WORD]


def _first_word(title: str) -> str:
    words = (_latin(word) for word in title.split())
    return next((word for word in words if _has_letter(word) and word not in _SMALL_WORDS), "")[:_MAX_WORD]


def _latin(text: str) -> str:
    if "\\" in text or "&" in text:
        text = _COMMAND.sub("", with_accents(text))
    if text.isascii():
        return "".join(filter(str.isalnum, text.casefold()))
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain.casefold() if letter.isascii() and letter.isalnum())


def _has_letter(word: str) -> bool:
    return word != "" and not word.isdecimal()


def _of_id(id_: str) -> str:
    return "".join(letter for letter in id_.casefold() if letter.isascii() and (letter.isalnum() or letter == "."))
