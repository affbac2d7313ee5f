"""The reader's screen: it owns what is shown and takes in what happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Size

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.library import Library
from digest_tui.text import one_line
from digest_tui.ui import wording
from digest_tui.ui.ahead import Ahead
from digest_tui.ui.commands import COMMANDS, Command, Pane, hints
from digest_tui.ui.intake import Intake
from digest_tui.ui.keyboard import Keyboard, hand_over
from digest_tui.ui.scanner import ScanFailed, Scanned, Scanner
from digest_tui.ui.screens.panes import PanesScreen
from digest_tui.ui.session import Session
from digest_tui.ui.start import ReaderOptions, Spot, Start
from digest_tui.ui.views import View
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.reader import Reader
from digest_tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from digest_tui.ui.opener import Opener
    from digest_tui.ui.outside import Opened
    from digest_tui.ui.search_thread import Found, NotFound, SearchFailed
    from digest_tui.ui.store_thread import ChangedElsewhere, Committed, NotCommitted, StateTrouble
    from digest_tui.ui.syncing import Fetching, SyncFailed, SyncStep

POLL_SECONDS = 1.0
_WIDTHS = tuple(map(str, range(MIN_READER_WIDTH, MAX_READER_WIDTH + 1)))
BY_ID = {command.id: command for command in COMMANDS}


class MainScreen(PanesScreen):
    """Takes in what happens: keys, what threads found, and what was decided here and elsewhere.

    Messages of parts that are loaded later reach it by the names of its methods.
    """

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
        self._left_at: Spot | None = None
        """Where the person was when the screen of the next start was drawn."""

        self.scanner = Scanner(library, self)
        self.keyboard = Keyboard(self, self._run)
        self.intake = Intake(self)
        self.ahead = Ahead(self)

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
        self.app.theme_changed_signal.subscribe(self, lambda theme: self.store.remember("theme", theme.name))
        self.intake.open_known()
        # What was there the last time is laid out first; then it is looked whether it is still so.
        self.call_after_refresh(self.scanner.watch)
        self.set_interval(POLL_SECONDS, self._poll)

    def begin_again(self) -> Start | None:
        """Stand where the next start would, without messages and marks; None where that is not at hand."""
        if not self.intake.is_open or not self.session.stops or self.app.screen is not self or self.prompt.is_open:
            return None
        spot = self._left_at = self._spot()
        if self.session.is_committing:
            self.library.take_states(self.store.states())
        self.session = Session(self.library)
        self.session.refresh()
        start = Start(self.session, self.options, spot)
        sentence = start.attempt(complete=True)
        if self.has_used("finding"):
            self.finding.hide()
        self.preface_shown, self._shown = False, ""
        self.notice.reserve(self.intake.may_offer(is_known=True))
        self.remove_class("-zoomed")
        self.focus_pane(Pane.PAPERS)
        self.status.set_work("")
        self.say(sentence or "")
        self.footer.set_commands(hints(Pane.PAPERS))
        return start

    def _spot(self) -> Spot:
        is_paper = not self.preface_shown and self.session.view is not View.SEARCH
        return Spot(*self.session.resting_place(), self.reader.top if is_paper else 0)

    def on_unmount(self) -> None:
        """Keep the place; everything asked for is committed before the process ends."""
        self.library.stop()
        if self.intake.is_open and self.session.stops:
            self.store.remember("place", (self._left_at or self._spot()).dumps())
        if self.has_used("syncing"):
            self.syncing.stop()
        if self.has_used("searching"):
            self.searching.thread.close()
        if self.has_used("store"):
            self.store.close()

    def _compositor_refresh(self) -> None:
        # Textual 8.2.8 draws everything also while updates are held back, and then throws it away.
        if not self.app._batch_count:
            super()._compositor_refresh()

    # Digests and state change

    def _poll(self) -> None:
        self.store.poll()
        self.intake.turn()

    def on_app_focus(self) -> None:
        """Digests may have changed while the terminal was in the background."""
        self.scanner.scan()

    @on(Scanned)
    def _scanned(self, event: Scanned) -> None:
        event.stop()
        self.intake.take(event)

    @on(ScanFailed)
    def _scan_failed(self, event: ScanFailed) -> None:
        event.stop()
        self.intake.fail(event)

    def on_sync_step(self, event: SyncStep) -> None:
        event.stop()
        self.show_status(event.words)
        if not event.words:
            self.scanner.scan(asked=True)

    def on_sync_failed(self, event: SyncFailed) -> None:
        event.stop()
        self.notify(one_line(event.reason), severity="error", timeout=10, markup=False)

    def on_committed(self, event: Committed) -> None:
        event.stop()
        self.status.set_trouble("" if self.options.saves else wording.UNSAVED)
        self.session.committed(event.changes, event.written)
        self.show_state()
        if (
            any(change.field not in ("status", "star") for change in event.written.batch.changes)
            if event.written
            else False
        ):
            self.search_again()
        self.say(self.deciding.words(event))
        self._release_keys(event)

    def on_not_committed(self, event: NotCommitted) -> None:
        event.stop()
        self.session.committed(event.changes, None)
        self.show_state()
        self._say_trouble(f"Not saved: {event.reason}")
        self._release_keys(event)

    def on_state_trouble(self, event: StateTrouble) -> None:
        event.stop()
        self._say_trouble(event.reason)

    def _say_trouble(self, sentence: str) -> None:
        self.status.set_trouble(wording.UNSAVED)
        # Whoever decides on and on is told once as long as it can be read: each more would cover more of the paper.
        shown = {notification.message for notification in self.app._notifications if not notification.has_expired}
        if (line := one_line(sentence)) not in shown:
            self.notify(line, severity="error", timeout=10, markup=False)

    def _release_keys(self, event: Committed | NotCommitted) -> None:
        # Only an undo or a redo held them; a write that was asked for before it may be through earlier.
        if event.action != "write":
            self.keyboard.release()

    def on_changed_elsewhere(self, event: ChangedElsewhere) -> None:
        event.stop()
        self.library.take_states(event.states)
        self.session.relist()
        self.search_again()
        self.show_state()

    def on_found(self, event: Found) -> None:
        event.stop()
        self.searching.found(event)

    def on_search_failed(self, event: SearchFailed) -> None:
        event.stop()
        self.prompt.draw()
        self.say(one_line(event.sentence))

    def on_not_found(self, event: NotFound) -> None:
        event.stop()
        self.searching.not_found(event)

    @on(LineView.Scrolled)
    def _scrolled(self, event: LineView.Scrolled) -> None:
        event.stop()
        self.show_status()

    # What the person does

    def _forward_event(self, event: events.Event) -> None:
        # A key that came behind `/` or Enter would reach the pane that had the focus before: keys come here, in order.
        if isinstance(event, events.Key) and not event.is_forwarded:
            event._set_forwarded()
            self.post_message(event)
        else:
            super()._forward_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Every key goes to the line at the foot, or to the keyboard; selected text is copied by Textual's ctrl+c."""
        if not self.is_active:
            hand_over(self.app, event.key, event.character)
        elif self.prompt.is_open:
            self.prompt.type(event)
        elif event.key == "ctrl+c":
            if not self.selections:
                self.say("Nothing is selected to copy · q quits")
            return
        else:
            self.keyboard.type(self.keyboard.name(event))
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is for the line at the foot."""
        if self.prompt.is_open:
            event.stop()
            self.prompt.insert(event.text)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it makes sense now."""
        self._run(BY_ID[command_id])

    def _run(self, command: Command) -> None:
        if command.id not in {"down", "up"}:
            # It may ask how far the paper was read.
            self.show_due_row()
        if command.id not in {"next", "previous", "page-on"}:
            self.walker.forget()
        if command.needs_paper and self.preface_shown:
            self.say("The preface is shown, no paper: i goes back to it")
        elif command.needs_paper and self.session.place is None:
            way = "g u lists what is unread" if self.session.lists_all_dates else "n goes to the next one"
            self.say(f"No paper is shown: {way}")
        else:
            self.actions[command.id]()

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        event.stop()
        if event.list is self.dates:
            self.session.open_stop(self._date_rows.stop_at(event.row))
            self.show_day()
        else:
            self.session.pick(event.row)
            self.show_row()
        if event.entered:
            self.run_command("enter")

    @on(Reader.LinkClicked)
    def _link_clicked(self, event: Reader.LinkClicked) -> None:
        event.stop()
        self.linking.open(event.url)

    def on_opened(self, event: Opened) -> None:
        event.stop()
        self.outside.opened(event)
