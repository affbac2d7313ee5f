"""The store that forgets: for the samples, and when the state file cannot be used."""

import sqlite3
from collections.abc import Callable

from digest_tui.store import schema
from digest_tui.store.base import Store
from digest_tui.store.opening import connect
from digest_tui.store.sqlite import SqliteStore, utc_ms
from digest_tui.store.transaction import writing


def memory_store(*, clock: Callable[[], int] = utc_ms) -> Store:
    """A store without a file; `clock` gives ms since the epoch UTC."""
    return SqliteStore(memory_database(), clock, "in memory")


def memory_database() -> sqlite3.Connection:
    """A database without a file, in this version and empty."""
    connection = connect(":memory:")
    with writing(connection):
        schema.migrate(connection)
    return connection
