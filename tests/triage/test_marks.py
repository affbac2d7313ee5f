import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage.marks import Mark, marking

STATES = {status.value: PaperState(status) for status in Status}
STARRED = {status.value: PaperState(status, starred=True) for status in Status}


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        (Mark.READ, Status.READ),
        (Mark.UNREAD, Status.UNREAD),
        (Mark.LATER, Status.LATER),
        (Mark.SKIP, Status.SKIPPED),
    ],
)
def test_a_status_is_set_on_every_paper_that_has_another_and_stars_play_no_part(mark: Mark, status: Status) -> None:
    others = tuple(Change(other.value, "status", status.value) for other in Status if other is not status)
    assert marking(mark, STATES.items()) == others
    assert marking(mark, STARRED.items()) == others


def test_a_star_is_set_and_taken_away_whatever_the_status() -> None:
    assert marking(Mark.STAR, STATES.items()) == tuple(Change(status.value, "star", "1") for status in Status)
    assert marking(Mark.UNSTAR, STARRED.items()) == tuple(Change(status.value, "star", "0") for status in Status)
    assert marking(Mark.STAR, STARRED.items()) == marking(Mark.UNSTAR, STATES.items()) == ()


def test_a_tag_is_set_and_taken_away_by_its_name() -> None:
    tagged = PaperState(Status.READ, tags=("a", "b"))
    assert marking(Mark.TAG, [("k", tagged), ("l", PaperState())], "a") == (Change("l", "tag:a", "1"),)
    assert marking(Mark.UNTAG, [("k", tagged), ("l", PaperState())], "a") == (Change("k", "tag:a", "0"),)
    assert marking(Mark.TAG, [("k", tagged)], "c") == (Change("k", "tag:c", "1"),)
    assert marking(Mark.UNTAG, [("k", tagged)], "c") == ()


def test_only_marks_of_tags_take_a_name() -> None:
    assert [mark for mark in Mark if mark.takes_name] == [Mark.TAG, Mark.UNTAG]


def test_a_paper_that_is_named_twice_is_changed_once() -> None:
    assert marking(Mark.STAR, [("a", PaperState()), ("a", PaperState())]) == (Change("a", "star", "1"),)


def test_the_words_that_scripts_use() -> None:
    assert [mark.value for mark in Mark] == ["read", "unread", "star", "unstar", "later", "skip", "tag", "untag"]
