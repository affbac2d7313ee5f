"""Verbs over many papers."""

from functools import partial

import pytest

from digest_tui.model import Change, PaperState, Status
from digest_tui.triage import verbs
from digest_tui.triage.bulk import for_all, most_voted

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
        # Of equal votes the first in order are kept.
        ([9, 7, 7, 7, 3], 2, "cde"),
        ([9, 7, 7], 2, "c"),
        ([7, 7, 9], 2, "b"),
        ([9, 7, 5], 3, ""),
        ([9, 7, 5], 99, ""),
        ([9, 7, 5], 0, ""),
        ([9], 1, ""),
        ([], 1, ""),
        ([4, 4, 4, 4], 1, "bcd"),
        ([None, None, None], 1, "bc"),
        ([None, 9, None, 5], 2, "ac"),
        ([None, 9, None, 5], 3, "c"),
        ([None, 0, 0, 1], 1, "abc"),
        ([None, 0, 0, 1], 2, "ac"),
        ([None, 0, 0, 1], 3, "a"),
    ],
)
def test_the_most_voted_are_kept_and_no_more_than_were_asked_for(
    votes: list[int | None], number: int, skipped: str
) -> None:
    papers = [((chr(97 + index),), count) for index, count in enumerate(votes)]
    divided = most_voted(papers, number)
    assert divided.rest == tuple((key,) for key in skipped)
    assert sorted([*divided.rest, *(keys for keys, _ in divided.kept)]) == [keys for keys, _ in papers]


def test_the_most_voted_are_named_first_and_equals_among_the_rest_are_counted() -> None:
    papers = [((key,), votes) for key, votes in (("a", 5), ("b", None), ("c", 9), ("d", 5), ("e", 5), ("f", 1))]
    divided = most_voted(papers, 2)
    assert [keys[0] for keys, _ in divided.kept] == ["c", "a"]
    assert divided.equal == 2
    assert divided.without == 1
    assert most_voted(papers, 5).equal == 0
    # What has no votes has none in common with others.
    assert most_voted([*papers, (("g",), None)], 6)[2:] == (0, 1)


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
