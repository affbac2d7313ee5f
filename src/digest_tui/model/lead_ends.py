"""Where the text of a lead ends: at the next item of its level, the next label, or what else cannot be its text."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from digest_tui.model.facets import facet_of
from digest_tui.notation.fences import in_fences
from digest_tui.notation.lead_marks import LeadMark, LeadStyle, lead_mark, precedes_link
from digest_tui.notation.named_lines import definition_start, named_mark
from digest_tui.patterns import pattern

_INDENT = pattern(r"[ \t>]*")
_ITEM = pattern(r"[ \t>]*(?:(?P<number>[0-9]{1,9}[.)](?=\s|$))|[-*+•‣◦▪·](?=\s|$)|<li\b)")
_CALLOUT = pattern(r"[ \t]*>[ \t]*\[!")
_BULLETS = ("-", "*", "+")
_CODE_INDENT = 4
"""Columns of indentation from which on a line is no label beside one that has none."""


class _Line(NamedTuple):
    """A line as far as it tells where the text above it ends."""

    text: str
    deeper: int
    """Columns by which it is indented further than the lead."""
    item: re.Match[str] | None
    lead: str | None
    is_held: bool
    """True when the paper's fields hold what it says."""


def lead_end(lines: Sequence[str], first: int, limit: int, titles: Mapping[int, str], meta: Collection[int]) -> int:
    """Return the index after the text of the lead on the line `first`; never beyond `limit`.

    `titles` are the leads, by line, and `meta` the lines that hold fields of the paper.
    """
    own = lines[first]
    if first + 1 < limit and first + 1 in titles and own[:2] == lines[first + 1][:2] and own[:1] in _BULLETS:
        # Most leads are followed by another one.
        return first + 1
    mark = named_mark(own, titles[first])
    depth = _depth(own)
    texts = lines[first + 1 : limit]
    following = next((text for text in texts if text.strip()), "")
    # Alone on its line, with nothing nested below, an item is the title of what stands beside it.
    is_title = mark.is_alone and _depth(following) <= depth
    is_definition = mark.is_alone and definition_start(following) > 0
    blank = False
    for number, (text, is_code) in enumerate(zip(texts, in_fences(texts), strict=True), first + 1):
        if is_code:
            continue
        if not text.strip():
            if _CALLOUT.match(own):
                return number
            blank = True
            continue
        line = _Line(text, _depth(text) - depth, _ITEM.match(text), titles.get(number), number in meta)
        if is_definition and blank and line.deeper <= 0 and not definition_start(text):
            return number
        if mark.is_item:
            if _ends_item(line, own, blank=blank, is_title=is_title):
                return number
            blank = blank and line.deeper <= 0
        elif _ends_label(line, mark, blank=blank) or (_is_name_alone(mark, own) and _is_like(text, own)):
            return number
    return limit


def _ends_item(line: _Line, own: str, *, blank: bool, is_title: bool) -> bool:
    """Return True when the text of a lead in a list item ends above a line."""
    # A list of the other kind goes on with what the item began.
    if line.deeper > 0 or (line.deeper == 0 and line.item is not None and _is_other_kind(line.item, own)):
        return False
    return line.lead is not None or (not is_title and (blank or line.item is not None))


def _is_other_kind(item: re.Match[str], own: str) -> bool:
    mine = _ITEM.match(own)
    return mine is not None and (mine["number"] is None) != (item["number"] is None)


def _ends_label(line: _Line, mark: LeadMark, *, blank: bool) -> bool:
    """Return True when the text of a label that is no list item ends above a line."""
    if line.lead is not None:
        if line.item is None:
            return line.deeper < _CODE_INDENT
        # Items that name facets stand beside a label that has a text of its own, and below one that has none.
        return not mark.is_alone and facet_of(line.lead) is not None
    if line.deeper < 0 and (blank or line.item is not None):
        return True
    return (line.is_held and "<" not in line.text) or (line.item is None and precedes_link(line.text))


def _is_name_alone(mark: LeadMark | None, line: str) -> bool:
    """Return True when a line stands for a heading: a name in bold, or behind a sign, and nothing else."""
    is_name = mark is not None and mark.style is LeadStyle.WEAK and mark.is_alone and not mark.is_item
    return is_name and "<summary" not in line


def _is_like(line: str, own: str) -> bool:
    """Return True when a line stands for a heading as another one does, whatever it says."""
    return line.lstrip()[:2] == own.lstrip()[:2] and _is_name_alone(lead_mark(line), line)


def _depth(line: str) -> int:
    indent = _INDENT.match(line)
    return len(indent[0].expandtabs(4)) if indent else 0
