"""The table of states, derived from the log so that a start need not read it."""

import sqlite3
from collections.abc import Collection, Iterable

from digest_tui.model import Event, KeyState
from digest_tui.store import log
from digest_tui.store.fold import key_states, newest_live

_COLUMNS = "key, field, new, stamp, host, n"


def states(connection: sqlite3.Connection) -> dict[str, KeyState]:
    """Return the state of every key that has one."""
    return key_states(connection.execute(f"SELECT {_COLUMNS} FROM state"))


def states_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, KeyState]:
    """Return the state of each of these keys."""
    query = f"SELECT {_COLUMNS} FROM state WHERE key = ?"
    wanted = dict.fromkeys(keys, KeyState())
    return wanted | key_states(row for key in wanted for row in connection.execute(query, (key,)))


def put(connection: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Take over events that are the newest live ones of their key and field."""
    connection.executemany(
        f"INSERT OR REPLACE INTO state ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        ((e.key, e.field, e.new, e.stamp, e.host, e.n) for e in events),
    )


def refresh(connection: sqlite3.Connection, keys: Collection[str]) -> frozenset[str]:
    """Derive the states of some keys from the log again, and return the keys whose state changed."""
    before = states_of(connection, keys)
    connection.executemany("DELETE FROM state WHERE key = ?", ((key,) for key in keys))
    put(connection, newest_live(log.events_of(connection, keys)).values())
    after = states_of(connection, keys)
    return frozenset(key for key in keys if before[key] != after[key])


def rebuild(connection: sqlite3.Connection) -> frozenset[str]:
    """Derive every state from the log again, and return the keys whose state changed."""
    before = states(connection)
    connection.execute("DELETE FROM state")
    put(connection, newest_live(log.all_events(connection)).values())
    after = states(connection)
    return frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
