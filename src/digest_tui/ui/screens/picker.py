"""A small list over the screen from which one row is picked, by its key or with the arrows."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from textual import events

from digest_tui.ui.screens.list_dialog import ListDialog
from digest_tui.ui.widgets.mouse_rows import Row
from digest_tui.ui.widgets.row_list import RowList


class KeyedRow(Row, Protocol):
    """A row that a key picks."""

    @property
    def key(self) -> str:
        """The key, or an empty string."""


RowT = TypeVar("RowT", bound=KeyedRow)
ResultT = TypeVar("ResultT")


class Picker(ListDialog[RowT, ResultT]):
    """Closes with what became of the row that was picked, or with None."""

    def __init__(
        self, rows: Sequence[RowT], row_list: RowList[RowT], edge: tuple[str, str], row: int | None = 0
    ) -> None:
        super().__init__(row_list, rows, row)
        self._edge = edge

    def on_mount(self) -> None:
        """The rows as they are at first."""
        self.show_rows()

    def show_rows(self) -> None:
        """Draw the rows."""
        self.set_edge(*self._edge)
        self._list.set_rows(self._rows, self._row)

    def press(self, event: events.Key) -> None:
        """Keys pick."""
        if (picked := row_of(event.character, self._rows)) is not None:
            self.choose(picked)
            self.carry_out()
        else:
            super().press(event)


def row_of(key: str | None, rows: Sequence[KeyedRow]) -> int | None:
    """Return the row with a key; None where there is none."""
    return next((row for row, keyed in enumerate(rows) if key and keyed.key == key), None)
