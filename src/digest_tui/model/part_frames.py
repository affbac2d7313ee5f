"""Where the frame of a part ends: the list item, the quote or the HTML element in which its heading or lead stands."""

import re
from collections.abc import Sequence

from digest_tui.notation.fences import in_fences
from digest_tui.patterns import pattern

_ELEMENT = pattern(
    r"<(/?)(details|div|section|article|blockquote|table|tbody|tr|td|th|dl|dd|dt|ul|ol|li)\b[^<>]*>", re.IGNORECASE
)
_WRAPPERS = ("details", "div", "section", "article")
"""Elements that may begin behind one part and hold the next."""
_NEAR = 500
"""Lines behind a part in which such an element is looked for to be closed."""
_ITEM = pattern(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_INDENT = pattern(r"[ \t]*")


def element_end(lines: Sequence[str], first: int, last: int, limit: int, column: int = 0) -> int:
    """Return the index after the lines of a part that stand in the same HTML element, of `lines[first:last]`.

    The part begins at a column of its first line. An element that it opens and another part goes on in, up to `limit`,
    is none of it.
    """
    if not any("<" in line for line in lines[first:last]):
        return last
    opened: list[tuple[str, int]] = []
    own = lines[first:last]
    for number, (text, is_code) in enumerate(zip(own, in_fences(own), strict=True), first):
        if is_code or "<" not in text:
            continue
        for tag in _ELEMENT.finditer(text, column if number == first else 0):
            name = tag[2].lower()
            if not tag[1]:
                opened.append((name, number))
            elif any(name == other for other, _ in opened):
                while opened.pop()[0] != name:
                    pass
            else:
                return number if not text[: tag.start()].strip() else number + 1
    if last < limit and opened and opened[0][0] in _WRAPPERS and opened[0][1] > first:
        # What it opens is the frame of what follows, where it is closed there.
        name, number = opened[0]
        if any(f"</{name}" in line.lower() for line in lines[last : min(limit, last + _NEAR)]):
            return number
    return last


def container_end(lines: Sequence[str], heading: int, last: int) -> int:
    """Return the index after the lines below a heading that stand in the same list item or quote."""
    line = lines[heading]
    below = next((text for text in lines[heading + 1 : last] if text.strip(" \t>")), "")
    if line.lstrip().startswith(">"):
        return _quote_end(lines, heading + 1, last) if below.lstrip().startswith(">") else last
    item = _ITEM.match(line)
    if item is None or _indent(below) < _width(item[0]):
        # What stands beside an item is named by it where nothing stands in it.
        return last
    return _item_end(lines, heading + 1, last, _width(item[0]))


def _quote_end(lines: Sequence[str], first: int, last: int) -> int:
    blank = False
    for number in range(first, last):
        text = lines[number].strip()
        if blank and text and not text.startswith(">"):
            return number
        blank = not text
    return last


def _item_end(lines: Sequence[str], first: int, last: int, width: int) -> int:
    blank = False
    own = lines[first:last]
    for number, (text, is_code) in enumerate(zip(own, in_fences(own), strict=True), first):
        if text.strip() and not is_code and _indent(text) < width and (blank or _ITEM.match(text)):
            return number
        blank = not text.strip()
    return last


def _indent(line: str) -> int:
    indent = _INDENT.match(line)
    return _width(indent[0]) if indent else 0


def _width(blanks: str) -> int:
    return len(blanks.expandtabs(4))
