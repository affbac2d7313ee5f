"""The dialog of `E`: which papers, in which format, and where to; Enter writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.containers import Vertical
from textual.geometry import Size
from textual.strip import Strip

from digest_tui.counts import counted
from digest_tui.render.cells import fit, wrap_plain
from digest_tui.session.exporting import Choice, Scope
from digest_tui.ui.screens.folder_suggester import FolderSuggester
from digest_tui.ui.screens.list_dialog import ListDialog
from digest_tui.ui.widgets.dialog_rows import DialogRows
from digest_tui.ui.widgets.footer import TextLine, TypedLine
from digest_tui.ui.widgets.line_editor import LineEditor

LABEL_CELLS = 8
WORD_LINES = 4
"""Lines of a sentence about what is wrong."""
PATIENCE_SECONDS = 1.0
"""So long keys that were typed behind Enter wait for the file."""
_OPENING = frozenset({"E", "ㄸ"})
"""The key that opens the dialog, on both layouts."""
_BEGINNINGS = ("/", "~")
"""What a whole path begins with."""
PAPERS, FORMAT, TARGET, EXPORT = "papers", "format", "target", "export"


class FieldRow(NamedTuple):
    """Something that can be chosen, what Enter does, or a sentence about what went wrong."""

    id: str
    label: str
    value: str
    side: str = ""

    @property
    def passed_over(self) -> bool:
        """True for a sentence."""
        return not self.id


class FieldList(DialogRows[FieldRow]):
    """Label, value and count."""

    def row_id(self, row: FieldRow) -> object:
        """What it is about: its value changes."""
        return row.id or row

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows; what it stands in is as high as that makes it, and tells nothing."""
        return super().get_content_height(viewport, viewport, width)

    def draw_row(self, row: FieldRow, width: int) -> list[Strip]:
        """`Papers  this paper      1 paper`."""
        style = self.line_style
        if row.passed_over:
            lines = wrap_plain(row.value, max(1, width), WORD_LINES)
            return [Strip([Segment(line, style("row--problem"))]) for line in lines]
        room = max(1, width - LABEL_CELLS - (cell_len(row.side) + 1 if row.side else 0))
        value = fit(row.value, room)
        gap = " " * max(0, width - LABEL_CELLS - cell_len(value) - cell_len(row.side))
        return [
            Strip(
                [
                    Segment(f"{row.label:<{LABEL_CELLS}}", style("row--key")),
                    Segment(value),
                    Segment(gap),
                    Segment(row.side, style("row--side")),
                ]
            )
        ]


class ExportScreen(ListDialog[FieldRow, None]):
    """Letters are the path's; it stays open until the file is written, so that what was refused can be mended."""

    takes_text = True

    def __init__(self, scopes: Sequence[Scope], choice: Choice, begin: Callable[[Scope, Choice], None]) -> None:
        self._path = TextLine(id="export-path")
        rows = FieldList(id="export-rows")
        super().__init__(rows, box=Vertical(self._path, rows, id="export"))
        self._scopes = scopes
        self._scope = 0
        self._choice = choice
        self._begin = begin
        self._editor = LineEditor(choice.path)
        self._complaint = ""
        self._is_busy = False
        self._is_untouched = True
        """True while the path is the one of the last time."""
        self._suggested = ""
        """What a path that was typed may go on to."""

    def on_mount(self) -> None:
        """The last choice, and the row that Enter is for."""
        super().on_mount()
        self._show(EXPORT)

    @property
    def _suggester(self) -> FolderSuggester:
        row = self._choice.row
        return FolderSuggester(lambda name: not row.is_folder and name.lower().endswith(row.suffix))

    # Keys

    def press(self, event: events.Key) -> None:
        """Arrows choose, Enter writes, letters are the path's."""
        row = self._rows[self._row].id if self._row is not None else EXPORT
        if self._is_busy:
            if event.key == "escape":
                self.close(None)
        elif self._is_untouched and event.character in _OPENING:
            # A key that repeats itself is no part of a path.
            return
        elif event.key == "tab":
            self._complete()
        elif event.key in {"left", "right"} and row != EXPORT:
            self._change(row, 1 if event.key == "right" else -1)
        elif event.key == "right" and self._rest:
            self._complete()
        elif event.character and event.is_printable:
            self._insert(event.character)
        elif not (self._choice.is_file and self._typed(lambda: self._editor.press(event.key))):
            super().press(event)

    def paste(self, text: str) -> None:
        """Pasted text is typed into the path; of several lines the first."""
        line = next(filter(None, (line.strip() for line in text.splitlines())), "")
        if not self._is_busy:
            self._insert(line)

    def clicked(self, target: object) -> None:
        """A click on a choice is the next one, on the row of Enter it writes."""
        if target in {PAPERS, FORMAT, TARGET} and self.is_active and not self._is_busy:
            self._change(str(target), 1)
        else:
            super().clicked(target)

    def _insert(self, text: str) -> None:
        if self._is_untouched and text.startswith(_BEGINNINGS):
            # Another path, not one that goes on.
            self._editor.put("")
        self._typed(lambda: self._editor.insert(text))

    def _typed(self, edit: Callable[[], object]) -> bool:
        """Edit the path, and return True where that was an edit; who types a path wants a file."""
        before = self._editor.text, self._editor.cursor
        if not self._choice.is_file:
            self._editor.put("")
        was_edit = edit() is not False
        if (self._editor.text, self._editor.cursor) != before or not self._choice.is_file:
            self._complaint, self._is_untouched = "", False
            self._choice = self._choice.with_path(self._editor.text)
            self._suggest()
            self._show(EXPORT)
        return was_edit

    def _change(self, row: str, by: int) -> None:
        self._complaint = ""
        if row == PAPERS:
            self._scope = (self._scope + by) % len(self._scopes)
        elif row == FORMAT:
            self._choice = self._choice.turned(by)
        else:
            self._choice = self._choice.to_file(not self._choice.is_file)
        self._suggested = ""
        if self._editor.text != self._choice.path:
            self._editor.put(self._choice.path)
            self._is_untouched = True
        self._show(row)

    # Completing a path

    @property
    def _rest(self) -> str:
        """What the path may go on with, while the cursor is at its end."""
        text = self._editor.text
        is_end = self._choice.is_file and self._editor.cursor == len(text)
        return self._suggested.removeprefix(text) if is_end and self._suggested.startswith(text) else ""

    def _suggest(self) -> None:
        self._suggested = ""
        self.run_worker(self._look_for(self._editor.text), group="suggest", exclusive=True, exit_on_error=False)

    async def _look_for(self, text: str) -> None:
        found = await self._suggester.get_suggestion(text)
        if text == self._editor.text and self.is_active:
            self._suggested = found or ""
            self._draw_path()

    def _complete(self) -> None:
        if rest := self._rest:
            self._typed(lambda: self._editor.insert(rest))
        elif not self._suggested and self._choice.is_file:
            self._suggest()

    # Writing

    def carry_out(self) -> None:
        """Write; keys that were typed behind it wait for that, but not for a disk that does not answer."""
        if self._is_busy:
            return
        if self._choice.is_file and not self._editor.text.strip():
            self.refuse("Type the path of a file, or choose the clipboard.")
            return
        self._is_busy, self.is_ready, self._complaint = True, False, ""
        self._show(EXPORT)
        self.set_timer(PATIENCE_SECONDS, self._go_on)
        self._begin(self._scopes[self._scope], self._choice)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written, and let the choice be mended."""
        self._is_busy, self.is_ready, self._complaint = False, True, sentence
        self._show(EXPORT)

    def _go_on(self) -> None:
        """Take keys again: Esc leaves what takes long to itself."""
        if self._is_busy and self.is_active:
            self.is_ready = True
            self.key_queue.call_later(self._beneath.keyboard.go_on)

    # Drawing

    def row_changed(self) -> None:
        """The edge says what keys do."""
        row = self._rows[self._row].id if self._row is not None else ""
        if self._is_busy:
            hint = "writing… · Esc leaves it to itself"
        elif row == EXPORT:
            hint = "Enter exports · ↑ choices · Esc"
        else:
            hint = "← → change · Enter exports · Esc"
        self.set_edge("Export", hint)

    def _show(self, row: str) -> None:
        scope, choice = self._scopes[self._scope], self._choice
        papers = counted(scope.papers, "paper")
        target = choice.target
        self._rows = [
            FieldRow(PAPERS, "Papers", scope.words, papers),
            FieldRow(FORMAT, "Format", choice.row.title),
            FieldRow(TARGET, "To", target),
            FieldRow(EXPORT, "Enter", f"{papers} as {choice.row.title} to {target}"),
            *([FieldRow("", "", self._complaint)] if self._complaint else []),
        ]
        self._row = next(index for index, each in enumerate(self._rows) if each.id == row)
        self._list.set_rows(self._rows, self._row)
        self._draw_path()
        self.row_changed()

    def _draw_path(self) -> None:
        if self._choice.is_file:
            line = TypedLine("", self._editor.text, self._editor.cursor, help="type a path", rest=self._rest)
        else:
            line = TypedLine("", "", 0, help="the clipboard · type a path for a file")
        self._path.set_line(line)
