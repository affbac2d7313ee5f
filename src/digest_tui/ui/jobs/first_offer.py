"""The offer of a first start with many dates: to mark the old papers read. It stays until something is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

MANY_DATES = 14
"""A first start with more dates than this makes it."""

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.library import Library
    from digest_tui.session.session import Session
    from digest_tui.ui.jobs.store_thread import StoreThread
    from digest_tui.ui.widgets.bars import Notice

    class Offers(Protocol):
        """Counts the old papers and shows how many they are."""

        def offer(self) -> None: ...

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
        self._is_answered = window.library.recall("greeted") is not None

    def reserve(self, *, is_known: bool) -> None:
        """Keep a row free where it may be made; how many dates there are counts only once they are known."""
        self._window.notice.reserve(self._may_be_made(is_known=is_known))

    def make(self) -> None:
        """Make it, if it may be made, now that everything is read."""
        if self._may_be_made(is_known=True):
            self._window.services.choosing.offer()
        else:
            self._window.notice.reserve(False)

    def count_again(self) -> None:
        """Let it say how many papers the menu would mark now."""
        if self._window.notice.text:
            self._window.services.choosing.offer()

    def answer(self) -> None:
        """Take it away for good: it was taken or turned down."""
        self._window.notice.reserve(False)
        if not self._is_answered:
            self._is_answered = True
            self._window.services.store.remember("greeted", "1")

    def _may_be_made(self, *, is_known: bool) -> bool:
        is_first = self._is_wanted and not self._is_answered and not self._window.library.decisions
        return is_first and (not is_known or len(self._window.session.days) > MANY_DATES)
