"""What is kept soon: once for all that changed meanwhile, again where that failed, and no timer while nothing does."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, cast

from textual.timer import Timer

from digest_tui.ui.jobs.keeper import Keeper


class Desk:
    """A keeper with timers that ring when a test says so, and the files it writes to."""

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []
        self.written: list[str] = []
        self.is_locked = False
        self.value = "first"
        self.keeper = Keeper(self._set_timer)

    def _set_timer(self, seconds: float, callback: Callable[[], None]) -> Timer:
        assert seconds <= 1.0
        self.timers.append(callback)
        return cast(Timer, None)

    def ring(self) -> None:
        """The timers that were set are through."""
        due, self.timers = self.timers, []
        for callback in due:
            callback()

    def write(self) -> Future[Any]:
        """Write the value, unless the file is locked."""
        future: Future[Any] = Future()
        if self.is_locked:
            future.set_exception(OSError())
        else:
            self.written.append(self.value)
            future.set_result(None)
        return future


def test_what_changes_again_and_again_is_written_once_as_it_is_then() -> None:
    desk = Desk()
    for value in ("second", "third"):
        desk.value = value
        desk.keeper.later("place", desk.write)
    assert (len(desk.timers), desk.written) == (1, [])
    desk.ring()
    assert desk.written == ["third"]
    desk.ring()
    assert (desk.timers, desk.written) == ([], ["third"])
    desk.keeper.later("place", desk.write)
    desk.ring()
    assert desk.written == ["third", "third"]


def test_things_of_several_names_are_all_written() -> None:
    desk = Desk()
    desk.keeper.later("place", desk.write)
    desk.keeper.later("order", desk.write)
    desk.keeper.later("nothing", lambda: None)
    desk.ring()
    assert desk.written == ["first", "first"]


def test_what_could_not_be_written_is_written_when_that_is_possible() -> None:
    desk = Desk()
    desk.is_locked = True
    desk.keeper.later("place", desk.write)
    for _ in range(3):
        desk.ring()
    desk.is_locked, desk.value = False, "last"
    desk.ring()
    assert desk.written == ["last"]
    desk.ring()
    assert desk.timers == []


def test_a_write_that_takes_its_time_is_not_begun_twice() -> None:
    desk, futures = Desk(), list[Future[Any]]()

    def write() -> Future[Any]:
        futures.append(Future())
        return futures[-1]

    desk.keeper.later("place", write)
    for _ in range(3):
        desk.ring()
    assert len(futures) == 1
    # A change meanwhile is another one.
    desk.keeper.later("place", write)
    desk.ring()
    assert len(futures) == 2
    for future in futures:
        future.set_result(None)
    desk.ring()
    assert (len(futures), desk.timers) == (2, [])


def test_whoever_leaves_writes_what_is_due_and_what_failed() -> None:
    desk = Desk()
    desk.is_locked = True
    desk.keeper.later("draft", desk.write)
    desk.ring()
    desk.is_locked = False
    desk.keeper.later("place", desk.write)
    desk.keeper.finish()
    assert len(desk.written) == 2
