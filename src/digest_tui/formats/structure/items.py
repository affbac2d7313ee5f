"""The items of lists: those that Markdown knows, those of HTML lists, and paragraphs that begin with a bold title."""

import re
from dataclasses import replace

from digest_tui.formats.structure.blocks import Item
from digest_tui.formats.structure.document import Document

_HTML_ITEM = re.compile(r"\s*<(?P<tag>li|a|div|p|span)\b[^<>]*>.*", re.IGNORECASE)
_HTML_BLOCK = re.compile(r"</?(?:h[1-6]|hr|div|section|article|table|p|ul|ol)\b", re.IGNORECASE)
_BOLD_ITEM = re.compile(r"\*\*[^*\n]{8,300}\*\*(?!\s*$).*://")
_OPENS_ITEM = re.compile(r"\s*<li\b", re.IGNORECASE)
_ENDS_ITEM = re.compile(r"\s*(?:$|#{1,6}\s|</?(?:li|ul|ol|table|h[1-6])\b)", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"[0-9]{2,3}[.)]\s")
_SCANT = re.compile(r" {2,3}[-*+]\s")
_MAX_HTML_ITEM = 40
"""Largest number of lines of an item of an HTML list."""
_APART = 2
"""Largest number of lines between two items of a list without markers."""


def items_of(document: Document) -> tuple[Item, ...]:
    """Return every item, those that Markdown knows first; the lists of the others have negative numbers."""
    known = _with_scant_indents(document, [_ended(document, item) for item in document.blocks.items])
    return (*known, *_line_items(document))


def is_html_item(line: str) -> bool:
    """Return True when a line is an item by its tag."""
    return _HTML_ITEM.match(line) is not None


def _with_scant_indents(document: Document, items: list[Item]) -> list[Item]:
    """Nest the lists below `10. ` that are indented by three spaces: to Markdown they are lists of their own."""
    outer: int | None = None
    for number, item in enumerate(items):
        if item.parent is not None:
            continue
        line = document.lines[item.first]
        above = items[outer] if outer is not None else None
        near = above is not None and not any(map(str.strip, document.lines[above.last : item.first]))
        if outer is not None and above is not None and near and _SCANT.match(line):
            items[number] = replace(item, parent=outer)
            items[outer] = replace(above, last=item.last)
        elif _TWO_DIGITS.match(line):
            if above is not None and near:
                items[number] = replace(item, list_number=above.list_number)
            outer = number
        else:
            outer = None
    return items


def _ended(document: Document, item: Item) -> Item:
    """Return an item without the HTML blocks that follow it: to Markdown they are lazy lines of its text."""
    for number in range(item.first + 1, item.last):
        if _HTML_BLOCK.match(document.lines[number]):
            return replace(item, last=number)
    return item


def _line_items(document: Document) -> list[Item]:
    """Return lines that are items without a marker: of HTML lists, and paragraphs that begin with a bold title."""
    taken = {line for item in document.blocks.items for line in range(item.first, item.last)}
    taken |= document.blocks.verbatim
    groups: list[list[int]] = []
    for number in document.lines_with("<li", "<LI", "<a ", "<A ", "**"):
        line = document.lines[number]
        if number in taken or not (_HTML_ITEM.match(line) or _BOLD_ITEM.match(line)):
            continue
        if not groups or number > groups[-1][-1] + _APART:
            groups.append([])
        groups[-1].append(number)
    return [
        Item(number, _html_end(document, number), -count, None)
        for count, numbers in enumerate(groups, 1)
        # One bold paragraph is a lead, not a list.
        if len(numbers) > 1 or _HTML_ITEM.match(document.lines[numbers[0]])
        for number in numbers
    ]


def _html_end(document: Document, number: int) -> int:
    """Return where an item of an HTML list ends: with its tag, before the next one, or with the list."""
    if not _OPENS_ITEM.match(document.lines[number]):
        return number + 1
    last = number
    while last < min(number + _MAX_HTML_ITEM, len(document.lines)) and "</li>" not in document.lines[last].lower():
        last += 1
        if last == len(document.lines) or _ENDS_ITEM.match(document.lines[last]):
            return last
    return last + 1
