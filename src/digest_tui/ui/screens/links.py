"""Every other link, picture and video of a paper, picked by a letter."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.session.links import LinkRow
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.dialog_rows import DialogRows


class LinkList(DialogRows[LinkRow]):
    """Letter, kind, host and the address below."""

    def draw_row(self, row: LinkRow, width: int) -> list[Strip]:
        """`a  link     github.com`, then the address."""
        style = self.line_style
        return [
            Strip(
                [
                    Segment(f"{row.key:<3}", style("row--key")),
                    Segment(f"{row.kind:<9}", style("row--side")),
                    Segment(fit(row.host, max(1, width - 12))),
                ]
            ),
            Strip([Segment("   "), Segment(fit(row.url, max(1, width - 3)), style("row--side"))]),
        ]


class LinksScreen(Picker[LinkRow, LinkRow]):
    """Closes with the link that was picked, or with None."""

    def __init__(self, rows: Sequence[LinkRow]) -> None:
        super().__init__(rows, LinkList(id="links"), ("Links", "letter or Enter opens · Esc closes"))

    def carry_out(self) -> None:
        """Close with the chosen link."""
        if self._row is not None:
            self.close(self._rows[self._row])
