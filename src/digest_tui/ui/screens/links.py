"""Every other link, picture and video of a paper, picked by a letter."""

import string
from dataclasses import dataclass

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from digest_tui.ui.paint.cells import fit
from digest_tui.ui.widgets.row_list import RowList

LETTERS = string.ascii_lowercase + string.ascii_uppercase


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as the picker shows it."""

    letter: str
    kind: str
    """`link`, `picture` or `video`."""
    host: str
    """The real host, or why the link cannot be opened."""
    url: str
    passed_over: bool = False


class LinkList(RowList[LinkRow]):
    """Letter, kind, host and the address below."""

    can_focus = False
    """The screen takes the letters."""

    def row_height(self, row: LinkRow, width: int) -> int:
        """The host, and the address it belongs to."""
        return 2

    def draw_row(self, row: LinkRow, width: int) -> list[Strip]:
        """`a  link     github.com`, then the address."""
        style = self.get_component_rich_style
        return [
            Strip(
                [
                    Segment(f"{row.letter:<3}", style("row--mark", partial=True)),
                    Segment(f"{row.kind:<9}", style("row--side", partial=True)),
                    Segment(fit(row.host, max(1, width - 12))),
                ]
            ),
            Strip([Segment("   "), Segment(fit(row.url, max(1, width - 3)), style("row--side", partial=True))]),
        ]


class LinksScreen(ModalScreen[str | None]):
    """Closes with the URL that was picked, or with None."""

    def __init__(self, rows: list[LinkRow]) -> None:
        super().__init__()
        self._rows = rows
        self._row = 0

    def compose(self) -> ComposeResult:
        """The list alone."""
        with Vertical(id="links"):
            yield LinkList(id="links-list")

    def on_mount(self) -> None:
        """As high as the links need, as far as the screen allows."""
        links = self.query_one(LinkList)
        links.styles.height = len(self._rows) * 2 + 1
        links.set_heading("Links", "letter or Enter opens · Esc closes")
        links.set_rows(self._rows, self._row)

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        self.dismiss(self._rows[event.row].url)

    def on_key(self, event: events.Key) -> None:
        """Letters pick, arrows move."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(self._rows[self._row].url)
        elif event.key in {"down", "up"}:
            self._row = max(0, min(len(self._rows) - 1, self._row + (1 if event.key == "down" else -1)))
            self.query_one(LinkList).set_cursor(self._row)
        else:
            for row in self._rows:
                if row.letter and row.letter == event.character:
                    self.dismiss(row.url)
                    return
