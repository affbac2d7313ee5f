"""The row of a table as text that can be read without its table."""

import re
from collections.abc import Collection

from digest_tui.formats.structure.tables import Row, Table
from digest_tui.formats.words.anchors import Says, anchors
from digest_tui.formats.words.inline_html import markdown_of, title_markdown, title_text
from digest_tui.formats.words.labels import EXPANDERS, is_part, normal
from digest_tui.formats.words.letters import letters
from digest_tui.formats.words.titles import Headline
from digest_tui.patterns import pattern
from digest_tui.text import one_line

_LINKED_BADGE = pattern(r"\[!\[([^\[\]]*)\]\([^()]*\)\]\(([^()]*)\)")
_SUMMARY = pattern(r"<summary\b[^<>]*>(.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_FEW_LETTERS = 3
_MAX_AROUND_LINKS = 14
"""Letters around links that say no more than they do: `Read more on … or …`."""
_NOTHING_SAID = ("", "null", "none", "n a", "nan", "tbd", "없음", "无", "なし")


def row_text(table: Table, row: Row, told: Collection[int | None], title: int, headline: Headline | None) -> str:
    """Write the cells of a row as Markdown, each under the name of its column.

    Left out are the columns that the paper's fields tell already, and of the column `title` the title itself: all of
    that column where other papers stand in it too (`headline` is None).
    """
    parts = []
    for number, written in enumerate(row.cells):
        cell = _SUMMARY.sub(_lead, written)
        text = title_text(title_markdown(cell)) if number == title else markdown_of(cell)
        text = _LINKED_BADGE.sub(r"[\1](\2)", text)
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if number == title:
            lines = [rest for line in lines if (rest := _without_title(line, headline))] if headline else []
        if number in told or not lines or (len(lines) == 1 and _says_nothing(lines[0])):
            continue
        name = one_line(markdown_of(table.header[number])).strip("* ") if number < len(table.header) else ""
        body = "  \n".join(lines)
        parts.append(f"**{name}**: {body}" if name and number != title else body)
    return "\n\n".join(parts)


def _without_title(line: str, headline: Headline) -> str:
    """Return a line of the title's cell without the title; empty where nothing else is said."""
    if headline.title not in line:
        return line
    rest = line.partition(headline.title)[2]
    for anchor in anchors(line):
        if anchor.url == headline.link and headline.title in anchor.label:
            rest = line[anchor.end :]
    rest = rest.lstrip(" *_-–—:：|)]").rstrip()
    return rest if letters(rest) > _FEW_LETTERS and not _says_nothing(rest) else ""


def _lead(summary: re.Match[str]) -> str:
    return "" if normal(summary[1]) in EXPANDERS or is_part(summary[1]) else f"**{summary[1].strip()}**\n"


def _says_nothing(text: str) -> bool:
    """Return True when a cell is empty in words (`null`), or a link to the paper that the fields hold."""
    found = anchors(text)
    rest = text
    for anchor in found:
        rest = rest.replace(text[anchor.start : anchor.end], "")
    only_links = bool(found) and all(anchor.paper and anchor.says is not Says.TITLE for anchor in found)
    return letters(rest) <= _MAX_AROUND_LINKS if only_links else not found and normal(rest) in _NOTHING_SAID
