"""The list of all commands: searchable, and each row that makes sense now can be carried out."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.containers import Vertical

from digest_tui.session.empty import Empty
from digest_tui.ui.keys.command import Command, Pane
from digest_tui.ui.keys.command_search import find, sections
from digest_tui.ui.screens.list_dialog import ListDialog
from digest_tui.ui.widgets.command_rows import CommandRow, CommandRows
from digest_tui.ui.widgets.footer import TextLine, TypedLine
from digest_tui.ui.widgets.line_editor import LineEditor

MOST_LINES = 32
"""Lines of the list where the screen has room for more."""
FILTER_HELP = "type to search: a key, or words such as mark unread"
_CLOSING = frozenset({"f1", "ctrl+p"})
"""Keys that open the list and are no text."""
_CLOSING_WHILE_EMPTY = frozenset({"?", ":"})
"""The others; nothing is found by them."""


class HelpScreen(ListDialog[CommandRow, str]):
    """Closes with the id of the command to carry out, or with None."""

    takes_text = True

    def __init__(self, pane: Pane, why_not: Callable[[Command], str], say: Callable[[str], None]) -> None:
        self._filter = TextLine(id="help-filter")
        rows = CommandRows(id="help-list")
        super().__init__(rows, box=Vertical(self._filter, rows, id="help"))
        self._pane = pane
        self._why_not = why_not
        self._say = say
        self._editor = LineEditor()

    def on_mount(self) -> None:
        """Everything, until something is typed."""
        self._list.set_empty(Empty("No command matches. Esc closes the list."))
        self._draw_filter()
        self._list_rows(None)

    def on_resize(self) -> None:
        """Sentences may need more lines now, or fewer."""
        self.call_after_refresh(self._fit_height)

    def press(self, event: events.Key) -> None:
        """The filter takes letters and what edits them, the list the rest."""
        before = self._editor.text
        if event.key in _CLOSING or (event.character in _CLOSING_WHILE_EMPTY and not before):
            self.close(None)
        elif event.character and event.is_printable:
            self._editor.insert(event.character)
        elif event.key in {"home", "end"} or not self._editor.press(event.key):
            super().press(event)
            return
        self._typed(before)

    def paste(self, text: str) -> None:
        """Pasted text is typed into the filter."""
        before = self._editor.text
        self._editor.insert(text)
        self._typed(before)

    def carry_out(self) -> None:
        """Close with the chosen command; one that makes no sense now says why, and the list stays."""
        command = self._rows[self._row].command if self._row is not None else None
        if command is None:
            if self._rows:
                self.close(None)
            else:
                self._say(f"No command matches '{self._editor.text.strip()}'")
        elif reason := self._why_not(command):
            # What was listed may be out of date: another window decides about papers too.
            self._list_rows(self._row)
            self._say(f"{command.title}: {reason}")
        else:
            self.close(command.id)

    def row_changed(self) -> None:
        """The edge says what Enter does now."""
        row = self._rows[self._row] if self._row is not None else None
        if row is None:
            does = "type to search · Enter closes" if self._rows else "Enter does nothing · Esc closes"
        elif row.reason:
            does = f"{row.reason.rstrip('.')} · Enter does nothing"
        else:
            does = f"Enter runs {row.title} · Esc closes"
        self.set_edge("Commands", does)

    def _typed(self, before: str) -> None:
        self._draw_filter()
        if self._editor.text != before:
            self._list_rows(0 if self._editor.text.strip() else None)

    def _draw_filter(self) -> None:
        self._filter.set_line(TypedLine("", self._editor.text, self._editor.cursor, help=FILTER_HELP))

    def _list_rows(self, row: int | None) -> None:
        """List what the filter finds, the best first and without headings; while it is empty all commands by group."""
        text = self._editor.text
        if text.strip():
            self._rows = [self._row_of(command) for command in find(text, self._pane, self._applies)]
        else:
            self._rows = []
            for title, commands in sections(self._pane):
                self._rows += [CommandRow(title, is_first=not self._rows), *map(self._row_of, commands)]
        self._row = row if self._rows else None
        self._list.set_rows(self._rows, self._row)
        self._fit_height()
        self.row_changed()

    def _fit_height(self) -> None:
        """Make the box as high as what is found; before it was drawn nobody knows what else it holds."""
        if rows := self._list.size:
            around = self.box.outer_size.height - rows.height
            self.box.styles.height = around + self._list.lines_needed(MOST_LINES, rows.width)

    def _row_of(self, command: Command) -> CommandRow:
        return CommandRow(command.title, command, self._why_not(command))

    def _applies(self, command: Command) -> bool:
        return not self._why_not(command)
