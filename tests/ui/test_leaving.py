"""Keys around the end: those before it are carried out on what they meant, those behind it are nobody's."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events

from digest_tui.search.searcher import Searcher
from digest_tui.store import open_store
from digest_tui.ui.terminal import leaving
from support.desk import Blog, Desk, open_reader
from support.patience import PATIENCE_SECONDS, patiently

DAY = "2025-03-11"
TITLES = [f"Paper {number}" for number in range(1, 9)]
KEYS = [f"arxiv:2503.{number:05}" for number in range(1, 9)]


def type_at_once(desk: Desk, keys: Iterable[str]) -> None:
    """Type as the thread that reads does, faster than anything is carried out."""
    loop = asyncio.get_running_loop()
    for key in keys:
        asyncio.run_coroutine_threadsafe(desk.app._post_message(events.Key(key, key if len(key) == 1 else None)), loop)


def end_by_signal(desk: Desk) -> None:
    """Ask for the end as the thread that hears signals does."""
    asyncio.get_running_loop().call_soon_threadsafe(desk.app.end_behind_keys, 143)


async def until_turn(holds: Callable[[], bool]) -> None:
    """Let the loop turn until something holds; unlike a pilot this leaves what waits where it is."""
    for _ in patiently():
        if holds():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")


async def until_it_leaves(desk: Desk) -> None:
    """Wait until the reader is on its way out."""
    await until_turn(lambda: desk.app.is_leaving)


def decided(blog: Blog) -> list[str]:
    """The papers of the log."""
    store = open_store(blog.folder.parent / "data" / "state.db")
    try:
        return [event.key for event in store.events()]
    finally:
        store.close()


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    """A day of eight papers."""
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    blog.post(DAY, *TITLES)
    return blog


@pytest.mark.parametrize("fresh", [True, False])
async def test_what_was_typed_before_a_signal_is_carried_out_on_the_papers_that_it_meant(
    blog: Blog, *, fresh: bool
) -> None:
    async with open_reader(blog, fresh=fresh) as desk:
        type_at_once(desk, "jjxx")
        end_by_signal(desk)
        await until_it_leaves(desk)
    assert decided(blog) == KEYS[2:4]
    assert desk.app.return_code == 143


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("keys", ["qxsd", "jxqxsd", "jxqqAd"])
async def test_what_was_typed_behind_the_key_that_leaves_decides_nothing(blog: Blog, keys: str, *, fresh: bool) -> None:
    async with open_reader(blog, fresh=fresh) as desk:
        type_at_once(desk, keys)
        await until_it_leaves(desk)
    assert decided(blog) == (KEYS[1:2] if keys.startswith("jx") else [])


async def test_what_is_typed_into_a_dialog_behind_the_key_that_leaves_decides_nothing(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("A")
        type_at_once(desk, ("ctrl+q", "d", "enter"))
        await until_it_leaves(desk)
    assert decided(blog) == []


@pytest.mark.parametrize("leaves", ["ctrl+q", ""])
@pytest.mark.parametrize("opening", ["?", ":", "A", "/", "e", "t"])
async def test_what_was_typed_for_what_is_being_opened_is_for_nothing_beneath_it(
    blog: Blog, opening: str, leaves: str
) -> None:
    async with open_reader(blog) as desk:
        type_at_once(desk, [opening, "s", "x", "r", *([leaves] if leaves else [])])
        if not leaves:
            end_by_signal(desk)
        await until_it_leaves(desk)
    assert decided(blog) == []


@pytest.mark.parametrize("leaves", ["ctrl+q", ""])
async def test_what_was_chosen_before_the_end_is_carried_out(blog: Blog, leaves: str) -> None:
    async with open_reader(blog) as desk:
        type_at_once(desk, [":", *"skip", "enter", "x", *([leaves] if leaves else [])])
        if not leaves:
            end_by_signal(desk)
        await until_it_leaves(desk)
    assert decided(blog) == KEYS[:2]


async def test_a_timer_that_repaints_after_the_end_finds_nothing_to_do(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        desk.app.exit()
        await until_it_leaves(desk)
    desk.app.repaint()


async def test_too_many_keys_before_a_signal_are_not_waited_for(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "TYPED_SECONDS", 0)
    async with open_reader(blog, fresh=True) as desk:
        type_at_once(desk, "jx" + "jk" * 200 + "x")
        end_by_signal(desk)
        await until_it_leaves(desk)
    assert decided(blog) in ([], KEYS[1:2])


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("keys", [[":", *"skip", "enter", "x"], ["j", "k", *"xx"], ["/", *"paper 1", "escape", *"xx"]])
async def test_keys_that_wait_for_what_is_being_opened_are_waited_for_on_a_slow_machine(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, keys: list[str], *, fresh: bool
) -> None:
    monkeypatch.setattr(leaving, "TYPED_SECONDS", 0)
    async with open_reader(blog, fresh=fresh) as desk:
        type_at_once(desk, [*keys, "ctrl+q"])
        await until_it_leaves(desk)
    assert decided(blog) == KEYS[:2]


async def test_a_search_is_not_waited_for(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "TYPED_SECONDS", 0)
    monkeypatch.setattr(leaving, "OPENING_SECONDS", PATIENCE_SECONDS)
    is_asked, goes_on, search = Event(), Event(), Searcher.search

    def slow(self: Searcher, *args: Any, **options: Any) -> Any:
        is_asked.set()
        goes_on.wait(PATIENCE_SECONDS)
        return search(self, *args, **options)

    monkeypatch.setattr(Searcher, "search", slow)
    async with open_reader(blog) as desk:
        type_at_once(desk, ["/", *"paper", "enter", "x"])
        await until_turn(is_asked.is_set)
        type_at_once(desk, ["ctrl+q"])
        await until_it_leaves(desk)
        assert not goes_on.is_set()
        goes_on.set()
    assert decided(blog) == []


async def test_leaving_twice_is_leaving_once(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        desk.app.exit(return_code=3)
        desk.app.exit(return_code=4)
        await until_it_leaves(desk)
    # When its screens are gone too.
    desk.app.exit(return_code=5)
    assert desk.app.return_code == 3
