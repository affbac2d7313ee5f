"""Opening the index: whatever is wrong with it, an empty one replaces it."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import suppress
from pathlib import Path

from digest_tui.index.schema import TABLES, version
from digest_tui.paths import private

WAIT_SECONDS = 5.0
"""The seconds that a thread waits for another window that writes."""
_UNUSED_SECONDS = 60 * 24 * 3600
"""The age in seconds from which on unused contents are deleted."""

_NOT_THE_FILE = ("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN")


def connect(file: Path, *, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Return a connection with the settings of the index; any thread may use it, one at a time."""
    connection = sqlite3.connect(file, timeout=wait, isolation_level=None, check_same_thread=False)
    # A commit need not outlive a power cut, but what is there must be whole.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -512")
    return connection


def prepared(file: Path) -> sqlite3.Connection:
    """Return a connection to an index with this version's tables, made anew when it has others or none.

    Raises sqlite3.Error and OSError where nothing can be kept there.
    """
    private(file.parent)
    for attempt in (1, 2):
        try:
            return _opened(file)
        except sqlite3.DatabaseError as error:
            # Locked, or no room: not the fault of the file. Else another version's, damaged, or something else.
            if attempt == 2 or getattr(error, "sqlite_errorname", "") in _NOT_THE_FILE:
                raise
            remove(file)
    raise AssertionError


def remove(file: Path) -> None:
    """Delete an index with SQLite's files beside it; other windows go on with the one that they have open."""
    for path in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        with suppress(FileNotFoundError):
            path.unlink()


def _opened(file: Path) -> sqlite3.Connection:
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode) or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
        raise OSError(f"{file} is not a regular file of this user's")
    connection = connect(file)
    try:
        _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    wanted = version()
    # At one moment: another window may be making the tables.
    connection.execute("BEGIN")
    found = _version(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.execute("COMMIT")
    if found == wanted:
        return
    if tables:
        raise sqlite3.DatabaseError("another version's")
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise OSError("an index must be readable while it is written")
    connection.execute("BEGIN IMMEDIATE")
    # Another window may have made them while this one waited.
    if _version(connection) is None:
        for statement in filter(str.strip, TABLES.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES (?)", (wanted,))
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT version FROM meta").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_ERROR":
            raise
        return None
    return None if row is None else str(row[0])


def forget_unused(connection: sqlite3.Connection) -> None:
    """Delete the contents that belong to libraries not opened for long."""
    limit = int(time.time()) - _UNUSED_SECONDS
    connection.execute("DELETE FROM made WHERE used < ?", (limit,))
    connection.execute("DELETE FROM library WHERE used < ?", (limit,))
