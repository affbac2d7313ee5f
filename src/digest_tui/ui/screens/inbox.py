"""The screen that takes in what threads found and what came of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from digest_tui.session import wording
from digest_tui.session.views import View
from digest_tui.text import one_line
from digest_tui.ui.internals.app import messages_shown
from digest_tui.ui.jobs.scanner import ScanFailed, Scanned, Scanner
from digest_tui.ui.keys.command import Kind
from digest_tui.ui.keys.keyboard import Keyboard, Leaving
from digest_tui.ui.screens.showing import ShowingScreen
from digest_tui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest_tui.model import Change
    from digest_tui.session.opening import ReaderOptions
    from digest_tui.ui.desktop.desktop import Copied, Opened
    from digest_tui.ui.jobs.picture_thread import PictureDrawn, PictureFailed
    from digest_tui.ui.jobs.place_keeper import PlaceKeeper
    from digest_tui.ui.jobs.search_thread import Found, NotFound, Offered, SearchFailed
    from digest_tui.ui.jobs.store_thread import (
        CaughtUp,
        ChangedElsewhere,
        Committed,
        MinutesSpent,
        NotCommitted,
        RememberedElsewhere,
        StateTrouble,
        SteppedInLog,
    )
    from digest_tui.ui.jobs.syncing import SyncFailed, SyncStep
    from digest_tui.ui.reader.pane import Reader


class InboxScreen(ShowingScreen):
    """Shows what scans, searches, the store and fetches report.

    Messages of parts that are loaded later reach it by the names of its methods.
    """

    options: ReaderOptions
    keyboard: Keyboard
    scanner: Scanner
    place_keeper: PlaceKeeper

    def leave(self) -> None:
        """Forget what was typed and is not carried out yet."""
        self.keyboard.drop()

    def leave_behind_keys(self, leave: Callable[[], None]) -> None:
        """Leave when the keys that were typed before are carried out, whatever they wait for."""
        self.keyboard.take(Leaving(leave))

    @property
    def has_keys_for_long(self) -> bool:
        """True while keys wait for the whole answer to a search."""
        return self.services.has_used(Kind.SEARCHING) and self.services.searching.keys_wait

    @on(Scanned)
    def _scanned(self, event: Scanned) -> None:
        event.stop()
        self.scan_controller.receive(event)

    @on(ScanFailed)
    def _scan_failed(self, event: ScanFailed) -> None:
        event.stop()
        self.scan_controller.fail(event)

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
        if self.services.has_used(Kind.CARDS):
            self.services.cards.committed(event.changes)
        self._show_decided(event.changes)
        self.say(self.services.deciding.words(event))
        if self.services.has_used(Kind.ANNOTATING):
            self.services.annotating.committed(event.changes)

    def on_stepped_in_log(self, event: SteppedInLog) -> None:
        event.stop()
        self.status.set_trouble("" if self.options.saves else wording.UNSAVED)
        deciding = self.services.deciding
        followed = deciding.follow(event)
        if self.reader.card is not None and event.stepped is not None:
            self.services.closing.close()
        if followed.has_moved:
            self.show_day()
        self._show_decided(event.stepped.outcome.all_changes if event.stepped else ())
        self.say(followed.words, followed.name)
        self._look_at_note()
        # What it offers is agreed to only by a key that was typed after it could be read.
        self.call_after_refresh(deciding.was_shown)
        self.keyboard.release()

    def _show_decided(self, changes: Iterable[Change]) -> None:
        self.show_decisions()
        # Tags and notes are searched; other decisions take no paper from a list of hits.
        if any(change.field not in ("status", "star") for change in changes):
            self.search_again()
        self.place_keeper.moves()

    def _look_at_note(self) -> None:
        """A note that is being written may be saved, or another one, by now."""
        if self.services.has_used(Kind.ANNOTATING):
            self.services.annotating.look()

    def on_not_committed(self, event: NotCommitted) -> None:
        event.stop()
        self.session.committed(event.changes, None)
        self.show_state()
        self._say_trouble(f"Not saved: {event.reason}")
        if self.services.has_used(Kind.ANNOTATING):
            self.services.annotating.not_committed(event.changes)
        # Only an undo or a redo held them; a write that was asked for before it may be through earlier.
        if event.action != "write":
            self.keyboard.release()

    def on_state_trouble(self, event: StateTrouble) -> None:
        event.stop()
        self._say_trouble(event.reason)

    def _say_trouble(self, sentence: str) -> None:
        self.status.set_trouble(wording.UNSAVED)
        # Whoever decides on and on is told once as long as it can be read: each more would cover more of the paper.
        if (line := one_line(sentence)) not in messages_shown(self.app):
            self.notify(line, severity="error", timeout=10, markup=False)

    def on_reader_card_hidden(self, event: Reader.CardHidden) -> None:
        event.stop()
        self.show_state()

    def on_minutes_spent(self, event: MinutesSpent) -> None:
        event.stop()
        self.services.closing.minutes_spent(event)

    def on_changed_elsewhere(self, event: ChangedElsewhere) -> None:
        event.stop()
        self.library.decisions.replace(event.states)
        self.session.relist()
        self.search_again()
        self.show_decisions()
        self._look_at_note()

    def on_remembered_elsewhere(self, event: RememberedElsewhere) -> None:
        event.stop()
        self.library.remembered.values = event.values

    def on_caught_up(self, event: CaughtUp) -> None:
        event.stop()
        self.services.choosing.caught_up()

    def on_found(self, event: Found) -> None:
        event.stop()
        # Behind cards the list stays; it is asked for again when it is listed again.
        if self.session.view is not View.CARDS:
            self.services.searching.found(event)

    def on_offered(self, event: Offered) -> None:
        """Another query may be meant."""
        self.services.searching.offers.offered(event)

    def on_search_failed(self, event: SearchFailed) -> None:
        event.stop()
        self.services.searching.failed(one_line(event.sentence))

    def on_not_found(self, event: NotFound) -> None:
        event.stop()
        self.services.searching.not_found(event)

    @on(LineView.Scrolled)
    def _scrolled(self, event: LineView.Scrolled) -> None:
        event.stop()
        if event.is_by_person:
            self.place_keeper.moves()
        self.show_status()

    def on_picture_drawn(self, event: PictureDrawn) -> None:
        event.stop()
        self.services.pictures.came(event)

    def on_picture_failed(self, event: PictureFailed) -> None:
        event.stop()
        self.services.pictures.failed(event)

    def on_opened(self, event: Opened) -> None:
        event.stop()
        self.services.linking.opened(event.opening)

    def on_copied(self, event: Copied) -> None:
        event.stop()
        self.services.desktop.copied(event)
