"""Pipe tables, fitted to the width: columns that shrink, or one record a row where there is no room for columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from rich.cells import cell_len
from rich.style import Style

from digest_tui.markup.blocks import Alignment, Table
from digest_tui.render.inline import InlinePainter
from digest_tui.render.lines import Run, width_of
from digest_tui.render.palette import Palette
from digest_tui.render.wrap import wrap

MIN_COLUMN = 6
"""Cells a column gets at least, unless its content needs less."""
MAX_WORD = 16
"""Cells up to which a column is kept wide enough for its longest word."""

_GAP = " │ "
_CROSSING = "─┼─"

_Cell: TypeAlias = list[Run]
_Row: TypeAlias = list[_Cell]


def table_lines(
    table: Table, width: int, style: Style, palette: Palette, inline: InlinePainter
) -> Iterator[tuple[Run, ...]]:
    """Lines of at most `width` cells."""
    header = [inline.runs(cell, style + palette.table_header) for cell in table.header]
    rows = [[inline.runs(cell, style) for cell in row] for row in table.rows]
    border = style + palette.table_border
    columns = list(zip(*([header, *rows]), strict=True))
    widths = fit_columns(
        [_longest_line(cells) for cells in columns], [_longest_word(cells) for cells in columns], width
    )
    if widths is None:
        yield from _records(header, rows, width)
        return
    rule = (Run(_CROSSING.join("─" * room for room in widths), border),)
    yield from _row(header, widths, table.alignments, border)
    needs_rule = True
    for row in rows:
        lines = list(_row(row, widths, table.alignments, border))
        # A row of several lines needs something around it to be told apart.
        is_tall = len(lines) > 1
        if needs_rule or is_tall:
            yield rule
        yield from lines
        needs_rule = is_tall


def fit_columns(natural: Sequence[int], words: Sequence[int], width: int) -> list[int] | None:
    """The cells of each column, `None` if they cannot have `MIN_COLUMN` each.

    `natural` are the widths the columns would like, `words` those of their longest words. Columns give up room from the
    widest down; while possible none breaks a word.
    """
    room = width - len(_GAP) * (len(natural) - 1)
    floors = [min(cells, max(word, MIN_COLUMN), MAX_WORD) for cells, word in zip(natural, words, strict=True)]
    if sum(floors) > room:
        floors = [min(cells, MIN_COLUMN) for cells in natural]
    if sum(floors) > room:
        return None
    widths = floors
    level = MIN_COLUMN
    while widths != list(natural):
        level += 1
        wider = [max(floor, min(cells, level)) for floor, cells in zip(floors, natural, strict=True)]
        if sum(wider) > room:
            break
        widths = wider
    spare = room - sum(widths)
    grown = []
    for cells, wish in zip(widths, natural, strict=True):
        more = int(spare > 0 and cells < wish)
        spare -= more
        grown.append(cells + more)
    return grown


def _longest_line(column: Sequence[_Cell]) -> int:
    return max(cell_len(line) for cell in column for line in _text(cell).split("\n"))


def _longest_word(column: Sequence[_Cell]) -> int:
    return max((cell_len(word) for cell in column for word in _text(cell).split()), default=0)


def _text(cell: _Cell) -> str:
    return "".join(run.text for run in cell)


def _row(row: _Row, widths: Sequence[int], alignments: Sequence[Alignment], border: Style) -> Iterator[tuple[Run, ...]]:
    blocks = [wrap(cell, cells) if cells else [()] for cell, cells in zip(row, widths, strict=True)]
    for lines in zip_longest(*blocks, fillvalue=()):
        runs: list[Run] = []
        for index, line in enumerate(lines):
            if index:
                runs.append(Run(_GAP, border))
            spare = widths[index] - width_of(line)
            left = {"right": spare, "center": spare // 2}.get(alignments[index] or "left", 0)
            runs += (Run(" " * left, border), *line, Run(" " * (spare - left), border))
        yield tuple(run for run in runs if run.text)


def _records(header: _Row, rows: list[_Row], width: int) -> Iterator[tuple[Run, ...]]:
    """Every row as lines of `header: value`; a table without rows as its header."""
    if not rows:
        for name in header:
            yield from wrap(name, width)
    for index, row in enumerate(rows):
        if index:
            yield ()
        for name, cell in zip(header, row, strict=True):
            colon = [name[-1]._replace(text=": ", link=None)] if name else []
            yield from wrap([*name, *colon, *cell], width)
