"""Headings below a paper that its shape does not look for: in list items and quotes, HTML's, underlined names."""

import re

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.inline_html import html_code, title_markdown
from digest_tui.model.facets import facet_of

_HTML_HEADING = re.compile(r"[ \t>]*<h([1-6])\b[^<>]*>(.+?)</h\1>\s*$", re.IGNORECASE)
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_MAX_NAME = 40
"""Characters of an underlined line that is a heading by its name: a rule may stand below anything."""


def part_heading(document: Document, number: int) -> Heading | None:
    """Return the heading on a line below a paper; None for any other line, and for one with a link to elsewhere."""
    line = document.lines[number]
    heading = document.blocks.nested_on.get(number) or _html(line, number) or _underlined(document, number)
    return None if heading is None or "://" in heading.text else heading


def _html(line: str, number: int) -> Heading | None:
    if "<h" not in line and "<H" not in line:
        return None
    found = _HTML_HEADING.match(line)
    return Heading(" ".join(title_markdown(html_code(found[2])).split()), int(found[1]), number) if found else None


def _underlined(document: Document, number: int) -> Heading | None:
    """Find a name with an underline of any length, which without a name above it is a rule."""
    below = document.lines[number + 1] if number + 1 < len(document.lines) else ""
    if below[:1] not in ("-", "=", " ") or not _UNDERLINE.match(below):
        return None
    line = document.lines[number]
    is_name = 0 < len(line.strip()) <= _MAX_NAME and line[:1] not in ("-", "*", "+", ">", "|", "#", "<")
    if not is_name or document.lines[number - 1].strip() or facet_of(line) is None:
        return None
    return Heading(line.strip(), 1 if below.strip()[0] == "=" else 2, number)
