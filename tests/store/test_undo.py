"""Applying, undoing and redoing, within a session and across sessions."""

from collections.abc import Callable

from digest_tui.model import Batch, Change, KeyState, Status
from digest_tui.store import Store

A, B = "arxiv:2512.00001", "arxiv:2512.00002"
STAR_A, UNSTAR_A = Change(A, "star", "1"), Change(A, "star", "0")
READ_A, SKIP_A = Change(A, "status", "read"), Change(A, "status", "skipped")
STAR_B = Change(B, "star", "1")


def flags(store: Store, key: str) -> tuple[Status, bool]:
    state = store.states([key])[key]
    return state.status, state.starred


def done(batch: Batch | None) -> Batch:
    assert batch is not None
    return batch


def test_an_applied_change_is_the_state(store: Store) -> None:
    batch = store.apply([READ_A, STAR_B])
    assert flags(store, A) == (Status.READ, False)
    assert flags(store, B) == (Status.UNREAD, True)
    assert (batch.changes, batch.keys, batch.left) == ((READ_A, STAR_B), frozenset({A, B}), 0)


def test_a_key_nobody_decided_about_is_unread_and_in_no_list(store: Store) -> None:
    store.apply([STAR_A])
    assert store.states([B]) == {B: KeyState()}
    assert store.states().keys() == {A}


def test_no_changes_write_nothing(store: Store) -> None:
    assert store.apply([]) == Batch("", ())
    assert list(store.events()) == []


def test_the_last_of_two_changes_of_one_field_is_written(store: Store) -> None:
    store.apply([STAR_A, UNSTAR_A])
    assert [event.new for event in store.events()] == ["0"]


def test_a_change_to_the_same_value_is_an_event_because_it_may_be_news_for_another_key_of_the_paper(
    store: Store,
) -> None:
    store.apply([Change(A, "status", "skipped")])
    store.apply([Change(B, "status", "unread")])
    states = store.states()
    assert states[B].status is Status.UNREAD
    assert states[B].status_order > states[A].status_order


def test_undo_restores_exactly_and_redo_brings_back_the_same(store: Store) -> None:
    store.apply([READ_A])
    before = store.states()
    store.apply([SKIP_A, STAR_B])
    after = store.states()
    undone = done(store.undo())
    assert store.states() == before
    redone = done(store.redo())
    assert store.states() == after
    assert undone == redone
    assert (undone.changes, undone.keys, undone.left) == ((SKIP_A, STAR_B), frozenset({A, B}), 0)


def test_undoing_the_first_decision_leaves_nothing(store: Store) -> None:
    store.apply([READ_A])
    store.undo()
    assert store.states() == {}
    assert store.states([A]) == {A: KeyState()}


def test_undo_goes_back_batch_by_batch_and_redo_forward_again(store: Store) -> None:
    changes = [READ_A, STAR_A, STAR_B]
    for change in changes:
        store.apply([change])
    assert [done(store.undo()).changes for _ in changes] == [(STAR_B,), (STAR_A,), (READ_A,)]
    assert store.undo() is None
    assert [done(store.redo()).changes for _ in changes] == [(READ_A,), (STAR_A,), (STAR_B,)]
    assert store.redo() is None


def test_a_new_change_ends_redo(store: Store) -> None:
    store.apply([READ_A])
    store.undo()
    store.apply([STAR_B])
    assert store.redo() is None
    assert flags(store, A) == (Status.UNREAD, False)


def test_undo_appends_and_takes_nothing_out_of_the_log(store: Store) -> None:
    store.apply([READ_A])
    logged = list(store.events())
    store.undo()
    assert list(store.events())[:-1] == logged
    assert [(event.key, event.field, event.new) for event in store.events()][-1] == ("", "live", "0")


def test_undo_leaves_what_another_window_changed_since(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([STAR_A, STAR_B])
    other.apply([UNSTAR_A])
    undone = done(mine.undo())
    assert (undone.keys, undone.left) == (frozenset({B}), 1)
    assert flags(mine, A) == (Status.UNREAD, False)
    other.undo()
    assert mine.states() == {}


def test_an_undone_change_does_not_come_back_when_the_one_before_it_is_undone(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    other.apply([SKIP_A])
    mine.undo()
    assert flags(mine, A) == (Status.SKIPPED, False)
    other.undo()
    assert flags(mine, A) == (Status.UNREAD, False)


def test_undo_does_not_reach_a_window_that_is_open(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    other.apply([STAR_A])
    assert mine.undo() is None
    assert flags(mine, A) == (Status.UNREAD, True)


def test_undo_does_not_reach_a_window_that_closed_after_this_one_opened(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    other.apply([STAR_A])
    other.close()
    assert mine.undo() is None


def test_undo_and_redo_reach_sessions_that_ended_before(window: Callable[[], Store]) -> None:
    yesterday = window()
    yesterday.apply([READ_A])
    yesterday.apply([STAR_B])
    yesterday.close()
    today = window()
    assert done(today.undo()).changes == (STAR_B,)
    today.close()
    tomorrow = window()
    assert done(tomorrow.redo()).changes == (STAR_B,)
    assert [done(tomorrow.undo()).changes for _ in range(2)] == [(STAR_B,), (READ_A,)]


def test_redo_does_not_skip_a_later_change_of_an_ended_session(window: Callable[[], Store]) -> None:
    first = window()
    first.apply([READ_A])
    first.undo()
    first.close()
    second = window()
    second.apply([STAR_B])
    second.close()
    assert window().redo() is None


def test_undo_of_any_session_takes_the_newest_of_all(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([STAR_A])
    other.apply([STAR_B])
    assert done(mine.undo(any_session=True)).changes == (STAR_B,)
    assert done(mine.undo(any_session=True)).changes == (STAR_A,)
    assert mine.undo(any_session=True) is None
