"""Maintenance of the state file: checking it, and copying it."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from digest_tui.errors import StateError, UsageError
from digest_tui.store import cache, schema
from digest_tui.store.failures import as_state_error
from digest_tui.store.opening import open_database
from digest_tui.store.recovery import recovered
from digest_tui.store.transaction import writing


class Report(NamedTuple):
    """The result of checking a state file."""

    events: int
    papers: int
    """Number of keys that have a state."""
    version: int
    """The version of the tables."""
    complaints: tuple[str, ...]
    """The errors that SQLite's own check reports."""
    mended: int
    """Number of keys whose state differed from the log and was corrected."""


def check(path: Path) -> Report:
    """Check every page of a state file and derive the states from its log anew; raises `StateError`."""
    with as_state_error(str(path)), closing(open_database(path)) as connection:
        complaints = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        with writing(connection):
            mended = cache.rebuild(connection)
        (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
        (papers,) = connection.execute("SELECT count(DISTINCT key) FROM state").fetchone()
        wrong = () if complaints == ["ok"] else tuple(complaints)
        return Report(events, papers, schema.version(connection), wrong, len(mended))


class Backup(NamedTuple):
    """What was saved of a state file."""

    path: Path | None
    """The copy; None where nothing of a damaged file could be read."""
    events: int
    damaged: tuple[Path, ...] = ()
    """The files as they are, byte for byte, where something in them could not be read; empty for a sound file."""


def back_up(path: Path, target: Path) -> Backup:
    """Copy a state file, including the contents of its journal, to a file that must not exist yet (0600).

    Of a file that cannot be opened what can be read is copied, and beside that the file itself and its journals, byte
    for byte. Raises `StateError` when it cannot even be copied, `UsageError` when a target exists or cannot be written.
    """
    if not path.exists():
        raise StateError(f"There is no state file {path} yet: nothing has been decided.")
    source, damaged = _readable(path, target)
    with closing(source), _as_unwritten(target):
        (events,) = source.execute("SELECT count(*) FROM event").fetchone()
        if damaged and target.exists():
            raise FileExistsError
        kept = tuple(_copied(file, copy) for file, copy in damaged)
        if events or not damaged:
            _write(source, target)
            return Backup(target, events, kept)
        return Backup(None, 0, kept)


def _readable(path: Path, target: Path) -> tuple[sqlite3.Connection, list[tuple[Path, Path]]]:
    """Return what can be read, and the files to copy beside it with the names of their copies."""
    try:
        with as_state_error(str(path)):
            return open_database(path), []
    except StateError:
        if not path.is_file() or path.is_symlink():
            raise
        found = recovered(path, by_tool=True)
        if found.is_whole:
            return found.connection, []
    name = f"{target.stem}-damaged{target.suffix}"
    files = [
        (path.with_name(path.name + ending), target.with_name(name + ending)) for ending in ("", "-wal", "-journal")
    ]
    return found.connection, [
        (file, copy) for file, copy in files if (file.is_file() and file.stat().st_size) or file == path
    ]


def _copied(file: Path, copy: Path) -> Path:
    """Copy a file byte for byte to a new one, of which nothing is left where that fails."""
    with _opened(file) as source:
        try:
            descriptor = os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError as error:
            raise _exists(copy) from error
        try:
            with open(descriptor, "wb") as target:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
        except BaseException:
            copy.unlink()
            raise
    return copy


def _exists(target: Path) -> UsageError:
    return UsageError(f"{target} already exists and was left as it is: name another file.")


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise StateError(f"The state file {file} cannot be read: {error.strerror or error}.") from error


@contextmanager
def _as_unwritten(target: Path) -> Iterator[None]:
    """Turn what a copy raises into a `UsageError` about it."""
    try:
        yield
    except FileExistsError as error:
        raise _exists(target) from error
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"The backup {target} cannot be written: {reason}.") from error


def _write(source: sqlite3.Connection, target: Path) -> None:
    """Write beside the target first, so that an unfinished backup never has its name."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
            # A file of its own, without a journal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        _name(unfinished, target)
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _name(unfinished: Path, target: Path) -> None:
    try:
        # Unlike a rename it never takes the place of another file.
        os.link(unfinished, target)
    except OSError as error:
        if error.errno == errno.EEXIST or target.exists():
            raise
        # There are file systems without links.
        unfinished.rename(target)
