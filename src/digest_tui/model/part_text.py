"""The author's Markdown of a part of a paper, without the heading or lead that names it."""

import re
from collections import Counter
from collections.abc import Sequence

from digest_tui.notation.lead_marks import lead_mark
from digest_tui.notation.tags import BLOCKS, tag_of
from digest_tui.patterns import pattern

_QUOTE = pattern(r"[ \t]*>[ \t]?")
_UNDERLINE = pattern(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_RULE = pattern(r"[ \t>]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_TAGS_ONLY = pattern(rf"[ \t>]*(?:{tag_of(BLOCKS)}\s*)+$", re.IGNORECASE)
_COMMENT = pattern(r"[ \t>]*<!--(?:(?!-->).)*-->\s*$")
_TAG = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_CLOSING = pattern(r"\s*</(p|li|div|dd)\s*>\s*$", re.IGNORECASE)
_BREAK_AT_END = pattern(r"(?:\s|<br\s*/?>|(?<!\\)\\)+\Z", re.IGNORECASE)
"""A hard line break with nothing behind it."""
_VOID = ("br", "hr")


def section_text(lines: Sequence[str]) -> str:
    """Return the text of a section whose lines begin behind its heading, or with the underline of that."""
    return _trimmed(lines[1:] if lines and _UNDERLINE.match(lines[0]) else lines)


def lead_text(lines: Sequence[str]) -> str:
    """Return the text of a part that opens with its lead, moved to the margin."""
    mark = lead_mark(lines[0]) if lines else None
    if mark is None:
        return _trimmed(lines)
    head = lines[0][mark.end :]
    rest = list(lines[1:])
    if _QUOTE.match(lines[0]):
        rest = [line[found.end() :] if (found := _QUOTE.match(line)) else line for line in rest]
    return _trimmed([head.lstrip(), *_at_margin(rest)])


def _at_margin(lines: Sequence[str]) -> list[str]:
    """Return lines without the indentation that all have in common."""
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    width = min(indents, default=0)
    return [line[width:] if line.strip() else "" for line in lines]


def _trimmed(lines: Sequence[str]) -> str:
    """Return lines as text, without what only separates it from its neighbours: blank lines, rules, tags of a frame."""
    first, last = 0, len(lines)
    while first < last and _is_frame(lines, first, first, last):
        first += 1
    while first < last and _is_frame(lines, last - 1, first, last):
        last -= 1
    text = "\n".join(lines[first:last])
    closing = _CLOSING.search(text)
    if closing and _balance(text)[closing[1].lower()] < 0:
        text = text[: closing.start()]
    return _BREAK_AT_END.sub("", text)


def _is_frame(lines: Sequence[str], number: int, first: int, last: int) -> bool:
    line = lines[number]
    if not line.strip() or _COMMENT.match(line):
        return True
    if rule := _RULE.match(line):
        # Dashes right below words may be meant as their underline.
        return rule[1] != "-" or number == first or not lines[number - 1].strip()
    if "<" not in line or not _TAGS_ONLY.match(line):
        return False
    names = {tag[2].lower() for tag in _TAG.finditer(line)} - set(_VOID)
    balance = _balance("\n".join(lines[first:last]))
    return not names or any(balance[name] for name in names)


def _balance(text: str) -> Counter[str]:
    """Count for each element how many more of its tags open than close."""
    found: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        found[tag[2].lower()] += -1 if tag[1] else 1
    return found
