"""The reader's screen: it owns what is shown and tells the widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.library import Library
from digest_tui.text import one_line
from digest_tui.ui import wording
from digest_tui.ui.ahead import Ahead
from digest_tui.ui.commands import COMMANDS, Command, Pane, hints
from digest_tui.ui.intake import Intake
from digest_tui.ui.keyboard import Keyboard
from digest_tui.ui.listing import TextEntry
from digest_tui.ui.page import Page, paper_page, text_page
from digest_tui.ui.parts import Parts
from digest_tui.ui.rows import DateRows, paper_rows, status
from digest_tui.ui.scanner import ScanFailed, Scanned, Scanner
from digest_tui.ui.session import Session
from digest_tui.ui.start import ReaderOptions, Spot, Start
from digest_tui.ui.views import View
from digest_tui.ui.widgets.bars import Notice, StatusLine
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.footer import Footer
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.papers import PaperList
from digest_tui.ui.widgets.reader import KeptSheets, Reader
from digest_tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds
    from digest_tui.ui.opener import Opener
    from digest_tui.ui.outside import Opened
    from digest_tui.ui.search_thread import Found, NotFound, SearchFailed
    from digest_tui.ui.store_thread import ChangedElsewhere, Committed, NotCommitted, StateTrouble
    from digest_tui.ui.syncing import Fetching, SyncFailed, SyncStep

POLL_SECONDS = 1.0
_WIDTHS = tuple(map(str, range(MIN_READER_WIDTH, MAX_READER_WIDTH + 1)))
BY_ID = {command.id: command for command in COMMANDS}


class MainScreen(Parts, Screen[None]):
    """Dates, papers and the reader.

    Messages of parts that are loaded later reach it by the names of its methods.
    """

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-alone"), (56, "-narrow"), (100, "-medium"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]

    def __init__(
        self,
        library: Library,
        options: ReaderOptions,
        opener: Opener,
        fetches: Callable[[], Sequence[Fetching]],
        size: Size,
    ) -> None:
        # With what it will have: a class that comes later means that everything is styled once more.
        classes = (
            _breakpoint(self.HORIZONTAL_BREAKPOINTS, size.width),
            _breakpoint(self.VERTICAL_BREAKPOINTS, size.height),
        )
        super().__init__(classes=f"{' '.join(classes)} -at-{Pane.PAPERS}")
        self.library = library
        self.options = options
        self.opener = opener
        self.fetches = fetches
        self.session = Session(library)
        self.dates = DateList(id=Pane.DATES)
        self.papers = PaperList(id=Pane.PAPERS)
        self.reader = Reader(id=Pane.READER, kept_sheets=_kept_sheets(library))
        self.notice = Notice(id="notice")
        self.status = StatusLine(id="status")
        self.footer = Footer(id="footer")
        self.preface_shown = False
        """Whether the reader shows the digest's preface instead of the paper."""
        self._shown = ""
        """What the reader shows: its scroll position stays while it stays."""
        self._left_at: Spot | None = None
        """Where the person was when the screen of the next start was drawn."""
        self._date_rows = DateRows()
        self._row_is_due = False
        """Whether the cursor is shown where it was, because more keys may wait."""

        self.scanner = Scanner(library, self)
        self.keyboard = Keyboard(self, self._run)
        self.intake = Intake(self)
        self.ahead = Ahead(self)

    def compose(self) -> ComposeResult:
        """Three panes and two lines."""
        yield self.notice
        with Container(id="panes"):
            with Container(id="lists"):
                yield self.dates
                yield self.papers
            yield self.reader
        yield self.status
        yield self.footer

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
        if not self.intake.is_open or not self.session.days or self.app.screen is not self or self.prompt.is_open:
            return None
        spot = self._left_at = self._spot()
        if self.session.is_committing:
            self.store.flush()
            self.library.take_states(self.library.store.states())
        self.session = Session(self.library)
        self.session.refresh()
        start = Start(self.session, self.options, spot)
        sentence = start.attempt(complete=True)
        if self.has_used("finding"):
            self.finding.hide()
        self.preface_shown, self._shown = False, ""
        self.notice.hide()
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
        if self.intake.is_open and self.session.days:
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

    # Showing

    def show_all(self) -> None:
        """Everything anew; what is as it was costs nothing."""
        self.show_state()
        self.show_paper()

    def show_day(self) -> None:
        """Another day may be highlighted."""
        self.preface_shown = False
        self.show_all()

    def show_row(self) -> None:
        """Another row is highlighted."""
        self.preface_shown = False
        if not self.message_queue_size:
            self._show_row()
        elif not self._row_is_due:
            # Of a burst of keys only the last row is drawn, and its paper.
            self._row_is_due = True
            self.call_later(self._show_due_row)

    def _show_row(self) -> None:
        self._row_is_due = False
        session = self.session
        if session.selection.extends:
            self.papers.set_rows(paper_rows(session, self._searched), session.row)
        self.papers.set_cursor(session.row)
        # In a list of all dates the date list follows the paper.
        self.dates.set_cursor(self._date_rows.row_of_day[session.day_index] if session.days else None)
        self.show_paper()

    def _show_due_row(self) -> None:
        if self._row_is_due:
            self._show_row()

    def show_state(self) -> None:
        """The lists and the counts; the reader stays as it is."""
        session = self.session
        if self._date_rows.days is not session.days:
            self._date_rows = DateRows(session.days)
        day_row = self._date_rows.row_of_day[session.day_index] if session.days else None
        self.dates.set_rows(self._date_rows.rows(session), day_row)
        self.papers.set_rows(paper_rows(session, self._searched), session.row)
        self.papers.set_empty(self._why_empty())
        self.papers.set_heading(*self._heading())
        self.show_status()

    @property
    def _searched(self) -> Finds | None:
        """What marks the finds in the listed papers."""
        return self.searching.finds if self.session.view is View.SEARCH else None

    def search_again(self) -> None:
        """Ask what is listed anew: digests, tags or notes changed."""
        if self.session.view is View.SEARCH:
            self.searching.again()

    def _heading(self) -> tuple[str, str]:
        session = self.session
        if session.view is View.SEARCH and (question := self.searching.listed) is not None:
            return f"/{question.text}", wording.papers(session.paper_count())
        if session.lists_all_dates:
            return session.view.value.capitalize(), wording.papers(session.paper_count())
        if session.day is None:
            return "Papers", ""
        return wording.day_title(session.day), wording.day_count(session.day, self.library)

    def _why_empty(self) -> str:
        day = self.session.day
        match self.session.view:
            case _ if day is None:
                return wording.nothing_here(complete=self.intake.is_open)
            case View.STARRED:
                return wording.NOTHING_STARRED
            case View.LATER:
                return wording.NOTHING_LATER
            case View.SEARCH:
                return wording.NOTHING_FOUND
            case _:
                return wording.day_decided(day, self.library)

    def show_paper(self) -> None:
        """What the cursor stands on."""
        if self.preface_shown:
            return
        entry = self.session.entry
        shown = entry.id if entry else ""
        is_new = shown != self._shown
        self._shown = shown
        self.ahead.plan()
        self.reader.set_finds(self.finding.finds if self.has_used("finding") else self._searched)
        self.reader.show(self._page(), 0 if is_new else self.reader.top)
        if is_new:
            self.reader.bring_find()
        self.show_status()

    def show_hits(self, *, is_new: bool) -> None:
        """Other hits are listed; one that was asked for by the person is shown from its finds."""
        self.preface_shown = False
        if is_new:
            self._shown = ""
        self.show_all()

    def _page(self) -> Page | None:
        if self.session.place is not None:
            return paper_page(self.session.place, self.library)
        entry = self.session.entry
        return text_page(entry.digest, self.library) if isinstance(entry, TextEntry) else None

    def show_status(self, work: str | None = None) -> None:
        """Where the person is, and the running work if that is given or was."""
        self.status.set_place(status(self.session))
        if work is not None:
            self.status.set_work(work)
        digest = self.session.digest
        title = digest.title if digest else "Reader"
        suffix = " · preface and afterword" if self.preface_shown else ""
        self.reader.set_heading(f"{title}{suffix}")

    def say(self, message: str) -> None:
        """Say what happened, until the next key."""
        self.status.set_message(message)

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

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane with the focus."""
        focused = self.focused
        return Pane(focused.id) if focused is not None and focused.id in set(Pane) else Pane.PAPERS

    def focus_pane(self, pane: Pane) -> None:
        """Move the focus."""
        # First the class: in a narrow terminal a pane may be hidden until it is the focused one.
        self._mark_pane(pane)
        # At once: the next key is meant for this pane.
        self.set_focus(self.query_one(f"#{pane}"))

    def on_descendant_focus(self) -> None:
        """The footer shows what helps in the focused pane."""
        self._mark_pane(self.pane)
        self.footer.set_commands(hints(self.pane))

    def _mark_pane(self, pane: Pane) -> None:
        for other in Pane:
            self.set_class(other is pane, f"-at-{other}")

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
        if self.prompt.is_open:
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
            self._show_due_row()
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
            self.session.open_day(self._date_rows.day_at(event.row))
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


def _kept_sheets(library: Library) -> KeptSheets:
    return KeptSheets(partial(library.index.made, "sheet"), partial(library.index.keep_made, "sheet"))


def _breakpoint(breakpoints: list[tuple[int, str]], cells: int) -> str:
    return max((limit, name) for limit, name in breakpoints if cells >= limit)[1]
