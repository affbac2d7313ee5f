"""Opening the state file: made when it is missing, refused untouched when it is not ours to write."""

import itertools
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from digest_tui.errors import StateError, UnwritableStateError
from digest_tui.store import schema
from digest_tui.store.failures import ADVICE, as_state_error
from digest_tui.store.pages import MAGIC
from digest_tui.store.transaction import writing

BUSY_TIMEOUT_MS = 5000
"""The time that a write waits for another program's, in ms."""
_OPENING_TIMEOUT_MS = 2000
"""The time that a start waits for a program that lets nobody read, in ms."""

_HEADER_BYTES = 100
_JOURNALS = ("-wal", "-shm", "-journal")
_ORIGINAL_PAGES = slice(16, 20)
"""The bytes of a rollback journal that hold the file's former size; source: https://www.sqlite.org/fileformat2.html#the_rollback_journal"""


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection to a state file that was checked and brought to this version.

    Raises `StateError`; the file is then byte for byte what it was.
    """
    path = path.absolute()
    with as_state_error(str(path)):
        must_check = _create(path)
        if must_check:
            _check_header(path)
            must_check = not _is_sound(path)
            _keep_private(path)
        # Without memory that windows share, a file that was kept where there is some can be read only alone.
        connection = connect(path, alone=must_check)
        try:
            if must_check:
                _check_content(connection, path)
            _bring_up_to_date(connection, path)
            schema.probe(connection)
            _prefer_wal(connection)
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        except BaseException:
            connection.close()
            raise
        return connection


def connect(database: Path | str, *, uri: bool = False, alone: bool = False) -> sqlite3.Connection:
    """Return a connection with explicit transactions and durable commits, for any thread; `alone` shuts others out."""
    connection = sqlite3.connect(
        database, uri=uri, timeout=_OPENING_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
    )
    if alone:
        # Before all else: whatever else is asked looks at the file.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


class Guard:
    """Checks that a connection still writes to the state file, and in the version of this program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = _identity(path)

    def check_file(self) -> None:
        """Raise `StateError` when the file was removed or replaced: a commit would go where nobody finds it."""
        if _identity(self._path) != self._identity:
            raise StateError(
                f"The state file {self._path} was removed or replaced in the meantime: start digest-tui again."
            )

    def check_version(self, connection: sqlite3.Connection) -> None:
        """Raise `StateError` when another program brought the file to a newer version."""
        _refuse_newer(self._path, schema.version(connection))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _prefer_wal(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once, where the file system can."""
    is_alone = connection.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"
    # Some network file systems refuse by an error, others by staying in the mode they were in: both work without it.
    with suppress(sqlite3.OperationalError):
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if is_alone else 'WAL'}")
    connection.execute("PRAGMA locking_mode = NORMAL")
    # Only the next look at the file lets the others in again.
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _create(path: Path) -> bool:
    """Make the file and its folder where they are missing, and return True when there is content to check."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(path.parent, os.W_OK):
        raise UnwritableStateError(f"The folder {path.parent} cannot be written: choose another with --data-dir.")
    for ending in _JOURNALS:
        _refuse_special(path.with_name(path.name + ending))
    # In this order: a file that another program makes right now has its first bytes before a journal tells of more.
    if _has_decisions_in_journal(path) and _size(path) == 0:
        # SQLite would take it for another file's and delete it, with the newest decisions in it.
        raise StateError(
            f"{path} is empty or gone, but its journal is there and may hold decisions: "
            f"put the file back, or move {path.name}-wal and {path.name}-journal away."
        )
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    _refuse_special(path)
    if not os.access(path, os.W_OK):
        raise UnwritableStateError(f"The state file {path} cannot be written: check its permissions.")
    return _size(path) > 0


def _refuse_special(path: Path) -> None:
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise StateError(f"{path} is a link or not a regular file, so no state is kept there: move it away.")


def _has_decisions_in_journal(path: Path) -> bool:
    if _size(path.with_name(path.name + "-wal")):
        return True
    try:
        with path.with_name(path.name + "-journal").open("rb") as file:
            header = file.read(_ORIGINAL_PAGES.stop)
    except FileNotFoundError:
        return False
    # Of a file that had no page there is nothing to bring back: it is being made, or its making was cut off.
    return any(header[_ORIGINAL_PAGES]) or 0 < len(header) < _ORIGINAL_PAGES.stop


def _size(path: Path) -> int:
    """Return the size in bytes; 0 when there is no file."""
    try:
        return path.lstat().st_size
    except FileNotFoundError:
        return 0


def _check_header(path: Path) -> None:
    """Refuse a file whose first bytes show that it is not ours, before SQLite could touch it.

    Layout: https://www.sqlite.org/fileformat2.html#the_database_header
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(MAGIC):
        raise StateError(f"{path} is not a state file (not an SQLite database) and was left as it is: move it away.")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise StateError(f"{path} belongs to another program and was left as it is: move it away.")


def _is_sound(path: Path) -> bool:
    """Return True when a read-only connection could check the content; raises `StateError` when it is damaged."""
    # The last writing connection to a file copies the pending journal into it when it closes.
    try:
        with closing(connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            _check_content(connection, path)
    except sqlite3.OperationalError as error:
        # A commit was cut off and the connection that may write restores the file, or it cannot be read read-only.
        if error.sqlite_errorname in ("SQLITE_READONLY_ROLLBACK", "SQLITE_CANTOPEN"):
            return False
        raise
    return True


def _check_content(connection: sqlite3.Connection, path: Path) -> None:
    _refuse_newer(path, schema.version(connection))
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise StateError(f"The state file {path} is damaged and was left as it is: {ADVICE}.")


def _keep_private(path: Path) -> None:
    # SQLite gives the files it puts beside this one the same permissions.
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(schema.MIGRATIONS):
        raise StateError(f"{path} was written by a newer digest-tui and was left as it is: update digest-tui.")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    if schema.version(connection) == len(schema.MIGRATIONS):
        return
    with writing(connection):
        # Another program may have done it while this one waited.
        version = schema.version(connection)
        _refuse_newer(path, version)
        if 0 < version < len(schema.MIGRATIONS):
            _back_up(path, version)
        schema.migrate(connection)


def _back_up(path: Path, version: int) -> None:
    """Copy the file next to itself; nobody can write meanwhile, since the caller holds the write transaction."""
    for number in itertools.count(1):
        copy = path.with_name(f"{path.name}.v{version}-{number}.backup")
        with suppress(FileExistsError):
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            break
    with closing(connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
