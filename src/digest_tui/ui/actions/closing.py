"""The closing card: when it comes, what keys do while it is shown, and when it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from digest_tui.session.closing import papers_of
from digest_tui.session.closing_card import ClosingCard, Following, card_of_day, closing_card
from digest_tui.ui.keys.command import Pane
from digest_tui.ui.reader.closing_page import ClosingPage

if TYPE_CHECKING:
    from digest_tui.model.summary import Keys
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.jobs.store_thread import MinutesSpent

NOTHING_SHOWN = "Nothing is shown: j k or Enter goes back to a paper"
_TO_PAPERS = frozenset({"down", "up", "first", "last", "enter", "back"})
"""The commands that go back from the card to a paper of the list."""


class Closing:
    """The card of a day, or of a run of triage cards; it is over when the reader shows anything else."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._card: Callable[[int | None], ClosingCard | None] = lambda minutes: None
        """Returns what the card says now; None where it is no longer so."""
        self._minutes: int | None = None
        self._key = ""
        """The key that goes where the card says."""
        self._papers: Sequence[Keys] | None = None
        """The papers of a run; None where it is about the day that is listed."""

    def close_day(self) -> None:
        """Show the card of the day that is listed: its last new paper was decided."""
        if not self._window.shows_reader:
            # Where only the list is seen, its last row says it.
            return

        def card(minutes: int | None) -> ClosingCard | None:
            if self._window.session.is_day_decided:
                return card_of_day(self._window.session, self._window.services.navigator.beyond(), minutes=minutes)
            return None

        self._papers = None
        self._show(card)

    def show(self, papers: Sequence[Keys], title: str, following: Callable[[], Following]) -> None:
        """Show the card over the papers of a run; `following` returns what comes next, and the key that goes there.

        The reader need not be seen yet, where it had to give way to the run.
        """

        def card(minutes: int | None) -> ClosingCard:
            words, key = following()
            return closing_card(self._window.session, papers, title, words, key=key, minutes=minutes)

        self._papers = papers
        self._show(card)

    def _show(self, card: Callable[[int | None], ClosingCard | None]) -> None:
        self._card, self._minutes = card, None
        self.follow()
        self._window.services.store.count_minutes()
        self._window.show_state()

    def follow(self) -> None:
        """Say what became of the papers by now; a day that has a new one again is not closed."""
        card = self._card(self._minutes)
        self._key = card.key if card is not None else ""
        self._window.reader.set_card(None if card is None else ClosingPage(card))

    def minutes_spent(self, event: MinutesSpent) -> None:
        """The minutes were counted: they have a place on the card."""
        self._minutes = event.minutes
        if self._window.reader.card is not None:
            self.follow()

    @property
    def papers(self) -> Sequence[Keys]:
        """The papers that the card is about."""
        if self._papers is not None:
            return self._papers
        day = self._window.session.day
        return papers_of(day) if day is not None else ()

    @property
    def why_no_paper(self) -> str:
        """Why there is no paper to act on, and the way to one."""
        return NOTHING_SHOWN

    def close(self) -> None:
        """Show the paper again that is under the cursor."""
        self._window.reader.set_card(None)
        self._window.show_state()

    def leave(self, command_id: str) -> bool:
        """Let a key go on from the card, and return True where it has done all that it does."""
        window, navigator = self._window, self._window.services.navigator
        if command_id == "find" or (command_id == "page-on" and window.reader.at_end):
            window.say(NOTHING_SHOWN)
            return True
        if command_id == "next" and self._key == "n" and not navigator.is_announced(forward=True):
            # The card says where that is.
            navigator.announce_next()
        if command_id not in _TO_PAPERS:
            return False
        self.close()
        return command_id in ("enter", "back") or window.pane is Pane.READER
