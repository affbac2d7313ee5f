"""Decided papers whose digests are gone: listed where decisions are listed, and nowhere else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.model.known import NO_LONGER
from digest_tui.session.facts import Fact
from digest_tui.session.page import Page, shown_page
from digest_tui.session.views import View
from digest_tui.sources import source_for
from digest_tui.store import open_store
from support.desk import TODAY, Blog, Desk, make_app, open_reader

DAY = "2025-03-11"
OLDER = "2025-03-10"


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Two days with five papers."""
    for day, titles in {DAY: ["연을 날리는 로봇", "New two", "New three"], OLDER: ["Older one", "Older two"]}.items():
        blog.post(day, *titles)
    return blog


def remove(blog: Blog, day: str) -> None:
    (blog.folder / f"{day}-papers.md").unlink()


def page(desk: Desk) -> Page:
    shown = shown_page(desk.screen.session)
    assert shown is not None
    return shown


async def test_its_page_says_what_is_left_and_every_verb_works_on_it(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "t", *"todo", "enter", "e", *"idea", "enter")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        assert page(desk).title == "연을 날리는 로봇"
        assert NO_LONGER in page(desk).markdown
        assert page(desk).note == "idea"
        assert "#todo" in page(desk).standing
        assert Fact("arXiv 2503.00001", "https://arxiv.org/abs/2503.00001", "o") in page(desk).facts
        await desk.press("o", "a", "P")
        assert desk.opened == [
            "https://arxiv.org/abs/2503.00001",
            "https://www.alphaxiv.org/ko/overview/2503.00001",
            "https://arxiv.org/pdf/2503.00001",
        ]
        await desk.press("d", "g", "l")
        assert desk.title == "연을 날리는 로봇"
        await desk.press("x")
        assert "skipped" in desk.message
        await desk.press("u")
        assert "undone" in desk.message
        await desk.press("g", "u", "g", "l")
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇"]
        for key in ("|", "i"):
            await desk.press(key)
            assert NO_LONGER in desk.message
        await desk.press("g", "d")
        assert desk.screen.session.view is View.LATER


@asynccontextmanager
async def open_indexed(blog: Blog) -> AsyncIterator[Desk]:
    """The reader as it is started: what it read the last time is there before any file is looked at."""
    home = blog.folder.parent
    store, index = open_store(home / "data" / "state.db"), open_index(home / "index.db")
    library = Library([source_for(blog.folder)], store, index=index, today=lambda: TODAY)
    library.open()
    app = make_app(library)
    try:
        async with app.run_test(size=(120, 36)) as pilot:
            desk = Desk(app, pilot)
            await desk.settle()
            yield desk
    finally:
        store.close()
        index.close()


async def test_the_place_on_such_a_paper_is_come_back_to_once_all_is_read(full_blog: Blog) -> None:
    async with open_indexed(full_blog) as desk:
        await desk.press("s", "j", "s", "[", "s", "g", "s", "j")
        assert desk.title == "New two"
    remove(full_blog, DAY)
    for _ in range(2):
        async with open_indexed(full_blog) as desk:
            assert desk.screen.session.view is View.STARRED
            assert desk.title == "New two"
            assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇", "New two", "Mon 10 Mar 2025", "Older one"]
            assert page(desk).title == desk.title


async def test_a_change_of_another_window_is_seen(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s")
        remove(full_blog, DAY)
        await desk.press("R", "g", "l")
        assert desk.rows() == []
        other = open_store(full_blog.folder.parent / "data" / "state.db")
        other.apply([Change("arxiv:2503.00001", "status", "later")])
        other.close()
        desk.screen._poll()
        await desk.settle()
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇"]


async def test_what_another_window_decided_before_the_digest_went_away_is_seen(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog) as other:
        await other.press("j", "s")
        remove(full_blog, DAY)
        await other.press("R")
        desk.screen._poll()
        await desk.press("R", "g", "s")
        assert desk.rows() == ["Tue 11 Mar 2025", "New two"]
