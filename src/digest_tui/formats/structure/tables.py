"""Tables as digests write them: pipe tables, also with broken rows, and HTML tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest_tui.formats.structure.document import Document
from digest_tui.formats.structure.html_words import words_of_html
from digest_tui.formats.words.inline_html import html_code
from digest_tui.formats.words.labels import is_field
from digest_tui.notation.code_spans import outside_code
from digest_tui.notation.tags import FRAMES, SILENT, opening

_DELIMITER = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+")
_QUOTE = re.compile(r"\A[ \t]*(?:>[ \t]?)+")
_STOPS_ROW = re.compile(r"\s*(?:#{1,6}\s|```|~~~|<!--|</?(?:details|table|div|p)\b)", re.IGNORECASE)
_MAX_CELLS = 64
"""Largest number of cells of a row that are read."""
_MAX_NAME = 30
"""Number of characters below which a cell may be a column's name."""
_MAX_BROKEN = 8
"""Largest number of lines over which a broken row may run."""
_PROTECTED = re.compile(
    r"`[^`\n]*`|\$[^$\n|]*\|[^$\n]*?\$|\*\*(?:(?!\*\*).)*?\*\*|\[[^\[\]\n]*\]\([^()\n]*\)|\[\[[^\[\]\n]*\]\]|<details\b.*?</details>",
    re.IGNORECASE,
)
_TABLE_START = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr\s*>|<tr\b|</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ROW_ID = re.compile(r"""(?:arxiv|paper)[-_]?id\s*=\s*["']?[\w./-]+["']?""", re.IGNORECASE)
_CONTROL = re.compile(opening(SILENT | FRAMES | {"input", "label", "img"}), re.IGNORECASE)
_ROWSPAN = re.compile(r"""rowspan\s*=\s*["']?([0-9]{1,3})""", re.IGNORECASE)
_HTML_CELL = re.compile(
    r"<(?P<tag>t[dh])\b(?P<attributes>[^<>]*)>(?P<cell>.*?)(?=</?t[dhr]\b|</(?:tbody|thead|table)\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    first: int
    last: int
    """Index after its last line: rows may be broken, and HTML rows stand on several."""
    cells: tuple[str, ...]
    """The cells as written, trimmed."""

    @property
    def lines(self) -> range:
        """The lines it stands on."""
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; without a header its names are empty."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    first: int
    last: int


def all_tables(document: Document) -> list[Table]:
    """Return the tables of a document, in order."""
    return sorted([*pipe_tables(document), *html_tables(document)], key=lambda table: table.first)


def pipe_tables(document: Document) -> Iterator[Table]:
    """Yield the pipe tables of a document, quoted ones among them."""
    lines, verbatim = document.lines, document.blocks.verbatim
    number = document.front_matter.lines.last
    while number < len(lines):
        if "|" not in lines[number] or number in verbatim or not _opens(document, number):
            number += 1
            continue
        last = number
        while last < len(lines) and last not in verbatim and _goes_on(lines, number, last):
            last += 1
        yield _pipe_table(document, number, last)
        number = max(last, number + 1)


def html_tables(document: Document) -> Iterator[Table]:
    """Yield the HTML tables of a document, tables inside tables taken as one."""
    starts = document.lines_with("<table", "<TABLE", "<Table")
    if not starts:
        return
    verbatim = document.blocks.verbatim
    text = "\n".join("" if number in verbatim else line for number, line in enumerate(document.lines))
    lines = tuple(words_of_html(text).split("\n"))
    end = 0
    for number in starts:
        if number < end or not _TABLE_START.search(lines[number]):
            continue
        end = number + 1
        while end < len(lines) and not _TABLE_END.search(lines[end - 1]):
            end += 1
        yield _html_table(lines, number, end)


def _opens(document: Document, number: int) -> bool:
    line = _QUOTE.sub("", document.lines[number])
    if line.lstrip().startswith("|"):
        return line.count("|") > 1
    following = document.lines[number + 1] if number + 1 < len(document.lines) else ""
    return _is_delimiter(following) and "|" in following


def _is_delimiter(line: str) -> bool:
    return _DELIMITER.fullmatch(_QUOTE.sub("", line)) is not None


def _goes_on(lines: tuple[str, ...], first: int, number: int) -> bool:
    line = _QUOTE.sub("", lines[number])
    if not line.strip():
        return False
    if line.lstrip().startswith("|"):
        return True
    if not _QUOTE.sub("", lines[first]).lstrip().startswith("|"):
        return "|" in line
    # A row of a table with outer pipes that runs over its line.
    previous = lines[number - 1].rstrip()
    return number > first and not _STOPS_ROW.match(line) and (not previous.endswith("|") or line.rstrip().endswith("|"))


def _pipe_table(document: Document, first: int, last: int) -> Table:
    lines = document.lines
    delimiter = next((n for n in range(first, min(last, first + 2)) if _is_delimiter(lines[n])), None)
    header: tuple[str, ...] = ()
    start = first
    if delimiter is not None:
        header = _cells(lines[first], 0) if delimiter > first else ()
        start = delimiter + 1
    elif _is_header(names := _cells(lines[first], 0)):
        header, start = names, first + 1
    outer = _QUOTE.sub("", lines[first]).lstrip().startswith("|")
    rows: list[Row] = []
    number = start
    while number < last:
        end = number + 1
        while (
            outer and end < min(last, number + _MAX_BROKEN) and not _QUOTE.sub("", lines[end]).lstrip().startswith("|")
        ):
            end += 1
        if not _is_delimiter(lines[number]):
            row = " ".join(_QUOTE.sub("", line).strip() for line in lines[number:end])
            if _CONTROL.search(row):
                row = outside_code(row, words_of_html)
            rows.append(Row(number, end, _cells(document.resolved(row), len(header))))
        elif rows and rows[-1].first == number - 1:
            # A header and its line again in the middle of a table.
            rows.pop()
        number = end
    return Table(header, tuple(rows), first, last)


def _is_header(cells: tuple[str, ...]) -> bool:
    """Return True when the first row of a table without a delimiter row names its columns."""
    return (
        len(cells) > 1 and all(len(cell) < _MAX_NAME for cell in cells) and sum(map(is_field, cells)) * 2 > len(cells)
    )


def _cells(row: str, expected: int) -> tuple[str, ...]:
    """Split a row into cells; where there are too many, bars inside code, TeX, bold text and links are no borders."""
    text = _QUOTE.sub("", row).strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    cells = _split(text, "`")
    if expected and len(cells) > expected:
        cells = _split(text, "all")
    return tuple(cell.strip().replace("\\|", "|") for cell in cells[:_MAX_CELLS])


def _split(text: str, protected: str) -> list[str]:
    spans = (
        [m.span() for m in _PROTECTED.finditer(text) if protected == "all" or m[0].startswith(protected)]
        if "|" in text
        else []
    )
    cells = []
    start = position = 0
    span = 0
    while (bar := text.find("|", position)) >= 0:
        position = bar + 1
        while span < len(spans) and spans[span][1] <= bar:
            span += 1
        inside = span < len(spans) and spans[span][0] < bar
        if not inside and (bar == 0 or text[bar - 1] != "\\"):
            cells.append(text[start:bar])
            start = position
    cells.append(text[start:])
    return cells


def _html_table(lines: tuple[str, ...], first: int, last: int) -> Table:
    text = "\n".join(lines[first:last])
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    line = first
    position = 0
    above: dict[int, tuple[int, str]] = {}
    for match in _HTML_ROW.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        found = list(_HTML_CELL.finditer(match[1]))[:_MAX_CELLS]
        cells = _html_cells(found, above)
        if cells and (row_id := _ROW_ID.search(text, match.start(), match.start(1))):
            cells = (*cells[:-1], f"{cells[-1]}<span {row_id[0]}></span>")
        if not header and not rows and found and all(cell["tag"].lower() == "th" for cell in found):
            header = cells
        elif cells:
            end = line + text.count("\n", match.start(), match.end()) + 1
            rows.append(Row(line, min(end, last), cells))
    return Table(header, tuple(rows), first, last)


def _html_cells(found: list[re.Match[str]], above: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    """Return the cells of a row with those that reach down from rows above it; `above` keeps how far each does."""
    cells: list[str] = []
    for cell in found:
        _reach_down(cells, above)
        text = html_code(" ".join(cell["cell"].split()))
        rows = _ROWSPAN.search(cell["attributes"])
        if rows and int(rows[1]) > 1 and len(cells) < _MAX_CELLS:
            above[len(cells)] = int(rows[1]) - 1, text
        cells.append(text)
    _reach_down(cells, above)
    return tuple(cells[:_MAX_CELLS])


def _reach_down(cells: list[str], above: dict[int, tuple[int, str]]) -> None:
    while len(cells) in above:
        rows, text = above.pop(len(cells))
        if rows > 1:
            above[len(cells)] = rows - 1, text
        cells.append(text)
