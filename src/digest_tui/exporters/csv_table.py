"""A table of the papers, one a row, for spreadsheets; the column `key` says which rows are ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from digest_tui.errors import ExportError
from digest_tui.exporters.csv_cells import Row, cell_of, harmless, rows, separator_of, value_of
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Mark, Piece, Update, checksum
from digest_tui.exporters.reference import doi_of, folded, ids_named
from digest_tui.exporters.rewriting import rewritten
from digest_tui.model.cite_key import paper_year
from digest_tui.patterns import pattern
from digest_tui.text import sanitize

COLUMNS = (
    "key",
    "cite_key",
    "title",
    "authors",
    "year",
    "date",
    "doi",
    "url",
    "alphaxiv_url",
    "pdf_url",
    "votes",
    "status",
    "starred",
    "tags",
    "note",
    "also_on",
    "source",
    "path",
    "checksum",
)
"""The columns of a new file, in their order."""
_KEY, _CITE_KEY, _CHECKSUM = "key", "cite_key", "checksum"
_OUR_KEY = pattern(r"(?:arxiv|doi|url|title|place):.+")
_NAMES_ID = pattern(r"(?i)doi|ur[il]|link|arxiv|eprint|(?:^|[ _-])id(?:$|[ _-])")
_BETWEEN = "; "


class _Table(NamedTuple):
    """How a file is laid out."""

    separator: str
    header: tuple[str, ...]
    """The names of its columns."""
    end: str
    """How its lines end."""

    @property
    def ours(self) -> dict[str, int]:
        """Where each of our columns is; a second one of that name is the person's."""
        return {name: self.header.index(name) for name in COLUMNS if name in self.header}


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Bring the text of a CSV file up to date; the person's own columns, and the order of all, stay."""
    if not text.strip():
        # RFC 4180 ends a line so; where there was an empty line, it says how lines end.
        text = ",".join(COLUMNS) + ("\n" if text else "\r\n")
    separator = separator_of(text, _KEY)
    if separator is None:
        raise ExportError("the first line has no column `key`, so the file is left as it is: name another one.", 1)
    head, *body = rows(text, separator)
    table = _Table(separator, tuple(map(value_of, head.cells)), head.end or "\n")
    pieces = [_piece(row, table) for row in body]
    after = rewritten(pieces, papers, lambda index, paper: _anew(pieces[index], paper, table), prune=prune)
    whole = _typed(head, separator) + "".join(filter(None, after.texts))
    if after.added and not whole.endswith(("\n", "\r")):
        whole += table.end
    whole += "".join(_row(Row(("",) * len(table.header), table.end, 0), paper, table) for paper in after.added)
    return after.update(whole)


def _piece(row: Row, table: _Table) -> Piece:
    values = {name: _value(row, at) for name, at in table.ours.items()}
    typed, name = _typed(row, table.separator), values.get(_CITE_KEY, "").strip()
    if _OUR_KEY.fullmatch(values[_KEY]):
        ours = set(table.ours.values())
        has_more = any(cell.strip() for at, cell in enumerate(row.cells) if at not in ours)
        mark = Mark(values[_KEY], values.get(_CHECKSUM, ""))
        return Piece(typed, row.line, True, mark, has_more or mark.checksum != _checksum(values), name)
    ids = ids_named(_value(row, at) for at, column in enumerate(table.header) if _NAMES_ID.search(column))
    return Piece(typed, row.line, bool(row.cells), name=name, ids=ids)


def _anew(piece: Piece, paper: Exported, table: _Table) -> str:
    return _row(next(rows(piece.text, table.separator)), paper, table)


def _row(row: Row, paper: Exported, table: _Table) -> str:
    """Return a row that says what a paper is; cells that say it already, and those of other columns, stay as typed."""
    ours = table.ours
    values = _values(paper)
    values[_CHECKSUM] = _checksum({name: values[name] for name in ours if name != _CHECKSUM})
    cells = [*row.cells, *[""] * (max(ours.values()) + 1 - len(row.cells))]
    for name, at in ours.items():
        if _value(row, at) != values[name]:
            cells[at] = cell_of(values[name].replace("\n", table.end), table.separator)
    return _typed(row._replace(cells=tuple(cells)), table.separator)


def _values(paper: Exported) -> dict[str, str]:
    """Return what each of our columns says."""
    entry, state, record = paper.entry, paper.state, paper.record
    values = {
        _KEY: paper.key,
        _CITE_KEY: paper.cite_key,
        "title": entry.paper.title,
        "authors": _BETWEEN.join(filter(None, map(folded, entry.paper.authors))),
        "year": paper_year(entry),
        "date": entry.date.isoformat() if entry.date else "",
        "doi": doi_of(paper),
        "url": record["url"] or "",
        "alphaxiv_url": record["alphaxiv_url"] or "",
        "pdf_url": record["pdf_url"] or "",
        "votes": "" if entry.paper.votes is None else str(entry.paper.votes),
        "status": state.status.value,
        "starred": "starred" if state.starred else "",
        "tags": _BETWEEN.join(state.tags),
        "also_on": _BETWEEN.join(cast("list[str]", record["also_on"])),
        "source": record["source"],
        "path": record["path"] or "",
    }
    note = sanitize(state.note).strip()
    return {name: harmless(folded(str(value))) for name, value in values.items()} | {"note": harmless(note)}


def _checksum(values: Mapping[str, str]) -> str:
    said = "\n".join(f"{name} {values[name]}" for name in COLUMNS if name in values and name != _CHECKSUM)
    # A spreadsheet takes `12345678` and `1234e567` for numbers, and writes them in its own way.
    return f"crc32:{checksum(said)}"


def _value(row: Row, at: int) -> str:
    return value_of(row.cells[at]).replace("\r\n", "\n") if at < len(row.cells) else ""


def _typed(row: Row, separator: str) -> str:
    return separator.join(row.cells) + row.end
