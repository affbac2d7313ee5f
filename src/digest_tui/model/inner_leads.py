"""Further leads on a line that opens with one: `**Problem:** … **Method:** …`, `【背景】…【方法】…`."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest_tui.model.facets import facet_of
from digest_tui.notation.lead_marks import lead_mark
from digest_tui.patterns import pattern
from digest_tui.text import one_line, unescaped

_COLON = "[:：]"
_INNER = pattern(
    rf"""
      (?<![\w*]) \*{{2,3}}+ (?P<stars>[^*\n:：]{{1,60}}) (?: {_COLON}\*{{2,3}} | \*{{2,3}}[ ]?{_COLON} )
    | <(?P<tag>b|strong)> (?P<html>[^<>\n:：]{{1,60}}) (?: {_COLON}\s?</(?P=tag)> | </(?P=tag)>\s?{_COLON} )
    | (?P<mark>\*\*)?+ [【〔](?P<bracket>[^【】〔〕\n]{{1,30}})[】〕] (?(mark)\*\*)
    """,
    re.VERBOSE,
)
_AFTER_SENTENCE = pattern(r"(?:[.!?。！？|;；>”」』)）][*_]{0,3}\s*)$")
_MARKS = 3
"""Marks of bold on a line from which on there may be a second label."""
_MAX_BEFORE = 12
"""Characters before a lead within which a sentence ends."""


class InnerLead(NamedTuple):
    """A lead in the midst of a line."""

    title: str
    start: int
    """The index in the line at which its marks begin."""


def inner_leads(line: str) -> list[InnerLead]:
    """Return the leads behind the one that opens a line: those that name a facet, or begin behind a sentence."""
    if line.count("**") < _MARKS and "】" not in line and "〕" not in line and "<" not in line:
        return []
    mark = lead_mark(line)
    if mark is None or mark.is_alone:
        return []
    found = []
    for inner in _INNER.finditer(line, mark.end):
        title = one_line(unescaped(inner["stars"] or inner["html"] or inner["bracket"]).strip(" \t:：【】〔〕"))
        before = line[max(mark.end, inner.start() - _MAX_BEFORE) : inner.start()]
        if title and (facet_of(title) is not None or _AFTER_SENTENCE.search(before)):
            found.append(InnerLead(title, inner.start()))
    # Without a facet they are words in bold.
    return found if any(facet_of(inner.title) is not None for inner in found) else []
