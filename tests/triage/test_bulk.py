"""Verbs over many papers."""

from datetime import date
from functools import partial

import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage import verbs
from digest_tui.triage.bulk import for_all, is_older, mark_read

UNREAD, READ, LATER, SKIPPED = (PaperState(status) for status in Status)
STARRED = PaperState(Status.UNREAD, starred=True)
TAGGED = PaperState(tags=("x",), note="n")


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
        (partial(verbs.tag, name="x"), {"a": TAGGED, "b": UNREAD}, (Change("b", "tag:x", "1"),)),
        (partial(verbs.tag, name="x"), {"a": TAGGED}, (Change("a", "tag:x", "0"),)),
        (partial(verbs.note, text="n"), {"a": TAGGED, "b": UNREAD}, (Change("b", "note", "n"),)),
        (partial(verbs.note, text=""), {"a": TAGGED, "b": UNREAD}, (Change("a", "note", ""),)),
    ],
)
def test_a_verb_sets_what_is_not_set_and_takes_back_only_when_all_is(
    verb: verbs.Verb, states: dict[str, PaperState], expected: tuple[Change, ...]
) -> None:
    assert for_all(verb, list(states.items())) == expected


def test_no_text_of_a_note_is_mistaken_for_a_value_that_takes_back() -> None:
    notes = {"a": "0", "b": "unread", "c": "n"}
    targets = [(key, UNREAD) for key in notes] + [("tagged", TAGGED)]
    changes = for_all(lambda key, state: verbs.note(key, state, notes.get(key, "")), targets)
    assert changes == tuple(Change(key, "note", text) for key, text in notes.items())


@pytest.mark.parametrize(
    ("day", "older"),
    [(date(2025, 3, 1), False), (date(2025, 2, 28), True), (date(2025, 3, 20), False), (None, False)],
)
def test_older_means_more_days_back_than_said(day: date | None, older: bool) -> None:
    assert is_older(day, date(2025, 3, 15), 14) is older
