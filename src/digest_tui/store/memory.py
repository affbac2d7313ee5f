"""The store that forgets: for the samples, and when the state file cannot be used."""

import sqlite3
from collections.abc import Callable

from digest_tui.store import schema
from digest_tui.store.base import Store
from digest_tui.store.opening import connect
from digest_tui.store.sqlite import SqliteStore, utc_ms
from digest_tui.store.transaction import writing


def memory_store(*, clock: Callable[[], int] = utc_ms) -> Store:
    """Return a store without a file; `clock` returns ms since the epoch UTC."""
    return SqliteStore(memory_database(), clock, "in memory")


def memory_database() -> sqlite3.Connection:
    """Return an empty database of this version without a file."""
    connection = connect(":memory:")
    with writing(connection):
        schema.migrate(connection)
    return connection
