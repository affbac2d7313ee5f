"""Recovering the contents of a state file that cannot be written, from a copy of it, into memory."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from digest_tui.store import cache, schema
from digest_tui.store.base import Store
from digest_tui.store.memory import memory_database
from digest_tui.store.opening import connect
from digest_tui.store.sqlite import SqliteStore, utc_ms
from digest_tui.store.transaction import writing

MAX_BYTES = 256 * 1024 * 1024
"""The largest size in bytes of a file that is copied: years of decisions take some ten million."""


class _Table(NamedTuple):
    kinds: tuple[type, ...]
    """The types of its columns: another program may have put anything there."""
    backwards: str


_TABLES = {
    "event": _Table((str, int, int, str, str, str, str, str), "host DESC, n DESC"),
    "state": _Table((str, str, str, int, str, int), "key DESC, field DESC"),
    "memory": _Table((str, str), "name DESC"),
    "known": _Table((str,) * 5 + (int,) + (str,) * 9, "key DESC"),
}


def recovered_store(path: Path, *, clock: Callable[[], int] = utc_ms) -> Store:
    """Return a store without a file that begins with what can be read of the state at `path`; never raises."""
    return SqliteStore(recovered(path).connection, clock, "in memory")


class Recovered(NamedTuple):
    """The readable contents of a state file."""

    connection: sqlite3.Connection
    """The connection to a database in memory."""
    is_whole: bool
    """True when the file is sound, so that nothing is missing."""


def recovered(path: Path) -> Recovered:
    """Return what can be read of the state at `path`; never raises.

    The file and its journal are copied first: SQLite changes what it opens, even to read it. Of a damaged file the rows
    before and behind the damage are taken; of one that is not ours, or newer, nothing.
    """
    connection = memory_database()
    is_whole = False
    with suppress(OSError, sqlite3.Error), TemporaryDirectory(prefix="digest-tui-") as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal", "-journal"):
            _copy(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
        with closing(connect(copy)) as source:
            _take(source, connection)
            is_whole = source.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    return Recovered(connection, is_whole)


def _copy(file: Path, target: Path) -> None:
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return
    with open(descriptor, "rb") as source:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            raise OSError(f"{file} cannot be copied")
        with target.open("xb") as copy:
            shutil.copyfileobj(source, copy)


def _take(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    is_ours = source.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    if not is_ours or not 0 < schema.version(source) <= len(schema.MIGRATIONS):
        return
    with suppress(sqlite3.Error), writing(source):
        schema.migrate(source)
    with writing(target):
        for name, table in _TABLES.items():
            rows = (row for row in _rows(source, name, table) if tuple(map(type, row)) == table.kinds)
            marks = ", ".join("?" * len(table.kinds))
            target.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)
        if not target.execute("SELECT 1 FROM state").fetchone():
            cache.rebuild(target)


def _rows(source: sqlite3.Connection, name: str, table: _Table) -> Iterator[tuple[object, ...]]:
    try:
        yield from source.execute(f"SELECT * FROM {name}")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            yield from source.execute(f"SELECT * FROM {name} ORDER BY {table.backwards}")
