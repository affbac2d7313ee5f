"""Lines that name a text in another way than leads do: rows of a table of two columns, terms of a definition list."""

import re

from digest_tui.notation.lead_marks import LeadMark, LeadStyle, lead_mark
from digest_tui.patterns import pattern
from digest_tui.text import one_line, unescaped

_ROW = pattern(
    r"[ \t>]*+\|[ \t]*+(?P<name>(?:[^|\\\n]|\\.){1,60}?)[ \t]*+\|"
    r"[ \t]*+(?=[^|\s])(?P<text>(?:[^|\\]|\\.)*+)(?:\|[ \t]*+)?$"
)
_WORD_TAGS = r"(?:</?(?:b|strong|em|i|u|p|span)\b[^<>]*>\s*+)*+"
_HTML_ROW = pattern(
    rf"[ \t]*+(?:<tr\b[^<>]*>\s*+)?+<t[hd]\b[^<>]*>\s*+{_WORD_TAGS}(?P<name>[^<>\n]{{1,100}}){_WORD_TAGS}</t[hd]>\s*+"
    r"(?:<td\b[^<>]*>)?",
    re.IGNORECASE,
)
_DEFINITION = pattern(r"[ ]{0,6}:[ \t]+(?=\S)")
_ROW_STARTS = ("|", "<", ">", " ", "\t")
_NO_TERM = ("-", "+", ">", "|", "#", "<", ":", "`", "!", "[", "* ")
_MAX_TERM, _MAX_WORDS = 60, 8
"""Characters and words of a term: anything longer is a sentence."""


def row_mark(line: str) -> LeadMark | None:
    """Return what opens the row of a table that is a name and a text; None for any other line."""
    if line[:1] not in _ROW_STARTS:
        return None
    start = line.lstrip(" \t>")[:3].lower()
    if start[:1] == "|" and (row := _ROW.match(line)):
        return _made(row["name"], row.start("text"), is_alone=False)
    if start in ("<tr", "<td", "<th") and (row := _HTML_ROW.match(line)):
        return _made(row["name"], row.end(), is_alone=row.end() == len(line.rstrip()))
    return None


def definition_term(line: str, *below: str) -> str | None:
    """Return the term of a definition list that a line is, with the lines below it; None for any other line."""
    following = next((text for text in below if text.strip()), "")
    definition = _DEFINITION.match(following)
    term = line.strip()
    if definition is None or term.startswith(_NO_TERM) or len(term) > _MAX_TERM or len(term.split()) > _MAX_WORDS:
        return None
    return one_line(unescaped(term).strip(" \t*_:：")) or None


def definition_start(line: str) -> int:
    """Return the index in a line at which a definition begins; 0 for any other line."""
    definition = _DEFINITION.match(line)
    return definition.end() if definition else 0


def named_mark(line: str, title: str) -> LeadMark:
    """Return what opens a line that is known to be named by `title`."""
    return lead_mark(line) or row_mark(line) or LeadMark(title, len(line), LeadStyle.WEAK, False, True)


def _made(name: str, end: int, *, is_alone: bool) -> LeadMark | None:
    title = one_line(unescaped(name).strip(" \t*_`:："))
    return LeadMark(title, end, LeadStyle.WEAK, False, is_alone) if title else None
