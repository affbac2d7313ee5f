"""A small list over the screen from which one row is picked, by its key or with the arrows."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult

from digest_tui.paths import styles_dir
from digest_tui.ui.keys.hangul import latin_keys
from digest_tui.ui.keys.keyboard import hand_over
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.row_list import Row, RowList

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

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.pick(self._rows[event.row])

    def pick(self, row: RowT) -> None:
        """Take a row."""
        raise NotImplementedError

    def move(self, row: int) -> None:
        """Choose the row that Enter picks."""
        self._row = row
        self._list.set_cursor(row)

    def press(self, key: str) -> None:
        """Pick the row with this key."""
        if (picked := next((row for row in self._rows if row.key == key), None)) is not None:
            self.pick(picked)

    def on_key(self, event: events.Key) -> None:
        """Keys pick, arrows move, Esc closes."""
        event.stop()
        event.prevent_default()
        if not self.is_active:
            hand_over(self.app, event.key, event.character)
        elif event.key == "escape":
            self.close(None)
        elif event.key == "enter":
            if self._row is not None:
                self.pick(self._rows[self._row])
        elif event.key in {"down", "up"} and self._rows:
            step = 1 if event.key == "down" else -1
            here = self._row if self._row is not None else min(-step, 0)
            self.move(max(0, min(len(self._rows) - 1, here + step)))
        else:
            self._press_each(latin_keys(event.character or "") or (event.character or event.key,))

    def _press_each(self, keys: Sequence[str]) -> None:
        """Press the keys that a Hangul syllable stands for; those behind one that closes this are for what is below."""
        for key in keys:
            if self.is_active:
                self.press(key)
            else:
                hand_over(self.app, key, key)
