"""Takes in what scans find: opens the reader when there is enough, says what arrived, greets once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.model import Day, DigestSummary
from digest_tui.session import wording
from digest_tui.session.opening import NewerDays, Opening
from digest_tui.session.progress import Progress
from digest_tui.session.saved_place import SavedPlace
from digest_tui.session.source_news import SourceNews
from digest_tui.text import one_line
from digest_tui.ui.jobs.first_offer import FirstOffer
from digest_tui.ui.jobs.scanner import ScanFailed, Scanned

if TYPE_CHECKING:
    from typing import Protocol

    from textual.notifications import SeverityLevel

    from digest_tui.library import Library
    from digest_tui.session.opening import ReaderOptions
    from digest_tui.session.session import Session
    from digest_tui.ui.jobs.first_offer import Offers
    from digest_tui.ui.jobs.store_thread import StoreThread
    from digest_tui.ui.keys.keyboard import Keyboard
    from digest_tui.ui.reader.pane import Reader
    from digest_tui.ui.widgets.bars import Notice, StatusLine
    from digest_tui.ui.widgets.dates import DateList

    class Searches(Protocol):
        """Searches over all dates."""

        then: Callable[[], object] | None
        keys_wait: bool

        def search(self, text: str, words: str = "") -> bool: ...
        def make_texts(self, summaries: Sequence[DigestSummary]) -> None: ...

    class Cards(Protocol):
        """Papers as cards."""

        def begin_at_start(self, words: str) -> str | None: ...

    class ScanServices(Protocol):
        """The services that the end of a scan needs."""

        # fmt: off
        @property
        def store(self) -> StoreThread: ...
        @property
        def choosing(self) -> Offers: ...
        @property
        def searching(self) -> Searches: ...
        @property
        def cards(self) -> Cards: ...
        # fmt: on

    class ScannedWindow(Protocol):
        """The window that shows what scans find."""

        # fmt: off
        @property
        def library(self) -> Library: ...
        @property
        def session(self) -> Session: ...
        @property
        def options(self) -> ReaderOptions: ...
        @property
        def services(self) -> ScanServices: ...
        @property
        def keyboard(self) -> Keyboard: ...
        @property
        def dates(self) -> DateList: ...
        @property
        def reader(self) -> Reader: ...
        @property
        def notice(self) -> Notice: ...
        @property
        def status(self) -> StatusLine: ...
        # fmt: on

        def say(self, message: str) -> None: ...
        def show_all(self) -> None: ...
        def show_status(self, work: str | None = None) -> None: ...
        def search_again(self) -> None: ...
        def notify(
            self, message: str, *, severity: SeverityLevel = "information", timeout: float | None = None, markup: bool
        ) -> None: ...


class ScanController:
    """Between the scanner's thread and the session; the cursor never moves because of what it takes in."""

    def __init__(self, window: ScannedWindow) -> None:
        self._window = window
        self._library = window.library
        recall = window.library.recall
        self._opening = Opening(window.session, window.options, SavedPlace.loads(recall("place")))
        self.first_offer = FirstOffer(window, is_wanted=not self._opening.is_list)
        self._all_read_once = False
        self._newer_days = NewerDays(window.session)
        self._today = window.library.today()
        self._arrived: list[DigestSummary] = []
        """New digests of the running scan."""
        self._arrived_days: list[Day] = []
        """Days that files which were known have now."""
        self._news = SourceNews(recall("left-out") or "")
        self._changed: list[DigestSummary] = []
        """Digests that the running scan read."""
        self._found = 0
        """Digests that the running scan found to be different."""
        self.progress: Progress | None = Progress()
        """The files that the running scan read; None once everything that can be read was."""

    @property
    def is_open(self) -> bool:
        """True once the reader stands where it was asked to open."""
        return self._opening.done

    def open_known(self) -> None:
        """Open with what was there the last time, before any file is looked at."""
        self._window.session.refresh()
        is_known = bool(self._window.session.cursor_rows)
        self.first_offer.reserve(is_known=is_known)
        self._window.dates.set_growing(not is_known)
        if is_known:
            self._open(complete=True)

    def receive(self, event: Scanned) -> None:
        """Take in a part of a scan."""
        scan, session = event.scan, self._window.session
        self.progress = None if event.complete else Progress(scan.done, scan.total)
        if self._all_read_once and scan.is_empty and not event.asked:
            if event.complete:
                self._window.show_status("")
                self._say_problems()
            return
        known = {day.id for day in session.days}
        is_news = self._all_read_once and not event.asked
        catalog = self._library.catalog
        arrived = [summary for summary in scan.added if summary.digest_id not in catalog] if is_news else []
        if self._library.apply(scan):
            # A page of a blog's own is no digest, and no news.
            self._arrived += [
                summary for summary in arrived if not summary.is_text or catalog.is_expected(summary.digest_id)
            ]
            self._changed += scan.added
            self._found += len(scan.added) + len(scan.removed)
            session.refresh()
            if is_news:
                self._arrived_days += [day for day in session.days if day.id not in known and self._is_in_old_file(day)]
            if self.is_open:
                self._window.show_all()
                self._window.search_again()
        is_first = event.complete and not self._all_read_once
        if not self.is_open or (
            is_first and self._found and not self._window.keyboard.touched and self._opening.may_move
        ):
            self._open(complete=event.complete)
        elif self._all_read_once or is_first:
            self.offer_newer()
        if is_first and not self._window.keyboard.touched and self._opening.catch_up():
            self._window.show_all()
            self._window.reader.come_back(*self._opening.scroll)
        self._window.show_status("" if event.complete else f"reading digests {scan.done}/{scan.total}")
        if event.complete:
            self._end(event)

    def turn(self) -> None:
        """The date may be another one now: what was of the future is not any more, and a digest may be today's."""
        today = self._library.today()
        if today != self._today and self.is_open:
            self._today = today
            self._window.session.refresh()
            self._window.search_again()
            self._window.show_all()
            self.offer_newer()
            self.first_offer.count_again()

    def offer_newer(self) -> None:
        """Say that a newer day is there than `g t` led to before, unless it is shown; nothing moves by itself."""
        if words := self._newer_days.look():
            self._window.status.set_offer(words)

    def fail(self, event: ScanFailed) -> None:
        """A scan ended early: go on with what there is."""
        if self._news.is_new(event.reason):
            self._window.notify(one_line(event.reason), severity="error", markup=False)
        self.progress = None
        self._window.show_status("")
        self._window.dates.set_growing(False)
        if not self.is_open:
            self._open(complete=True)

    def _is_in_old_file(self, day: Day) -> bool:
        return day.has_papers and not any(summary in self._arrived for summary in day.summaries)

    def _open(self, *, complete: bool) -> None:
        sentence = self._opening.attempt(complete=complete)
        if sentence is None:
            return
        self._window.show_all()
        self._window.reader.come_back(*self._opening.scroll)
        self._window.say(sentence)
        query = self._opening.query
        if self._opening.shows_cards and query is None:
            query = self._window.services.cards.begin_at_start(sentence)
        expected, entry = self._window.options.expected, self._window.session.entry
        if expected is not None and expected != (entry.key if entry else "") and self._window.keyboard.drop():
            self._window.say("A different paper is shown than at first: the keys typed meanwhile were dropped")
        self._newer_days.see()
        if query is None or query == self._opening.searched or not self._search(query, sentence):
            self._window.keyboard.release()

    def _search(self, query: str, sentence: str) -> bool:
        """List what a query finds, and return True where keys have to wait for that: they are meant for it."""
        self._opening.searched = query
        searching = self._window.services.searching
        if self._opening.shows_cards:
            searching.then = partial(self._window.services.cards.begin_at_start, sentence)
        if searching.search(query, sentence):
            return searching.keys_wait
        searching.then = None
        return False

    def _say_problems(self) -> None:
        left_out = self._news.left_out
        if news := self._news.problems(self._library, lists_days=bool(self._window.session.days)):
            self._window.notify(wording.problems(news), severity="warning", timeout=8, markup=False)
        if self._news.left_out != left_out:
            self._window.services.store.remember("left-out", self._news.left_out)
        for name in self._news.back(self._library):
            self._window.notify(f"{one_line(name)} is back.", markup=False)

    def _end(self, event: Scanned) -> None:
        if event.asked:
            self._window.say(f"rescanned: {self._found} changed" if self._found else "rescanned: nothing changed")
            # Who asks is told again.
            self._news.forget()
        self._say_problems()
        if self._arrived or self._arrived_days:
            self._window.notify(wording.arrived(self._arrived, self._arrived_days), markup=False)
        if not self._all_read_once and not self._window.keyboard.touched:
            self.first_offer.make()
        elif self._found:
            self.first_offer.count_again()
        self._window.services.searching.make_texts(self._changed)
        self._window.dates.set_growing(False)
        if not self._all_read_once:
            # What was read stays: a collection that walks all of it stops everything for a tenth of a second.
            gc.freeze()
        self._all_read_once, self._arrived, self._arrived_days, self._changed, self._found = True, [], [], [], 0
