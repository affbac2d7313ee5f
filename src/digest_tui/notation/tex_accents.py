r"""TeX's accents in ordinary text as letters: `L\'evy`, `Erd{\H o}s`, `S\o ren`."""

import re
import unicodedata
from typing import NamedTuple

from digest_tui.patterns import pattern

# https://tug.org/texinfohtml/latex2e.html, sections 23.5 and 23.6: accents, and additional Latin letters.
_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
}  # fmt: skip
_FORM = pattern(
    r"""
      (?P<open>\{)?\\
      (?: (?P<sign>['`^"~=.]) | (?P<word>[cvuHkr])(?![A-Za-z])\s* )
      (?: \{ \s* \\?(?P<inner>[A-Za-z]) \s* \} | (?P<bare>\\[ij](?![A-Za-z]) | [A-Za-z]) )
      (?(open)\})
    | (?P<brace>\{)?\\(?P<letter>ss|ae|AE|oe|OE|aa|AA|o|O|l|L)
      (?: (?P<empty>\{\}) | (?![A-Za-z]) (?(brace)|[ ]?(?=[A-Za-z\\{])) )
      (?(brace)\})
    """,
    re.VERBOSE,
)
_CONTRACTION = pattern(r"(?:s|m|d|t|re|ll|ve)(?![A-Za-z])")
"""What an apostrophe may come before, which Markdown lets be escaped: `don\'t`."""
_ESCAPES = "=."
r"""Signs that are too common to be accents where there are no braces: `1\. file\.zip`."""


class Letter(NamedTuple):
    """A letter that was written with TeX."""

    letter: str
    end: int
    """Index after its last mark."""


def letter_at(text: str, start: int, *, in_name: bool = False) -> Letter | None:
    """Return the letter that begins at an index; None where that is not sure, as it mostly is in a name."""
    found = _FORM.match(text, start)
    if found is None:
        return None
    if found["letter"]:
        if not (found["brace"] or found["empty"] or text[start - 1 : start].isalpha()):
            return None
        return Letter(_LETTERS[found["letter"]], found.end())
    sign, bare = found["sign"] or found["word"], found["bare"]
    base = (found["inner"] or bare).removeprefix("\\")
    letter = unicodedata.normalize("NFC", base + _MARKS[sign])
    if len(letter) > 1 or (bare and not found["open"] and not _is_accent(text, found, sign, in_name=in_name)):
        return None
    return Letter(letter, found.end())


def with_letters(text: str, *, in_name: bool = False) -> str:
    """Return the text with those letters for which that is sure; never raises, takes linear time."""
    if "\\" not in text:
        return text
    pieces: list[str] = []
    done = 0
    for found in _FORM.finditer(text):
        if letter := letter_at(text, found.start(), in_name=in_name):
            pieces += text[done : found.start()], letter.letter
            done = letter.end
    return "".join([*pieces, text[done:]])


def _is_accent(text: str, found: re.Match[str], sign: str, *, in_name: bool) -> bool:
    """Return True when what has no braces is no escaped punctuation: it stands in the midst of a word."""
    if sign in _ESCAPES or (sign == "'" and _CONTRACTION.match(text, found.start("bare"))):
        return False
    start, end = found.span()
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    return in_name or (before[-1:].isalpha() and (after.isalpha() or before[:-1].isalpha()))
