"""The reader's screen: it owns what is shown, from the first frame to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.geometry import Size

from digest_tui.config import MAX_READER_WIDTH, MIN_READER_WIDTH
from digest_tui.library import Library
from digest_tui.session import wording
from digest_tui.session.opening import Opening, ReaderOptions
from digest_tui.session.saved_place import SavedPlace
from digest_tui.text import one_line
from digest_tui.ui.jobs.place_keeper import PlaceKeeper
from digest_tui.ui.jobs.prefetcher import Prefetcher
from digest_tui.ui.jobs.scan_controller import ScanController
from digest_tui.ui.jobs.scanner import Scanner
from digest_tui.ui.keys.command import Kind, Pane
from digest_tui.ui.keys.keyboard import Keyboard
from digest_tui.ui.screens.keyed import KeyedScreen
from digest_tui.ui.screens.services import Services

if TYPE_CHECKING:
    from digest_tui.opener import Opener
    from digest_tui.sources.origin import Fetching

POLL_SECONDS = 1.0
PATIENCE_SECONDS = 0.25
"""Then it is said that digests are being read."""
_WIDTHS = tuple(map(str, range(MIN_READER_WIDTH, MAX_READER_WIDTH + 1)))


class MainScreen(KeyedScreen):
    """Begins and ends a reader."""

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
        self.services = Services(self)
        self.place_keeper = PlaceKeeper(self.services, library.remembered.values.get("place"), self._saved_place)
        self.scanner = Scanner(library, self)
        self.keyboard = Keyboard(self, self._run)
        self.scan_controller = ScanController(self)
        self.prefetcher = Prefetcher(self, self.services.loads(), self._ahead)

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

    def _ahead(self) -> Iterator[None]:
        yield from self.services.sheet.ahead()

    def _begin_to_read(self) -> None:
        self.scanner.watch()
        self.set_timer(PATIENCE_SECONDS, self._say_reading)

    def _say_reading(self) -> None:
        """Say that nothing is there yet, where that takes long enough to be seen."""
        if not self.scan_controller.is_open:
            self.lists.show_empty()

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
        self.reader.set_card(None)
        self.scan_controller.first_offer.reserve(is_known=True)
        self.remove_class("-zoomed")
        if self.services.has_used(Kind.SHEET):
            self.services.sheet.leave()
        self.focus_pane(Pane.PAPERS)
        self.status.set_work("")
        self.say(sentence or "")
        self.footer.set_pane(Pane.PAPERS)
        if start.shows_cards and start.query is None and self.services.cards.begin_at_start(sentence or "") is not None:
            # They are shown when their search is answered.
            return None
        return start

    def _saved_place(self) -> SavedPlace | None:
        session = self.session
        if not self.scan_controller.is_open or not (session.days or session.cursor_rows):
            return None
        item = session.other_row or session.listed.item
        is_paper = not self.preface_shown and self.reader.card is None
        is_shown = item is not None and item.id == self._shown and is_paper
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
        if self.services.has_used("desktop") or self.services.has_used(Kind.LINKING):
            self.services.linking.finish()

    def _poll(self) -> None:
        self.services.store.poll()
        self.scan_controller.turn()

    def on_app_focus(self) -> None:
        """Digests may have changed while the terminal was in the background."""
        self.scanner.scan()
