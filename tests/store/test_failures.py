"""Every failure of a state file is one sentence with what a person can do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from digest_tui.errors import DamagedStateError, StateError
from digest_tui.store.failures import ADVICE, as_state_error


@contextmanager
def told(kind: type[Exception] = StateError) -> Iterator[list[str]]:
    sentences: list[str] = []
    with pytest.raises(kind) as caught:
        yield sentences
    assert type(caught.value) is kind
    assert caught.value.__cause__ is not None
    sentences.append(str(caught.value))


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorname = name
    return error


PERMISSIONS = "check the permissions of the file and its folder"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("SQLITE_BUSY", "is in use by another program and stayed locked: close that program and try again"),
        ("SQLITE_BUSY_SNAPSHOT", "is in use by another program and stayed locked: close that program and try again"),
        ("SQLITE_LOCKED", "is in use by another program and stayed locked: close that program and try again"),
        ("SQLITE_READONLY", f"cannot be written: {PERMISSIONS}"),
        ("SQLITE_CANTOPEN", f"cannot be opened: {PERMISSIONS}"),
        ("SQLITE_PERM", f"cannot be opened: {PERMISSIONS}"),
        ("SQLITE_FULL", "cannot grow because the disk is full: make room and try again"),
        (
            "SQLITE_IOERR_READ",
            "cannot be read or written because the disk reports an error: check the disk, then start again",
        ),
        ("SQLITE_ERROR", f"cannot be used (what SQLite says) and was left as it is: {ADVICE}"),
        ("", f"cannot be used (what SQLite says) and was left as it is: {ADVICE}"),
    ],
)
def test_what_sqlite_raises(name: str, reason: str) -> None:
    with told() as sentences, as_state_error("/data/state.db"):
        raise sqlite_error(name)
    assert sentences == [f"The state file /data/state.db {reason}."]


def test_an_error_without_a_name() -> None:
    with told() as sentences, as_state_error("x"):
        raise sqlite3.ProgrammingError("odd")
    assert sentences == [f"The state file x cannot be used (odd) and was left as it is: {ADVICE}."]


@pytest.mark.parametrize("name", ["SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CORRUPT_INDEX"])
def test_damage_is_an_error_of_its_own(name: str) -> None:
    with told(DamagedStateError) as sentences, as_state_error("x"):
        raise sqlite_error(name)
    assert sentences == [f"The state file x is damaged and was left as it is: {ADVICE}."]


@pytest.mark.parametrize("kind", [TypeError, ValueError, AttributeError, OverflowError])
def test_rows_that_nobody_of_us_wrote(kind: type[Exception]) -> None:
    with told() as sentences, as_state_error("x"):
        raise kind
    assert sentences == [f"The state file x holds unreadable data ({kind.__name__}) and was left as it is: {ADVICE}."]


@pytest.mark.parametrize(
    ("error", "reason"), [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError("odd"), "odd")]
)
def test_what_the_system_raises(error: OSError, reason: str) -> None:
    with told() as sentences, as_state_error("x"):
        raise error
    assert sentences == [
        f"The state file x cannot be opened ({reason}): check its folder or choose another with --data-dir."
    ]


def test_what_to_do_about_a_damaged_file() -> None:
    assert ADVICE == "`digest-tui state backup` saves what can be read; move the file away, then start again"


def test_other_errors_are_faults_of_ours() -> None:
    with pytest.raises(KeyError), as_state_error("x"):
        raise KeyError
