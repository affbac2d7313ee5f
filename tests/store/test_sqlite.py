"""What a store promises beside undo and redo."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from digest_tui.errors import StateError
from digest_tui.model import Change, PaperState
from digest_tui.store import Store, memory_store, open_store, opening
from digest_tui.triage.states import merged

STAR = Change("arxiv:2512.00001", "star", "1")

WRITES: list[Callable[[Store], object]] = [
    lambda store: store.apply([STAR]),
    lambda store: store.undo(),
    lambda store: store.redo(),
    lambda store: store.rebuild(),
    lambda store: store.remember("place", "here"),
]
READS: list[Callable[[Store], object]] = [
    lambda store: store.states(),
    lambda store: store.states(["x"]),
    lambda store: store.apply([]),
    lambda store: store.changed_elsewhere(),
    lambda store: store.events(),
    lambda store: store.stamps(1000),
    lambda store: store.recall("place"),
]


@pytest.mark.parametrize("write", WRITES)
def test_a_write_while_another_program_holds_the_file_is_refused_and_did_not_happen(
    write: Callable[[Store], object], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_MS", 0)
    store = open_store(path)
    store.apply([STAR])
    before = (store.states(), list(store.events()), store.recall("place"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateError, match="locked"):
            write(store)
    assert (store.states(), list(store.events()), store.recall("place")) == before
    write(store)
    store.close()


@pytest.mark.parametrize("read", READS)
def test_reading_works_while_another_program_writes(read: Callable[[Store], object], store: Store, path: Path) -> None:
    store.apply([STAR])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM state")
        read(store)
        assert store.states()[STAR.key].starred
        other.execute("ROLLBACK")


@pytest.mark.parametrize("call", [*WRITES, *READS])
def test_a_closed_store_answers_with_a_state_error(call: Callable[[Store], object], store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StateError, match="closed"):
        call(store)


def test_a_table_that_is_gone_is_a_state_error_with_its_cause(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE state")
    with pytest.raises(StateError, match="no such table: state") as caught:
        store.states()
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_changes_of_another_session_are_noticed_once_and_own_ones_never(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([STAR])
    assert not mine.changed_elsewhere()
    other.undo(any_session=True)
    assert mine.changed_elsewhere()
    assert not mine.changed_elsewhere()
    assert not mine.states()


def test_opening_and_reading_is_no_change_for_others(window: Callable[[], Store]) -> None:
    mine = window()
    mine.apply([STAR])
    other = window()
    other.states()
    other.close()
    assert not mine.changed_elsewhere()


def test_what_is_remembered_outlives_the_session_and_is_not_in_the_log(window: Callable[[], Store]) -> None:
    store = window()
    assert store.recall("place") is None
    store.remember("place", "first")
    store.remember("place", "논문 2")
    store.close()
    again = window()
    assert again.recall("place") == "논문 2"
    assert list(again.events()) == []


def test_stamps_grow_although_the_clock_goes_back(path: Path) -> None:
    times = iter([5000, 4000, 4000, 9000])
    store = open_store(path, clock=lambda: next(times))
    for _ in range(4):
        store.apply([STAR])
    assert [event.stamp for event in store.events()] == [5000, 5001, 5002, 9000]
    assert [event.n for event in store.events()] == [1, 2, 3, 4]
    store.close()


def test_a_batch_has_one_stamp_and_all_sessions_one_host(window: Callable[[], Store]) -> None:
    first = window()
    first.apply([STAR, Change("doi:10.1/x", "star", "1")])
    second = window()
    second.apply([STAR])
    one, two, three = second.events()
    assert one.stamp == two.stamp < three.stamp
    assert {event.host for event in (one, two, three)} == {one.host}
    assert one.session == two.session != three.session
    assert one.batch == two.batch != three.batch


def test_a_key_that_is_no_valid_text_is_kept(window: Callable[[], Store]) -> None:
    key = "url:example.org/\udcff"
    store = window()
    assert store.apply([Change(key, "star", "1")]).keys == {key}
    assert store.states([key])[key].starred
    store.remember("place", key)
    store.close()
    again = window()
    assert again.states([key])[key].starred
    assert again.undo() is not None
    assert not again.states([key])[key].starred


def test_a_store_may_be_used_from_another_thread_than_the_one_that_opened_it(store: Store) -> None:
    worker = Thread(target=store.apply, args=([STAR],))
    worker.start()
    worker.join()
    assert store.states()[STAR.key].starred


def test_rebuilding_mends_a_cache_that_says_something_else_than_the_log(store: Store, path: Path) -> None:
    store.apply([STAR])
    right = store.states()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE state SET new = '0'")
        other.execute("INSERT INTO state VALUES ('doi:10.1/x', 'star', '1', 1, 'host', 1)")
    assert store.rebuild() == {STAR.key, "doi:10.1/x"}
    assert store.states() == right
    assert store.rebuild() == frozenset()


def test_a_status_or_a_field_of_a_later_version_says_nothing(store: Store) -> None:
    store.apply([STAR, Change(STAR.key, "status", "archived"), Change(STAR.key, "rating", "1")])
    assert store.states() == store.states([STAR.key])
    assert merged(store.states().values()) == PaperState(starred=True)
    assert not store.rebuild()


def test_a_store_in_memory_keeps_state_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = memory_store()
    store.apply([STAR])
    assert store.states()[STAR.key].starred
    assert store.undo() is not None
    assert store.redo() is not None
    assert not store.changed_elsewhere()
    store.close()
    other = memory_store()
    assert other.states() == {}
    other.close()
    assert list(tmp_path.iterdir()) == []


def test_times_of_events_are_those_near_the_newest_each_once(path: Path) -> None:
    clock = iter((1_000, 5_000, 9_000, 9_500))
    with closing(open_store(path, clock=lambda: next(clock))) as store:
        assert (store.stamps(10_000), store.last_before) == ([], 0)
        store.apply([STAR])
        store.apply([STAR, STAR._replace(key="arxiv:2512.00002")])
        store.apply([STAR._replace(new="0")])
        assert store.undo() is not None
        assert store.stamps(4_500) == [5_000, 9_000, 9_500]
        assert store.stamps(0) == [9_500]
        assert store.last_before == 0
    with closing(open_store(path)) as store:
        assert store.last_before == 9_500
