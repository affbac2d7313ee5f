"""Sessions, and the order in which they ended: one may undo the changes of those that ended before it began.

Ends are counted, not timed: each takes the next number, and a session keeps the last one taken when it began.
A session is recorded when it first writes, so that opening the state to read it writes nothing.
"""

import os
import sqlite3
from typing import NamedTuple

from digest_tui.store import processes
from digest_tui.store.host import host_name
from digest_tui.store.schema import new_id
from digest_tui.store.transaction import writing

REACHED = "(e.session = :session OR e.session IN (SELECT id FROM session WHERE ended <= :began))"
"""The condition that the event `e` belongs to a session, or to one that ended before it began."""


class Session(NamedTuple):
    """A session: one open store."""

    id: str
    began: int
    """The number of the last end before it."""

    @property
    def reach(self) -> dict[str, str | int]:
        """The parameters of `REACHED`."""
        return {"session": self.id, "began": self.began}


def begin(connection: sqlite3.Connection) -> Session:
    """Return a new session, after ending those of this machine whose process is gone."""
    open_sessions = connection.execute(
        "SELECT id, pid, process FROM session WHERE ended IS NULL AND machine = ?", (host_name(),)
    ).fetchall()
    gone = [id_ for id_, pid, process in open_sessions if not processes.is_running(pid, process)]
    if gone:
        with writing(connection):
            for id_ in gone:
                end(connection, id_)
    return Session(new_id(), _ends(connection))


def record(connection: sqlite3.Connection, session: Session) -> None:
    """Record that a session writes; the caller holds the write transaction."""
    pid = os.getpid()
    connection.execute(
        "INSERT OR IGNORE INTO session VALUES (?, ?, ?, ?, NULL)",
        (session.id, host_name(), pid, processes.identity(pid)),
    )


def end(connection: sqlite3.Connection, id_: str) -> None:
    """Record that a session is over; the caller holds the write transaction."""
    connection.execute("UPDATE session SET ended = ? WHERE id = ? AND ended IS NULL", (_ends(connection) + 1, id_))


def _ends(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(ended), 0) FROM session").fetchone()[0])
