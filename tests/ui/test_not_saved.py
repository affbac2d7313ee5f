"""What cannot be saved is not shown as done, is said once, and can be done again when there is room."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from digest_tui.errors import StateError
from digest_tui.model import Change
from digest_tui.store import open_store
from digest_tui.store.sqlite import SqliteStore
from support.desk import Blog, open_reader


def fill_the_disk(store: object, *, room: bool = False) -> None:
    """Let a state file grow no more, or again."""
    assert isinstance(store, SqliteStore)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages * 100 if room else pages}")


def test_a_full_disk_loses_nothing_and_is_said(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "state.db")) as store:
        store.apply([Change("arxiv:1", "star", "1")])
        fill_the_disk(store)
        with pytest.raises(StateError, match="the disk is full: make room"):
            store.apply([Change("arxiv:1", "note", "글" * 3000)])
        assert store.states()["arxiv:1"].note == ""
        assert store.states()["arxiv:1"].starred
        fill_the_disk(store, room=True)
        store.apply([Change("arxiv:1", "note", "글" * 3000)])
    with closing(open_store(tmp_path / "state.db")) as store:
        assert store.states()["arxiv:1"].note == "글" * 3000


async def test_who_decides_on_a_full_disk_is_told_once_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    blog = Blog(tmp_path / "blog")
    titles = ["첫째 논문", "둘째 논문", "셋째 논문"]
    blog.post("2025-03-11", *titles)
    async with open_reader(blog) as desk:
        store = desk.screen.library.store
        await desk.press("s")
        fill_the_disk(store)
        with suppress(StateError):
            for number in range(1000):
                store.apply([Change("arxiv:1", "star", str(number % 2))])
        await desk.press("j", "s", "j", "s")
        assert [desk.state(title) for title in titles] == ["unread starred", "unread", "unread"]
        [toast] = desk.app._notifications
        assert toast.message.startswith("Not saved: The state file")
        assert "nothing is saved" in desk.drawn("status")
        fill_the_disk(store, room=True)
        await desk.press("s")
        assert "nothing is saved" not in desk.drawn("status")
    async with open_reader(blog) as desk:
        assert [desk.state(title) for title in titles] == ["unread starred", "unread", "unread starred"]
