"""A small list over the screen from which one row is picked, by its key or with the arrows."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult

from digest_tui.paths import styles_dir
from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.keys.keyboard import hand_over
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.mouse_rows import Row
from digest_tui.ui.widgets.row_list import RowList

EMPTY_LINES = 3
"""Lines of a sentence about why there is no row, with room around it."""


class KeyedRow(Row, Protocol):
    """A row that a key picks."""

    @property
    def key(self) -> str:
        """The key, or an empty string."""


RowT = TypeVar("RowT", bound=KeyedRow)
ResultT = TypeVar("ResultT")


class Picker(Dialog[ResultT | None], Generic[RowT, ResultT]):
    """Closes with what became of the row that was picked, or with None."""

    CSS_PATH = styles_dir() / "dialogs.tcss"

    def __init__(
        self, rows: Sequence[RowT], row_list: RowList[RowT], heading: tuple[str, str], row: int | None = 0
    ) -> None:
        super().__init__()
        self._rows = rows
        self._list = row_list
        # The screen takes the keys.
        self._list.can_focus = False
        self._heading = heading
        self._row = row
        """The row that Enter picks; None for none."""

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._list

    def on_mount(self) -> None:
        """The rows as they are at first."""
        self.show_rows()

    def show_rows(self) -> None:
        """Draw the rows, in a list as high as they need, as far as the screen allows."""
        self._list.set_heading(*self._heading)
        self._list.set_rows(self._rows, self._row)
        lines = sum(len(self._list.draw_row(row, 80)) for row in self._rows)
        self._list.styles.height = (lines or EMPTY_LINES) + self._list.HEADING

    def carry_out(self) -> None:
        """Do what the chosen row is for."""
        raise NotImplementedError

    def row_changed(self) -> None:
        """Another row was chosen."""

    def choose(self, row: int) -> None:
        """Choose the row that Enter picks."""
        self._row = row
        self._list.set_cursor(row)
        self.row_changed()

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.row < len(self._rows):
            self.choose(event.row)
            self.carry_out()

    def on_key(self, event: events.Key) -> None:
        """A Hangul syllable is the keys under it; those behind one that closes this are for what lies below."""
        event.stop()
        event.prevent_default()
        latin = latin_keys(event.character or "")
        for key in [event] if latin is None else [events.Key(key, key) for key in latin]:
            if self.is_active:
                self.press(key)
            else:
                hand_over(self.app, key.key, key.character)

    def press(self, event: events.Key) -> None:
        """Keys pick, arrows move, Esc closes."""
        if event.key == "escape":
            self.close(None)
        elif event.key == "enter":
            self.carry_out()
        elif event.key in {"down", "up"} and self._rows:
            step = 1 if event.key == "down" else -1
            here = self._row if self._row is not None else min(-step, 0)
            self.choose(max(0, min(len(self._rows) - 1, here + step)))
        elif (picked := row_of(event.character, self._rows)) is not None:
            self.choose(picked)
            self.carry_out()


def row_of(key: str | None, rows: Sequence[KeyedRow]) -> int | None:
    """Return the row with a key; None where there is none."""
    return next((row for row, keyed in enumerate(rows) if key and keyed.key == key), None)
