"""All keys: searchable, and each row can be run."""

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Input

from digest_tui.paths import styles_dir
from digest_tui.render.cells import fit, wrap_plain
from digest_tui.ui.keys.commands import COMMANDS, Command, find, key_label
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.row_list import RowList


class HelpRow(NamedTuple):
    """A command, or the name of a group above its commands."""

    command: Command | None
    title: str

    @property
    def passed_over(self) -> bool:
        """Groups are not commands."""
        return self.command is None


class CommandList(RowList[HelpRow]):
    """Keys, title and sentence in three columns."""

    can_focus = False
    """The filter keeps the focus; this list only shows where Enter would go."""
    KEYS = 17
    TITLE = 28
    SENTENCE = 24
    """Cells below which there is no room for the sentence."""

    def draw_row(self, row: HelpRow, width: int) -> list[Strip]:
        """`j ↓        Down       Next row; ...`."""
        style = self.line_style
        if row.command is None:
            return [Strip([Segment(row.title, style("row--between"))])]
        keys = "  ".join(key_label(key) for key in row.command.keys)
        strips = []
        for index, line in enumerate(self._sentence(row, width)):
            strips.append(
                Strip(
                    [
                        Segment(_column("" if index else keys, self.KEYS), style("row--mark")),
                        Segment(_column("" if index else row.title, self.TITLE)),
                        Segment(line, style("row--side")),
                    ]
                )
            )
        return strips

    def _sentence(self, row: HelpRow, width: int) -> list[str]:
        room = width - self.KEYS - self.TITLE
        return wrap_plain(row.command.help, room, max_lines=3) if row.command and room >= self.SENTENCE else [""]


class HelpScreen(Dialog[str | None]):
    """Closes with the id of the command to run, or with None."""

    CSS_PATH = styles_dir() / "dialogs.tcss"

    def compose(self) -> ComposeResult:
        """A filter above the list."""
        with Vertical(id="help"):
            yield Input(placeholder="type to search: a key, or words such as mark unread", id="help-filter")
            yield CommandList(id="help-list")

    def on_mount(self) -> None:
        """Everything, until something is typed."""
        self._list.set_heading("Keys", "Enter runs · Esc closes")
        self._list.set_empty("No command matches. Esc closes the help.")
        self._show("")

    @property
    def _list(self) -> CommandList:
        return self.query_one(CommandList)

    def _show(self, text: str) -> None:
        self._rows = _rows(find(COMMANDS, text))
        self._row = next((i for i, row in enumerate(self._rows) if row.command), None)
        self._list.set_rows(self._rows, self._row)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _run(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(self._row)

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        self._close(event.row)

    def _close(self, row: int | None) -> None:
        command = self._rows[row].command if row is not None else None
        self.close(command.id if command else None)

    def on_key(self, event: events.Key) -> None:
        """The filter takes the letters, this screen the rest."""
        steps = {"down": 1, "up": -1, "pagedown": self._list.page_rows, "pageup": -self._list.page_rows}
        if event.key in {"escape", "f1"}:
            event.stop()
            self.close(None)
        elif event.key in steps:
            event.stop()
            event.prevent_default()
            self._row = step(self._rows, self._row, steps[event.key])
            self._list.set_cursor(self._row)


def step(rows: list[HelpRow], row: int | None, by: int) -> int | None:
    """The row so many rows on, not further than the ends, never one that is passed over."""
    stops = [index for index, candidate in enumerate(rows) if not candidate.passed_over]
    if row not in stops:
        return row
    return stops[max(0, min(len(stops) - 1, stops.index(row) + by))]


def _rows(commands: list[Command]) -> list[HelpRow]:
    groups = dict.fromkeys(command.group for command in commands)
    rows = []
    for group in groups:
        rows.append(HelpRow(None, group))
        rows += [HelpRow(command, command.title) for command in commands if command.group == group]
    return rows


def _column(text: str, width: int) -> str:
    text = fit(text, width - 1)
    return text + " " * (width - cell_len(text))
