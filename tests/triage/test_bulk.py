"""Verbs over many papers."""

from functools import partial

import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage import verbs
from digest_tui.triage.bulk import all_but_most_voted, for_all

UNREAD, READ, LATER, SKIPPED = (PaperState(status) for status in Status)
STARRED = PaperState(Status.UNREAD, starred=True)
TAGGED = PaperState(tags=("x",), note="n")


def status(**new: str) -> tuple[Change, ...]:
    """Changes of status, in order."""
    return tuple(Change(key, "status", value) for key, value in new.items())


@pytest.mark.parametrize(
    ("votes", "number", "skipped"),
    [
        ([9, 7, 5, 3], 2, "cd"),
        ([3, 5, 9, 7], 2, "ab"),
        ([9, 7, 7, 7, 3], 2, "e"),
        ([9, 7, 7], 2, ""),
        ([9, 7, 5], 3, ""),
        ([9, 7, 5], 99, ""),
        ([9, 7, 5], 0, ""),
        ([9], 1, ""),
        ([], 1, ""),
        ([4, 4, 4, 4], 1, ""),
        ([None, None, None], 1, ""),
        ([None, 9, None, 5], 2, "ac"),
        ([None, 9, None, 5], 3, ""),
        ([None, 0, 0, 1], 1, "abc"),
        ([None, 0, 0, 1], 2, "a"),
    ],
)
def test_the_most_voted_are_kept_with_all_that_have_as_many_votes(
    votes: list[int | None], number: int, skipped: str
) -> None:
    papers = [((chr(97 + index),), count) for index, count in enumerate(votes)]
    assert all_but_most_voted(papers, number) == tuple((key,) for key in skipped)


def test_a_paper_that_is_named_twice_is_changed_once() -> None:
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
