"""Recovering the contents of a state file that cannot be written, from a copy of it, into memory."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from digest_tui.store import cache, schema
from digest_tui.store.base import Store
from digest_tui.store.memory import memory_database
from digest_tui.store.opening import connect
from digest_tui.store.pages import MAGIC, Row, rows_in
from digest_tui.store.schema import new_id
from digest_tui.store.sqlite import SqliteStore, utc_ms
from digest_tui.store.sqlite_tool import recovered_by_tool
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
    "machine": _Table((str, str), "host DESC"),
    "known": _Table((str,) * 5 + (int,) + (str,) * 9, "key DESC"),
}
_BY_COLUMNS = {len(_TABLES[name].kinds): name for name in ("event", "state", "known")}
"""The tables that a row is told to be of by the number of its columns."""
_SIGN, _BEGINNING = b"CREATE INDEX event_batch ON event (batch, field, stamp, host, n)", 1 << 16
"""The definition that tells a file of ours whose mark is gone, and the bytes in which it stands."""


def recovered_store(path: Path, *, clock: Callable[[], int] = utc_ms) -> Store:
    """Return a store without a file that begins with what can be read of the state at `path`; never raises."""
    return SqliteStore(recovered(path).connection, clock, "in memory")


class Recovered(NamedTuple):
    """The readable contents of a state file."""

    connection: sqlite3.Connection
    """The connection to a database in memory."""
    is_whole: bool
    """True when the file is sound, so that nothing is missing."""


def recovered(path: Path, *, by_tool: bool = False) -> Recovered:
    """Return what can be read of the state at `path`; never raises.

    The file and its journal are copied first: SQLite changes what it opens, even to read it. Of a damaged file the rows
    are taken that can be selected, those that SQLite's own recovery finds if `by_tool`, and those on any page; of one
    that is not ours, or newer, nothing.
    """
    connection = memory_database()
    is_whole = False
    with suppress(OSError), TemporaryDirectory(prefix="digest-tui-") as folder:
        copy = _copied(path, Path(folder) / "whole")
        with suppress(sqlite3.Error), closing(connect(copy)) as source:
            is_whole = _take(source, connection)
        if not is_whole:
            copy = _copied(path, Path(folder) / "damaged")
            data, wal = copy.read_bytes(), _bytes(copy.with_name(f"{copy.name}-wal"))
            if _may_be_ours(data):
                _supplement(connection, rows_in(data, wal, _BY_COLUMNS.keys()))
                if by_tool:
                    with recovered_by_tool(copy) as found:
                        _take_found(found, connection)
                _finish(connection)
    return Recovered(connection, is_whole)


def _copied(path: Path, folder: Path) -> Path:
    """Copy a file and its journals into a new folder, and return the copy."""
    folder.mkdir()
    for ending in ("", "-wal", "-journal"):
        _copy(path.with_name(path.name + ending), folder / f"{path.name}{ending}")
    return folder / path.name


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


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _is_ours(source: sqlite3.Connection) -> bool:
    is_ours = source.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    return is_ours and 0 < schema.version(source) <= len(schema.MIGRATIONS)


def _may_be_ours(data: bytes) -> bool:
    """Return False for a file whose sound header says that it is another program's, or newer."""
    if not data.startswith(MAGIC):
        return True
    version, program = (int.from_bytes(data[at : at + 4], "big") for at in (60, 68))
    is_ours = program == schema.APPLICATION_ID or (not program and _SIGN in data[:_BEGINNING])
    return is_ours and version <= len(schema.MIGRATIONS)


def _take(source: sqlite3.Connection, target: sqlite3.Connection) -> bool:
    """Take what can be selected, and return True when that is all there is."""
    if not _is_ours(source):
        return False
    with suppress(sqlite3.Error), writing(source):
        schema.migrate(source)
    is_whole = source.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    with writing(target):
        for name in _TABLES:
            _put(target, name, _rows(source, name))
        if not target.execute("SELECT 1 FROM state").fetchone():
            cache.rebuild(target)
    if not is_whole or any(_count(source, name) != _count(target, name) for name in ("event", "state", "known")):
        return False
    with writing(target):
        # A whole copy is the same machine's; of a part the numbers of lost events must not be given again.
        own = source.execute("SELECT value FROM meta WHERE name = 'host'").fetchone()
        target.execute("UPDATE meta SET value = ? WHERE name = 'host'", own)
    return True


def _count(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])


def _take_found(found: sqlite3.Connection | None, target: sqlite3.Connection) -> None:
    if found is not None:
        with writing(target):
            for name in _TABLES:
                _put(target, name, _rows(found, name))


def _supplement(target: sqlite3.Connection, rows: Iterable[Row]) -> None:
    with writing(target):
        for row in rows:
            _put(target, _BY_COLUMNS[len(row)], [row])


def _put(target: sqlite3.Connection, name: str, rows: Iterable[Row]) -> None:
    """Add rows that are of the right types and not there yet."""
    kinds = _TABLES[name].kinds
    marks = ", ".join("?" * len(kinds))
    sound = (row for row in rows if tuple(map(type, row)) == kinds)
    target.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({marks})", sound)


def _finish(target: sqlite3.Connection) -> None:
    """Make events of states whose events are lost, and derive the states from what is there now."""
    lost = target.execute(
        "SELECT host, n, stamp, key, field, new FROM state WHERE NOT EXISTS "
        "(SELECT 1 FROM event WHERE event.host = state.host AND event.n = state.n)"
    ).fetchall()
    with writing(target):
        target.executemany(
            "INSERT INTO event VALUES (?, ?, ?, '', ?, ?, ?, ?)",
            ((host, n, stamp, new_id(), key, field, new) for host, n, stamp, key, field, new in lost),
        )
        cache.rebuild(target)


def _rows(source: sqlite3.Connection, name: str) -> Iterator[Row]:
    """Yield the rows before and behind what cannot be read."""
    for order in ("", f" ORDER BY {_TABLES[name].backwards}"):
        with suppress(sqlite3.Error):
            yield from source.execute(f"SELECT * FROM {name}{order}")
            return
