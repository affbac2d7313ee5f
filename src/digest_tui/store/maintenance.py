"""Maintenance of the state file: checking it, and copying it."""

import errno
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import StateError, UsageError
from digest_tui.store import cache, known, schema
from digest_tui.store.failures import as_state_error
from digest_tui.store.opening import open_database
from digest_tui.store.recovery import Recovered, recovered
from digest_tui.store.transaction import writing


class Report(NamedTuple):
    """The result of checking a state file."""

    events: int
    papers: int
    """Number of papers that have a state, each counted once as far as its keys are known."""
    version: int
    """The version of the tables."""
    complaints: tuple[str, ...]
    """The errors that SQLite's own check reports."""
    mended: int
    """Number of papers whose state differed from the log and was corrected."""


def check(path: Path) -> Report:
    """Check every page of a state file and derive the states from its log anew; raises `StateError`."""
    with as_state_error(str(path)), closing(open_database(path)) as connection:
        complaints = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        with writing(connection):
            mended = cache.rebuild(connection)
        (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
        decided = [row[0] for row in connection.execute("SELECT DISTINCT key FROM state")]
        papers, wrong = (known.paper_count(connection, keys) for keys in (decided, mended))
        complained = () if complaints == ["ok"] else tuple(complaints)
        return Report(events, papers, schema.version(connection), complained, wrong)


class Backup(NamedTuple):
    """A copy that was made."""

    path: Path
    events: int
    is_whole: bool
    """True when everything is in it; False for what could still be read of a damaged file."""


def back_up(path: Path, target: Path) -> Backup:
    """Copy a state file, including the contents of its journal, to a file that must not exist yet (0600).

    Raises `StateError` when nothing can be read, `UsageError` when the target exists or cannot be written.
    """
    source, is_whole = _readable(path)
    with closing(source):
        with as_state_error(str(path)):
            (events,) = source.execute("SELECT count(*) FROM event").fetchone()
        if not is_whole and not events:
            raise StateError(f"Nothing in the state file {path} can be read, so no backup was made.")
        try:
            _write(source, target)
        except FileExistsError as error:
            raise UsageError(f"{target} already exists and was left as it is: name another file.") from error
        except (OSError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise UsageError(f"The backup {target} cannot be written: {reason}.") from error
    return Backup(target, events, is_whole)


def _readable(path: Path) -> Recovered:
    if not path.exists():
        raise StateError(f"There is no state file {path} yet: nothing has been decided.")
    try:
        with as_state_error(str(path)):
            return Recovered(open_database(path), True)
    except StateError:
        return recovered(path)


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
