"""What a log says, event by event."""

import pytest

from digest_tui.model import Event, KeyState, Status
from digest_tui.store.fold import key_states, newest_live, states


def event(stamp: int, field: str, new: str, *, key: str = "k", batch: str = "", host: str = "a", n: int = 0) -> Event:
    return Event(host, n or stamp, stamp, "s", batch or f"b{stamp}", key, field, new)


def test_each_field_is_the_newest_that_was_written() -> None:
    log = [
        event(1, "status", "read"),
        event(5, "status", "later"),
        event(2, "star", "1"),
        event(3, "note", "first"),
        event(4, "note", " second\x1b "),
        event(6, "tag:b", "1"),
        event(7, "tag:a", "1"),
        event(8, "tag:a", "0"),
        event(9, "status", "read", key="other"),
    ]
    assert (
        states(log)
        == states(reversed(log))
        == {
            "k": KeyState(
                Status.LATER,
                (5, "a", 5),
                True,
                (2, "a", 2),
                "second",
                (4, "a", 4),
                (("a", False, (8, "a", 8)), ("b", True, (6, "a", 6))),
            ),
            "other": KeyState(Status.READ, (9, "a", 9)),
        }
    )


@pytest.mark.parametrize("status", list(Status))
def test_every_status(status: Status) -> None:
    assert states([event(1, "status", status.value)])["k"].status is status


@pytest.mark.parametrize(("new", "starred"), [("1", True), ("0", False), ("yes", False), ("", False)])
def test_a_star_is_on_or_off(new: str, starred: bool) -> None:
    assert states([event(1, "star", new)])["k"].starred is starred


def test_a_star_alone_leaves_the_paper_unread() -> None:
    assert states([event(1, "star", "1")])["k"] == KeyState(starred=True, star_order=(1, "a", 1))
    assert states([event(1, "note", "x")])["k"] == KeyState(note="x", note_order=(1, "a", 1))
    tagged = states([event(1, "star", "1"), event(2, "tag:x", "1")])["k"]
    assert (tagged.starred, tagged.tags, tagged.note) == (True, (("x", True, (2, "a", 2)),), "")


def test_what_this_version_does_not_know_says_nothing() -> None:
    assert states([event(1, "status", "archived"), event(2, "colour", "red"), event(3, "tagged", "1")]) == {}


def test_a_flag_makes_a_batch_live_or_not_whatever_came_first() -> None:
    kept, taken = event(1, "star", "1", batch="kept"), event(2, "status", "read", batch="taken")
    off, on = event(3, "live", "0", key="", batch="taken"), event(4, "live", "1", key="", batch="taken")
    assert newest_live([kept, taken]) == {("k", "star"): kept, ("k", "status"): taken}
    assert newest_live([kept, taken, off]) == newest_live([off, taken, kept]) == {("k", "star"): kept}
    assert newest_live([on, kept, off, taken]) == {("k", "star"): kept, ("k", "status"): taken}
    again = event(5, "live", "0", key="", batch="taken")
    assert newest_live([again, on, off, taken, kept]) == {("k", "star"): kept}


def test_of_one_stamp_the_host_and_then_the_number_decide() -> None:
    log = [
        event(1, "star", "0", host="a", n=9),
        event(1, "star", "1", host="b", n=1),
        event(1, "star", "0", host="b", n=2),
    ]
    for order in (log, log[::-1]):
        assert newest_live(order)["k", "star"] == log[2]


def test_values_are_states() -> None:
    assert key_states([("k", "tag:\x1bx\ny", "1", 1, "a", 1)])["k"].tags[0][0].startswith("x")
    assert key_states([]) == {}
