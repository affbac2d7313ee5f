"""The bulk menu: which papers are marked read, and how many that are."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from digest_tui.counts import counted
from digest_tui.render.cells import fit
from digest_tui.session.bulk import Scope
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.row_list import RowList


class ScopeList(RowList[Scope]):
    """Key, words and count."""

    def draw_row(self, row: Scope, width: int) -> list[Strip]:
        """`d  this day            12 papers`."""
        style = self.line_style
        count = counted(row.count, "paper")
        words = fit(row.words, max(1, width - 3 - cell_len(count) - 1))
        gap = " " * max(1, width - 3 - cell_len(words) - cell_len(count))
        return [
            Strip(
                [
                    Segment(f"{row.key:<3}", style("row--mark")),
                    Segment(words),
                    Segment(gap),
                    Segment(count, style("row--side")),
                ]
            )
        ]


class BulkScreen(Picker[Scope]):
    """Closes with the scope that was picked, or with None."""

    def __init__(self, scopes: Sequence[Scope], chosen: int = 0) -> None:
        super().__init__(scopes, ScopeList(id="bulk"), ("Mark new papers read", "key or Enter · Esc"), chosen)
