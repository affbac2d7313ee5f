"""Rows of a CSV file with their cells as they were typed.

Source: RFC 4180; like most readers this also takes a quote in the midst of a cell without quotes for itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from digest_tui.errors import ExportError
from digest_tui.patterns import pattern

_SEPARATORS = ",;\t"
"""In the order in which they are looked for; spreadsheets write the second where a comma is in numbers."""
_CELL = {
    separator: pattern(rf'"[^"]*+(?:""[^"]*+)*+"|[^"{separator}\r\n][^{separator}\r\n]*+|') for separator in _SEPARATORS
}
_END = pattern(r"\r\n|\r|\n")
# Source: https://owasp.org/www-community/attacks/CSV_Injection
_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HARMLESS = "'"
_UNCLOSED = "the cell that begins there has no closing quote, so the file is left as it is."
_MISQUOTED = "there is text after the closing quote of a cell, so the file is left as it is."


class Row(NamedTuple):
    """A row, or an empty line."""

    cells: tuple[str, ...]
    """Its cells as typed, with their quotes; none of an empty line."""
    end: str
    """How its line ends; empty at the end of a file."""
    line: int
    """The line on which it begins, counted from 1."""


def rows(text: str, separator: str) -> Iterator[Row]:
    """Yield the rows of a text; raises ExportError for a quote that is not closed, or text after one that is."""
    cell, at, line = _CELL[separator], 0, 1
    while at < len(text):
        cells: list[str] = []
        first = line
        while True:
            found = cell.match(text, at)
            # An empty cell always matches.
            typed = found[0] if found else ""
            at += len(typed)
            cells.append(typed)
            if typed.startswith('"'):
                line += typed.count("\n")
            if text.startswith(separator, at):
                at += 1
                continue
            end = _END.match(text, at)
            if end is None and at < len(text):
                raise ExportError(_MISQUOTED if typed else _UNCLOSED, line)
            break
        ending = end[0] if end else ""
        at += len(ending)
        yield Row(tuple(cells) if cells != [""] else (), ending, first)
        line += 1


def separator_of(text: str, column: str) -> str | None:
    """Return what separates the cells of a file whose header has a column; None where there is none."""
    for separator in _SEPARATORS:
        header = next(rows(text, separator), None)
        if header is not None and column in map(value_of, header.cells):
            return separator
    return None


def value_of(typed: str) -> str:
    """Return what a cell says."""
    return typed[1:-1].replace('""', '"') if typed.startswith('"') else typed


def harmless(value: str) -> str:
    """Return a value that no spreadsheet takes for a formula."""
    return _HARMLESS + value if value.startswith(_ACTS) else value


def cell_of(value: str, separator: str) -> str:
    """Return the cell that says a value."""
    if separator in value or '"' in value or "\n" in value or "\r" in value:
        return f'"{value.replace(chr(34), chr(34) * 2)}"'
    return value
