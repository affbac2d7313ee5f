"""Code within a line: where it stands, and a text with what stands in it, or outside of it, changed.

As CommonMark has it, between two runs of as many back-ticks; in time linear in the text.
"""

from bisect import bisect_right
from collections.abc import Callable

from digest_tui.patterns import pattern

_TICKS = pattern("`+")
_MARKS = "&<>[]()*_`|\\#~$"
"""Characters that mean something in Markdown or in HTML."""
STAND_INS = {ord(mark): chr(0xFDD0 + number) for number, mark in enumerate(_MARKS)} | {ord("\n"): " "}
"""Replacements for characters that are no marks, while marks are looked for.

Unicode keeps these for such uses: https://www.unicode.org/faq/private_use.html#noncharacters
"""
_STAND_IN = pattern("[\ufdd0-\ufdef]")
_MARKS_AGAIN = {ord(stand_in): chr(mark) for mark, stand_in in STAND_INS.items() if stand_in != " "}


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of code in a text, back-ticks included."""
    if "`" not in text:
        return []
    runs = [run.span() for run in _TICKS.finditer(text)]
    by_length: dict[int, list[int]] = {}
    for start, end in runs:
        by_length.setdefault(end - start, []).append(start)
    spans = []
    position = 0
    for first, end in runs:
        # A backslash takes a back-tick its meaning where code would begin, not where it ends.
        start = first + _is_escaped(text, first)
        same = by_length.get(end - start, [])
        closing = bisect_right(same, start)
        if position <= start < end and closing < len(same):
            position = same[closing] + end - start
            spans.append((start, position))
    return spans


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside of code in a text."""
    return _changed(text, change, _same)


def inside_code(text: str, change: Callable[[str], str]) -> str:
    """Change the code in a text."""
    return _changed(text, _same, change)


def without_stand_ins(text: str) -> str:
    """Put back the marks that others stand in for in a text."""
    return text.translate(_MARKS_AGAIN) if _STAND_IN.search(text) else text


def _is_escaped(text: str, at: int) -> bool:
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def _changed(text: str, outside: Callable[[str], str], inside: Callable[[str], str]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in code_spans(text):
        parts += outside(text[position:start]), inside(text[start:end])
        position = end
    return "".join([*parts, outside(text[position:])])


def _same(text: str) -> str:
    return text
