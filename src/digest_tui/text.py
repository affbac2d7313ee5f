"""The border: what text that was not written in this repository passes once, before anything else sees it."""

import re
from functools import cache

MAX_MARKS = 4
"""Combining marks kept on one base: more are no script, they are there to spill over neighbouring lines."""
MAX_LINE = 500
"""Characters of a field that is shown on one line."""

# Characters as `\x`, `\u` and `\U` escapes of `re`, so that this file itself stays free of them.
_SPACED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # C0 but tab and newline, DEL, C1, line and paragraph separators
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DROPPED = _BIDI + r"\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear annotations, tag characters
_SURROGATES = r"\ud800-\udfff"
# The blocks of non-spacing marks that fonts stack, joiners and invisible operators, variation selectors.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0730-\u074a"
    r"\u0900-\u0902\u0941-\u0948\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0f71-\u0f7e\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u200b-\u200d\u2060-\u2064\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U0001d165-\U0001d169\U0001d16d-\U0001d172\U000e0100-\U000e01ef"
)

_SUSPECT = re.compile(f"[{_SPACED}{_DROPPED}{_SURROGATES}{_MARKS}]")


@cache
def _repairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What becomes of suspect characters, in order; most text has none, so these are made when the first ones come."""
    return (
        # What vanishes goes first: it must not split a pile of marks into lawful parts.
        (re.compile(f"[{_DROPPED}]+"), ""),
        (re.compile(f"[{_SPACED}]"), " "),
        (re.compile(f"[{_SURROGATES}]"), "\ufffd"),
        (re.compile(f"([{_MARKS}]{{{MAX_MARKS}}})[{_MARKS}]+"), r"\1"),
    )


def sanitize(text: str) -> str:
    """Text of any number of lines that can act neither on a terminal nor on the reading order.

    Control characters become a space each, bidi controls and tag characters vanish, lone surrogates become U+FFFD,
    combining marks are capped at `MAX_MARKS` per base; newlines and tabs stay. Idempotent; never raises.
    """
    if not _SUSPECT.search(text):
        return text
    text = text.replace("\r\n", "\n")
    for pattern, instead in _repairs():
        text = pattern.sub(instead, text)
    return text


def one_line(text: str, limit: int = MAX_LINE) -> str:
    """Text for a field of one line: sanitised, white space folded, cut at `limit` characters with an ellipsis."""
    line = " ".join(sanitize(text).split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
