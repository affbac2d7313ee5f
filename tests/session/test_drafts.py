"""Lines that were begun: kept, found again by what they are about, and never lost to another window's."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.session.drafts import NOTE, TAG, Draft, Drafts, Name
from digest_tui.store import Store, open_store

KEY, OTHER = "arxiv:2503.00001", "title:0123"


class Window:
    """One window over a state file: what it read of it, and its lines."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.values = store.remembered()
        self.drafts = Drafts(lambda: self.values)

    def look(self) -> None:
        """Read what other windows wrote."""
        self.values = self.store.remembered()

    def type(self, draft: Draft, text: str, before: str = "") -> None:
        """Type a line, and keep it."""
        draft.text, draft.before = text, before
        draft.write(draft.dumps(), self.store.exchange)

    def texts(self, *keys: str) -> str:
        """The line about a paper."""
        return self.drafts.about(NOTE, keys).text


@pytest.fixture
def window(tmp_path: Path) -> Callable[[], Window]:
    """Opens one more window."""
    return lambda: Window(open_store(tmp_path / "state.db"))


def kept(window: Window) -> dict[str, str]:
    """The texts in the store, by their names."""
    return {name: json.loads(value)["text"] for name, value in window.store.remembered().items()}


def test_a_line_is_found_in_a_later_run_and_by_another_key_of_its_paper(window: Callable[[], Window]) -> None:
    first = window()
    draft = first.drafts.about(NOTE, (OTHER,))
    first.type(draft, "한글 메모", "an old note")
    later = window()
    found = later.drafts.about(NOTE, (KEY, OTHER))
    assert (found.text, found.before) == ("한글 메모", "an old note")
    later.type(found, "한글 메모 2")
    assert kept(later) == {f"draft-note-1:{OTHER}": "한글 메모 2"}
    assert later.texts("arxiv:2503.00009") == ""
    assert later.drafts.about(TAG, (OTHER,)).text == ""


def test_a_line_that_is_finished_leaves_nothing(window: Callable[[], Window]) -> None:
    first = window()
    draft = first.drafts.about(NOTE, (KEY,))
    first.type(draft, "begun")
    first.look()
    first.type(draft, "")
    assert first.store.remembered() == {}
    # What was read before it was finished does not bring it back.
    assert first.texts(KEY) == ""


def test_two_windows_write_about_one_paper_and_both_lines_are_kept(window: Callable[[], Window]) -> None:
    mine, other = window(), window()
    here, there = mine.drafts.about(NOTE, (KEY,)), other.drafts.about(NOTE, (KEY,))
    mine.type(here, "of mine")
    other.type(there, "of the other")
    mine.type(here, "of mine, too")
    assert kept(mine) == {f"draft-note-1:{KEY}": "of mine, too", f"draft-note-2:{KEY}": "of the other"}
    later = window()
    first = later.drafts.about(NOTE, (KEY,))
    assert first.text == "of mine, too"
    later.type(first, "")
    assert later.texts(KEY) == "of the other"


def test_a_window_that_goes_on_with_the_line_of_another_takes_nothing_from_it(window: Callable[[], Window]) -> None:
    mine, other = window(), window()
    here = mine.drafts.about(NOTE, (KEY,))
    mine.type(here, "begun here")
    other.look()
    there = other.drafts.about(NOTE, (KEY,))
    assert there.text == "begun here"
    other.type(there, "begun here, gone on with there")
    mine.type(here, "begun here and gone on with")
    assert sorted(kept(mine).values()) == ["begun here and gone on with", "begun here, gone on with there"]
    mine.type(here, "")
    assert list(kept(mine).values()) == ["begun here, gone on with there"]


def test_a_line_that_another_window_left_about_a_paper_finished_here_is_found(window: Callable[[], Window]) -> None:
    mine, other = window(), window()
    draft = mine.drafts.about(NOTE, (KEY,))
    mine.type(draft, "finished here")
    mine.type(draft, "")
    other.type(other.drafts.about(NOTE, (KEY,)), "left there")
    assert mine.texts(KEY) == ""
    mine.look()
    assert mine.texts(KEY) == "left there"


def test_what_another_window_has_finished_is_not_written_over_by_nothing(window: Callable[[], Window]) -> None:
    mine, other = window(), window()
    draft = mine.drafts.about(NOTE, (KEY,))
    mine.type(draft, "mine")
    other.look()
    other.type(other.drafts.about(NOTE, (KEY,)), "")
    mine.type(draft, "")
    mine.type(draft, "again")
    assert kept(mine) == {f"draft-note-1:{KEY}": "again"}


@pytest.mark.parametrize("value", ["", "{", "null", "[]", '{"text": 1}', '"x"', "[" * 100_000, "1e999"])
def test_what_is_no_line_is_none_and_stays(window: Callable[[], Window], value: str) -> None:
    first = window()
    first.store.remember(f"draft-note-1:{KEY}", value)
    first.look()
    draft = first.drafts.about(NOTE, (KEY,))
    assert draft.text == ""
    first.type(draft, "new")
    assert first.store.recall(f"draft-note-1:{KEY}") in (value, draft.dumps())
    assert window().texts(KEY) == "new"


def test_what_others_wrote_acts_on_nothing(window: Callable[[], Window]) -> None:
    first = window()
    first.store.remember(f"draft-note-1:{KEY}", json.dumps({"text": "a\x1b]0;b\x07\x9b", "before": "\x1b"}))
    first.look()
    assert first.texts(KEY) == "a ]0;b  "


@given(st.text(), st.integers(1, 999))
def test_a_name_is_read_as_it_was_written(key: str, number: int) -> None:
    assert Name.parsed(str(Name(NOTE, key, number))) == Name(NOTE, key, number)


@pytest.mark.parametrize(
    "text", ["place", "draft-note-:x", "draft-note-1", "draft--1:x", "xdraft-note-1:x", "draft-note-9999999:x"]
)
def test_another_name_is_none(text: str) -> None:
    assert Name.parsed(text) is None
