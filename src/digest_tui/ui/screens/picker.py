"""A small list over the screen from which one row is picked, by its key or with the arrows."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult

from digest_tui.paths import styles_dir
from digest_tui.ui.keys.keyboard import hand_over
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.mouse_rows import Row
from digest_tui.ui.widgets.row_list import RowList


class KeyedRow(Row, Protocol):
    """A row that a key picks."""

    @property
    def key(self) -> str:
        """The key, or an empty string."""


RowT = TypeVar("RowT", bound=KeyedRow)


class Picker(Dialog[RowT | None], Generic[RowT]):
    """Closes with the row that was picked, or with None."""

    CSS_PATH = styles_dir() / "dialogs.tcss"

    def __init__(self, rows: Sequence[RowT], row_list: RowList[RowT], heading: tuple[str, str], row: int = 0) -> None:
        super().__init__()
        self._rows = rows
        self._list = row_list
        # The screen takes the keys.
        self._list.can_focus = False
        self._heading = heading
        self._row = row

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._list

    def on_mount(self) -> None:
        """As high as the rows need, as far as the screen allows."""
        self._list.set_heading(*self._heading)
        self._list.set_rows(self._rows, self._row)
        self._list.styles.height = sum(len(self._list.draw_row(row, 80)) for row in self._rows) + self._list.HEADING

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.close(self._rows[event.row])

    def on_key(self, event: events.Key) -> None:
        """Keys pick, arrows move, Esc closes."""
        event.stop()
        event.prevent_default()
        if not self.is_active:
            hand_over(self.app, event.key, event.character)
        elif event.key == "escape":
            self.close(None)
        elif event.key == "enter":
            self.close(self._rows[self._row])
        elif event.key in {"down", "up"}:
            self._row = max(0, min(len(self._rows) - 1, self._row + (1 if event.key == "down" else -1)))
            self._list.set_cursor(self._row)
        elif event.character:
            picked = next((row for row in self._rows if row.key == event.character), None)
            if picked is not None:
                self.close(picked)
