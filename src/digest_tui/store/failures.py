"""Errors of SQLite and of the system, as one sentence for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from digest_tui.errors import DamagedStateError, StateError

ADVICE = "`digest-tui state backup` saves what can be read; move the file away, then start again"
"""The advice for a file that is not as it should be."""
_SENTENCES = {
    "BUSY": "is in use by another program and stayed locked: close that program and try again",
    "LOCKED": "is in use by another program and stayed locked: close that program and try again",
    "CORRUPT": f"is damaged and was left as it is: {ADVICE}",
    "NOTADB": f"is damaged and was left as it is: {ADVICE}",
    "READONLY": "cannot be written: check the permissions of the file and its folder",
    "CANTOPEN": "cannot be opened: check the permissions of the file and its folder",
    "PERM": "cannot be opened: check the permissions of the file and its folder",
    "FULL": "cannot grow because the disk is full: make room and try again",
    "IOERR": "cannot be read or written because the disk reports an error: check the disk, then start again",
}
_DAMAGE = ("CORRUPT", "NOTADB")


@contextmanager
def as_state_error(name: str) -> Iterator[None]:
    """Turn what SQLite or the system raises into a `StateError` about the file called `name`."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
        reason = _SENTENCES.get(code, f"cannot be used ({error}) and was left as it is: {ADVICE}")
        kind = DamagedStateError if code in _DAMAGE else StateError
        raise kind(f"The state file {name} {reason}.") from error
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        # Rows that no digest-tui wrote: a column of another type, a number without end.
        raise StateError(
            f"The state file {name} holds unreadable data ({type(error).__name__}) and was left as it is: {ADVICE}."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise StateError(
            f"The state file {name} cannot be opened ({reason}): check its folder or choose another with --data-dir."
        ) from error
