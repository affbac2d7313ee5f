"""Making the state file, and refusing untouched what must not be written."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.errors import StateError
from digest_tui.store import Store, open_store, opening, schema
from support.promises import promises
from support.states import (
    REFUSED,
    as_after_a_kill,
    contents,
    journal_of,
    one_page_overwritten,
    run_sql,
    stars,
    with_state,
    write,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions and special files are POSIX")


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED.keys())
@promises("SECURITY.md", "newer, another program's, locked or not to be written is left byte for byte as it is.")
@promises(
    "docs/configuration.md",
    "A state file that cannot be used (damaged, of a newer version, locked, a folder that cannot be written) is "
    "left as it is.",
)
def test_a_file_that_is_not_ours_to_write_is_refused_and_left_as_it_is(
    make: Callable[[Path], None], reason: str, path: Path
) -> None:
    make(path)
    before = contents(path)
    with pytest.raises(StateError, match=reason) as caught:
        open_store(path)
    assert str(path) in str(caught.value)
    assert contents(path) == before


def test_a_newer_version_is_left_as_it_is_with_the_journal_of_its_program_that_was_killed(
    path: Path, tmp_path: Path
) -> None:
    with_state(tmp_path / "living.db")
    with closing(sqlite3.connect(tmp_path / "living.db", isolation_level=None)) as newer_program:
        newer_program.execute("PRAGMA user_version = 99")
        as_after_a_kill(tmp_path / "living.db", path)
    before = (path.read_bytes(), journal_of(path).read_bytes())
    with pytest.raises(StateError, match="newer"):
        open_store(path)
    assert (path.read_bytes(), journal_of(path).read_bytes()) == before


def test_a_damaged_file_is_left_as_it_is_with_the_journal_of_a_program_that_was_killed(
    path: Path, tmp_path: Path
) -> None:
    with_state(tmp_path / "living.db", 500)
    living = open_store(tmp_path / "living.db")
    living.remember("place", "here")
    as_after_a_kill(tmp_path / "living.db", path)
    living.close()
    one_page_overwritten(path)
    before = (path.read_bytes(), journal_of(path).read_bytes())
    with pytest.raises(StateError, match="damaged"):
        open_store(path)
    assert (path.read_bytes(), journal_of(path).read_bytes()) == before


def test_a_version_that_becomes_newer_while_it_is_opened_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_state(path)
    plain = opening.connect

    def overtaken(database: Path | str, *, uri: bool = False, alone: bool = False) -> sqlite3.Connection:
        if not uri:
            run_sql(path, "PRAGMA user_version = 99")
        return plain(database, uri=uri, alone=alone)

    monkeypatch.setattr(opening, "connect", overtaken)
    with pytest.raises(StateError, match="newer"):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)


@posix_only
@pytest.mark.parametrize("kind", ["symlink", "dangling symlink", "folder", "fifo"])
def test_what_is_no_regular_file_is_refused(kind: str, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.db"
    path.parent.mkdir()
    match kind:
        case "symlink":
            with_state(target)
            path.symlink_to(target)
        case "dangling symlink":
            path.symlink_to(target)
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
    before = target.read_bytes() if target.exists() else None
    with pytest.raises(StateError, match="not a regular file"):
        open_store(path)
    assert (target.read_bytes() if target.exists() else None) == before


def test_a_folder_that_cannot_be_made_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StateError, match=r"--data-dir"):
        open_store(tmp_path / "file" / "state.db")


def test_a_folder_that_cannot_be_written_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(StateError, match="cannot be written"):
        open_store(path)
    assert not path.exists()


@posix_only
@promises("SECURITY.md", "Files and folders of ours belong to you alone (0600, 0700).")
def test_folder_and_files_are_private(store: Store, path: Path) -> None:
    store.apply(stars(1))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"state.db": 0o600, "state.db-wal": 0o600, "state.db-shm": 0o600}


@posix_only
def test_a_file_that_others_may_read_becomes_private(path: Path) -> None:
    with_state(path)
    path.chmod(0o644)
    with_state(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@promises("README.md", "What is shown as done is on the disk")
@promises(
    "SECURITY.md",
    "Nothing is lost.",
    "What is shown as done is committed to the disk",
)
def test_commits_reach_the_disk_before_they_are_acknowledged(path: Path) -> None:
    with_state(path)
    with closing(opening.connect(path)) as connection:
        full = 2
        assert connection.execute("PRAGMA synchronous").fetchone() == (full,)


def test_an_empty_file_becomes_a_state_file(path: Path) -> None:
    write(path, b"")
    with_state(path)
    store = open_store(path)
    assert store.states()
    store.close()


def test_the_file_is_marked_as_ours_and_readers_do_not_block_writers(store: Store, path: Path) -> None:
    store.apply(stars(1))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@posix_only
@pytest.mark.parametrize("came_from_elsewhere", [False, True])
def test_state_is_kept_where_the_file_system_cannot_do_write_ahead_logs(
    came_from_elsewhere: bool, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if came_from_elsewhere:
        with_state(path)
    plain = opening.connect

    def without_shared_memory(database: Path | str, *, uri: bool = False, alone: bool = False) -> sqlite3.Connection:
        address = f"{database}&vfs=unix-dotfile" if uri else f"{Path(database).as_uri()}?vfs=unix-dotfile"
        return plain(address, uri=True, alone=alone)

    monkeypatch.setattr(opening, "connect", without_shared_memory)
    if not came_from_elsewhere:
        with_state(path)
    store = open_store(path)
    assert store.states()
    assert store.undo() is not None
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def one_more_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE extra (x)")


def broken_step(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE extra (x)")
    connection.execute("DROP TABLE no_such_table")


@promises("SECURITY.md", "The file is copied before it is brought to a newer version.")
def test_a_migration_keeps_the_state_and_a_private_copy_of_the_file_before_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_state(path, 3)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, one_more_table))
    store = open_store(path)
    assert len(store.states()) == 3
    store.close()
    version = len(schema.MIGRATIONS) - 1
    backup = path.with_name(f"state.db.v{version}-1.backup")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600 or os.name != "posix"
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        assert connection.execute("SELECT count(*) FROM state").fetchone() == (3,)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
        assert connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)


def test_a_migration_that_fails_changes_nothing_and_its_next_copy_spares_the_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_state(path, 3)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken_step))
        for _ in range(2):
            with pytest.raises(StateError, match="no_such_table"):
                open_store(path)
    assert len(list(path.parent.glob("*.backup"))) == 2
    store = open_store(path)
    assert len(store.states()) == 3
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'extra'").fetchall() == []


def test_a_commit_that_was_cut_off_is_rolled_back_on_opening(path: Path) -> None:
    with_state(path, 200)
    run_sql(path, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM event")
        writer.execute("DELETE FROM state")
        half_written = path.read_bytes()
        journal = path.with_name("state.db-journal").read_bytes()
        writer.execute("ROLLBACK")
    path.write_bytes(half_written)
    path.with_name("state.db-journal").write_bytes(journal)
    store = open_store(path)
    assert len(store.states()) == len(list(store.events())) == 200
    store.close()


def test_a_file_whose_making_was_cut_off_is_made_anew(path: Path) -> None:
    write(path, b"")
    with closing(sqlite3.connect(path, isolation_level=None)) as maker:
        maker.execute("BEGIN IMMEDIATE")
        schema.migrate(maker)
        journal = path.with_name("state.db-journal").read_bytes()
        assert journal
        assert not path.read_bytes()
        maker.execute("ROLLBACK")
    path.with_name("state.db-journal").write_bytes(journal)
    with_state(path)
