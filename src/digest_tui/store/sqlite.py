"""The store in a SQLite database."""

import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from digest_tui.errors import DamagedStateError, StateError
from digest_tui.model import Batch, Change, Event, KeyState
from digest_tui.model.known import Known
from digest_tui.model.steps import NOTHING_AGREED, Agreed, Overtaken, Step
from digest_tui.store import cache, log, remembered, sessions
from digest_tui.store import known as known_papers
from digest_tui.store.base import Store
from digest_tui.store.failures import as_state_error
from digest_tui.store.fold import LIVE
from digest_tui.store.opening import BUSY_TIMEOUT_MS, Guard, open_database
from digest_tui.store.schema import new_id
from digest_tui.store.transaction import writing
from digest_tui.store.undo import Plan, plan_redo, plan_undo

_SHORT_TIMEOUT_MS = 200
"""The time that writing anything but a decision waits for another program's write, in ms."""

_left_open: list[sqlite3.Connection] = []
"""Connections to damaged files: they end with the process."""


def utc_ms() -> int:
    """Return the current time in ms since the epoch UTC."""
    return time.time_ns() // 1_000_000


def open_store(path: Path, *, clock: Callable[[], int] = utc_ms) -> Store:
    """Open the state file, making it when it is missing; `clock` returns ms since the epoch UTC.

    Raises `StateError` when the file is damaged, locked, another program's, of a newer version or not writable;
    it is then left as it is.
    """
    connection = open_database(path)
    try:
        return SqliteStore(connection, clock, str(path), Guard(path.absolute()))
    except BaseException:
        connection.close()
        raise


class SqliteStore:
    """A session on a database whose tables are there."""

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], int], name: str, guard: Guard | None = None
    ) -> None:
        self._connection = connection
        self._lock = RLock()
        self._guard = guard
        self._clock = clock
        self._name = name
        self._closed = False
        self._damage = ""
        """The damage that was found in the file: from then on nothing is written."""
        with self._reading():
            self._session = sessions.begin(connection)
            self._data_version = self._read_data_version()
            self._seen_stamp = self._last_before = log.newest_stamp(connection)

    @property
    def saves(self) -> bool:
        """See `Store`."""
        return self._guard is not None

    @property
    def last_before(self) -> int:
        """See `Store`."""
        return self._last_before

    def states(self, keys: Collection[str] | None = None) -> dict[str, KeyState]:
        """See `Store`."""
        with self._reading():
            if keys is None:
                return cache.states(self._connection)
            found = cache.states_of(self._connection, map(_storable, keys))
            return {key: found[_storable(key)] for key in keys}

    def apply(self, changes: Sequence[Change], known: Sequence[Known] = ()) -> Batch:
        """See `Store`."""
        values = {(_storable(change.key), change.field): change.new for change in changes}
        with self._writing() if values else self._reading():
            if not values:
                return Batch("", ())
            batch = new_id()
            cache.put(self._connection, self._append([(batch, *place, new) for place, new in values.items()]))
            known_papers.put(self._connection, known)
            return Batch(batch, tuple(changes), frozenset(change.key for change in changes))

    def undo(self, agreed: Agreed = NOTHING_AGREED, *, any_session: bool = False) -> Step | Overtaken | None:
        """See `Store`."""
        with self._writing():
            return self._carry_out(plan_undo(self._connection, None if any_session else self._session, agreed), "0")

    def redo(self, agreed: Agreed = NOTHING_AGREED) -> Step | Overtaken | None:
        """See `Store`."""
        with self._writing():
            return self._carry_out(plan_redo(self._connection, self._session, agreed), "1")

    def changed_elsewhere(self) -> bool:
        """See `Store`."""
        with self._reading():
            if self._guard:
                self._guard.check_file()
            before, self._data_version = self._data_version, self._read_data_version()
            return before != self._data_version

    def decided_elsewhere(self) -> bool:
        """See `Store`."""
        with self._reading():
            before, self._seen_stamp = self._seen_stamp, log.newest_stamp(self._connection)
            return log.has_others(self._connection, self._session, before)

    def events(self) -> Iterator[Event]:
        """See `Store`."""
        with self._reading():
            return iter(log.all_events(self._connection))

    def machines(self) -> dict[str, str]:
        """See `Store`."""
        with self._reading():
            return log.machines(self._connection)

    def stamps(self, back: int) -> list[int]:
        """See `Store`."""
        with self._reading():
            return log.stamps(self._connection, back)

    def rebuild(self) -> frozenset[str]:
        """See `Store`."""
        with self._writing():
            return cache.rebuild(self._connection)

    def recall(self, name: str) -> str | None:
        """See `Store`."""
        with self._reading():
            return remembered.value(self._connection, _storable(name))

    def remembered(self) -> dict[str, str]:
        """See `Store`."""
        with self._reading():
            return remembered.values(self._connection)

    def remember(self, name: str, value: str) -> None:
        """See `Store`."""
        if self.recall(name) != _storable(value):
            with self._writing_aside():
                remembered.put(self._connection, _storable(name), _storable(value))

    def exchange(self, name: str, before: str | None, after: str | None) -> bool:
        """See `Store`."""
        values = (None if value is None else _storable(value) for value in (before, after))
        with self._writing_aside():
            return remembered.exchange(self._connection, _storable(name), *values)

    def unknown(self) -> frozenset[str]:
        """See `Store`."""
        with self._reading():
            return frozenset(known_papers.unknown(self._connection))

    def known_near(self, is_near: Callable[[str], bool]) -> frozenset[str]:
        """See `Store`."""
        with self._reading():
            near = [location for location in known_papers.locations(self._connection) if is_near(location)]
            return frozenset(known_papers.keys_at(self._connection, near))

    def known(self, keys: Collection[str]) -> list[Known]:
        """See `Store`."""
        with self._reading():
            return known_papers.known(self._connection, keys)

    def learn(self, papers: Sequence[Known]) -> None:
        """See `Store`."""
        before = set(self.known([paper.key for paper in papers]))
        if new := [paper for paper in papers if paper not in before]:
            with self._writing_aside():
                known_papers.put(self._connection, new)

    def close(self) -> None:
        """See `Store`."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._closed:
            return
        self._closed = True
        if self._damage:
            # The last connection to close would copy the journal into the damaged file.
            _left_open.append(self._connection)
            return
        # A session whose end cannot be noted counts as ended as soon as its process is gone.
        with closing(self._connection) as connection, suppress(sqlite3.Error):
            connection.execute(f"PRAGMA busy_timeout = {_SHORT_TIMEOUT_MS}")
            with writing(connection):
                sessions.end(connection, self._session.id)

    def _carry_out(self, plan: Plan | Overtaken | None, live: str) -> Step | Overtaken | None:
        if not isinstance(plan, Plan):
            return plan
        self._append([(batch, "", LIVE, live) for batch in plan.batches])
        cache.refresh(self._connection, plan.step.keys)
        return plan.step

    def _append(self, values: Sequence[tuple[str, str, str, str]]) -> list[Event]:
        sessions.record(self._connection, self._session)
        return log.append(self._connection, self._session, self._clock(), values)

    def _read_data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock:
            if self._closed:
                raise StateError(f"The state file {self._name} was closed: start digest-tui again.")
            try:
                with as_state_error(self._name):
                    yield
            except DamagedStateError as error:
                self._damage = str(error)
                raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._reading():
            if self._damage:
                raise DamagedStateError(self._damage)
            if self._guard:
                self._guard.check_file()
            with writing(self._connection):
                if self._guard:
                    self._guard.check_version(self._connection)
                yield

    @contextmanager
    def _writing_aside(self) -> Iterator[None]:
        """Write anything but a decision, with a short wait for other programs."""
        with self._reading():
            self._connection.execute(f"PRAGMA busy_timeout = {_SHORT_TIMEOUT_MS}")
            try:
                with self._writing():
                    yield
            finally:
                self._connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def _storable(text: str) -> str:
    """Return text with lone surrogates, which SQLite cannot hold, escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
