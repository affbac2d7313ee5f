"""The append-only table of events."""

import sqlite3
from collections.abc import Iterable, Sequence

from digest_tui.model import Change, Event
from digest_tui.store.fold import LIVE
from digest_tui.store.sessions import REACHED, Session

_COLUMNS = "host, n, stamp, session, batch, key, field, new"
_NEWEST_FIRST = "ORDER BY e.stamp DESC, e.host DESC, e.n DESC LIMIT 1"
_LIVE = f"""coalesce(
    (SELECT f.new FROM event f WHERE f.batch = e.batch AND f.field = '{LIVE}'
     ORDER BY f.stamp DESC, f.host DESC, f.n DESC LIMIT 1), '1') = '1'"""


def append(
    connection: sqlite3.Connection, session: Session, now: int, batch: str, values: Sequence[tuple[str, str, str]]
) -> list[Event]:
    """Write an event for each `(key, field, new)`, all with one stamp larger than every known one, and return them."""
    host = connection.execute("SELECT value FROM meta WHERE name = 'host'").fetchone()[0]
    last_n = connection.execute("SELECT coalesce(max(n), 0) FROM event WHERE host = ?", (host,)).fetchone()[0]
    stamp = max(now, newest_stamp(connection) + 1)
    events = [
        Event(host, n, stamp, session.id, batch, key, field, new)
        for n, (key, field, new) in enumerate(values, last_n + 1)
    ]
    connection.executemany(
        f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((e.host, e.n, e.stamp, e.session, e.batch, e.key, e.field, e.new) for e in events),
    )
    return events


def all_events(connection: sqlite3.Connection) -> list[Event]:
    """Return every event, oldest first."""
    return [Event(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM event ORDER BY stamp, host, n")]


def newest_stamp(connection: sqlite3.Connection) -> int:
    """Return the largest stamp; 0 for an empty log."""
    return int(connection.execute("SELECT coalesce(max(stamp), 0) FROM event").fetchone()[0])


def has_others(connection: sqlite3.Connection, session: Session, since: int) -> bool:
    """Return True when another session wrote an event that is newer than a stamp."""
    query = "SELECT 1 FROM event WHERE stamp > ? AND session <> ? LIMIT 1"
    return connection.execute(query, (since, session.id)).fetchone() is not None


def events_of(connection: sqlite3.Connection, keys: Iterable[str]) -> list[Event]:
    """Return every event that affects one of these keys: its own, and the flags of their batches."""
    query = f"""
        SELECT {_COLUMNS} FROM event WHERE key = :key AND field <> '{LIVE}' UNION ALL
        SELECT {_COLUMNS} FROM event
        WHERE field = '{LIVE}' AND batch IN (SELECT batch FROM event WHERE key = :key AND field <> '{LIVE}')"""
    return [Event(*row) for key in keys for row in connection.execute(query, {"key": key})]


def changes_of(connection: sqlite3.Connection, batch: str) -> tuple[Change, ...]:
    """Return the changes that a batch asked for."""
    rows = connection.execute(
        f"SELECT key, field, new FROM event WHERE batch = ? AND field <> '{LIVE}' ORDER BY host, n", (batch,)
    )
    return tuple(Change(*row) for row in rows)


def newest_live_batch(connection: sqlite3.Connection, session: Session | None) -> str | None:
    """Return the batch to undo: the newest in a session's reach, its own first; without a session, of all."""
    among, parameters = (REACHED, session.reach) if session else ("1", {})
    row = connection.execute(
        f"SELECT e.batch FROM event e WHERE e.field <> '{LIVE}' AND {among} AND {_LIVE} {_NEWEST_FIRST}", parameters
    ).fetchone()
    return None if row is None else str(row[0])


def newest_cancelled_batch(connection: sqlite3.Connection, session: Session) -> str | None:
    """Return the batch to redo: the one cancelled last, after the last change, in a session's reach."""
    last_change = connection.execute(
        f"SELECT stamp, host, n FROM event e WHERE e.field <> '{LIVE}' AND {REACHED} {_NEWEST_FIRST}",
        session.reach,
    ).fetchone()
    if last_change is None:
        return None
    stamp, host, n = last_change
    row = connection.execute(
        f"""SELECT flag.batch FROM event flag
            WHERE flag.field = '{LIVE}' AND flag.new = '0' AND (flag.stamp, flag.host, flag.n) > (:stamp, :host, :n)
            AND NOT EXISTS (
                SELECT 1 FROM event f WHERE f.batch = flag.batch AND f.field = '{LIVE}'
                AND (f.stamp, f.host, f.n) > (flag.stamp, flag.host, flag.n))
            AND EXISTS (SELECT 1 FROM event e WHERE e.batch = flag.batch AND e.field <> '{LIVE}' AND {REACHED})
            ORDER BY flag.stamp DESC, flag.host DESC, flag.n DESC LIMIT 1""",
        session.reach | {"stamp": stamp, "host": host, "n": n},
    ).fetchone()
    return None if row is None else str(row[0])
