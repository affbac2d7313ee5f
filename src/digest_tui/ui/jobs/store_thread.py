"""The one thread that talks to the store: the screen goes on while a change is being committed."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from textual.message import Message

from digest_tui.errors import DigestTuiError
from digest_tui.library import Library, Stepped, Written
from digest_tui.model import Change, KeyState
from digest_tui.model.known import Known
from digest_tui.model.steps import Agreed
from digest_tui.report import report
from digest_tui.triage.diligence import minutes_spent

LONGEST_DAY_MS = 25 * 3_600_000
"""The day on which clocks are set back, in ms."""
Action = Literal["write", "undo", "redo"]


@dataclass
class Committed(Message):
    """A change is safe; the reply carries its question."""

    changes: tuple[Change, ...]
    written: Written


@dataclass
class SteppedInLog(Message):
    """The answer to an undo or a redo."""

    action: Literal["undo", "redo"]
    stepped: Stepped | None
    """None when there was nothing to undo or redo."""


@dataclass
class NotCommitted(Message):
    """A change could not be saved."""

    action: Action
    changes: tuple[Change, ...]
    reason: str


@dataclass
class ChangedElsewhere(Message):
    """Another window or a script changed the state."""

    states: dict[str, KeyState]


@dataclass
class CaughtUp(Message):
    """Everything that was decided elsewhere before this was asked for is known."""


@dataclass
class MinutesSpent(Message):
    """The minutes of the day were counted."""

    minutes: int


@dataclass
class RememberedElsewhere(Message):
    """Another window remembered something that is no state of a paper."""

    values: dict[str, str]


@dataclass
class StateTrouble(Message):
    """The state cannot be read any more."""

    reason: str


class StoreThread:
    """Runs the library's writing calls one after the other and posts what came of them."""

    def __init__(self, library: Library, post: Callable[[Message], object]) -> None:
        self._library = library
        self._post = post
        self._trouble = ""
        self._remembered = library.remembered.values
        """What was remembered when that was last read."""
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    def write(self, changes: tuple[Change, ...], known: tuple[Known, ...] = ()) -> None:
        """Commit changes as one batch, with what is known of their papers."""

        def write() -> Message:
            return Committed(changes, self._library.decisions.write(changes, known))

        self._submit("write", changes, write)

    def undo(self, agreed: Agreed) -> None:
        """Undo the newest decision, and what a person agreed to beside it."""
        self._submit("undo", (), lambda: SteppedInLog("undo", self._library.decisions.undo(agreed)))

    def redo(self, agreed: Agreed) -> None:
        """Redo what was undone last."""
        self._submit("redo", (), lambda: SteppedInLog("redo", self._library.decisions.redo(agreed)))

    def poll(self) -> None:
        """Ask whether another window or a script wrote."""
        self._pool.submit(self._poll)

    def catch_up(self) -> None:
        """Ask the same, and say so when it was answered."""
        self._pool.submit(self._catch_up)

    def count_minutes(self) -> None:
        """Ask how many minutes were spent on the day of the last decision asked for so far."""
        self._pool.submit(self._count_minutes)

    def remember(self, name: str, value: str) -> Future[None]:
        """Keep something that is no state of a paper."""
        return self._pool.submit(self._library.store.remember, name, value)

    def exchange(self, name: str, before: str | None, after: str | None) -> Future[bool]:
        """Keep something instead of what is kept there, unless that is something else by now."""
        return self._pool.submit(self._library.store.exchange, name, before, after)

    def recall(self, name: str) -> Future[str | None]:
        """Ask for something that is no state of a paper."""
        return self._pool.submit(self._library.remembered.recall_now, name)

    def states(self) -> dict[str, KeyState]:
        """Block until everything asked for so far is committed, and return what is decided; for use when leaving."""
        return self._pool.submit(self._library.store.states).result()

    def carry_out(self, call: Callable[[], object]) -> Future[object]:
        """Do something that waits for the disk; who leaves waits for it."""
        return self._pool.submit(call)

    def close(self) -> None:
        """Wait until everything asked for is committed."""
        self._pool.shutdown(wait=True)

    # What came of a call is posted by the thread itself: a callback of a future that is done by then runs where it was
    # added, and would overtake what the thread posted before.

    def _submit(self, action: Action, changes: tuple[Change, ...], call: Callable[[], Message]) -> None:
        self._pool.submit(self._carry_out, action, changes, call)

    def _carry_out(self, action: Action, changes: tuple[Change, ...], call: Callable[[], Message]) -> None:
        try:
            self._post(call())
        except DigestTuiError as error:
            self._post(NotCommitted(action, changes, str(error)))
        except Exception as error:
            self._post(NotCommitted(action, changes, report(error, "The change failed")))

    def _count_minutes(self) -> None:
        # Nobody needs them to go on: a state that cannot be read is said elsewhere.
        with suppress(DigestTuiError):
            self._post(MinutesSpent(minutes_spent(self._library.store.stamps(LONGEST_DAY_MS))))

    def _catch_up(self) -> None:
        try:
            self._poll()
        finally:
            self._post(CaughtUp())

    def _poll(self) -> None:
        try:
            if self._library.store.changed_elsewhere():
                self._read_again()
            self._trouble = ""
        except DigestTuiError as error:
            # It is asked again in a second, and said once.
            if self._trouble != str(error):
                self._trouble = str(error)
                self._post(StateTrouble(self._trouble))

    def _read_again(self) -> None:
        """Read what another window wrote: to where it moved is no reason to list everything anew."""
        store = self._library.store
        values = store.remembered()
        is_remembered, self._remembered = values != self._remembered, values
        if store.decided_elsewhere() or not is_remembered:
            self._post(ChangedElsewhere(store.states()))
        if is_remembered:
            self._post(RememberedElsewhere(values))
