"""How commands are listed: keys, name, and the sentence or why the command makes no sense now."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from digest_tui.render.cells import fit, wrap_plain
from digest_tui.ui.keys.command import Command, key_label
from digest_tui.ui.keys.command_search import keys_of, listed
from digest_tui.ui.widgets.dialog_rows import DialogRows

_BETWEEN_KEYS = "  "
_SCROLL_BAR = 1
"""Cells between the words and the scroll bar."""


class CommandRow(NamedTuple):
    """A command, or a heading above commands."""

    title: str
    command: Command | None = None
    reason: str = ""
    """Why it makes no sense now."""
    is_first: bool = False
    """True for the heading at the top, which needs no air above it."""

    @property
    def passed_over(self) -> bool:
        """Headings are no commands."""
        return self.command is None


class CommandRows(DialogRows[CommandRow]):
    """Three columns; where there is less room the sentence is below the name, and then only a reason is."""

    KEYS = 12
    """Cells of the keys and the gap behind them; more keys stand on another line."""
    NAME = 26
    """Cells that a name and the gap behind it may take."""
    SENTENCE = 36
    """Cells below which the sentence is not beside the name."""
    LEAST_SENTENCE = 40
    """Cells of keys and sentence below which there is no room for it at all."""

    def draw_row(self, row: CommandRow, width: int) -> list[Strip]:
        """`j  ↓       Down       Go to the next row, or one line down.`."""
        width = max(1, width - _SCROLL_BAR)
        if row.command is None:
            heading = Strip([Segment(fit(row.title, width), self.line_style("row--group"))])
            return [heading] if row.is_first else [Strip([]), heading]
        name = self.line_style("row--decided") if row.reason else Style.null()
        side = self.line_style("row--side")
        names = min(self.NAME, _longest_name() + 2)
        sentence = row.reason or row.command.help
        room = max(1, width - self.KEYS)
        if room - names >= self.SENTENCE:
            lines = [
                [_column(title, names, name), Segment(line, side)]
                for line, title in zip(_wrapped(sentence, room - names), [row.title, "", ""], strict=False)
            ]
        else:
            lines = [[Segment(line, name)] for line in wrap_plain(row.title, room, max_lines=2)]
            if row.reason or width >= self.LEAST_SENTENCE:
                lines += [[Segment(line, side)] for line in _wrapped(sentence, room)]
        keys = self._keys(row)
        style = self.line_style("row--decided" if row.reason else "row--key")
        lines += [[] for _ in keys[len(lines) :]]
        keys += [""] * (len(lines) - len(keys))
        return [Strip([_column(key, self.KEYS, style), *line]) for key, line in zip(keys, lines, strict=True)]

    def _keys(self, row: CommandRow) -> list[str]:
        """The keys, as many on a line as have room."""
        lines = [""]
        for label in map(key_label, keys_of(row.command) if row.command else ()):
            longer = f"{lines[-1]}{_BETWEEN_KEYS}{label}" if lines[-1] else label
            if cell_len(longer) < self.KEYS - 1:
                lines[-1] = longer
            else:
                lines.append(label)
        return lines


def _wrapped(sentence: str, width: int) -> list[str]:
    return wrap_plain(sentence, width, max_lines=3)


@cache
def _longest_name() -> int:
    return max(cell_len(command.title) for command in listed())


def _column(text: str, width: int, style: Style) -> Segment:
    text = fit(text, width - 1)
    return Segment(text + " " * (width - cell_len(text)), style)
