"""The reader's screen: it owns what is shown, tells the widgets, and turns keys into commands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from digest_tui.errors import DigestTuiError
from digest_tui.library import Library, Scan
from digest_tui.text import one_line
from digest_tui.ui import wording
from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.deciding import Deciding
from digest_tui.ui.actions.linking import Linking
from digest_tui.ui.actions.moving import Moving
from digest_tui.ui.actions.reading import Reading
from digest_tui.ui.clipboard import copy_natively
from digest_tui.ui.commands import COMMANDS, Command, Pane, hints, key_label
from digest_tui.ui.keymap import Keymap, Pending, Unknown
from digest_tui.ui.listing import TextEntry
from digest_tui.ui.opener import Opener
from digest_tui.ui.page import paper_page, text_page
from digest_tui.ui.screens.help import HelpScreen
from digest_tui.ui.session import Session
from digest_tui.ui.start import ReaderOptions, Spot, Start
from digest_tui.ui.store_thread import ChangedElsewhere, Committed, NotCommitted, StoreThread
from digest_tui.ui.widgets.bars import Footer, StatusLine
from digest_tui.ui.widgets.dates import DateList
from digest_tui.ui.widgets.line_view import LineView
from digest_tui.ui.widgets.papers import PaperList
from digest_tui.ui.widgets.reader import Reader
from digest_tui.ui.widgets.row_list import RowList

WATCH_SECONDS = 2.0
POLL_SECONDS = 1.0
FOLLOW_SECONDS = 0.4
"""After this long a pending key shows what can follow."""
BY_ID = {command.id: command for command in COMMANDS}


class MainScreen(Screen[None]):
    """Dates, papers and the reader."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-alone"), (56, "-narrow"), (100, "-medium"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]

    @dataclass
    class Scanned(Message):
        """A part of a scan, or the failure of one."""

        scan: Scan | None
        asked: bool
        """Whether the person asked for it: then the end of it is announced."""
        failure: str = ""

    @dataclass
    class Opened(Message):
        """A browser took a link, or none did."""

        link: str
        by_browser: bool

    def __init__(self, library: Library, options: ReaderOptions, opener: Opener) -> None:
        super().__init__()
        self.library = library
        self.options = options
        self.session = Session(library)
        self.store = StoreThread(library, self.post_message)
        self.preface_shown = False
        """Whether the reader shows the digest's preface instead of the paper."""
        self.dates = DateList(id=Pane.DATES)
        self.papers = PaperList(id=Pane.PAPERS)
        self.reader = Reader(id=Pane.READER)
        self._status = StatusLine(id="status")
        self._footer = Footer(id="footer")
        self._opener = opener
        self._start = Start(self.session, options, Spot.loads(library.store.recall("place")))
        self._keymap = Keymap(COMMANDS)
        self._early_keys: list[str] = []
        """Keys pressed before the first paper is on screen: they wait for it."""
        self._scanning = False
        self._found = 0
        self._touched = False
        """Whether a key was pressed: then nothing moves by itself any more."""
        self._date_rows = self.session.date_rows()
        self._shown = ""
        """What the reader shows: scrolling stays while it stays."""
        self._work = ""
        self._follow: Timer | None = None
        self.deciding = Deciding(self)
        self.reading = Reading(self)
        self.linking = Linking(self)
        self.moving = Moving(self)
        self._actions: Actions = {
            **self.moving.actions(),
            **self.reading.actions(),
            **self.deciding.actions(),
            **self.linking.actions(),
            "rescan": partial(self._scan, asked=True),
            "theme": self._change_theme,
            "palette": self.app.action_command_palette,
            "help": self._help,
            "quit": self.app.exit,
        }

    # Widgets

    def compose(self) -> ComposeResult:
        """Three panes and two lines."""
        with Container(id="panes"):
            with Container(id="lists"):
                yield self.dates
                yield self.papers
            yield self.reader
        yield self._status
        yield self._footer

    @property
    def pane(self) -> Pane:
        """The pane with the focus."""
        focused = self.focused
        return Pane(focused.id) if focused is not None and focused.id in set(Pane) else Pane.PAPERS

    # Life

    def on_mount(self) -> None:
        """Read the digests, and keep an eye on them and on other windows."""
        self.reader.text_width = self._remembered_width()
        self.dates.set_heading("Dates")
        self.papers.set_heading("Papers")
        self.focus_pane(Pane.PAPERS)
        for notice in self.options.notices:
            self.notify(one_line(notice), severity="warning", timeout=8, markup=False)
        self.app.theme_changed_signal.subscribe(self, lambda theme: self.store.remember("theme", theme.name))
        self._scan(asked=False)
        self.set_interval(WATCH_SECONDS, partial(self._scan, asked=False))
        self.set_interval(POLL_SECONDS, self.store.poll)

    def on_unmount(self) -> None:
        """Keep the place; everything asked for is committed before the process ends."""
        if self._start.done:
            self.store.remember("place", self._spot().dumps())
        self.store.close()

    def _spot(self) -> Spot:
        session = self.session
        day = session.day.id if session.day else ""
        return Spot(session.view, day, session.around(), 0 if self.preface_shown else self.reader.top)

    def on_app_focus(self) -> None:
        """Digests may have changed while the terminal was in the background."""
        self._scan(asked=False)

    def _remembered_width(self) -> int:
        remembered = self.library.store.recall("reader_width")
        return int(remembered) if remembered and remembered.isdigit() else self.options.reader_width

    # Digests

    def _scan(self, *, asked: bool) -> None:
        if self._scanning:
            return
        self._scanning = True
        self._found = 0
        self.run_worker(partial(self._scan_in_thread, asked), thread=True, group="scan", exit_on_error=False)

    def _scan_in_thread(self, asked: bool) -> None:
        worker = get_current_worker()
        try:
            for scan in self.library.scan():
                if worker.is_cancelled:
                    return
                self.post_message(self.Scanned(scan, asked))
        except (DigestTuiError, OSError) as error:
            self.post_message(self.Scanned(None, asked, str(error)))

    @on(Scanned)
    def _take_scan(self, event: Scanned) -> None:
        event.stop()
        scan = event.scan
        complete = scan is None or scan.done == scan.total
        self._scanning = not complete
        if scan is None:
            self.notify(one_line(event.failure), severity="error", markup=False)
        elif self.library.take(scan):
            self._found += len(scan.added) + len(scan.removed)
            self.session.refresh()
            if self._start.done:
                self.show_all()
        if not self._start.done or (complete and self._start.may_move and not self._touched):
            self._attempt_start(complete=complete)
        if scan is not None and not complete:
            self._show_status(f"reading digests {scan.done}/{scan.total}")
        else:
            self._show_status()
        if complete and event.asked:
            self.say(f"rescanned: {self._found} changed" if self._found else "rescanned: nothing has changed")

    def _attempt_start(self, *, complete: bool) -> None:
        sentence = self._start.attempt(complete=complete)
        if sentence is None:
            return
        self.show_all()
        self.reader.scroll_to_line(self._start.scroll)
        if sentence:
            self.say(sentence)
        early, self._early_keys = self._early_keys, []
        for key in early:
            self._press(key)

    # State

    @on(Committed)
    def _committed(self, event: Committed) -> None:
        event.stop()
        self.session.committed(event.changes, event.written)
        self.show_state()
        self.say(self.deciding.words(event))

    @on(NotCommitted)
    def _not_committed(self, event: NotCommitted) -> None:
        event.stop()
        self.session.committed(event.changes, None)
        self.show_state()
        self.notify(one_line(f"Not saved: {event.reason}"), severity="error", timeout=10, markup=False)

    @on(ChangedElsewhere)
    def _changed_elsewhere(self, event: ChangedElsewhere) -> None:
        event.stop()
        self.library.take_states(event.states)
        self.show_state()

    # Showing

    def show_all(self) -> None:
        """Everything anew; what is as it was costs nothing."""
        self.show_state()
        self.show_paper()

    def show_day(self) -> None:
        """Another day is highlighted."""
        self.preface_shown = False
        self.show_all()

    def show_row(self) -> None:
        """Another row is highlighted."""
        self.preface_shown = False
        self.papers.set_cursor(self.session.row)
        self.show_paper()

    def show_state(self) -> None:
        """The lists and the counts; the reader stays as it is."""
        session = self.session
        dates = self._date_rows = session.date_rows()
        self.dates.set_rows(dates.rows, dates.row_of_day[session.day_index] if session.days else None)
        self.papers.set_rows(session.paper_rows(), session.row)
        self.papers.set_empty(wording.no_papers(session.day, self.library, complete=self._start.done))
        self.papers.set_heading(
            wording.day_title(session.day) if session.day else "Papers", wording.day_count(session.day, self.library)
        )
        self._show_status()

    def show_paper(self) -> None:
        """What the cursor stands on."""
        if self.preface_shown:
            return
        session = self.session
        if session.place is not None:
            page = paper_page(session.place, self.library)
        elif isinstance(session.entry, TextEntry):
            page = text_page(session.entry.digest)
        else:
            page = None
        shown = session.entry.id if session.entry else ""
        top = self.reader.top if shown == self._shown else 0
        self._shown = shown
        self.reader.show(page, top)
        self._show_status()

    def say(self, message: str) -> None:
        """Say what happened, until the next key."""
        self._status.set_message(message)

    def _show_status(self, work: str = "") -> None:
        self._work = work
        self._status.set_place("  ".join(part for part in (self.session.status(), work) if part))
        digest = self.session.digest
        title = digest.title if digest else "Reader"
        self.reader.set_heading(
            f"{title} · preface and afterword" if self.preface_shown else title, self.reader.share_read
        )

    @on(LineView.Scrolled)
    def _scrolled(self, event: LineView.Scrolled) -> None:
        event.stop()
        self._show_status(self._work)

    # Looks

    def focus_pane(self, pane: Pane) -> None:
        """Move the focus."""
        # First the class: in a narrow terminal a pane may be hidden until it is the focused one.
        self._mark_pane(pane)
        self.query_one(f"#{pane}").focus()

    def on_descendant_focus(self) -> None:
        """The footer shows what helps in the focused pane."""
        self._mark_pane(self.pane)
        self._footer.set_commands(hints(self.pane))

    def _mark_pane(self, pane: Pane) -> None:
        for other in Pane:
            self.set_class(other is pane, f"-at-{other}")

    def toggle_zoom(self) -> None:
        """The reader alone, or all panes."""
        self.toggle_class("-zoomed")
        self.focus_pane(Pane.READER if self.has_class("-zoomed") else Pane.PAPERS)

    def unzoom(self) -> bool:
        """All panes again, and whether they were not all there."""
        if not self.has_class("-zoomed"):
            return False
        self.toggle_zoom()
        return True

    def set_reader_width(self, width: int) -> None:
        """Change the text's width, and keep it for the next start."""
        self.reader.set_text_width(width)
        self.store.remember("reader_width", str(width))
        self.say(f"text is {width} cells wide")
        self._show_status(self._work)

    def _change_theme(self) -> None:
        self.app.action_change_theme()

    # Links and clipboard

    @on(Reader.LinkClicked)
    def _link_clicked(self, event: Reader.LinkClicked) -> None:
        event.stop()
        self.linking.open(event.url)

    def open_link(self, link: str) -> None:
        """Show a link that passed the rule; the browser is waited for elsewhere."""
        self._in_background(lambda: self.post_message(self.Opened(link, self._opener.open(link))))

    @on(Opened)
    def _opened(self, event: Opened) -> None:
        event.stop()
        if event.by_browser:
            self.say(f"opened {event.link}")
        else:
            self.copy(event.link, "no browser here: copied")

    def copy(self, text: str, words: str = "copied") -> None:
        """Copy one line, and show it: a terminal never says whether it took it."""
        self.app.copy_to_clipboard(text)
        self._in_background(partial(copy_natively, text))
        self.say(f"{words} · {text}")

    @staticmethod
    def _in_background(call: Callable[[], object]) -> None:
        # A daemon: a browser that does not come must not keep the reader from ending.
        threading.Thread(target=call, daemon=True).start()

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """Every key of the panes is resolved here, against the one table."""
        if event.key == "ctrl+c":
            return
        event.stop()
        event.prevent_default()
        key = event.character if event.character and event.is_printable and event.key != "space" else event.key
        if self._start.done:
            self._press(key)
        else:
            self._early_keys.append(key)

    def _press(self, key: str) -> None:
        self._touched = True
        self.say("")
        if self._keymap.pending:
            self._end_follow()
            if key == "escape":
                self._keymap.clear()
                return
        match self._keymap.press(key):
            case Command() as command:
                if command.id not in {"next", "previous", "page-on"}:
                    self.session.forget_announcement()
                self.run_command(command.id)
            case Pending(prefix, follow):
                self._follow = self.set_timer(FOLLOW_SECONDS, partial(self._show_follow, prefix, follow))
            case Unknown(keys):
                self.say(f"{key_label(keys)} does nothing here · ? shows all keys" if keys.isprintable() else "")

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it makes sense now."""
        command = BY_ID[command_id]
        if command.needs_paper and (self.session.place is None or self.preface_shown):
            self.say("No paper is shown: " + ("i goes back to it" if self.preface_shown else "n goes to the next one"))
            return
        self._actions[command_id]()

    def _show_follow(self, prefix: str, follow: tuple[tuple[str, Command], ...]) -> None:
        self._footer.set_hints([(f"{prefix} {key}", command.title) for key, command in follow])

    def _end_follow(self) -> None:
        if self._follow is not None:
            self._follow.stop()
        self._footer.set_commands(hints(self.pane))

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

    def _help(self) -> None:
        self.app.push_screen(HelpScreen(), self._helped)

    def _helped(self, command_id: str | None) -> None:
        if command_id is not None:
            self.run_command(command_id)
