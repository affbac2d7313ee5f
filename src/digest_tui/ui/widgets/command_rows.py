"""How commands are listed: keys, name, and the sentence or why the command makes no sense now."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit, wrap_plain
from digest_tui.ui.keys.command_search import keys_of
from digest_tui.ui.keys.commands import Command, key_label
from digest_tui.ui.widgets.row_list import RowList

_BETWEEN_KEYS = "  "


class CommandRow(NamedTuple):
    """A command, or a heading above commands."""

    title: str
    command: Command | None = None
    reason: str = ""
    """Why it makes no sense now."""

    @property
    def passed_over(self) -> bool:
        """Headings are no commands."""
        return self.command is None


class CommandRows(RowList[CommandRow]):
    """Three columns; where there is no room for them the sentence is left out, and a reason is below the name."""

    KEYS = 17
    FEW_KEYS = 10
    """Cells of the keys where there is little room."""
    NAME = 28
    SENTENCE = 24
    """Cells below which there is no room for the sentence."""

    def draw_row(self, row: CommandRow, width: int) -> list[Strip]:
        """`j ↓        Down       Go to the next row; ...`."""
        if row.command is None:
            return [Strip([Segment(fit(row.title, width), self.line_style("row--between"))])]
        name = self.line_style("row--decided") if row.reason else Style.null()
        side = self.line_style("row--side")
        room = width - self.KEYS - self.NAME
        if room >= self.SENTENCE:
            lines = [Segment(line, side) for line in wrap_plain(row.reason or row.command.help, room, max_lines=3)]
            return _beside([self._keys(row, self.KEYS), _column(row.title, self.NAME, name)], lines)
        column = self.KEYS if width >= self.KEYS + self.NAME else self.FEW_KEYS
        room = max(1, width - column)
        lines = [Segment(line, name) for line in wrap_plain(row.title, room, max_lines=2)]
        if row.reason:
            lines += [Segment(line, side) for line in wrap_plain(row.reason, room, max_lines=3)]
        return _beside([self._keys(row, column)], lines)

    def _keys(self, row: CommandRow, width: int) -> Segment:
        labels = [key_label(key) for key in keys_of(row.command)] if row.command else []
        while len(labels) > 1 and cell_len(_BETWEEN_KEYS.join(labels)) >= width:
            labels.pop()
        style = self.line_style("row--decided" if row.reason else "row--key")
        return _column(_BETWEEN_KEYS.join(labels), width, style)


def _column(text: str, width: int, style: Style) -> Segment:
    text = fit(text, width - 1)
    return Segment(text + " " * (width - cell_len(text)), style)


def _beside(columns: list[Segment], lines: list[Segment]) -> list[Strip]:
    """Lines at the right of columns that have words on the first of them only."""
    blank = Segment(" " * sum(cell_len(column.text) for column in columns))
    return [Strip([*(columns if index == 0 else [blank]), line]) for index, line in enumerate(lines)]
