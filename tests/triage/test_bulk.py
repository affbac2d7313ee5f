"""Verbs over many papers."""

from datetime import date

import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage import verbs
from digest_tui.triage.bulk import for_all, is_older, mark_read

UNREAD, READ, LATER, SKIPPED = (PaperState(status) for status in Status)
STARRED = PaperState(Status.UNREAD, starred=True)


def status(**new: str) -> tuple[Change, ...]:
    """Changes of status, in order."""
    return tuple(Change(key, "status", value) for key, value in new.items())


def test_marking_read_leaves_everything_that_was_decided() -> None:
    targets = [("a", UNREAD), ("b", READ), ("c", LATER), ("d", SKIPPED), ("e", STARRED), ("f", UNREAD)]
    assert mark_read(targets) == status(a="read", f="read")


def test_a_paper_that_is_named_twice_is_changed_once() -> None:
    assert mark_read([("a", UNREAD), ("a", UNREAD)]) == status(a="read")
    assert for_all(verbs.skip, [("a", UNREAD), ("a", UNREAD)]) == status(a="skipped")


@pytest.mark.parametrize(
    ("verb", "states", "expected"),
    [
        (verbs.read, {"a": UNREAD, "b": READ}, status(a="read")),
        (verbs.read, {"a": READ, "b": LATER}, status(a="unread", b="unread")),
        (verbs.skip, {"a": UNREAD, "b": SKIPPED, "c": READ}, status(a="skipped", c="skipped")),
        (verbs.skip, {"a": SKIPPED, "b": SKIPPED}, status(a="unread", b="unread")),
        (verbs.later, {"a": LATER, "b": UNREAD}, status(b="later")),
        (verbs.star, {"a": STARRED, "b": UNREAD}, (Change("b", "star", "1"),)),
        (verbs.star, {"a": STARRED}, (Change("a", "star", "0"),)),
        (verbs.read, {}, ()),
    ],
)
def test_a_verb_sets_what_is_not_set_and_takes_back_only_when_all_is(
    verb: verbs.Verb, states: dict[str, PaperState], expected: tuple[Change, ...]
) -> None:
    assert for_all(verb, list(states.items())) == expected


@pytest.mark.parametrize(
    ("day", "older"),
    [(date(2025, 3, 1), False), (date(2025, 2, 28), True), (date(2025, 3, 20), False), (None, False)],
)
def test_older_means_more_days_back_than_said(day: date | None, older: bool) -> None:
    assert is_older(day, date(2025, 3, 15), 14) is older
