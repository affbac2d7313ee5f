"""What a person reads when the state file cannot be used: which file, what is wrong, what to do."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.errors import StateError, UnwritableStateError, UsageError
from digest_tui.model import Change
from digest_tui.store import Store, maintenance, open_store, opening, schema
from digest_tui.store.failures import ADVICE
from support.states import damaged_inside, run_sql, with_state

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions and special files are POSIX")
STAR = Change("arxiv:2512.00001", "star", "1")


def said(action: Callable[[], object], kind: type[Exception] = StateError) -> str:
    with pytest.raises(kind) as caught:
        action()
    assert type(caught.value) is kind
    return str(caught.value)


def remove(path: Path) -> None:
    path.unlink()


def replace(path: Path) -> None:
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


@posix_only
@pytest.mark.parametrize("change", [remove, replace])
def test_a_file_that_was_taken_away_while_it_was_open(change: Callable[[Path], None], store: Store, path: Path) -> None:
    store.apply([STAR])
    assert store.changed_elsewhere() is False
    change(path)
    sentence = f"The state file {path} was removed or replaced in the meantime: start digest-tui again."
    for use in (lambda: store.apply([STAR]), store.undo, store.changed_elsewhere, lambda: store.remember("a", "b")):
        assert said(use) == sentence


def test_a_newer_version_that_came_while_it_was_open(store: Store, path: Path) -> None:
    store.apply([STAR])
    newer = f"{path} was written by a newer digest-tui and was left as it is: update digest-tui."
    run_sql(path, f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    assert said(lambda: store.apply([STAR])) == newer
    store.close()
    assert said(lambda: open_store(path)) == newer


def test_a_closed_one(store: Store, path: Path) -> None:
    store.close()
    assert said(store.states) == f"The state file {path} was closed: start digest-tui again."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"notes", "is not a state file (not an SQLite database) and was left as it is: move it away."),
        (b"notes" * 100, "is not a state file (not an SQLite database) and was left as it is: move it away."),
        (b"SQLite format 3\0" + bytes(84), "belongs to another program and was left as it is: move it away."),
        (
            b"SQLite format 3\0" + bytes(83),
            "is not a state file (not an SQLite database) and was left as it is: move it away.",
        ),
    ],
)
def test_a_file_of_something_else(content: bytes, reason: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert said(lambda: open_store(path)) == f"{path} {reason}"


@pytest.mark.parametrize("journal", ["-wal", "-journal"])
def test_an_empty_file_whose_journal_may_hold_decisions(journal: str, path: Path) -> None:
    path.parent.mkdir()
    path.with_name(f"state.db{journal}").write_bytes(b"x" * 20)
    sentence = (
        f"{path} is empty or gone, but its journal is there and may hold decisions: "
        "put the file back, or move state.db-wal and state.db-journal away."
    )
    assert said(lambda: open_store(path)) == sentence
    path.touch()
    assert said(lambda: open_store(path)) == sentence


@pytest.mark.parametrize(
    ("journal", "refused"),
    [(b"", False), (b"x" * 19, True), (b"x" * 16 + bytes(4), False), (bytes(16) + b"\0\0\0\1", True), (b"x", True)],
)
def test_a_rollback_journal_of_a_file_without_pages_holds_nothing(journal: bytes, refused: bool, path: Path) -> None:
    path.parent.mkdir()
    path.with_name("state.db-journal").write_bytes(journal)
    if refused:
        assert "its journal is there" in said(lambda: open_store(path))
    else:
        open_store(path).close()


def test_a_damaged_one(path: Path) -> None:
    damaged_inside(path)
    damaged = f"The state file {path} is damaged and was left as it is: {ADVICE}."
    with pytest.raises(StateError) as caught:
        open_store(path)
    assert str(caught.value) == damaged


@posix_only
@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_link_in_the_place_of_any_of_its_files(ending: str, path: Path) -> None:
    path.parent.mkdir()
    entry = path.with_name(f"state.db{ending}")
    entry.symlink_to(path.parent / "elsewhere")
    assert said(lambda: open_store(path)) == (
        f"{entry} is a link or not a regular file, so no state is kept there: move it away."
    )


def test_places_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_state(path)
    monkeypatch.setattr(os, "access", lambda entry, mode: Path(entry) != path)
    assert said(lambda: open_store(path), UnwritableStateError) == (
        f"The state file {path} cannot be written: check its permissions."
    )
    monkeypatch.setattr(os, "access", lambda entry, mode: Path(entry) != path.parent)
    assert said(lambda: open_store(path), UnwritableStateError) == (
        f"The folder {path.parent} cannot be written: choose another with --data-dir."
    )


def test_backups(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert (
        said(lambda: maintenance.back_up(path, target))
        == f"There is no state file {path} yet: nothing has been decided."
    )
    with_state(path)
    target.touch()
    assert said(lambda: maintenance.back_up(path, target), UsageError) == (
        f"{target} already exists and was left as it is: name another file."
    )
    assert said(lambda: maintenance.back_up(path, tmp_path / "no/copy.db"), UsageError) == (
        f"The backup {tmp_path}/no/copy.db cannot be written: No such file or directory."
    )


def test_connections_wait_and_commit_durably(path: Path) -> None:
    def asked(connection: sqlite3.Connection, name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    with closing(opening.connect(":memory:")) as connection:
        assert (asked(connection, "busy_timeout"), asked(connection, "synchronous")) == (2000, 2)
    with closing(opening.open_database(path)) as connection:
        assert (asked(connection, "busy_timeout"), asked(connection, "synchronous")) == (5000, 2)
        assert asked(connection, "locking_mode") == "normal"
