"""The border: text that was not written in this repository passes here once, before anything else sees it."""

import re
import unicodedata
from collections.abc import Mapping

from digest_tui.patterns import pattern

MAX_MARKS = 4
"""Combining marks kept on one base: more are no script, they are there to spill over neighbouring lines."""
MAX_LINE = 500
"""Characters of a field that is shown on one line."""

# Characters as `\x`, `\u` and `\U` escapes of `re`, so that this file itself stays free of them.
_SPACED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # C0 but tab and newline, DEL, C1, line and paragraph separators
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_DROPPED = _BIDI + r"\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear annotations, tag characters
_SURROGATES = r"\ud800-\udfff"
# Syllables of Hangul and emoji are built of these; a terminal lays any number of them over one cell.
_JOINING = r"\u1160-\u11ff\u3164\ud7b0-\ud7ff\uffa0\U0001f3fb-\U0001f3ff"
# The blocks in which there are marks; which of their characters are some, `_is_mark` knows.
_MARKED = _JOINING + (
    r"\xad\u0300-\u036f\u0483-\u0489\u0590-\u109f\u135d-\u135f\u1700-\u1cff\u1dc0-\u1dff\u200b-\u200d\u2060-\u2065"
    r"\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1\ua800-\uabff\ufb1e\ufe00-\ufe0f"
    r"\ufe20-\ufe2f\ufeff\U000101fd-\U00011fff\U00013430-\U0001345f\U00016100-\U00016fff\U0001bc9d-\U0001bca3"
    r"\U0001cf00-\U0001cf46\U0001d165-\U0001d244\U0001da00-\U0001e94a\U000e0100-\U000e01ef"
)

_SUSPECT = pattern(f"[{_SPACED}{_DROPPED}{_SURROGATES}]|[{_MARKED}]{{{MAX_MARKS + 1}}}")
_TO_DROP = pattern(f"[{_DROPPED}]+")
_TO_SPACE = pattern(f"[{_SPACED}]")
_TO_REPLACE = pattern(f"[{_SURROGATES}]")
_MANY_MARKED = pattern(f"[{_MARKED}]{{{MAX_MARKS + 1},}}")
_JOINS = pattern(f"[{_JOINING}]")
_REFERENCE = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NO_STAND_INS: Mapping[int, str] = {}
_NO_WIDTH = ("Mn", "Me", "Mc", "Cf")
"""Unicode's categories of marks and of format characters."""


def sanitize(text: str) -> str:
    """Make text of any number of lines safe, so that it acts neither on a terminal nor on the reading order.

    Control characters become a space each, bidi controls and tag characters vanish, lone surrogates become U+FFFD,
    combining marks are capped at `MAX_MARKS` per base; newlines and tabs stay. Idempotent; never raises.
    """
    # Most names and paths: for these no expression is compiled.
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n")
    # What vanishes goes first: it must not split a pile of marks into lawful parts.
    text = _TO_DROP.sub("", text)
    text = _TO_SPACE.sub(" ", text)
    text = _TO_REPLACE.sub("\ufffd", text)
    return _MANY_MARKED.sub(_without_piles, text)


def one_line(text: str, limit: int = MAX_LINE) -> str:
    """Make text a field of one line: sanitised, white space folded, cut at `limit` characters with an ellipsis."""
    line = " ".join(sanitize(text).split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def unescaped(text: str, stand_ins: Mapping[int, str] = _NO_STAND_INS) -> str:
    """Resolve character references and sanitise anew: `&#x202e;` passes every check of a file.

    What does not end with a semicolon is none: https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references.
    `stand_ins` is a table as of `str.translate`, for who must tell such characters from those that were written.
    """
    if "&" not in text:
        return text
    return sanitize(_REFERENCE.sub(lambda found: _character(found[0]).translate(stand_ins), text))


def _character(reference: str) -> str:
    import html  # noqa: PLC0415 - its table of names takes a millisecond, which few papers need
    from html.entities import html5  # noqa: PLC0415

    return html.unescape(reference) if reference[1] == "#" else html5.get(reference[1:], reference)


def _without_piles(found: re.Match[str]) -> str:
    kept = []
    pile = 0
    for character in found[0]:
        pile = pile + 1 if _is_mark(character) else 0
        if pile <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    """Return True when a terminal may draw a character over the one before it, or not at all."""
    return unicodedata.category(character) in _NO_WIDTH or _JOINS.match(character) is not None


def padded(text: str, width: int) -> str:
    """Return text filled up with blanks to so many cells of a terminal."""
    return text + " " * (width - cells_of(text))


def cells_of(text: str) -> int:
    """Return the width of a text on a terminal; `render` knows more of it, but takes longer to load than a command."""
    return len(text) if text.isascii() else sum(map(_cells_of_letter, text))


def _cells_of_letter(letter: str) -> int:
    # Vowels and final consonants of Hangul that stand alone join the letter before them.
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
