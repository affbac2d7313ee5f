"""Another query that may be meant, offered with the sentence on the status line until the next key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest_tui.search.offers import Offer
    from digest_tui.session.searches import Searches
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.jobs.search_thread import Offered, SearchThread


class Offers:
    """The offer that stands, if there is one: it goes with the key after it, whichever that is."""

    def __init__(self, window: Window, searches: Searches, thread: SearchThread) -> None:
        self._window = window
        self._searches = searches
        self._thread = thread
        self._offer: Offer | None = None
        self._pressed = 0
        """The number of keys that were carried out before it was made."""
        self._is_finished = False
        """True from Enter until an offer was looked for."""

    @property
    def standing(self) -> Offer | None:
        """The offer that the key being carried out can take."""
        pressed = self._window.keyboard.pressed - self._pressed
        # On a line what is typed is no command.
        return self._offer if pressed == (0 if self._is_typing else 1) else None

    def finish(self) -> None:
        """The query is finished: offer what else may be meant, as soon as all that it finds is known."""
        self._is_finished = True
        self.look()

    def look(self) -> None:
        """Look for what else may be meant by a query that is finished, or finds nothing."""
        found, asked = self._searches.found, self._searches.asked
        if asked is not None and found is not None and (self._is_finished or not found):
            self._is_finished = False
            self._thread.look_for_offer(asked, found)

    def offered(self, event: Offered) -> None:
        """Offer another query, unless something else was asked since."""
        # A word that is still being typed may yet be found: it is not looked for inside others.
        if self._searches.is_newest(event.question) and not (self._is_typing and event.offer.is_inside):
            self._offer, self._pressed = event.offer, self._window.keyboard.pressed
            self._window.say(f"{event.offer.sentence} · Tab takes it")

    def drop(self) -> None:
        """Offer nothing any more."""
        self._offer = None
        self._is_finished = False

    @property
    def _is_typing(self) -> bool:
        return self._window.services.prompt.is_open
