"""Undo with the keyboard: where it leads, what is said in a narrow window, and two windows on one state."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from digest_tui.model import Change
from digest_tui.session.views import View
from digest_tui.store import Store, open_store
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
FIRST = "arxiv:2503.00001"
LONG = "아주 긴 제목을 가진 논문 하나와 그 뒤에 오는 더 긴 부제목: a title that no status line can hold"


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Two days with papers of which the first has a long title."""
    blog.post(DAY, LONG, "Second", "Third")
    blog.post(OLDER, "Older one", "Older two")
    return blog


@contextmanager
def another_session(blog: Blog) -> Iterator[Store]:
    """A script or a window beside the reader."""
    store = open_store(blog.folder.parent / "data" / "state.db")
    yield store
    store.close()


def decide_elsewhere(blog: Blog, field: str, new: str) -> None:
    """Another window decides about the first paper, and the reader did not look yet."""
    with another_session(blog) as store:
        store.apply([Change(FIRST, field, new)])


def log(desk: Desk) -> list[tuple[str, str, str]]:
    return [(event.key[-1:], event.field, event.new) for event in desk.screen.library.store.events()]


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20)])
async def test_the_paper_its_day_and_the_way_back_stand_in_the_status_line_of_any_width(
    full_blog: Blog, size: tuple[int, int]
) -> None:
    async with open_reader(full_blog, size=size) as desk:
        await desk.press("x", "u")
        said = desk.drawn("status")
        assert "undone: skipped · 03-11 아주" in said
        assert said.rstrip().endswith(" · ctrl+r redoes")


async def test_a_narrow_line_does_without_the_name_before_anything_else(full_blog: Blog) -> None:
    async with open_reader(full_blog, size=(60, 20)) as desk:
        await desk.press("j", "x")
        with another_session(full_blog) as store:
            store.apply([Change("arxiv:2503.00002", "status", "later")])
        await desk.press("u")
        assert desk.drawn("status").strip() == "put off elsewhere since · 03-11 S… · u again undoes it too"


async def test_another_day_is_opened_and_its_paper_is_read(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("[", "j", "x", "]", "u")
        assert (desk.day, desk.title) == (OLDER, "Older two")
        assert "Older two" in desk.drawn("reader")
        assert desk.screen.session.view is View.NEW
        dates = desk.screen.dates
        assert dates._cursor is not None
        assert dates._rows[dates._cursor].label == "10 Mon"


async def test_keys_typed_behind_it_are_for_the_paper_it_went_to(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        for key in "xuse":
            desk.screen.keyboard.type(key)
        await desk.settle()
        await desk.press(*"note", "enter")
        assert log(desk) == [("1", "status", "skipped"), ("", "live", "0"), ("1", "star", "1"), ("1", "note", "note")]


async def test_what_another_window_changed_is_undone_by_the_key_that_follows_its_announcement(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("x")
        decide_elsewhere(full_blog, "status", "later")
        written = log(desk)
        await desk.press("u")
        assert "put off elsewhere since" in desk.drawn("status")
        assert desk.drawn("status").rstrip().endswith("u again undoes it too")
        assert log(desk) == written
        assert " > " in desk.drawn("papers")
        assert "later" in desk.drawn("reader")
        await desk.press("u")
        assert desk.message == "undone: skipped, and put off elsewhere · ctrl+r redoes"
        assert desk.state(LONG) == "unread"
        assert log(desk) == [*written, ("", "live", "0"), ("", "live", "0")]
        await desk.press("ctrl+r")
        assert desk.state(LONG) == "later"


async def test_keys_typed_before_the_announcement_could_be_read_agree_to_nothing(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("x")
        decide_elsewhere(full_blog, "status", "later")
        written = log(desk)
        for key in "uuuu":
            desk.screen.keyboard.type(key)
        await desk.settle()
        assert log(desk) == written
        assert desk.message.endswith("u again undoes it too")
        await desk.press("u")
        assert desk.message.startswith("undone: ")


@pytest.mark.parametrize("keys", [["g", "escape"], ["="], ["j", "k"], ["?", "escape"], ["ctrl+r"]])
async def test_any_key_between_takes_the_offer_back(full_blog: Blog, keys: list[str]) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("x")
        decide_elsewhere(full_blog, "status", "later")
        await desk.press("u", *keys, "u")
        assert "elsewhere since" in desk.message
        assert desk.state(LONG) == "later"


async def test_two_windows_undo_each_their_own(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog, fresh=True) as other:
        await desk.press("x")
        await other.press("G", "s")
        await desk.press("s")
        await other.press("u")
        assert other.message == "undone: starred · ctrl+r redoes"
        await other.press("u")
        assert other.message == "Nothing to undo"
        await desk.press("u", "u", "u")
        assert desk.message == "Nothing to undo"
        # Whether the star of the other window was seen here is a matter of the second in which it was looked for.
        desk.screen.services.store.poll()
        await desk.settle()
        assert desk.states(LONG, "Second", "Third") == ["unread", "unread", "unread"]


async def test_a_preface_makes_room_for_the_paper(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "i", "u")
        assert "undone: starred · 03-11 아주" in desk.message
        assert not desk.screen.preface_shown
        assert LONG[:20] in desk.drawn("reader")


async def test_undo_in_a_search_asks_again_and_stays_with_its_paper(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("j", "t", *"todo", "enter", "/", *"tag:todo", "enter")
        assert desk.rows()[1:] == ["Second"]
        await desk.press("t", *"again", "enter", "u")
        assert (desk.title, desk.message) == ("Second", "undone: tagged again · ctrl+r redoes")
        await desk.press("u")
        assert desk.message == "undone: tagged todo · ctrl+r redoes"
        assert "Second" not in desk.rows()
