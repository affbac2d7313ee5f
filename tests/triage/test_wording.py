"""What the status line says about a batch."""

import pytest

from digest_tui.model import Batch, Change, Event
from digest_tui.model.steps import Again, Overtaken, Step
from digest_tui.triage import wording
from digest_tui.triage.marks import Mark


def batch(*changes: tuple[str, str], papers: int = 1) -> Batch:
    """A batch that makes the same changes to each of some papers."""
    return Batch("b", tuple(Change(f"arxiv:2512.{paper}", *change) for paper in range(papers) for change in changes))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (batch(("star", "1")), "starred"),
        (batch(("star", "0")), "star removed"),
        (batch(("status", "read")), "marked read"),
        (batch(("status", "unread")), "marked unread"),
        (batch(("status", "later")), "later"),
        (batch(("status", "skipped")), "skipped"),
        (batch(("star", "1"), ("status", "read")), "starred, marked read"),
        (batch(("status", "read"), papers=12), "12 papers marked read"),
        (batch(("status", "unread"), papers=2), "2 papers marked unread"),
        (batch(("status", "skipped"), papers=2), "2 papers skipped"),
        (batch(("status", "later"), papers=3), "3 papers put off for later"),
        (batch(("star", "1"), papers=2), "2 papers starred"),
        (batch(("star", "0"), papers=2), "star removed from 2 papers"),
        (batch(("star", "1"), ("status", "read"), papers=2), "2 papers changed"),
        (batch(("note", "x")), "noted"),
        (batch(("note", "")), "note removed"),
        (batch(("note", "x"), papers=2), "2 papers noted"),
        (batch(("note", ""), papers=2), "note removed from 2 papers"),
        (batch(("tag:todo", "1")), "tagged todo"),
        (batch(("tag:todo", "0")), "tag todo removed"),
        (batch(("tag:todo", "1"), papers=2), "2 papers tagged todo"),
        (batch(("tag:todo", "0"), papers=2), "tag todo removed from 2 papers"),
        (batch(("future", "x")), "changed"),
        (batch(("future", "x"), papers=2), "2 papers changed"),
        (batch(papers=0), "nothing changed"),
    ],
)
def test_a_batch_is_named_by_what_it_did(made: Batch, words: str) -> None:
    assert wording.done(made) == words
    assert wording.undone(Step(made.changes)) == f"undone: {words}"
    assert wording.redone(Step(made.changes)) == f"redone: {words}"


@pytest.mark.parametrize(
    ("change", "papers", "words"),
    [
        (("status", "read"), 1, "1 paper marked read"),
        (("status", "read"), 0, "0 papers marked read"),
        (("status", "later"), 1, "1 paper put off for later"),
        (("star", "0"), 1, "star removed from 1 paper"),
        (("star", "1"), 2, "2 papers starred"),
    ],
)
def test_papers_are_counted(change: tuple[str, str], papers: int, words: str) -> None:
    assert wording.done_to(papers, *change) == words


@pytest.mark.parametrize(
    ("field", "new", "words"),
    [
        ("status", "skipped", "skipped"),
        ("star", "1", "starred"),
        ("live", "0", "undone"),
        ("live", "1", "redone"),
        ("note", "나중에\n실험", "noted: 나중에 실험"),
        ("note", "가" * 61, f"noted: {'가' * 59}…"),
        ("note", "\x1b[31m", "noted: [31m"),
        ("note", "", "note removed"),
        ("tag:todo", "1", "tagged todo"),
        ("tag:todo", "0", "tag todo removed"),
        ("tag:a\x1b]0;x\x07", "1", "tagged a ]0;x"),
        ("future", "1", "changed"),
    ],
)
def test_an_event_is_named_by_what_it_did(field: str, new: str, words: str) -> None:
    assert wording.logged(Event("h", 1, 1, "s", "b", "arxiv:2512.99001", field, new)) == words


def test_papers_that_were_changed_since_are_counted() -> None:
    step = Step(batch(("status", "read"), papers=12).changes, left=1)
    assert wording.undone(step) == "undone: 12 papers marked read (1 left: changed since)"
    assert wording.redone(step) == "redone: 12 papers marked read (1 left: changed since)"


def test_what_was_undone_of_other_windows_is_named_apart() -> None:
    skipped, bulk = batch(("status", "skipped")).changes, batch(("status", "read"), papers=3).changes
    assert wording.undone(Step(skipped, skipped)) == "undone: skipped, and skipped elsewhere"
    assert wording.undone(Step(skipped, bulk)) == "undone: skipped, and 3 papers marked read elsewhere"
    later = batch(("status", "later")).changes
    assert wording.redone(Step(skipped, later)) == "redone: skipped, and put off elsewhere"


SKIPPED, LATER = batch(("status", "skipped")), batch(("status", "later"))
READ, STARRED = batch(("status", "read")), batch(("star", "1"), papers=9)


@pytest.mark.parametrize(
    ("elsewhere", "is_since", "again", "words"),
    [
        ([READ], True, Again.TOO, ("marked read elsewhere since", "u again undoes it too")),
        ([LATER], False, Again.TOO, ("put off elsewhere too", "u again undoes it too")),
        ([STARRED], True, Again.TOO, ("9 papers starred elsewhere since", "u again undoes it too")),
        ([READ, LATER], True, Again.TOO, ("2 decisions elsewhere, the last: put off", "u again undoes them too")),
        (
            [STARRED, READ],
            True,
            Again.TOO,
            ("2 decisions about 9 papers elsewhere, the last: marked read", "u again undoes them too"),
        ),
        ([READ, LATER], True, Again.NEXT, ("put off elsewhere since", "u again undoes the one before")),
        ([], True, Again.NOTHING, ("this changes nothing now: skipped", "nothing else to undo")),
    ],
)
def test_what_cannot_be_undone_says_why_and_what_the_same_key_does_next(
    elsewhere: list[Batch], is_since: bool, again: Again, words: tuple[str, str]
) -> None:
    what = Overtaken(SKIPPED.changes, tuple(elsewhere), is_since, again, {})
    assert wording.overtaken(what, "undo", "u") == words


def test_what_cannot_be_redone_says_so_too() -> None:
    what = Overtaken(SKIPPED.changes, (LATER,), True, Again.NEXT, {})
    assert wording.overtaken(what, "redo", "ctrl+r") == (
        "put off elsewhere since",
        "ctrl+r again redoes the next one",
    )
    assert wording.overtaken(what._replace(again=Again.NOTHING), "redo", "ctrl+r")[1] == "nothing else to redo"


@pytest.mark.parametrize(
    ("mark", "papers", "words"),
    [
        (Mark.READ, 1, "It is read already."),
        (Mark.UNREAD, 1, "It is unread already."),
        (Mark.UNREAD, 2, "All of them are unread already."),
        (Mark.UNSTAR, 1, "It has no star."),
        (Mark.UNSTAR, 3, "None of them has a star."),
        (Mark.LATER, 2, "All of them are put off for later already."),
    ],
)
def test_why_a_mark_changes_nothing(mark: Mark, papers: int, words: str) -> None:
    assert wording.marked_already(mark, papers) == words
