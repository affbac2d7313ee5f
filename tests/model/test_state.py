"""Tags and notes as they are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import UsageError
from digest_tui.model.state import MAX_NOTE, Event, KeyState, PaperState, Status, note_text, tag_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("todo", "todo"),
        ("#ToDo", "todo"),
        (" 나중에 ", "나중에"),
        (unicodedata.normalize("NFD", "나중에"), "나중에"),
        ("ml/rl-2.0", "ml/rl-2.0"),
        ("c++", "c++"),
        ("_own", "_own"),
        (".NET", ".net"),
        ("ＡＢ", "ａｂ"),
        ("\u0390", "\u0390"),
        ("\u03b1\u0345\u0301", "\u03ac\u03b9"),
        ("हिन्दी", "हिन्दी"),
        ("a\u202eb", "ab"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_tag_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert tag_name(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "#", "two words", "-a", "/a", "+a", "\u0301", "a:b", "a,b", '"a"', "(a)", "x" * 41, "\x1b[m"]
)
def test_what_cannot_be_a_tag_is_told(typed: str) -> None:
    with pytest.raises(UsageError, match="cannot be a tag: use one word of at most 40 letters"):
        tag_name(typed)


@given(st.text(max_size=50) | st.text(st.characters(categories=["L", "M", "N"]), max_size=4))
def test_a_tag_that_is_kept_is_kept_again(typed: str) -> None:
    try:
        name = tag_name(typed)
    except UsageError:
        return
    assert tag_name(name) == name


def test_a_note_is_clean_and_bounded() -> None:
    assert note_text("  a\x1b[2J \n b ") == "a [2J \n b"
    assert len(note_text("가" * 5000)) == MAX_NOTE
    assert note_text(" \n\t ") == ""


@given(st.text())
def test_a_note_that_is_kept_is_kept_again(typed: str) -> None:
    for text in (typed, "x" * (MAX_NOTE - 1) + typed):
        assert note_text(note_text(text)) == note_text(text)


@pytest.mark.parametrize(
    ("state", "new", "is_marked"),
    [
        (PaperState(), True, False),
        (PaperState(Status.READ), False, True),
        (PaperState(Status.LATER), False, True),
        (PaperState(Status.SKIPPED), False, True),
        (PaperState(starred=True), False, True),
        (PaperState(tags=("a",)), True, True),
        (PaperState(note="a"), True, True),
    ],
)
def test_a_paper_waits_until_it_is_decided_and_is_marked_by_anything(
    state: PaperState, new: bool, is_marked: bool
) -> None:
    assert state.is_new is new
    assert state.is_marked is is_marked


def test_the_newest_event_wins_whatever_window_wrote_it() -> None:
    def event(stamp: int, host: str, number: int) -> Event:
        return Event(host, number, stamp, "session", "batch", "key", "star", "1")

    in_order = [event(1, "b", 9), event(2, "a", 1), event(2, "a", 2), event(2, "b", 1), event(3, "a", 1)]
    assert sorted([*in_order[2:], *in_order[:2]], key=lambda one: one.order) == in_order


def test_what_was_never_set_is_older_than_anything() -> None:
    never = KeyState()
    assert (never.status, never.starred, never.note, never.tags) == (Status.UNREAD, False, "", ())
    assert max(never.status_order, never.star_order, never.note_order) == (0, "", 0)
