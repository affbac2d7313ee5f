"""Of several windows the place of the one counts in which somebody moved last, also where the state is locked."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, cast

import pytest

from digest_tui.errors import StateError
from digest_tui.session.opening import SavedPlace
from digest_tui.session.views import View
from digest_tui.store import Store, open_store
from digest_tui.ui.jobs.place_keeper import PlaceKeeper


class Window:
    """A window over a state file, without a screen: its timers ring and its thread works when a test says so."""

    def __init__(self, store: Store) -> None:
        self.store, self.keeper = self, self
        self._store = store
        self.is_locked = False
        self.at: SavedPlace | None = None
        self.due: Callable[[], object] | None = None
        self.place = PlaceKeeper(cast(Any, self), store.recall("place"), lambda: self.at)

    def go(self, paper: str, *around: str) -> None:
        """Move, as with a key."""
        self.place.moves()
        self.at = spot(paper, *around)

    def ring(self) -> None:
        """The timer is through."""
        due, self.due = self.due, None
        if due is not None:
            due()

    # As the threads of the reader have it

    def later(self, name: object, write: Callable[[], object]) -> None:
        self.due = write

    def remember(self, name: str, value: str) -> Future[None]:
        return self._carried_out(lambda: self._store.remember(name, value))

    def exchange(self, name: str, before: str | None, after: str | None) -> Future[bool]:
        return self._carried_out(lambda: self._store.exchange(name, before, after))

    def recall(self, name: str) -> Future[str | None]:
        return self._carried_out(lambda: self._store.recall(name), reads=True)

    def _carried_out(self, call: Callable[[], Any], *, reads: bool = False) -> Future[Any]:
        future: Future[Any] = Future()
        if self.is_locked and not reads:
            future.set_exception(StateError("locked"))
        else:
            future.set_result(call())
        return future


def spot(paper: str, *around: str) -> SavedPlace:
    """A place at a paper."""
    return SavedPlace(View.NEW, "2025-03-11", (paper, *around), 0)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Callable[[], Window]]:
    """Opens one more window, which stands at the remembered place."""
    with ExitStack() as stores:

        def opened() -> Window:
            made = Window(stores.enter_context(closing(open_store(tmp_path / "state.db"))))
            made.at = SavedPlace.loads(made._store.recall("place")) or spot("first")
            return made

        yield opened


def kept(window: Window) -> str:
    """The paper of the place that is kept."""
    place = SavedPlace.loads(window._store.recall("place"))
    return place.keys[0] if place else ""


def test_nothing_is_kept_before_the_reader_is_open(window: Callable[[], Window]) -> None:
    mine = window()
    mine.at = None
    mine.place.moves()
    mine.ring()
    assert (mine.place.leave(), kept(mine)) == (False, "")


def test_the_place_is_kept_soon_and_at_the_end(window: Callable[[], Window]) -> None:
    mine = window()
    mine.go("second")
    mine.go("third")
    assert kept(mine) == ""
    mine.ring()
    assert kept(mine) == "third"
    mine.go("fourth")
    assert mine.place.leave()
    assert kept(mine) == "fourth"


def test_a_window_in_which_nobody_moved_writes_over_no_other(window: Callable[[], Window]) -> None:
    idle, mine = window(), window()
    mine.go("second")
    mine.ring()
    # Digests that arrive, and the key that leaves, are no moves.
    idle.at = spot("first", "arrived")
    idle.place.moves()
    assert not idle.place.leave()
    idle.ring()
    assert kept(mine) == "second"


def test_a_window_that_moves_back_to_where_it_was_moved_last_all_the_same(window: Callable[[], Window]) -> None:
    mine, other = window(), window()
    mine.go("second")
    mine.ring()
    other.go("third")
    other.ring()
    mine.go("first")
    mine.go("second")
    mine.ring()
    assert kept(mine) == "second"
    assert mine.place.leave()
    assert not other.place.leave()
    assert kept(mine) == "second"


def test_what_is_around_is_kept_at_the_end_where_no_other_window_moved(window: Callable[[], Window]) -> None:
    mine = window()
    mine.go("second")
    mine.ring()
    mine.at = spot("second", "arrived")
    assert mine.place.leave()
    assert "arrived" in (mine._store.recall("place") or "")


def test_a_place_that_could_not_be_kept_is_kept_at_the_end(window: Callable[[], Window]) -> None:
    mine = window()
    mine.is_locked = True
    mine.go("second")
    mine.ring()
    assert kept(mine) == ""
    mine.is_locked = False
    assert mine.place.leave()
    assert kept(mine) == "second"
