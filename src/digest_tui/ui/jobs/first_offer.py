"""The offer of a first start with many dates, or after days away: to get many papers out of the way at once.

It stays until something is decided.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

MANY_DATES = 14
"""A first start with more dates than this makes it."""
DAYS_AWAY = 3
"""So does a start so many days after the last decision."""

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.library import Library
    from digest_tui.session.session import Session
    from digest_tui.ui.jobs.store_thread import StoreThread
    from digest_tui.ui.widgets.bars import Notice

    class Offers(Protocol):
        """Counts the old papers, or all new ones, and shows how many they are."""

        def offer(self) -> None: ...
        def offer_to_catch_up(self) -> None: ...

    class OfferServices(Protocol):
        """The services that the offer needs."""

        # fmt: off
        @property
        def store(self) -> StoreThread: ...
        @property
        def choosing(self) -> Offers: ...
        # fmt: on

    class OfferingWindow(Protocol):
        """The window above whose panes it stands."""

        # fmt: off
        @property
        def library(self) -> Library: ...
        @property
        def session(self) -> Session: ...
        @property
        def services(self) -> OfferServices: ...
        @property
        def notice(self) -> Notice: ...
        # fmt: on


class FirstOffer:
    """Keeps a row free for the offer, and makes it once everything is read."""

    def __init__(self, window: OfferingWindow, *, is_wanted: bool) -> None:
        self._window = window
        self._is_wanted = is_wanted
        last = window.library.store.last_before
        self._is_back = last > 0 and (window.library.today() - date.fromtimestamp(last / 1000)).days >= DAYS_AWAY
        """True for whoever decided something, and that was days ago."""
        self._name, self._answer = ("caught-up", str(last)) if self._is_back else ("greeted", "1")
        """What is remembered when it was answered: each time somebody comes back it is another offer."""
        remembered = window.library.recall(self._name)
        self._is_answered = remembered == self._answer if self._is_back else remembered is not None

    def reserve(self, *, is_known: bool) -> None:
        """Keep a row free where it may be made; how many dates there are counts only once they are known."""
        self._window.notice.reserve(self._may_be_made(is_known=is_known))

    def make(self) -> None:
        """Make it, if it may be made, now that everything is read."""
        if self._may_be_made(is_known=True):
            self._offer()
        else:
            self._window.notice.reserve(False)

    @property
    def scopes(self) -> tuple[str, ...]:
        """The keys of the scopes of the menu that it is about, the likeliest first."""
        return ("a", "x") if self._is_back else ("2",)

    @property
    def is_over(self) -> bool:
        """True when something was decided that it is not about any more."""
        decisions = self._window.library.decisions
        return decisions.changes > 0 if self._is_back else bool(decisions)

    def _offer(self) -> None:
        choosing = self._window.services.choosing
        if self._is_back:
            choosing.offer_to_catch_up()
        else:
            choosing.offer()

    def count_again(self) -> None:
        """Let it say how many papers the menu would mark now."""
        if self._window.notice.text:
            self._offer()

    def answer(self) -> None:
        """Take it away for good: it was taken or turned down."""
        self._window.notice.reserve(False)
        if not self._is_answered:
            self._is_answered = True
            self._window.services.store.remember(self._name, self._answer)

    def _may_be_made(self, *, is_known: bool) -> bool:
        if not self._is_wanted or self._is_answered or self.is_over:
            return False
        return self._is_back or not is_known or len(self._window.session.days) > MANY_DATES
