"""Leads, which name the text behind them: `***What's New***:`, `Goal:`, `**核心创新**:`, `【결과】`."""

import re

from digest_tui.formats.words.labels import AUTHORS, TITLE, VOTES, is_part, normal
from digest_tui.model.facets import facet_of
from digest_tui.notation.lead_marks import LeadMark, LeadStyle, lead_mark

_MAX_BOLD, _MAX_WORDS = 40, 6
"""Characters and words of a bold label outside of lists that names no known part: longer ones are sentences."""
_HELD = AUTHORS | VOTES | TITLE
"""Names of lines that the paper's fields hold."""
_NO_PROSE = re.compile(r"\s*(?:$|[#|<>=~`!\[]|[-*_](?:\s*[-*_]){2,}\s*$)")
"""A line from which no sentence goes on: blank, a heading, a rule, a row, a tag, a picture, a fence."""
_BROKEN_OFF = re.compile(r"(?:[ ]{2}|\\|<br\s*/?>\s*|[.!?。！？…](?:[*_\"'”’」』)）\]]|\[[^\]]*\]){0,4}\s*)$")
"""The end of a line behind which another begins: a hard line break, or the end of a sentence."""


def read_lead(line: str, above: str = "", *, is_below_lead: bool = False) -> str | None:
    """Return the lead that opens this line, without marks and colon; None without one.

    In a list item it is bold, with a colon inside or outside the emphasis, which need not be balanced, or a plain label
    of one to three words with no link behind it. Elsewhere it opens a paragraph or a line (`above` is the line before)
    and is short and bold or known by name.
    """
    mark = lead_mark(line)
    if mark is None:
        return None
    if mark.is_item and mark.style is not LeadStyle.WEAK:
        return mark.title if normal(mark.title) not in AUTHORS else None
    if facet_of(mark.title) is None and (mark.style is LeadStyle.WEAK or mark.is_item or not _names_a_part(mark)):
        return None
    return mark.title if is_below_lead or mark.is_item or _opens(line, above, mark) else None


def _names_a_part(mark: LeadMark) -> bool:
    if normal(mark.title) in _HELD:
        return False
    is_short = len(mark.title) <= _MAX_BOLD and len(mark.title.split()) <= _MAX_WORDS
    return is_part(mark.title) or (mark.style is LeadStyle.BOLD and is_short)


def _opens(line: str, above: str, mark: LeadMark) -> bool:
    """Return True when no sentence goes on from the line above."""
    if _NO_PROSE.match(above) or _BROKEN_OFF.search(above):
        return True
    # A bold name is no accident, even where the author forgot what ends a line.
    return mark.style is LeadStyle.BOLD and facet_of(mark.title) is not None
