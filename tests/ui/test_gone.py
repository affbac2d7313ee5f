"""Decided papers whose digests are gone: listed where decisions are listed, and nowhere else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from digest_tui.index import open_index
from digest_tui.library import Library
from digest_tui.model import Change
from digest_tui.model.known import NO_LONGER
from digest_tui.session.page import Page, shown_page
from digest_tui.session.rows import heading, status
from digest_tui.session.views import View
from digest_tui.sources import source_for
from digest_tui.store import open_store
from support.desk import TODAY, Blog, Desk, make_app, open_reader
from support.states import version_one

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


async def test_a_starred_paper_of_a_removed_digest_stays_in_its_list_at_its_last_date(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "[", "s")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇", "2025-03-10 Mon", "Older one"]
        assert desk.drawn().count(NO_LONGER) == 1
        assert "2 papers" in heading(desk.screen.session, None)[1]
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "10 Mon"]


async def test_its_page_says_what_is_left_and_every_verb_works_on_it(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "t", *"todo", "enter", "e", *"idea", "enter")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        assert page(desk).title == "연을 날리는 로봇"
        assert NO_LONGER in page(desk).markdown
        assert page(desk).note == "idea"
        assert ("#todo", None) in page(desk).facts
        assert ("arXiv 2503.00001", "https://arxiv.org/abs/2503.00001") in page(desk).facts
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
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇"]
        for key in ("|", "i"):
            await desk.press(key)
            assert NO_LONGER in desk.message
        await desk.press("g", "d")
        assert desk.screen.session.view is View.LATER


async def test_one_that_loses_its_star_stays_until_the_view_is_left_and_undo_brings_it_back(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s", "s")
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇"]
        await desk.press("g", "u", "g", "s")
        assert desk.rows() == []
        await desk.press("u")
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇"]


async def test_the_cursor_stays_on_a_paper_whose_digest_goes_away(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "j", "s", "[", "s", "g", "s", "j")
        assert desk.title == "New two"
        remove(full_blog, DAY)
        await desk.press("R")
        assert desk.title == "New two"
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇", "New two", "2025-03-10 Mon", "Older one"]


async def test_it_stands_below_the_papers_that_its_date_still_has(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "j", "s", "g", "s")
        file = full_blog.folder / f"{DAY}-papers.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: text.index("# 1.")] + text[text.index("# 2.") :], encoding="utf-8")
        await desk.press("R")
        assert desk.rows() == ["2025-03-11 Tue", "New two", "연을 날리는 로봇"]
        assert desk.counts() == ["2", ""]
        assert desk.drawn().count(NO_LONGER) == 1


async def test_it_is_an_ordinary_paper_again_when_it_comes_back(full_blog: Blog) -> None:
    text = (full_blog.folder / f"{DAY}-papers.md").read_text(encoding="utf-8")
    async with open_reader(full_blog) as desk:
        await desk.press("s")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        (full_blog.folder / "2025-03-09-again.md").write_text(text.replace(DAY, "2025-03-09"), encoding="utf-8")
        await desk.press("R")
        assert desk.rows() == ["2025-03-09 Sun", "연을 날리는 로봇"]
        assert NO_LONGER not in desk.drawn()


async def test_a_digest_that_was_removed_between_two_runs_and_the_place_in_it(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s", "[", "s", "g", "s")
        assert desk.title == "연을 날리는 로봇"
    remove(full_blog, DAY)
    async with open_reader(full_blog) as desk:
        assert desk.screen.session.view is View.STARRED
        assert desk.title == "연을 날리는 로봇"
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇", "2025-03-10 Mon", "Older one"]


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
            assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇", "New two", "2025-03-10 Mon", "Older one"]
            assert page(desk).title == desk.title


async def test_where_no_digest_is_left_the_lists_still_have_it(blog: Blog) -> None:
    file = blog.post(DAY, "Only one")
    text = file.read_text(encoding="utf-8")
    async with open_reader(blog) as desk:
        await desk.press("s", "g", "s")
        remove(blog, DAY)
        await desk.press("R")
        assert desk.rows() == ["2025-03-11 Tue", "Only one"]
        assert "1/1" in status(desk.screen.session)
        file.write_text(text, encoding="utf-8")
        await desk.press("R")
        assert desk.rows() == ["2025-03-11 Tue", "Only one"]
        assert NO_LONGER not in desk.drawn()
        remove(blog, DAY)
        await desk.press("R")
    async with open_reader(blog) as desk:
        assert desk.rows() == []
        await desk.press("g", "s")
        assert desk.rows() == ["2025-03-11 Tue", "Only one"]
        await desk.press("/", *"is:gone", "enter")
        assert desk.rows() == ["2025-03-11 Tue", "Only one"]


async def test_no_other_view_or_count_has_it(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("s")
        remove(full_blog, DAY)
        await desk.press("R", "g", "a")
        assert desk.rows() == ["Older one", "Older two"]
        await desk.press("g", "u")
        assert desk.rows() == ["Older one", "Older two"]
        await desk.press("/", *"로봇", "enter")
        assert desk.rows() == []
        await desk.press("/", *[*["ctrl+u"], *"is:starred 로봇"], "enter")
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇"]
        assert NO_LONGER in desk.drawn()


async def test_a_selection_that_is_marked_at_once_stays_reachable_too(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk:
        await desk.press("v", "v", "v", "s", "R")
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇", "New two", "New three"]


async def test_what_an_older_version_decided_is_kept_when_it_is_seen(full_blog: Blog) -> None:
    version_one(full_blog.folder.parent / "data" / "state.db", "arxiv:2503.00002", "arxiv:2503.00004")
    async with open_reader(full_blog) as desk:
        remove(full_blog, DAY)
        await desk.press("R", "g", "s")
        assert desk.rows() == ["2025-03-11 Tue", "New two", "2025-03-10 Mon", "Older one"]


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
        assert desk.rows() == ["2025-03-11 Tue", "연을 날리는 로봇"]


async def test_what_another_window_decided_before_the_digest_went_away_is_seen(full_blog: Blog) -> None:
    async with open_reader(full_blog) as desk, open_reader(full_blog) as other:
        await other.press("j", "s")
        remove(full_blog, DAY)
        await other.press("R")
        desk.screen._poll()
        await desk.press("R", "g", "s")
        assert desk.rows() == ["2025-03-11 Tue", "New two"]
