"""Lines that are typed at the foot: they belong to their paper, keep what was typed, and take their errors along."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Event

import pytest
from textual.events import AppBlur, AppFocus, Paste

from digest_tui.model import Change
from digest_tui.model.state import MAX_NOTE
from digest_tui.session.views import View
from digest_tui.store import Store, open_store, opening
from digest_tui.ui.widgets.prompt import Prompt
from support.desk import Blog, Desk, open_reader
from support.patience import PATIENCE_SECONDS
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
ONE, TWO = "arxiv:2503.00001", "arxiv:2503.00002"
UNFINISHED = "unfinished note · Esc drops it"
DROPPED = "draft dropped · u brings it back"


@pytest.fixture
def shelf(blog: Blog) -> Blog:
    """A day of three papers, and one before."""
    blog.post(DAY, "Deep Kites over the Sea and other Winds", "연과 바람의 깊은 이야기에 대하여", "Three")
    blog.post(OLDER, "Of the day before")
    return blog


def prompt(desk: Desk) -> Prompt:
    """The line at the foot."""
    return desk.screen.services.prompt


def note(desk: Desk, key: str = ONE) -> str:
    """The saved note of a paper."""
    return desk.library.decisions.state_of((key,)).note


def tags(desk: Desk, key: str = ONE) -> tuple[str, ...]:
    """The tags of a paper."""
    return desk.library.decisions.state_of((key,)).tags


def typed(text: str) -> list[str]:
    """The keys of a text."""
    return ["space" if letter == " " else letter for letter in text]


@contextmanager
def other_window(blog: Blog) -> Iterator[Store]:
    """Another window over the same state."""
    with closing(open_store(blog.folder.parent / "data" / "state.db")) as store:
        yield store


async def look(desk: Desk) -> None:
    """Notice what another window did."""
    desk.screen.services.store.poll()
    await desk.settle()


@pytest.mark.parametrize(
    ("width", "label"),
    [
        (140, " note on Deep Kites over the Sea and other Winds: x"),
        (60, " note on Deep Kites ov…: x"),
        (40, " note on Deep Ki…: x"),
    ],
)
async def test_the_label_names_the_paper_and_leaves_room_to_type(shelf: Blog, width: int, label: str) -> None:
    async with open_reader(shelf, size=(width, 20)) as desk:
        await desk.press("e", "x")
        assert desk.drawn("footer").rstrip() == label
        await desk.press("escape", "t", "x")
        assert desk.drawn("footer").startswith(" tag Deep Ki")
        await desk.press("escape", "j", "e", *"짧은글")
        assert desk.drawn("footer").startswith(" note on 연과 ")
        assert desk.drawn("footer").rstrip().endswith(": 짧은글")


async def test_a_line_belongs_to_its_paper_whatever_is_shown_meanwhile(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"of", "left")
        await desk.pilot.click("#papers", offset=(5, 5))
        await desk.settle()
        assert desk.title == "Three"
        assert (prompt(desk).text, prompt(desk).cursor) == ("of", 1)
        assert " note on Deep Kites" in desk.drawn("footer")
        await desk.press(*" the first", "enter")
        assert (note(desk), note(desk, TWO), note(desk, "arxiv:2503.00003")) == ("o the firstf", "", "")
        await desk.press("t", *"sea")
        await desk.pilot.click("#dates", offset=(5, 3))
        await desk.settle()
        assert desk.title == "Of the day before"
        await desk.press("enter")
        assert (tags(desk, "arxiv:2503.00003"), tags(desk, "arxiv:2503.00004")) == (("sea",), ())


@pytest.mark.parametrize("key", ["e", "t", "slash", "ctrl+f"])
async def test_sizes_scans_and_other_windows_take_nothing_from_a_line(shelf: Blog, key: str) -> None:
    async with open_reader(shelf) as desk:
        await desk.press(key, *"kites", "left", "left")
        for size in ((40, 12), (200, 50), (120, 36)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
            assert "kites" in desk.drawn("footer"), size
        shelf.post("2025-03-12", "Just arrived")
        desk.screen.scanner.scan()
        with other_window(shelf) as other:
            other.apply([Change(ONE, "status", "read"), Change(TWO, "star", "1")])
            await look(desk)
        for event in (AppBlur, AppFocus):
            desk.app.post_message(event())
        await desk.settle()
        assert (prompt(desk).text, prompt(desk).cursor) == ("kites", 3)
        await desk.press("ctrl+c", "f5", "f1", "shift+tab", "pagedown", "alt+x", "ctrl+o", "insert")
        assert (prompt(desk).text, prompt(desk).cursor) == ("kites", 3)


@pytest.mark.parametrize("text", ["Deep 메모 연", "a\tb", "  spaces  "])
async def test_a_draft_is_there_in_a_later_run_and_goes_when_it_is_saved(shelf: Blog, text: str) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e")
        prompt(desk).insert(text)
    async with open_reader(shelf) as desk:
        assert note(desk) == ""
        await desk.press("j", "e")
        assert prompt(desk).text == ""
        await desk.press("escape", "k", "e")
        assert (prompt(desk).text, desk.message) == (text.replace("\t", " "), UNFINISHED)
        await desk.press("!")
        assert desk.message == ""
        await desk.press("enter")
        assert note(desk) == f"{text}!".replace("\t", " ").strip()
        await desk.press("u", "e")
        assert (prompt(desk).text, desk.message) == ("", "")
    with other_window(shelf) as store:
        assert not [name for name in store.remembered() if name.startswith("draft")]


@promises("docs/keys.md", "`Esc` drops it and `u` brings it back.")
async def test_escape_drops_a_draft_and_the_next_key_may_bring_it_back(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("s", "e", *"idea", "escape")
        assert desk.message == DROPPED
        await desk.press("u")
        assert (prompt(desk).text, desk.state(desk.title)) == ("idea", "unread starred")
        await desk.press("s", "escape")
        assert desk.message == DROPPED
        # Another key, and the draft is gone for good: `u` is the undo that it always is.
        await desk.press("j", "u")
        assert not prompt(desk).is_open
        assert desk.message.startswith("undone: starred")
        await desk.press("k", "e")
        assert prompt(desk).text == ""
        await desk.press("escape")
        assert desk.message == ""


@pytest.mark.parametrize("key", ["z", "g", "v"])
async def test_a_key_that_decides_nothing_is_another_key_too(shelf: Blog, key: str) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"idea", "escape", key, "escape", "u")
        assert not prompt(desk).is_open


async def test_a_draft_that_was_dropped_and_brought_back_outlives_the_run(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"idea", "escape", "u")
    async with open_reader(shelf) as desk:
        await desk.press("e")
        assert prompt(desk).text == "idea"
        await desk.press("escape")
    async with open_reader(shelf) as desk:
        await desk.press("e")
        assert prompt(desk).text == ""


async def test_what_is_saved_already_or_empty_is_no_draft(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"idea", "enter", "e", "s", "backspace", "escape")
        assert desk.message == ""
        await desk.press("e", "ctrl+u", "escape")
        assert desk.message == ""
        await desk.press("e", "ctrl+u")
    async with open_reader(shelf) as desk:
        await desk.press("e")
        assert (prompt(desk).text, desk.message) == ("idea", "")
        before = len(list(desk.library.store.events()))
        await desk.press("enter")
        assert len(list(desk.library.store.events())) == before


async def test_a_note_of_several_lines_is_changed_only_by_whoever_types(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        with other_window(shelf) as other:
            other.apply([Change(ONE, "note", "first line\nsecond\tline")])
            await look(desk)
        await desk.press("e")
        assert prompt(desk).text == "first line second line"
        await desk.press("enter")
        assert note(desk) == "first line\nsecond\tline"
        await desk.press("e", "!", "enter")
        assert note(desk) == "first line second line!"


async def test_the_paper_is_met_under_another_key(shelf: Blog) -> None:
    path = shelf.folder / "2025-03-12-late.md"
    late = "# {}\n\n## Method\nText of it.\n\n# 2. [Another](https://arxiv.org/abs/2503.00098)\n\n## Method\nMore.\n"
    path.write_text(late.format("1. Late Kites over the Land"), encoding="utf-8")
    async with open_reader(shelf) as desk:
        assert desk.title == "Late Kites over the Land"
        await desk.press("e", *"idea")
    path.write_text(late.format("1. [Late Kites over the Land](https://arxiv.org/abs/2503.00099)"), encoding="utf-8")
    async with open_reader(shelf) as desk:
        await desk.press("g", "g", "e")
        assert desk.session.entry is not None
        assert desk.session.entry.key == "arxiv:2503.00099"
        assert prompt(desk).text == "idea"
        await desk.press("enter")
        assert note(desk, "arxiv:2503.00099") == "idea"
    with other_window(shelf) as store:
        assert not [name for name in store.remembered() if name.startswith("draft")]


async def test_of_two_windows_that_write_about_one_paper_neither_loses_a_line(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"mine")
        desk.screen.services.keeper.finish()
        await desk.settle()
        with other_window(shelf) as other:
            name, value = next((n, v) for n, v in other.remembered().items() if n.startswith("draft"))
            other.exchange(name, value, value.replace("mine", "mine and theirs"))
        await desk.press("!")
    with other_window(shelf) as store:
        values = [value for name, value in sorted(store.remembered().items()) if name.startswith("draft")]
        assert ["theirs" in value for value in values] == [True, False]
        assert "mine!" in values[1]


async def test_a_draft_of_another_window_is_there_as_soon_as_that_is_noticed(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        with other_window(shelf) as other:
            other.exchange(f"draft-note-1:{ONE}", None, '{"text": "from there", "before": ""}')
            await look(desk)
        await desk.press("e")
        assert (prompt(desk).text, desk.message) == ("from there", UNFINISHED)


async def test_a_note_that_was_saved_elsewhere_meanwhile_is_told_and_neither_is_lost(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"mine")
        with other_window(shelf) as other:
            other.apply([Change(ONE, "note", "theirs")])
            await look(desk)
        assert (prompt(desk).text, desk.message) == ("mine", "Enter replaces what was saved meanwhile: theirs")
        assert note(desk) == "theirs"
    async with open_reader(shelf) as desk:
        with other_window(shelf) as other:
            other.apply([Change(ONE, "note", "theirs, again")])
            await look(desk)
        await desk.press("e")
        assert (prompt(desk).text, desk.message) == ("mine", "Enter replaces what was saved meanwhile: theirs, again")
        await desk.press("enter")
        assert note(desk) == "mine"
        await desk.press("u")
        assert note(desk) == "theirs, again"


async def test_a_note_that_was_removed_elsewhere_meanwhile_is_told(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"old", "enter", "e", "!")
        with other_window(shelf) as other:
            other.undo(any_session=True)
            await look(desk)
        assert prompt(desk).text == "old!"
        assert desk.message == "the saved note was removed meanwhile · Enter saves this one"


async def test_a_line_on_which_nothing_was_typed_follows_the_saved_note(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"old", "enter", "e")
        with other_window(shelf) as other:
            other.apply([Change(ONE, "note", "new")])
            await look(desk)
        assert prompt(desk).text == "new"
        await desk.press("enter")
        assert note(desk) == "new"


async def test_a_note_that_could_not_be_saved_is_still_there(shelf: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_tui.store.sqlite.BUSY_TIMEOUT_MS", 0)
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_MS", 0)
    async with open_reader(shelf) as desk:
        file = shelf.folder.parent / "data" / "state.db"
        with closing(sqlite3.connect(file, isolation_level=None)) as third:
            third.execute("BEGIN IMMEDIATE")
            await desk.press("e", *"idea", "enter")
            assert desk.message == "the note is kept as a draft · e opens it"
            await desk.press("e")
            assert (prompt(desk).text, desk.message) == ("idea", UNFINISHED)
        await desk.press("enter")
        assert note(desk) == "idea"
    with other_window(shelf) as store:
        assert not [name for name in store.remembered() if name.startswith("draft")]


async def test_a_note_that_is_opened_again_before_it_could_not_be_saved_is_there_too(
    shelf: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest_tui.store.sqlite.BUSY_TIMEOUT_MS", 0)
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_MS", 0)
    may_go_on = Event()
    async with open_reader(shelf) as desk:
        file = shelf.folder.parent / "data" / "state.db"
        with closing(sqlite3.connect(file, isolation_level=None)) as third:
            third.execute("BEGIN IMMEDIATE")
            desk.screen.services.store.carry_out(lambda: may_go_on.wait(PATIENCE_SECONDS))
            await desk.pilot.press("e", *"idea", "enter", "e")
            assert prompt(desk).text == "idea"
            may_go_on.set()
            await desk.settle()
            assert (prompt(desk).text, note(desk)) == ("idea", "")
            await desk.press("escape")
            assert desk.message == DROPPED
            await desk.press("u")
            assert prompt(desk).text == "idea"


async def test_a_note_that_is_too_long_stays_whole_on_the_line(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e")
        desk.screen.post_message(Paste("여러 줄로\n된 글 " * 1000))
        await desk.settle()
        text = prompt(desk).text
        assert len(text) == len("여러 줄로\n된 글 ") * 1000
        await desk.press("enter")
        assert (prompt(desk).text, note(desk)) == (text, "")
        assert (
            desk.message == f"This note has {len(text.strip()):,} characters: at most {MAX_NOTE:,} characters are kept"
        )
        await desk.press("backspace")
        assert desk.message == ""
    async with open_reader(shelf) as desk:
        await desk.press("e")
        assert prompt(desk).text == text[:-1]


@pytest.mark.parametrize("close", [("escape",), ("ctrl+u", "enter"), ("backspace",), ("home",)])
async def test_the_error_of_a_tag_goes_with_its_line(shelf: Blog, close: tuple[str, ...]) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("t", *typed("two words"), "enter")
        assert "cannot be a tag" in desk.message
        assert prompt(desk).is_open
        await desk.press(*close)
        assert ("cannot be a tag" in desk.message) == (close == ("home",))


@pytest.mark.parametrize("close", [("escape",), ("ctrl+u",), ("ctrl+u", "enter"), ("home", "delete")])
@pytest.mark.parametrize(("key", "text"), [("slash", "kites votes>x"), ("ctrl+f", "/(/")])
async def test_the_error_of_a_query_goes_with_its_line(
    shelf: Blog, key: str, text: str, close: tuple[str, ...]
) -> None:
    async with open_reader(shelf) as desk:
        await desk.press(key, *typed(text), "enter")
        wrong = desk.message
        assert wrong.startswith("At ")
        assert (prompt(desk).is_open, prompt(desk).text) == (True, text)
        await desk.press(*close)
        assert desk.message != wrong


async def test_a_tag_belongs_to_what_was_selected_and_says_how_many(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("v", "v", "t", *"sea")
        assert desk.drawn("footer").startswith(" tag 2 papers: sea")
        await desk.press("enter")
        assert (tags(desk, ONE), tags(desk, TWO), tags(desk, "arxiv:2503.00003")) == (("sea",), ("sea",), ())
        await desk.press("k", "k", "v", "v", "e", *"here", "enter")
        assert [note(desk, key) for key in (ONE, TWO, "arxiv:2503.00003")] == ["", "", "here"]
        assert len(desk.session.selected()) == 2


async def test_a_tag_and_a_query_that_were_begun_are_there_in_a_later_run(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("t", *"se")
    async with open_reader(shelf) as desk:
        await desk.press("j", "t")
        assert prompt(desk).text == ""
        await desk.press("escape", "k", "t")
        assert (prompt(desk).text, desk.message) == ("se", "unfinished tag · Esc drops it")
        await desk.press("a", "enter")
        assert tags(desk) == ("sea",)
        await desk.press("t")
        assert prompt(desk).text == ""
        await desk.press("escape", "slash", *"kites")
    async with open_reader(shelf) as desk:
        assert (desk.session.view, desk.title) == (View.NEW, "Deep Kites over the Sea and other Winds")
        await desk.press("slash")
        assert (prompt(desk).text, desk.message) == ("kites", "unfinished query · Esc drops it")
        assert desk.session.view is View.SEARCH
        await desk.press("enter")
        assert len(desk.rows()) == 2
        await desk.press("escape", "escape", "slash")
        assert prompt(desk).text == ""
        await desk.press(*"win", "escape", "slash")
        assert prompt(desk).text == ""


async def test_a_query_that_is_listed_goes_before_one_that_was_begun_in_an_earlier_run(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("slash", *"thr")
    async with open_reader(shelf, query="kites") as desk:
        await desk.press("slash")
        assert prompt(desk).text == "kites"
        await desk.press("enter", "escape", "escape", "slash")
        assert prompt(desk).text == "thr"


async def test_a_command_from_the_palette_leaves_nothing_of_a_line_behind(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("e", *"idea")
        desk.screen.run_command("note")
        await desk.settle()
        assert prompt(desk).text == "idea"
        desk.screen.run_command("search")
        await desk.press(*"kites")
        assert prompt(desk).text == "kites"
        desk.screen.run_command("search")
        await desk.settle()
        assert prompt(desk).text == "kites"
        desk.screen.run_command("down")
        desk.screen.run_command("note")
        await desk.settle()
        assert prompt(desk).text == "idea"
        desk.screen.run_command("search")
        await desk.settle()
        assert prompt(desk).text == "kites"


@pytest.mark.parametrize("key", ["e", "t", "slash"])
async def test_a_long_line_is_drawn_at_once_and_its_cursor_is_on_screen(shelf: Blog, key: str) -> None:
    async with open_reader(shelf, size=(60, 20)) as desk:
        await desk.press(key)
        prompt(desk).insert("가" * 30_000 + "끝")
        await desk.settle()
        assert desk.drawn("footer").rstrip().endswith("가끝")
        await desk.press("home")
        assert desk.drawn("footer").rstrip().endswith("가")
