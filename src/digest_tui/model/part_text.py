"""The author's Markdown of a part of a paper, without the heading or lead that names it."""

import re
from collections import Counter
from collections.abc import Sequence

from digest_tui.notation.named_lines import definition_start, named_mark
from digest_tui.notation.tags import BLOCKS, tag_of
from digest_tui.patterns import pattern

_QUOTE = pattern(r"[ \t]*>[ \t]?")
_CELL = pattern(r"^\s*<(?:dd|td)\b[^<>]*>\s*", re.IGNORECASE)
_SEPARATORS = " \t|;；/·"
_PIPES = pattern(r"[ \t>]*\|")
_NESTED = pattern(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|[ \t]+")
"""The beginning of a heading within a list item."""
_UNDERLINE = pattern(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_RULE = pattern(r"[ \t>]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_TAGS_ONLY = pattern(rf"[ \t>]*(?:{tag_of(BLOCKS)}\s*)+$", re.IGNORECASE)
_COMMENT = pattern(r"[ \t>]*<!--(?:(?!-->).)*-->\s*$")
_TAG = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BREAK = pattern(r"(?:<br\s{0,3}/?>|(?<!\\)\\)$", re.IGNORECASE)
_CLOSING = pattern(r"</(p|li|div|dd|td|tr|details|section)\s{0,3}>$", re.IGNORECASE)
_MAX_TAG = 12
"""Characters of a tag that may end a text."""
_VOID = ("br", "hr")


def section_text(heading: str, lines: Sequence[str]) -> str:
    """Return the text below a heading, moved to the margin where that stands in a list item or a quote."""
    if lines and _UNDERLINE.match(lines[0]):
        lines = lines[1:]
    if _QUOTE.match(heading):
        lines = _unquoted(lines)
    elif _NESTED.match(heading):
        lines = _at_margin(lines)
    return _trimmed(lines)


def part_of_lines(lines: Sequence[str], start: int, stop: int | None) -> list[str]:
    """Return lines from an index in the first on; with `stop` that line up to there, without what separates parts."""
    if stop is None:
        return [line[start:] if number == 0 else line for number, line in enumerate(lines)]
    piece = lines[0][start:stop].rstrip(_SEPARATORS)
    while end := _BREAK.search(piece, max(0, len(piece) - _MAX_TAG)):
        piece = piece[: end.start()].rstrip(_SEPARATORS)
    return [piece]


def lead_text(lines: Sequence[str], title: str) -> str:
    """Return the text of a part that opens with its lead `title`, moved to the margin."""
    if not lines:
        return ""
    mark = named_mark(lines[0], title)
    rest = list(lines[1:])
    if _QUOTE.match(lines[0]):
        rest = _unquoted(rest)
    first = lines[0][mark.end :].lstrip()
    if not first:
        rest = _defined(rest)
    elif _PIPES.match(lines[0]):
        first = first.rstrip().removesuffix("|")
    return _trimmed(_uncelled([first, *_at_margin(rest)]))


def _uncelled(lines: list[str]) -> list[str]:
    """Return lines without the tag that opens the cell or the definition which they are."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    lines[first] = _CELL.sub("", lines[first])
    return lines


def _defined(lines: list[str]) -> list[str]:
    """Return the lines of a definition without the colon before it; any other lines as they are."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines and (start := definition_start(lines[first])):
        lines[first] = " " * start + lines[first][start:]
        below = [len(line) - len(line.lstrip(" ")) for line in lines[first + 1 :] if line.strip()]
        lines[first] = lines[first][max(0, start - min([start, *below])) :]
    return lines


def _unquoted(lines: Sequence[str]) -> list[str]:
    return [line[quote.end() :] if (quote := _QUOTE.match(line)) else line for line in lines]


def _at_margin(lines: Sequence[str]) -> list[str]:
    """Return lines without the indentation that all have in common."""
    width = min((len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()), default=0)
    return [line[width:] if line.strip() else "" for line in lines]


def _trimmed(lines: Sequence[str]) -> str:
    """Return lines as text, without what only separates it from its neighbours: blank lines, rules, tags of a frame."""
    balance = Counter[str]()
    for line in lines:
        _count(line, balance, 1)
    first, last = 0, len(lines)
    while first < last and _is_frame(lines[first], "", balance):
        _count(lines[first], balance, -1)
        first += 1
    while first < last and _is_frame(lines[last - 1], lines[last - 2] if last - 1 > first else "", balance):
        last -= 1
        _count(lines[last], balance, -1)
    text = "\n".join(lines[first:last]).rstrip()
    while end := _BREAK.search(text, max(0, len(text) - _MAX_TAG)) or _closing(text, balance):
        _count(end[0], balance, -1)
        text = text[: end.start()].rstrip()
    return text


def _is_frame(line: str, above: str, balance: Counter[str]) -> bool:
    """Return True when a line at the edge of a text says nothing; `balance` are its tags that are open, or closed."""
    if not line.strip() or _COMMENT.match(line):
        return True
    if rule := _RULE.match(line):
        # Dashes right below words may be meant as their underline.
        return rule[1] != "-" or not above.strip()
    if "<" not in line or not _TAGS_ONLY.match(line):
        return False
    names = {tag[2].lower() for tag in _TAG.finditer(line)}.difference(_VOID)
    return not names or any(balance[name] for name in names)


def _closing(text: str, balance: Counter[str]) -> re.Match[str] | None:
    """Return the tag at the end of a text that closes what was opened before its lead."""
    found = _CLOSING.search(text, max(0, len(text) - _MAX_TAG))
    return found if found and balance[found[1].lower()] < 0 else None


def _count(line: str, balance: Counter[str], times: int) -> None:
    """Add to the number of tags that a line opens, less those that it closes."""
    if "<" in line:
        for tag in _TAG.finditer(line):
            balance[tag[2].lower()] += -times if tag[1] else times
