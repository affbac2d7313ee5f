"""The store that forgets: for the samples, and when the state file cannot be used."""

from collections.abc import Callable

from digest_tui.store import schema
from digest_tui.store.base import Store
from digest_tui.store.opening import connect
from digest_tui.store.sqlite import SqliteStore, utc_ms
from digest_tui.store.transaction import writing


def memory_store(*, clock: Callable[[], int] = utc_ms) -> Store:
    """A store without a file; `clock` gives ms since the epoch UTC."""
    connection = connect(":memory:")
    with writing(connection):
        schema.migrate(connection)
    return SqliteStore(connection, clock, "in memory")
