"""What is kept beside the log: exchanged without a loss, and no reason for other windows to read the log again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from digest_tui.errors import StateError
from digest_tui.model import Change
from digest_tui.store import Store
from digest_tui.store.maintenance import back_up, check
from digest_tui.store.recovery import recovered_store

STAR = Change("arxiv:2512.00001", "star", "1")


def test_a_value_is_exchanged_only_for_the_one_that_is_known(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    assert mine.exchange("draft", None, "first \ud800")
    assert not other.exchange("draft", None, "second")
    assert not other.exchange("draft", "another", None)
    assert other.recall("draft") == "first \\ud800"
    assert other.exchange("draft", "first \ud800", "second")
    assert not mine.exchange("draft", "first \ud800", None)
    assert mine.exchange("draft", "second", None)
    assert mine.recall("draft") is None
    assert not mine.exchange("draft", "", "third")
    assert mine.exchange("draft", None, "")
    assert not mine.exchange("draft", None, "third")


def test_what_is_kept_already_is_not_written_again(window: Callable[[], Store], path: Path) -> None:
    mine, other = window(), window()
    mine.remember("place", "here \ud800")
    assert other.changed_elsewhere()
    with closing(sqlite3.connect(path, isolation_level=None)) as third:
        third.execute("BEGIN IMMEDIATE")
        mine.remember("place", "here \ud800")
        with pytest.raises(StateError):
            mine.remember("place", "there")
    assert not other.changed_elsewhere()


def test_moving_in_another_window_is_no_decision_there(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    other.remember("place", "here")
    other.exchange("draft", None, "text")
    assert mine.changed_elsewhere()
    assert not mine.decided_elsewhere()
    mine.apply([STAR])
    assert not mine.decided_elsewhere()
    other.remember("place", "there")
    assert not mine.decided_elsewhere()
    another = STAR._replace(key="arxiv:2512.00003")
    decisions: list[Callable[[], object]] = [lambda: other.apply([another]), other.undo, other.redo]
    for decide in decisions:
        decide()
        # An own decision on top hides nothing.
        mine.apply([STAR._replace(key="arxiv:2512.00002")])
        assert mine.decided_elsewhere()
        assert not mine.decided_elsewhere()


def test_a_draft_is_in_a_backup_and_is_rescued_but_is_in_no_log(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply([STAR])
    before = list(store.events())
    store.exchange("draft-note-1:x", None, "text")
    assert list(store.events()) == before
    assert check(path).events == len(before)
    assert recovered_store(path).recall("draft-note-1:x") == "text"
    back_up(path, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT value FROM memory").fetchall() == [("text",)]
