"""What the status line says about a batch."""

import pytest

from digest_tui.model import Batch, Change, Event
from digest_tui.triage import wording


def batch(*changes: tuple[str, str], papers: int = 1, left: int = 0) -> Batch:
    """A batch that makes the same changes to each of some papers."""
    wishes = tuple(Change(f"arxiv:2512.{paper}", *change) for paper in range(papers) for change in changes)
    return Batch("b", wishes, left=left)


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
    assert wording.undone(made) == f"undone: {words}"
    assert wording.redone(made) == f"redone: {words}"


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
    made = batch(("status", "read"), papers=12, left=1)
    assert wording.undone(made) == "undone: 12 papers marked read (1 left: changed since)"
    assert wording.redone(made) == "redone: 12 papers marked read (1 left: changed since)"
