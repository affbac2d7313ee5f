"""What is still shown of a state file that cannot be used."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.model import Change
from digest_tui.store import open_store
from digest_tui.store.recovery import MAX_BYTES, recovered_store
from support.states import REFUSED, contents, damaged_inside, one_page_overwritten, run_sql, stars, with_state


def test_a_sound_file_is_shown_whole_with_what_is_only_in_its_journal(path: Path) -> None:
    with_state(path)
    living = open_store(path)
    living.apply([Change("arxiv:2512.00009", "note", "다시 읽기")])
    living.remember("place", "여기")
    before = contents(path)
    store = recovered_store(path)
    assert store.states() == living.states()
    assert store.recall("place") == "여기"
    assert contents(path) == before
    living.close()


def test_what_is_decided_then_is_forgotten_and_can_be_undone(path: Path) -> None:
    with_state(path)
    before = contents(path)
    store = recovered_store(path)
    assert not store.saves
    assert open_store(path.with_name("other.db")).saves
    states = store.states()
    store.apply([Change("arxiv:2512.00000", "star", "0"), Change("arxiv:2512.00001", "status", "read")])
    assert store.states() != states
    store.undo()
    assert store.states()["arxiv:2512.00000"].starred
    assert store.undo() is None
    assert {name: data for name, data in contents(path).items() if name in before} == before


def test_of_a_damaged_file_the_sound_part_is_shown(path: Path) -> None:
    damaged_inside(path)
    assert recovered_store(path).states().keys() == {change.key for change in stars(500)}


def test_where_the_states_are_damaged_the_log_tells_them(path: Path) -> None:
    with_state(path, 5)
    one_page_overwritten(path, "state")
    assert recovered_store(path).states().keys() == {change.key for change in stars(5)}


@pytest.mark.parametrize("make", [make for make, _ in REFUSED.values()], ids=REFUSED.keys())
def test_whatever_is_there_stays_as_it_is_and_a_store_opens(make: Callable[[Path], None], path: Path) -> None:
    make(path)
    before = contents(path)
    store = recovered_store(path)
    store.apply(stars(1))
    assert store.states()["arxiv:2512.00000"].starred
    assert contents(path) == before


@pytest.mark.skipif(os.name != "posix", reason="special files are POSIX")
@pytest.mark.parametrize("ending", ["", "-wal", "-journal"])
def test_nothing_is_waited_for_at_a_pipe_or_followed_at_a_link(ending: str, path: Path, tmp_path: Path) -> None:
    with_state(tmp_path / "elsewhere.db", 2)
    for make in (os.mkfifo, lambda place: place.symlink_to(tmp_path / "elsewhere.db")):
        place = path.with_name(f"state.db{ending}")
        place.parent.mkdir(exist_ok=True)
        place.unlink(missing_ok=True)
        make(place)
        assert recovered_store(path).states() == {}


def test_a_file_that_is_too_large_is_not_copied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_state(path)
    assert MAX_BYTES == 256 * 2**20
    for limit, count in ((path.stat().st_size, 1), (path.stat().st_size - 1, 0)):
        monkeypatch.setattr("digest_tui.store.recovery.MAX_BYTES", limit)
        assert len(recovered_store(path).states()) == count


def test_of_another_program_or_a_newer_version_nothing_is_taken(path: Path) -> None:
    with_state(path)
    run_sql(path, "PRAGMA user_version = 99")
    assert recovered_store(path).states() == {}
    run_sql(path, "PRAGMA user_version = 1", "PRAGMA application_id = 42")
    assert recovered_store(path).states() == {}


def test_a_file_that_another_program_keeps_locked_is_shown(path: Path) -> None:
    with_state(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert recovered_store(path).states()["arxiv:2512.00000"].starred
