"""The themes, each shown while it is under the cursor."""

from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.session.links import LETTERS
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.dialog_rows import DialogRows


class ThemeRow(NamedTuple):
    """A theme as the picker shows it."""

    key: str
    name: str
    passed_over: bool = False


class ThemeList(DialogRows[ThemeRow]):
    """Letter and name."""

    def draw_row(self, row: ThemeRow, width: int) -> list[Strip]:
        """`a  digest-dark`."""
        return [Strip([Segment(f"{row.key:<3}", self.line_style("row--key")), Segment(fit(row.name, width - 3))])]


class ThemeScreen(Picker[ThemeRow, ThemeRow]):
    """Closes with the theme that was picked, or with None; the colours are then as they were, or as picked."""

    def __init__(self, names: list[str], theme: str) -> None:
        letters = [*LETTERS, *[""] * len(names)]
        rows = [ThemeRow(letter, name) for letter, name in zip(letters, names, strict=False)]
        edge = ("Themes", "letter or Enter keeps · Esc goes back")
        super().__init__(rows, ThemeList(id="themes"), edge, names.index(theme))
        self._before = theme

    def carry_out(self) -> None:
        """Keep the chosen theme."""
        if self._row is not None:
            self.close(self._rows[self._row])

    def row_changed(self) -> None:
        """Show the theme under the cursor."""
        if self._row is not None:
            self.app.theme = self._rows[self._row].name

    def close(self, result: ThemeRow | None) -> None:
        """Close with the colours that go with the answer."""
        if self.is_active:
            self.app.theme = result.name if result is not None else self._before
        super().close(result)
