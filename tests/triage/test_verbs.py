"""What each verb makes of each state."""

import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage.marks import Mark
from digest_tui.triage.states import applied
from digest_tui.triage.verbs import Outcome, Verb, finish, later, note, open_and_read, read, set_mark, skip, star, tag

UNREAD, READ, LATER, SKIPPED = Status.UNREAD, Status.READ, Status.LATER, Status.SKIPPED
KEY = "arxiv:2512.00001"


@pytest.mark.parametrize("starred", [False, True])
@pytest.mark.parametrize(
    ("verb", "status", "new", "goes_on"),
    [
        (read, UNREAD, READ, True),
        (read, READ, UNREAD, False),
        (read, LATER, UNREAD, False),
        (read, SKIPPED, UNREAD, False),
        (later, UNREAD, LATER, True),
        (later, READ, LATER, True),
        (later, LATER, UNREAD, False),
        (later, SKIPPED, LATER, True),
        (skip, UNREAD, SKIPPED, True),
        (skip, READ, SKIPPED, True),
        (skip, LATER, SKIPPED, True),
        (skip, SKIPPED, UNREAD, False),
        (open_and_read, UNREAD, READ, True),
        (open_and_read, READ, None, True),
        (open_and_read, LATER, READ, True),
        (open_and_read, SKIPPED, READ, True),
        (finish, UNREAD, READ, True),
        (finish, READ, None, True),
        (finish, LATER, None, True),
        (finish, SKIPPED, None, True),
    ],
)
def test_a_verb_sets_the_status_whether_starred_or_not(
    verb: Verb, status: Status, new: Status | None, goes_on: bool, starred: bool
) -> None:
    changes = () if new is None else (Change(KEY, "status", new.value),)
    assert verb(KEY, PaperState(status, starred)) == Outcome(changes, goes_on)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(("starred", "new"), [(False, "1"), (True, "0")])
def test_a_star_is_put_on_or_off_without_touching_the_status_and_stays(status: Status, starred: bool, new: str) -> None:
    assert star(KEY, PaperState(status, starred)) == Outcome((Change(KEY, "star", new),), goes_on=False)


def test_a_tag_is_set_or_taken_away_and_the_cursor_stays() -> None:
    assert tag(KEY, PaperState(), "a") == Outcome((Change(KEY, "tag:a", "1"),), goes_on=False)
    assert tag(KEY, PaperState(tags=("a",)), "a") == Outcome((Change(KEY, "tag:a", "0"),), goes_on=False)


def test_a_note_takes_the_place_of_the_one_there_is() -> None:
    assert note(KEY, PaperState(note="old"), "new") == Outcome((Change(KEY, "note", "new"),), goes_on=False)
    assert note(KEY, PaperState(note="old"), "") == Outcome((Change(KEY, "note", ""),), goes_on=False)
    assert note(KEY, PaperState(note="old"), "old").changes == ()


@pytest.mark.parametrize("starred", [False, True])
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("mark", [Mark.READ, Mark.UNREAD, Mark.STAR, Mark.UNSTAR, Mark.LATER, Mark.SKIP])
def test_a_mark_is_set_and_never_taken_back(mark: Mark, status: Status, starred: bool) -> None:
    state = PaperState(status, starred)
    outcome = set_mark(KEY, state, mark)
    after = state
    for change in outcome.changes:
        after = applied(after, change)
    assert set_mark(KEY, after, mark) == Outcome((), goes_on=False)
    if mark in (Mark.STAR, Mark.UNSTAR):
        assert (after.status, after.starred, outcome.goes_on) == (status, mark is Mark.STAR, False)
    else:
        wanted = {Mark.READ: READ, Mark.UNREAD: UNREAD, Mark.LATER: LATER, Mark.SKIP: SKIPPED}[mark]
        assert (after.status, after.starred) == (wanted, starred)
        assert outcome.goes_on == (status is not wanted is not UNREAD)
