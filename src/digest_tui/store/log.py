"""The append-only table of events."""

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from itertools import groupby

from digest_tui.model import Change, Event
from digest_tui.store.fold import LIVE
from digest_tui.store.sessions import REACHED, Session

_COLUMNS = "host, n, stamp, session, batch, key, field, new"
_NEWEST_FIRST = "ORDER BY e.stamp DESC, e.host DESC, e.n DESC"
_LIVE = f"""coalesce(
    (SELECT f.new FROM event f WHERE f.batch = e.batch AND f.field = '{LIVE}'
     ORDER BY f.stamp DESC, f.host DESC, f.n DESC LIMIT 1), '1') = '1'"""


def append(
    connection: sqlite3.Connection, session: Session, now: int, values: Sequence[tuple[str, str, str, str]]
) -> list[Event]:
    """Write an event for each `(batch, key, field, new)` and return them; they share a stamp, larger than any known."""
    host = connection.execute("SELECT value FROM meta WHERE name = 'host'").fetchone()[0]
    last_n = connection.execute("SELECT coalesce(max(n), 0) FROM event WHERE host = ?", (host,)).fetchone()[0]
    stamp = max(now, newest_stamp(connection) + 1)
    events = [Event(host, n, stamp, session.id, *value) for n, value in enumerate(values, last_n + 1)]
    connection.executemany(
        f"INSERT INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((e.host, e.n, e.stamp, e.session, e.batch, e.key, e.field, e.new) for e in events),
    )
    return events


def all_events(connection: sqlite3.Connection) -> list[Event]:
    """Return every event, oldest first."""
    return [Event(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM event ORDER BY stamp, host, n")]


def machines(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the names of machines by their id, this one first."""
    own = "(SELECT value FROM meta WHERE name = 'host')"
    rows = connection.execute(f"SELECT host, name FROM machine ORDER BY host <> {own}, host")
    return {str(host): str(name) for host, name in rows}


def newest_stamp(connection: sqlite3.Connection) -> int:
    """Return the largest stamp; 0 for an empty log."""
    return int(connection.execute("SELECT coalesce(max(stamp), 0) FROM event").fetchone()[0])


def stamps(connection: sqlite3.Connection, back: int) -> list[int]:
    """Return the stamps that are at most so many ms older than the newest, each once, in order."""
    query = "SELECT DISTINCT stamp FROM event WHERE stamp >= (SELECT max(stamp) FROM event) - ? ORDER BY stamp"
    return [stamp for (stamp,) in connection.execute(query, (back,))]


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


def live_batches(connection: sqlite3.Connection, session: Session | None) -> Generator[str, None, None]:
    """Yield the batches that may be undone, the newest first: those in a session's reach; without one, all."""
    among, parameters = (REACHED, session.reach) if session else ("1", {})
    query = f"SELECT e.batch FROM event e WHERE e.field <> '{LIVE}' AND {among} AND {_LIVE} {_NEWEST_FIRST}"
    seen = set()
    for (batch,) in connection.execute(query, parameters):
        if batch not in seen:
            seen.add(batch)
            yield batch


def cancelled_steps(connection: sqlite3.Connection, session: Session) -> Generator[tuple[str, ...], None, None]:
    """Yield the batches that may be redone, those that were cancelled at once together, the last ones first.

    These are the batches in a session's reach that were cancelled after the last change there, and what was cancelled
    with them by a session in its reach.
    """
    last_change = connection.execute(
        f"SELECT stamp, host, n FROM event e WHERE e.field <> '{LIVE}' AND {REACHED} {_NEWEST_FIRST} LIMIT 1",
        session.reach,
    ).fetchone()
    if last_change is None:
        return
    stamp, host, n = last_change
    rows = connection.execute(
        f"""SELECT flag.stamp, flag.host, flag.batch,
                EXISTS (SELECT 1 FROM event e WHERE e.host = flag.host AND e.n = flag.n AND {REACHED}),
                EXISTS (SELECT 1 FROM event e WHERE e.batch = flag.batch AND e.field <> '{LIVE}' AND {REACHED})
            FROM event flag
            WHERE flag.field = '{LIVE}' AND flag.new = '0' AND (flag.stamp, flag.host, flag.n) > (:stamp, :host, :n)
            AND NOT EXISTS (
                SELECT 1 FROM event f WHERE f.batch = flag.batch AND f.field = '{LIVE}'
                AND (f.stamp, f.host, f.n) > (flag.stamp, flag.host, flag.n))
            ORDER BY flag.stamp DESC, flag.host DESC, flag.n""",
        session.reach | {"stamp": stamp, "host": host, "n": n},
    )
    for _, flags in groupby(rows, key=lambda row: row[:2]):
        step = [(batch, by_reach, in_reach) for _, _, batch, by_reach, in_reach in flags]
        if any(in_reach for _, _, in_reach in step):
            yield tuple(batch for batch, by_reach, in_reach in step if by_reach or in_reach)


def is_reached(connection: sqlite3.Connection, session: Session, batch: str) -> bool:
    """Return True for a batch in a session's reach."""
    query = f"SELECT 1 FROM event e WHERE e.batch = :batch AND e.field <> '{LIVE}' AND {REACHED}"
    return connection.execute(query, session.reach | {"batch": batch}).fetchone() is not None
