"""Checking the state file, and copies of it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.errors import StateError, UsageError
from digest_tui.model import Change
from digest_tui.store import maintenance, open_store, schema
from support.states import contents, damaged_inside, one_page_overwritten, run_sql, with_state

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")


def test_a_sound_file_is_said_to_be_sound(path: Path) -> None:
    with_state(path, 3)
    assert maintenance.check(path) == maintenance.Report(
        events=3, papers=3, version=len(schema.MIGRATIONS), complaints=(), mended=0
    )


def test_states_that_the_log_does_not_tell_are_mended_and_counted_once(path: Path) -> None:
    with_state(path, 3)
    run_sql(path, "UPDATE state SET new = '0' WHERE key = 'arxiv:2512.00001'", "DELETE FROM state WHERE key LIKE '%2'")
    assert maintenance.check(path).mended == 2
    assert maintenance.check(path).mended == 0
    store = open_store(path)
    assert all(state.starred for state in store.states().values())
    store.close()


def test_what_sqlite_finds_beyond_the_quick_look_is_told(path: Path) -> None:
    with_state(path, 3)
    # Only the full check compares a table with its indexes.
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'event_key'"
        connection.execute(f"UPDATE sqlite_master SET rootpage = ({root}) WHERE name = 'event_order'")
    complaints = maintenance.check(path).complaints if not_refused(path) else ("refused",)
    assert complaints


def not_refused(path: Path) -> bool:
    try:
        open_store(path).close()
    except StateError:
        return False
    return True


@posix_only
def test_a_backup_holds_what_is_only_in_the_journal_and_is_private(path: Path, tmp_path: Path) -> None:
    with_state(path)
    living = open_store(path)
    living.apply([Change("arxiv:2512.00009", "note", "다시 읽기")])
    backup = maintenance.back_up(path, tmp_path / "copy.db")
    assert backup == maintenance.Backup(tmp_path / "copy.db", events=2)
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["copy.db"]
    copy = open_store(tmp_path / "copy.db")
    assert copy.states() == living.states()
    copy.close()
    living.close()


def test_a_backup_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    with_state(path)
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(UsageError, match="already exists"):
        maintenance.back_up(path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_backup_that_cannot_be_written_is_one_sentence_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    with_state(path)
    with pytest.raises(UsageError, match="cannot be written"):
        maintenance.back_up(path, tmp_path / "no" / "copy.db")
    assert [file.name for file in tmp_path.iterdir()] == [path.parent.name]


def test_of_a_damaged_file_the_readable_part_becomes_a_sound_one(path: Path, tmp_path: Path) -> None:
    damaged_inside(path)
    before = contents(path)
    backup = maintenance.back_up(path, tmp_path / "copy.db")
    assert backup == maintenance.Backup(tmp_path / "copy.db", 500, (tmp_path / "copy-damaged.db",))
    assert contents(path) == before
    assert (tmp_path / "copy-damaged.db").read_bytes() == before["state.db"]
    assert stat.S_IMODE((tmp_path / "copy-damaged.db").stat().st_mode) == 0o600
    assert maintenance.check(tmp_path / "copy.db") == maintenance.Report(500, 500, len(schema.MIGRATIONS), (), 0)


def test_rows_behind_the_damage_are_saved_too(path: Path, tmp_path: Path) -> None:
    with_state(path, 2000)
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    leaves = [n for n, page in enumerate(pages(path, size)) if page[0] == LEAF and b"2512.01000" in page]
    with path.open("r+b") as file:
        for n in leaves:
            file.seek(n * size)
            file.write(b"\x5a" * size)
    events = maintenance.back_up(path, tmp_path / "copy.db").events
    assert 1500 < events < 2000


LEAF = 10
"""The kind of a page with rows of a table without row ids: https://www.sqlite.org/fileformat2.html#b_tree_pages"""


def pages(path: Path, size: int) -> list[bytes]:
    data = path.read_bytes()
    return [data[n : n + size] for n in range(0, len(data), size)]


@pytest.mark.parametrize("data", [b"notes" * 100, b"\0" * 9000, b"x", bytes(range(256)) * 64])
def test_of_what_cannot_be_read_at_all_the_bytes_are_kept(path: Path, tmp_path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    path.with_name("state.db-wal").write_bytes(b"journal")
    backup = maintenance.back_up(path, tmp_path / "copy.db")
    assert backup == maintenance.Backup(None, 0, (tmp_path / "copy-damaged.db", tmp_path / "copy-damaged.db-wal"))
    assert [file.read_bytes() for file in backup.damaged] == [data, b"journal"]
    assert not (tmp_path / "copy.db").exists()


def test_nothing_is_saved_where_one_of_the_copies_would_take_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    damaged_inside(path)
    for name in ("copy.db", "copy-damaged.db"):
        (tmp_path / name).write_text("mine")
        with pytest.raises(UsageError, match=f"{name} already exists"):
            maintenance.back_up(path, tmp_path / "copy.db")
        assert [(file.name, file.read_text()) for file in tmp_path.iterdir() if file.is_file()] == [(name, "mine")]
        (tmp_path / name).unlink()


def test_where_there_is_no_file_none_is_made(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StateError, match="no state file"):
        maintenance.back_up(path, tmp_path / "copy.db")
    assert not path.exists()


def test_a_damaged_log_is_refused(path: Path) -> None:
    with_state(path, 500)
    one_page_overwritten(path)
    with pytest.raises(StateError, match="damaged"):
        maintenance.check(path)


@posix_only
def test_a_backup_is_not_written_through_a_link_in_its_way(path: Path, tmp_path: Path) -> None:
    with_state(path)
    (tmp_path / "mine").write_text("mine")
    (tmp_path / f".copy.db.{os.getpid()}").symlink_to(tmp_path / "mine")
    with pytest.raises(UsageError):
        maintenance.back_up(path, tmp_path / "copy.db")
    assert (tmp_path / "mine").read_text() == "mine"
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    ("error", "reason"), [(OSError(28, "No space left"), "No space left"), (sqlite3.OperationalError("full"), "full")]
)
def test_why_a_backup_cannot_be_written_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    with_state(path)

    def refuse(source: sqlite3.Connection, target: Path) -> None:
        raise error

    monkeypatch.setattr(maintenance, "_write", refuse)
    with pytest.raises(UsageError) as caught:
        maintenance.back_up(path, tmp_path / "copy.db")
    assert str(caught.value) == f"The backup {tmp_path / 'copy.db'} cannot be written: {reason}."
