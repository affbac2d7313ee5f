"""Applying, undoing and redoing, within a session and across sessions."""

from collections.abc import Callable

from digest_tui.model import Batch, Change, KeyState, Status
from digest_tui.model.known import Known
from digest_tui.model.steps import Again, Overtaken, Step
from digest_tui.store import Store
from support.promises import promises

A, B = "arxiv:2512.00001", "arxiv:2512.00002"
STAR_A, UNSTAR_A = Change(A, "star", "1"), Change(A, "star", "0")
READ_A, SKIP_A = Change(A, "status", "read"), Change(A, "status", "skipped")
UNREAD_A, LATER_A = Change(A, "status", "unread"), Change(A, "status", "later")
STAR_B = Change(B, "star", "1")


def flags(store: Store, key: str) -> tuple[Status, bool]:
    state = store.states([key])[key]
    return state.status, state.starred


def done(answer: Step | Overtaken | None) -> Step:
    assert isinstance(answer, Step)
    return answer


def not_done(answer: Step | Overtaken | None) -> Overtaken:
    assert isinstance(answer, Overtaken)
    return answer


def elsewhere(offer: Overtaken) -> list[tuple[Change, ...]]:
    """What each batch of other windows did, the newest last."""
    return [batch.changes for batch in offer.elsewhere]


def known(*keys: str) -> Known:
    """What is known of a paper with these keys, under the first."""
    return Known(keys[0], keys, "A paper", None, None, None, None, None, (), None, "blog", "/blog", "a.md")


def test_an_applied_change_is_the_state(store: Store) -> None:
    batch = store.apply([READ_A, STAR_B])
    assert flags(store, A) == (Status.READ, False)
    assert flags(store, B) == (Status.UNREAD, True)
    assert (batch.changes, batch.keys) == ((READ_A, STAR_B), frozenset({A, B}))


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


@promises(
    "README.md",
    "What you decide is yours, and can be undone",
    "each decision is an event that is never rewritten",
)
@promises("SECURITY.md", "each decision is an event that is never rewritten, so it can be undone.")
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
    assert (undone.changes, undone.left, undone.keys) == ((STAR_B,), 1, frozenset({A, B}))
    assert flags(mine, A) == (Status.UNREAD, False)
    offer = not_done(other.undo())
    assert (offer.elsewhere, offer.again) == ((), Again.NOTHING)


def test_what_was_changed_since_elsewhere_is_undone_only_by_who_asks_again(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    other.apply([SKIP_A])
    logged = list(mine.events())
    offer = not_done(mine.undo())
    assert (offer.changes, elsewhere(offer), offer.is_since, offer.again) == ((READ_A,), [(SKIP_A,)], True, Again.TOO)
    assert not_done(mine.undo()) == offer
    assert list(mine.events()) == logged
    undone = done(mine.undo(offer.agree))
    assert (undone.changes, undone.elsewhere, undone.left) == ((READ_A,), (SKIP_A,), 0)
    assert mine.states() == {}
    assert other.undo() is None
    assert done(mine.redo()) == undone
    assert flags(mine, A) == (Status.SKIPPED, False)


def test_all_that_others_changed_since_goes_with_it_on_whatever_papers(window: Callable[[], Store]) -> None:
    mine, other, third = window(), window(), window()
    mine.apply([READ_A])
    other.apply([SKIP_A, STAR_B])
    third.apply([LATER_A])
    offer = not_done(mine.undo())
    assert elsewhere(offer) == [(SKIP_A, STAR_B), (LATER_A,)]
    assert set(done(mine.undo(offer.agree)).elsewhere) == {SKIP_A, STAR_B, LATER_A}
    assert mine.states() == {}


def test_what_came_after_the_offer_is_offered_first(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    other.apply([SKIP_A])
    offer = not_done(mine.undo())
    other.apply([LATER_A])
    assert elsewhere(not_done(mine.undo(offer.agree))) == [(SKIP_A,), (LATER_A,)]
    assert flags(mine, A) == (Status.LATER, False)
    other.undo()
    other.undo()
    assert done(mine.undo(offer.agree)).elsewhere == ()
    assert mine.states() == {}


def test_what_was_put_back_elsewhere_is_passed_over_by_who_asks_again(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([STAR_B])
    mine.apply([READ_A])
    other.apply([UNREAD_A])
    offer = not_done(mine.undo())
    assert (offer.changes, elsewhere(offer), offer.again) == ((READ_A,), [(UNREAD_A,)], Again.NEXT)
    undone = done(mine.undo(offer.agree))
    assert (undone.changes, undone.elsewhere) == ((STAR_B,), ())
    assert mine.undo() is None
    assert done(mine.redo()).changes == (STAR_B,)


def test_where_nothing_is_left_but_what_was_put_back_that_is_said(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    other.apply([UNREAD_A])
    offer = not_done(mine.undo())
    assert (elsewhere(offer), offer.again) == ([(UNREAD_A,)], Again.NOTHING)
    assert not_done(mine.undo(offer.agree)) == offer


def test_what_others_had_decided_before_without_being_seen_is_undone_by_who_asks_again(
    window: Callable[[], Store],
) -> None:
    mine, other = window(), window()
    other.apply([SKIP_A])
    mine.apply([SKIP_A])
    offer = not_done(mine.undo())
    assert (elsewhere(offer), offer.is_since, offer.again) == ([(SKIP_A,)], False, Again.TOO)
    assert done(mine.undo(offer.agree)).elsewhere == (SKIP_A,)
    assert mine.states() == {}


def test_of_two_that_decided_the_same_the_first_cannot_undo_it_alone_either(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([SKIP_A])
    other.apply([SKIP_A])
    assert not_done(mine.undo()).is_since
    assert not_done(other.undo()).again is Again.TOO
    assert flags(mine, A) == (Status.SKIPPED, False)


def test_of_a_bulk_action_what_had_been_so_before_is_not_left(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    other.apply([STAR_A])
    mine.apply([STAR_A, STAR_B])
    undone = done(mine.undo())
    assert (undone.changes, undone.left) == ((STAR_B,), 0)
    assert flags(mine, A) == (Status.UNREAD, True)


def test_undo_after_another_session_undid_the_same_takes_the_one_before(window: Callable[[], Store]) -> None:
    mine, script = window(), window()
    mine.apply([STAR_B])
    mine.apply([READ_A])
    script.undo(any_session=True)
    assert done(mine.undo()).changes == (STAR_B,)
    assert [done(mine.redo()).changes for _ in range(2)] == [(STAR_B,), (READ_A,)]


def test_a_decision_under_another_key_of_the_paper_counts_as_one_about_the_paper(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([Change("title:a", "status", "read")], [known("title:a")])
    # Meanwhile the paper has an id.
    other.apply([SKIP_A], [known(A, "title:a")])
    other.learn([known("title:a", A)])
    assert elsewhere(not_done(mine.undo())) == [(SKIP_A,)]
    assert not_done(mine.undo()).is_since
    other.undo()
    assert done(mine.undo()).changes == (Change("title:a", "status", "read"),)


def test_a_redo_that_would_change_nothing_says_so_and_goes_on_when_asked_again(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    mine.apply([STAR_B])
    mine.undo()
    mine.undo()
    other.apply([LATER_A])
    logged = list(mine.events())
    offer = not_done(mine.redo())
    assert (offer.changes, elsewhere(offer), offer.again) == ((READ_A,), [(LATER_A,)], Again.NEXT)
    assert list(mine.events()) == logged
    assert done(mine.redo(offer.agree)).changes == (STAR_B,)
    assert flags(mine, A) == (Status.LATER, False)


def test_a_redo_without_any_other_says_so(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([READ_A])
    mine.undo()
    other.apply([LATER_A])
    offer = not_done(mine.redo())
    assert (elsewhere(offer), offer.again) == ([(LATER_A,)], Again.NOTHING)
    assert not_done(mine.redo(offer.agree)) == offer


def test_undo_of_any_session_undoes_what_makes_a_difference(window: Callable[[], Store]) -> None:
    mine, other = window(), window()
    mine.apply([SKIP_A])
    other.apply([SKIP_A])
    assert done(mine.undo(any_session=True)).changes == (SKIP_A, SKIP_A)
    assert mine.states() == {}
    assert mine.undo(any_session=True) is None
    mine.apply([UNSTAR_A])
    logged = list(mine.events())
    assert mine.undo(any_session=True) is None
    assert list(mine.events()) == logged


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
