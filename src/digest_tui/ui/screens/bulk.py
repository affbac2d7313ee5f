"""The bulk menu: which papers are marked, and how many that are, also while that changes."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Key
from textual.strip import Strip

from digest_tui.counts import counted
from digest_tui.render.cells import fit
from digest_tui.session.bulk import Scope
from digest_tui.session.bulk_menu import BulkMenu, Marking, Plan
from digest_tui.session.empty import Empty
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.dialog_rows import DialogRows

KEY_CELLS = 3
LOOK_SECONDS = 0.1
"""How often the counts grow while digests are being read."""


class ScopeList(DialogRows[Scope]):
    """Key, words and count, and below what else is to be known."""

    def row_id(self, row: Scope) -> object:
        """Its key: its count may grow."""
        return row.key

    def draw_row(self, row: Scope, width: int) -> list[Strip]:
        """`d  12-19 Fri            12 papers`."""
        style = self.line_style
        count = counted(row.count, "paper")
        words = fit(row.words, max(1, width - KEY_CELLS - cell_len(count) - 1))
        gap = " " * max(1, width - KEY_CELLS - cell_len(words) - cell_len(count))
        strip = Strip(
            [
                Segment(f"{row.key:<{KEY_CELLS}}", style("row--key")),
                Segment(words),
                Segment(gap),
                Segment(count, style("row--side")),
            ]
        )
        notes = (fit(note, max(1, width - KEY_CELLS)) for note in row.notes)
        return [strip, *(Strip([Segment(" " * KEY_CELLS), Segment(note, style("row--side"))]) for note in notes)]


class BulkScreen(Picker[Scope, Marking]):
    """Closes with what is to be done, or with None."""

    def __init__(self, menu: BulkMenu, key: str, *, is_unexpected: bool = False) -> None:
        """Begin with the cursor on the row with this key, if there is one.

        Where it is unexpected, what is typed before it is on screen was meant for something else.
        """
        super().__init__(menu.rows, ScopeList(id="bulk"), ("", ""), menu.row_of(key))
        self._menu = menu
        self._is_unexpected = is_unexpected
        self._is_due = False
        """True while it is known that things changed and not yet how."""

    def follow(self) -> None:
        """Count again soon: digests were read, or something was decided."""
        if not self._is_due:
            self._is_due = True
            if self._menu.plan.progress is not None:
                self.set_timer(LOOK_SECONDS, self._look)
            else:
                self.call_later(self._look)

    def carry_out(self) -> None:
        """Choose the scope under the cursor, or confirm the one that was chosen."""
        if self._row is not None:
            self._take(self._rows[self._row].key)

    def _take(self, key: str) -> None:
        marking = self._menu.confirm() if self._menu.chosen else self._menu.choose(key)
        if marking is not None:
            self.close(marking)
        else:
            self.show_rows()

    def press(self, event: Key) -> None:
        """A chosen scope takes only a number, Enter and Esc: its own key again does not confirm it."""
        if self._is_unexpected and event.key != "escape":
            return
        if self._menu.type(event.character or event.key):
            self.show_rows()
        elif not self._menu.chosen and self._menu.plan.scope(event.character or ""):
            # Also one whose papers are those of another row.
            self._take(event.character or "")
        elif not self._menu.chosen or event.key in {"enter", "escape"}:
            super().press(event)

    def row_changed(self) -> None:
        """The edge says what Enter would do."""
        self._show_edge()

    def show_rows(self) -> None:
        """Draw what is offered now; what had the cursor has it still, and nothing takes its place."""
        before = self._menu.chosen or (self._rows[self._row].key if self._row is not None else "")
        self._rows = self._menu.rows
        self._row = self._menu.row_of(before)
        self._list.set_empty(Empty(self._menu.why_empty) if not self._rows else None)
        super().show_rows()
        self._show_edge()
        self.call_after_refresh(self._seen, self._menu.plan)

    def _seen(self, plan: Plan) -> None:
        self._is_unexpected = False
        self._menu.see(plan)

    def _look(self) -> None:
        self._is_due = False
        if self.is_active:
            self._menu.look()
            self.show_rows()

    def _show_edge(self) -> None:
        key = self._rows[self._row].key if self._row is not None else ""
        self.set_edge(*self._menu.heading(key))
