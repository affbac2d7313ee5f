"""The question whether pictures may be fetched from a host."""

from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.dialog_rows import DialogRows


class HostRow(NamedTuple):
    """A host, and what is asked about it."""

    key: str
    host: str
    words: str
    passed_over: bool = False


class HostList(DialogRows[HostRow]):
    """Key and words."""

    def draw_row(self, row: HostRow, width: int) -> list[Strip]:
        """`y  Show pictures from cdn.example.org`."""
        return [Strip([Segment(f"{row.key:<3}", self.line_style("row--key")), Segment(fit(row.words, width - 3))])]


class PictureQuestion(Picker[HostRow, HostRow]):
    """Closes with the host that was agreed to, or with None."""

    def __init__(self, host: str) -> None:
        row = HostRow("y", host, f"Show pictures from {host}")
        super().__init__([row], HostList(id="hosts"), ("They are fetched over the network", "y or Enter · Esc closes"))

    def carry_out(self) -> None:
        """Close with the host."""
        if self._row is not None:
            self.close(self._rows[self._row])
