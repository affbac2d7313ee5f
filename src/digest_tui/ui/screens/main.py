"""The reader's screen: it owns what is shown and takes in what happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Size

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.library import Library
from digest_tui.session import wording
from digest_tui.session.opening import Opening, ReaderOptions
from digest_tui.session.rows import selection_words
from digest_tui.session.saved_place import SavedPlace
from digest_tui.text import one_line
from digest_tui.ui.jobs.place_keeper import PlaceKeeper
from digest_tui.ui.jobs.prefetcher import Prefetcher
from digest_tui.ui.jobs.scan_controller import ScanController
from digest_tui.ui.jobs.scanner import Scanner
from digest_tui.ui.keys.commands import COMMANDS, Command, Kind, Pane
from digest_tui.ui.keys.keyboard import HintClicked, Keyboard
from digest_tui.ui.reader.pane import Reader
from digest_tui.ui.screens.inbox import InboxScreen
from digest_tui.ui.screens.services import Services
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from digest_tui.sources.origin import Fetching
    from digest_tui.ui.desktop.opener import Opener
    from digest_tui.ui.widgets.prompt import Prompt

POLL_SECONDS = 1.0
PATIENCE_SECONDS = 0.25
"""Then it is said that digests are being read."""
_WIDTHS = tuple(map(str, range(MIN_READER_WIDTH, MAX_READER_WIDTH + 1)))
BY_ID = {command.id: command for command in COMMANDS}


class MainScreen(InboxScreen):
    """Begins and ends a reader, and gives keys and clicks to who acts on them."""

    def __init__(
        self,
        library: Library,
        options: ReaderOptions,
        opener: Opener,
        fetches: Callable[[], Sequence[Fetching]],
        size: Size,
    ) -> None:
        super().__init__(library, size)
        self.options = options
        self.opener = opener
        self.fetches = fetches
        self._last_command = ""
        """The command of the last key; empty for a key that has none."""
        self.services = Services(self)
        self.place_keeper = PlaceKeeper(self.services, library.remembered.values.get("place"), self._saved_place)
        self.scanner = Scanner(library, self)
        self.keyboard = Keyboard(self, self._run)
        self.scan_controller = ScanController(self)
        self.prefetcher = Prefetcher(self, self.services.loads())

    def on_mount(self) -> None:
        """Read the digests, and keep an eye on them and on other windows."""
        remembered = self.library.recall("reader_width") or ""
        self.reader.text_width = int(remembered) if remembered in _WIDTHS else self.options.reader_width
        self.status.set_trouble("" if self.options.saves else wording.UNSAVED)
        self.dates.set_heading("Dates")
        self.papers.set_heading("Papers")
        self.focus_pane(Pane.PAPERS)
        for notice in self.options.notices:
            self.notify(one_line(notice), severity="warning", timeout=8, markup=False)
        self.scan_controller.open_known()
        # What was there the last time is laid out first; then it is looked whether it is still so.
        self.call_after_refresh(self._begin_to_read)
        if self.options.pictures or self.library.remembered.values.get("pictures"):
            self.call_after_refresh(self._begin_pictures)
        self.set_interval(POLL_SECONDS, self._poll)

    def _begin_to_read(self) -> None:
        self.scanner.watch()
        self.set_timer(PATIENCE_SECONDS, self._say_reading)

    def _say_reading(self) -> None:
        """Say that nothing is there yet, where that takes long enough to be seen."""
        if not self.scan_controller.is_open:
            self.show_empty()

    def _begin_pictures(self) -> None:
        self.services.pictures.plan()

    def begin_again(self) -> Opening | None:
        """Stand where the next start would, without messages and marks; None where that is not at hand."""
        self._finish_opening()
        if self.services.has_used("pictures"):
            self.services.pictures.leave()
        if self.app.screen is not self or self.open_prompt or not self.place_keeper.leave():
            return None
        if self.session.pending:
            self.library.decisions.replace(self.services.store.states())
        self.session.reset()
        self.session.refresh()
        start = Opening(self.session, self.options, self.place_keeper.left)
        sentence = start.attempt(complete=True)
        if self.services.has_used(Kind.FINDING):
            self.services.finding.hide()
        self.preface_shown, self._shown = False, ""
        self.scan_controller.first_offer.reserve(is_known=True)
        self.remove_class("-zoomed")
        self.focus_pane(Pane.PAPERS)
        self.status.set_work("")
        self.say(sentence or "")
        self.footer.set_pane(Pane.PAPERS)
        return start

    def _saved_place(self) -> SavedPlace | None:
        session = self.session
        if not self.scan_controller.is_open or not (session.days or session.cursor_rows):
            return None
        item = session.other_row or session.listed.item
        is_shown = item is not None and item.id == self._shown and not self.preface_shown
        return SavedPlace.of(session, *(self.reader.place if is_shown else (0, 0)))

    def on_unmount(self) -> None:
        """Keep the place and what is being typed; everything asked for is committed before the process ends."""
        self._finish_opening()
        if self.services.has_used("pictures"):
            self.services.pictures.leave()
        self.library.stop()
        if self.services.has_used(Kind.CHOOSING):
            self.services.choosing.finish()
        if self.place_keeper.left is None:
            self.place_keeper.leave()
        if self.services.has_used("keeper"):
            self.services.keeper.finish()
        if self.services.has_used("syncing"):
            self.services.syncing.stop()
        if self.services.has_used(Kind.SEARCHING):
            self.services.searching.thread.close()
        if self.services.has_used("store"):
            self.services.store.close()

    def _finish_opening(self) -> None:
        if self.services.has_used("desktop"):
            self.services.linking.finish()

    def _poll(self) -> None:
        self.services.store.poll()
        self.scan_controller.turn()

    def on_app_focus(self) -> None:
        """Digests may have changed while the terminal was in the background."""
        self.scanner.scan()

    # What the person does

    async def on_key(self, event: events.Key) -> None:
        """Every key goes to the keyboard; ctrl+c copies what the mouse has selected, Esc lets it go."""
        self.place_keeper.moves()
        is_free = self.is_active and self.open_prompt is None
        if event.key == "ctrl+c" and is_free:
            self.services.linking.copy_selected(self.get_selected_text() or "")
        elif event.key == "escape" and is_free and self.selections:
            self.clear_selection()
        else:
            self.keyboard.take(event)
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is for the line at the foot, or for a dialog."""
        event.stop()
        self.keyboard.take(event)

    def takes_mouse(self, event: events.MouseDown | events.MouseUp | events.Click) -> bool:
        """A click on a hint of the footer is its key; the second of two is none: a verb would undo itself."""
        # From now on the cursor does not move by itself.
        self.keyboard.touched = True
        if not self.footer.region.contains_point(event.screen_offset):
            return super().takes_mouse(event)
        if (keys := self.footer.keys_clicked(event)) and not self.is_second_click:
            self.call_later(self.keyboard.take, HintClicked(keys))
        return isinstance(event, events.Click)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it makes sense now."""
        self._run(BY_ID[command_id])

    def _run(self, command: Command) -> None:
        self.place_keeper.moves()
        if command.id not in {"down", "up"}:
            # It may ask how far the paper was read.
            self.show_due_row()
        is_undone = command.id == "undo" and self.services.has_used(Kind.ANNOTATING)
        if is_undone and self.services.annotating.bring_back():
            return
        self.another_key(command.id)
        is_for_selection = command.takes_selection and self.session.selection
        if command.needs_paper and not is_for_selection and (reason := self.why_no_paper()):
            self.say(reason)
        else:
            self.services.actions[command.id]()

    def why_no_paper(self) -> str:
        """Return why there is no paper to act on, and the way to one; empty where there is."""
        if self.preface_shown:
            return "The preface is shown, not a paper: i goes back to it"
        if self.session.entry is None:
            way = "g u lists the new papers" if self.session.lists_all_dates else "n goes to the next one"
            return f"No paper is shown: {way}"
        return ""

    def another_key(self, command_id: str = "") -> None:
        """Take note of a key: what the one before announced, or would take back, holds only for the same command."""
        if command_id not in {"next", "previous"}:
            self.services.navigator.forget()
        if self.services.has_used(Kind.ANNOTATING):
            self.services.annotating.another_key()
        if command_id != self._last_command and self.services.has_used(Kind.DECIDING):
            self.services.deciding.another_key()
        self._last_command = command_id

    def key_pressed(self) -> None:
        """What was said about the key before was read."""
        self.say("")
        self.status.key_pressed()
        self.session.selection.key_pressed()
        self.status.set_selection(*selection_words(self.session))

    @property
    def open_prompt(self) -> Prompt | None:
        """The line at the foot, while it asks for something."""
        prompt = self.services.prompt if self.services.has_used("prompt") else None
        return prompt if prompt is not None and prompt.is_open else None

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        is_date = event.list is self.dates
        row = self._date_row_of(event) if is_date else self.session.listed.row_of((str(event.id),), event.row)
        if row is None:
            # It went away meanwhile.
            return
        if self.open_prompt is None:
            # As after a key: what was said is about another paper.
            self.key_pressed()
            self.another_key()
        self.place_keeper.moves()
        if is_date:
            self.session.open_date_row(row)
            self.show_day()
        else:
            self.session.pick(row)
            self.show_row()
        if event.entered:
            self.focus_pane(Pane.DATES if is_date else Pane.PAPERS)
            self.run_command("enter")

    def _date_row_of(self, event: RowList.Picked) -> int | None:
        rows = self.session.cursor_rows
        near = self._date_rows.cursor_row_at(event.row)
        if near < len(rows) and rows[near].id == event.id:
            return near
        return next((row for row, cursor_row in enumerate(rows) if cursor_row.id == event.id), None)

    @on(DateList.MonthClicked)
    def _month_clicked(self, event: DateList.MonthClicked) -> None:
        event.stop()
        if self.open_prompt is None:
            self.key_pressed()
            self.another_key()
            self.services.viewing.open_calendar(self._date_rows.day_below(event.row))

    @on(Reader.LinkClicked)
    def _link_clicked(self, event: Reader.LinkClicked) -> None:
        event.stop()
        self.services.linking.open(event.url)
