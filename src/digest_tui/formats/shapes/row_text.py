"""The row of a table as text that can be read without its table."""

import re
from collections.abc import Collection

from digest_tui.formats.structure.tables import Row, Table
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.inline_html import markdown_of
from digest_tui.formats.words.labels import EXPANDERS, is_part, normal
from digest_tui.formats.words.titles import Headline
from digest_tui.text import one_line

_LINKED_BADGE = re.compile(r"\[!\[([^\[\]]*)\]\([^()]*\)\]\(([^()]*)\)")
_SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_NOTHING_SAID = ("", "null", "none", "n a", "nan", "tbd", "없음", "无", "なし")


def row_text(table: Table, row: Row, told: Collection[int | None], title: int, headline: Headline) -> str:
    """The cells of a row as Markdown, each under the name of its column.

    Left out are the columns that the paper's fields tell already, and of the column `title` the title itself.
    """
    parts = []
    for number, cell in enumerate(row.cells):
        text = _LINKED_BADGE.sub(r"[\1](\2)", markdown_of(_SUMMARY.sub(_lead, cell)))
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if number == title:
            lines = [line for line in lines if headline.title not in line]
        if number in told or not lines or (len(lines) == 1 and _says_nothing(lines[0])):
            continue
        name = one_line(markdown_of(table.header[number])).strip("* ") if number < len(table.header) else ""
        body = "  \n".join(lines)
        parts.append(f"**{name}**: {body}" if name and number != title else body)
    return "\n\n".join(parts)


def _lead(summary: re.Match[str]) -> str:
    return "" if normal(summary[1]) in EXPANDERS or is_part(summary[1]) else f"**{summary[1].strip()}**\n"


def _says_nothing(text: str) -> bool:
    """Whether a cell is empty in words (`null`), or a link to the paper that the fields hold."""
    found = anchors(text)
    rest = text
    for anchor in found:
        rest = rest.replace(text[anchor.start : anchor.end], "")
    only_links = bool(found) and all(anchor.paper and anchor.says is not Says.TITLE for anchor in found)
    return normal(rest) in _NOTHING_SAID and (only_links or not found)
