"""Keeps the place of the person, so that the next start is there whatever ends this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Protocol

    from digest_tui.session.opening import SavedPlace, Spot
    from digest_tui.ui.jobs.keeper import Keeper
    from digest_tui.ui.jobs.store_thread import StoreThread

    class PlaceServices(Protocol):
        """What writes."""

        # fmt: off
        @property
        def store(self) -> StoreThread: ...
        @property
        def keeper(self) -> Keeper: ...
        # fmt: on


class PlaceKeeper:
    """Of several windows the one counts in which somebody moved last."""

    def __init__(self, services: PlaceServices, kept: str | None, place: Callable[[], SavedPlace | None]) -> None:
        self._services = services
        self._kept = kept
        """The place that the store has, unless another window moved."""
        self._place = place
        """Returns the present place; None before the reader is open."""
        self._spot: Spot | None = None
        """Where the person stood when it was kept last, else before the first key."""
        self._writing: tuple[SavedPlace, Future[None]] | None = None
        """The place that is being written."""
        self.left: SavedPlace | None = None
        """The place at which the reader was left."""

    def moves(self) -> None:
        """Keep the place soon: the person does something, by which it may become another one."""
        if self._spot is None and (place := self._place()) is not None:
            self._spot = place.spot
        self._services.keeper.later("place", self._keep)

    def leave(self) -> bool:
        """Keep the place at which the reader is left, and return True if the next start is there."""
        place = self._place()
        if place is None:
            return False
        self._see()
        if self._spot in (None, place.spot):
            self._services.store.exchange("place", self._kept, place.dumps())
        else:
            self._keep()
        self.left = place
        return self._services.store.recall("place").result() == place.dumps()

    def _keep(self) -> Future[None] | None:
        self._see()
        place = None if self.left else self._place()
        if place is None:
            return None
        future = self._services.store.remember("place", place.dumps())
        self._writing = place, future
        return future

    def _see(self) -> None:
        """Take note of what was written."""
        if self._writing is not None and self._writing[1].done():
            place, future = self._writing
            self._writing = None
            if future.exception() is None:
                self._kept, self._spot = place.dumps(), place.spot
