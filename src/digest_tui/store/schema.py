"""The tables, and the steps that lead from one version of them to the next."""

import os
import sqlite3
from collections.abc import Callable

from digest_tui.model.machines import short_name
from digest_tui.store import known
from digest_tui.store.host import host_name

APPLICATION_ID = int.from_bytes(b"DgTu", "big")
"""Marks a SQLite file as ours: https://www.sqlite.org/pragma.html#pragma_application_id"""


def new_id() -> str:
    """Return a name that no other machine gives: 16 hexadecimal digits."""
    return os.urandom(8).hex()


def _events_and_states(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    connection.execute("INSERT INTO meta VALUES ('host', ?)", (new_id(),))
    connection.execute(
        """CREATE TABLE event (
            host TEXT NOT NULL, n INTEGER NOT NULL, stamp INTEGER NOT NULL, session TEXT NOT NULL,
            batch TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, new TEXT NOT NULL,
            PRIMARY KEY (host, n)
        ) WITHOUT ROWID"""
    )
    connection.execute("CREATE INDEX event_order ON event (stamp, host, n)")
    connection.execute("CREATE INDEX event_key ON event (key)")
    connection.execute("CREATE INDEX event_batch ON event (batch, field, stamp, host, n)")
    connection.execute(
        """CREATE TABLE state (
            key TEXT NOT NULL, field TEXT NOT NULL, new TEXT NOT NULL,
            stamp INTEGER NOT NULL, host TEXT NOT NULL, n INTEGER NOT NULL,
            PRIMARY KEY (key, field)
        ) WITHOUT ROWID"""
    )
    connection.execute(
        """CREATE TABLE session (
            id TEXT PRIMARY KEY, machine TEXT NOT NULL, pid INTEGER NOT NULL, process TEXT NOT NULL, ended INTEGER
        ) WITHOUT ROWID"""
    )
    connection.execute("CREATE TABLE memory (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


def _known_papers(connection: sqlite3.Connection) -> None:
    # An absent text is empty, an absent version 0.
    connection.execute(
        """CREATE TABLE known (
            key TEXT PRIMARY KEY, keys TEXT NOT NULL, title TEXT NOT NULL, link TEXT NOT NULL, arxiv TEXT NOT NULL,
            version INTEGER NOT NULL, doi TEXT NOT NULL, huggingface TEXT NOT NULL, alphaxiv TEXT NOT NULL,
            links TEXT NOT NULL, day TEXT NOT NULL, period TEXT NOT NULL, source TEXT NOT NULL,
            location TEXT NOT NULL, path TEXT NOT NULL
        ) WITHOUT ROWID"""
    )
    connection.execute("CREATE INDEX known_location ON known (location)")


def _machines(connection: sqlite3.Connection) -> None:
    # Events name machines by an id; what people call them is not part of the log.
    connection.execute("CREATE TABLE machine (host TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID")
    connection.execute("INSERT INTO machine SELECT value, ? FROM meta WHERE name = 'host'", (short_name(host_name()),))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_events_and_states, _known_papers, _machines)
"""The steps in order; `user_version` counts those that were applied. A published step is never edited."""


_COLUMNS = {
    "meta": "name, value",
    "event": "host, n, stamp, session, batch, key, field, new",
    "state": "key, field, new, stamp, host, n",
    "session": "id, machine, pid, process, ended",
    "memory": "name, value",
    "known": known.COLUMNS,
    "machine": "host, name",
}


def version(connection: sqlite3.Connection) -> int:
    """Return the number of migrations applied to a database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def probe(connection: sqlite3.Connection) -> None:
    """Query every table and column of this version; raises sqlite3.Error for one that is missing."""
    for table, columns in _COLUMNS.items():
        connection.execute(f"SELECT {columns} FROM {table} LIMIT 0")
    if connection.execute("SELECT count(*) FROM meta WHERE name = 'host'").fetchone() != (1,):
        raise sqlite3.DatabaseError("it has no name of its own")


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the steps that are missing; the caller holds the write transaction."""
    for step in MIGRATIONS[version(connection) :]:
        step(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
