"""The state of a paper that has several keys."""

from itertools import permutations

import pytest

from digest_tui.model import Change, KeyState, PaperState, Status
from digest_tui.triage.states import applied, merged


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
    assert merged([read, taken_back]).is_new


def test_of_two_hosts_at_one_time_the_later_name_wins() -> None:
    assert merged([KeyState(Status.READ, (10, "b", 1)), KeyState(Status.SKIPPED, (10, "a", 2))]).status is Status.READ


def test_each_tag_is_as_it_was_set_last_over_all_keys() -> None:
    states = [
        KeyState(tags=(("a", True, (10, "h", 1)), ("b", True, (10, "h", 2)))),
        KeyState(tags=(("a", False, (20, "h", 3)), ("c", True, (5, "h", 0)))),
    ]
    assert merged(states).tags == ("b", "c")
    assert merged(states[::-1]).tags == ("b", "c")


def test_the_newest_note_of_all_keys_holds() -> None:
    states = [KeyState(note="old", note_order=(10, "h", 1)), KeyState(note="", note_order=(20, "h", 2))]
    assert merged(states).note == ""


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (Change("k", "status", "read"), PaperState(Status.READ, tags=("a",), note="n")),
        (Change("k", "star", "1"), PaperState(starred=True, tags=("a",), note="n")),
        (Change("k", "note", "m"), PaperState(tags=("a",), note="m")),
        (Change("k", "tag:b", "1"), PaperState(tags=("a", "b"), note="n")),
        (Change("k", "tag:a", "1"), PaperState(tags=("a",), note="n")),
        (Change("k", "tag:a", "0"), PaperState(note="n")),
        (Change("k", "future", "1"), PaperState(tags=("a",), note="n")),
    ],
)
def test_a_change_changes_one_thing(change: Change, state: PaperState) -> None:
    assert applied(PaperState(tags=("a",), note="n"), change) == state
