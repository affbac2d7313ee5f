"""The bulk menu: which papers are marked, and how many that are, also while that changes."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Key
from textual.strip import Strip

from digest_tui.counts import counted
from digest_tui.render.cells import fit, wrap_plain
from digest_tui.session.bulk import Scope
from digest_tui.session.bulk_menu import BulkMenu, Marking, Plan
from digest_tui.session.bulk_votes import Kept
from digest_tui.session.empty import Empty
from digest_tui.ui.screens.picker import Picker
from digest_tui.ui.widgets.dialog_rows import DialogRows

KEY_CELLS = 3
VOTE_CELLS, BETWEEN = 6, 2
WORD_LINES = 2
"""Lines of the words of a row, where one has no room for them."""
LOOK_SECONDS = 0.1
"""How often the counts grow while digests are being read."""


class ScopeList(DialogRows[Scope | Kept]):
    """Key, words and count, and below what else is to be known, and what would be kept."""

    def row_id(self, row: Scope | Kept) -> object:
        """Its key: its count may grow."""
        return row.key or row

    def draw_row(self, row: Scope | Kept, width: int) -> list[Strip]:
        """`d  12-19 Fri            12 papers`, or `54  Title`."""
        style = self.line_style
        if isinstance(row, Kept):
            votes = "" if row.votes is None else f"{row.votes:,}"
            title = fit(row.title, max(1, width - VOTE_CELLS - BETWEEN))
            return [Strip([Segment(f"{votes:>{VOTE_CELLS}}{' ' * BETWEEN}", style("row--side")), Segment(title)])]
        count = counted(row.count, "paper")
        words, *more = wrap_plain(row.words, max(1, width - KEY_CELLS - cell_len(count) - 1), WORD_LINES)
        gap = " " * max(1, width - KEY_CELLS - cell_len(words) - cell_len(count))
        indent = Segment(" " * KEY_CELLS)
        strip = Strip(
            [
                Segment(f"{row.key:<{KEY_CELLS}}", style("row--key")),
                Segment(words),
                Segment(gap),
                Segment(count, style("row--side")),
            ]
        )
        notes = (fit(note, max(1, width - KEY_CELLS)) for note in row.notes)
        return [
            strip,
            *(Strip([indent, Segment(words)]) for words in more),
            *(Strip([indent, Segment(note, style("row--side"))]) for note in notes),
        ]


class BulkScreen(Picker[Scope | Kept, Marking]):
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
            if self._menu.plan.progress is not None or self._menu.reads_votes:
                self.set_timer(LOOK_SECONDS, self._look)
            else:
                self.call_later(self._look)

    def on_mount(self) -> None:
        """Read the votes that are not known, while nobody types."""
        super().on_mount()
        self.call_later(self._read_votes)

    def _read_votes(self) -> None:
        if not self.is_active:
            return
        if self._menu.read_votes():
            self.follow()
            self.call_later(self._read_votes)
        else:
            self._look()

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
        else:
            # What is kept may be longer than the dialog.
            page = max(1, self._list.page - 1)
            self._list.scroll_lines({"down": 1, "up": -1, "pagedown": page, "pageup": -page}.get(event.key, 0))

    def row_changed(self) -> None:
        """The edge says what Enter would do."""
        self._show_edge()

    def show_rows(self) -> None:
        """Draw what is offered now; what had the cursor has it still, and nothing takes its place."""
        before = self._menu.chosen or (self._rows[self._row].key if self._row is not None else "")
        rows: list[Scope | Kept] = []
        for scope in self._menu.rows:
            rows += [scope, *scope.shown]
        self._rows = rows
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
