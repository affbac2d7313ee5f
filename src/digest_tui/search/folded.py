"""Text as words are looked for in it: folded, with what folding takes away where it still counts."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from digest_tui.patterns import pattern
from digest_tui.search.folding import is_plain, of_one_form, without_case

LATIN = r"a-z\u00df-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff"
"""The Latin letters of folded text, as the inside of a character class."""
_PLAIN_TURN = pattern(r"(?<=[a-z])[A-Z]")
_WITH_ACCENTS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
"""The Latin letters beyond ASCII that may have accents."""
_ACCENTED = pattern(r"[\u00e0-\u024f\u1e00-\u1eff]")
_LOOSE_MARKS = pattern(rf"(?<=[{LATIN}])[\u0300-\u036f]+")
"""Marks on Latin letters with which they do not compose."""
_CLUSTER = pattern(r".[\u0300-\u036f\u1160-\u11ff\u3099\u309a\ufe00-\ufe0f]*", re.DOTALL)
_SHRINKS = pattern(r"[\u00ad\u0300-\u036f\u1100-\u11ff\u200b-\u200d\u2060\u3099\u309a\ufe00-\ufe0f\uff9e\uff9f]")
"""What folding leaves out or joins with the letter before it."""
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ɨ": "i"}
"""Letters that Unicode does not take apart (section 2.12), and that keyboards without them type so."""

Accents = tuple[tuple[int, str], ...]


class WordText(Protocol):
    """Something in which words are looked for."""

    # fmt: off
    @property
    def text(self) -> str: ...
    @property
    def turns(self) -> tuple[int, ...]: ...
    @property
    def accents(self) -> Accents: ...
    # fmt: on


class Folded(NamedTuple):
    """Folded text; Latin letters without their accents."""

    text: str
    turns: tuple[int, ...] = ()
    """The places of capitals right after small letters, rising: a word begins there."""
    accents: Accents = ()
    """The letters that had accents, with these, and their places, rising."""


def folded(text: str) -> Folded:
    """Return a text as words are looked for in it; never raises, takes linear time."""
    if is_plain(text):
        return Folded(text.lower(), tuple(turn.start() for turn in _PLAIN_TURN.finditer(text)))
    form = of_one_form(text)
    edges = [0, *(turn.start() for turn in _turn().finditer(form)), len(form)]
    # Folding may change lengths: each piece up to a turn is folded alone.
    pieces = [_LOOSE_MARKS.sub("", without_case(form[a:b])) for a, b in pairwise(edges)]
    turns = []
    length = 0
    for piece in pieces[:-1]:
        length += len(piece)
        turns.append(length)
    whole = "".join(pieces)
    bases = _bases()
    accents = tuple((at.start(), at[0]) for at in _ACCENTED.finditer(whole) if at[0] in bases)
    if accents:
        whole = _ACCENTED.sub(lambda letter: bases.get(letter[0], letter[0]), whole)
    return Folded(whole, tuple(turns), accents)


def joined(parts: Iterable[Folded | str]) -> Folded:
    """Return parts as one; what stands between them is given as plain strings."""
    texts: list[str] = []
    turns: list[int] = []
    accents: list[tuple[int, str]] = []
    length = 0
    for part in parts:
        if isinstance(part, Folded):
            turns += [length + turn for turn in part.turns]
            accents += [(length + at, letter) for at, letter in part.accents]
            part = part.text  # noqa: PLW2901 - from here on it counts as text alone
        texts.append(part)
        length += len(part)
    return Folded("".join(texts), tuple(turns), tuple(accents))


def accented(words: WordText) -> str:
    """Return folded text with its accents: what a regular expression is about."""
    if not words.accents:
        return words.text
    letters = list(words.text)
    for at, letter in words.accents:
        letters[at] = letter
    return "".join(letters)


@lru_cache(maxsize=64)
def folded_with_places(text: str) -> tuple[Folded, range | tuple[int, ...]]:
    """Return a folded text, with the index in `text` of each of its characters and of its end."""
    whole = folded(text)
    if len(whole.text) == len(text) and not _SHRINKS.search(text):
        return whole, range(len(text) + 1)
    parts: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        part = folded(cluster[0]).text
        parts.append(part)
        places += [cluster.start()] * len(part)
    apart = "".join(parts)
    return (whole if apart == whole.text else Folded(apart)), (*places, len(text))


@cache
def _turn() -> re.Pattern[str]:
    """Return the pattern of a capital right after a small letter, with accents or without."""
    letters = [chr(code) for code in _WITH_ACCENTS]
    small, capitals = "".join(filter(str.islower, letters)), "".join(filter(str.isupper, letters))
    return re.compile(f"(?<=[a-z{small}])[A-Z{capitals}]")


@cache
def _bases() -> dict[str, str]:
    """Return the letters without accents by those with them."""
    bases = dict(_STROKES)
    for code in _WITH_ACCENTS:
        apart = unicodedata.normalize("NFD", chr(code))
        if len(apart) > 1 and apart[0].islower():
            bases[chr(code)] = apart[0]
    return bases
