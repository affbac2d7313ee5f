"""The state of a paper that has several keys."""

from itertools import permutations

from digest_tui.model import KeyState, PaperState, Status
from digest_tui.triage.states import merged


def test_a_paper_nobody_decided_about_is_unread() -> None:
    assert merged([]) == PaperState(Status.UNREAD, starred=False, status_stamp=0)


def test_each_field_is_the_newest_over_all_keys_in_any_order() -> None:
    states = [
        KeyState(Status.READ, (30, "a", 3), starred=True, star_order=(10, "a", 1)),
        KeyState(Status.LATER, (20, "a", 2), starred=False, star_order=(40, "a", 4)),
        KeyState(),
    ]
    for order in permutations(states):
        assert merged(iter(order)) == PaperState(Status.READ, starred=False, status_stamp=30)


def test_taken_back_last_is_unread_although_another_key_was_read() -> None:
    read = KeyState(Status.READ, (10, "a", 1))
    taken_back = KeyState(Status.UNREAD, (20, "a", 2))
    assert merged([read, taken_back]).undecided


def test_of_two_hosts_at_one_time_the_later_name_wins() -> None:
    assert merged([KeyState(Status.READ, (10, "b", 1)), KeyState(Status.SKIPPED, (10, "a", 2))]).status is Status.READ
