"""Files in which no paper was found: where they stand, and that nothing but the date list leads to them."""

import pytest

from digest_tui.ui.keys.command import Pane
from support.desk import Blog, open_reader
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"


@pytest.fixture
def own_blog(blog: Blog) -> Blog:
    """Three digests, an empty one among them, and pages of its own."""
    blog.post(DAY, "New one", "New two")
    blog.post(OLDER)
    blog.post("2025-03-07", "Old one")
    blog.post("2025-03-06", "Oldest one")
    blog.add_own_pages()
    return blog


@promises(
    "docs/digests.md",
    "A blog's own pages (guide, 404, about, an index without papers) stand in one row at the foot of the date "
    "list, `other files`, which `Enter` opens",
)
async def test_the_foot_is_opened_and_closed(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", "G")
        assert "Enter lists them" in " ".join(desk.drawn("reader").split())
        assert "CONTRIBUTING.md" in desk.drawn("reader")
        await desk.press("enter")
        files = [" 2025-03-09-제주-여행.md", " 404.md", " CONTRIBUTING.md", " about.md", " index.md"]
        assert desk.labels()[-6:] == ["other files · 5", *files]
        assert (desk.screen.pane, "404.md" in desk.drawn("dates")) == (Pane.DATES, True)
        await desk.press("j", "j", "j", "j")
        assert "매일 논문을 읽습니다." in desk.drawn("reader")
        await desk.press("enter")
        assert desk.screen.pane is Pane.READER
        await desk.press("h", "h", "escape")
        assert desk.labels()[-1] == "other files · 5"
        await desk.press("enter", "left")
        assert desk.labels()[-1] == "other files · 5"
        await desk.press("enter", "enter")
        assert desk.labels()[-1] == "other files · 5"
        await desk.press("k")
        assert desk.title == "Oldest one"


async def test_nothing_can_be_decided_about_them(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", "j")
        assert "the file has only a header" in " ".join(desk.drawn("reader").split())
        assert "2025-03-07 Fri, 1 paper" in desk.drawn("reader")
        for key in "srxdteoaPwvV":
            await desk.press(key)
            assert desk.message.startswith("No paper is shown")
        await desk.press("J", "i", "escape", "A", "escape", "g", "d")
        assert not desk.screen.library.decisions
        await desk.press("g", "a")
        assert desk.rows() == ["New one", "New two"]


async def test_a_click_reaches_them(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        row = 1 + desk.labels().index("other files · 5")
        await desk.pilot.click("#dates", offset=(3, row), times=2)
        await desk.settle()
        assert len(desk.date_rows()) == 11
        await desk.pilot.click("#dates", offset=(3, 1 + desk.labels().index("!10 Mon")))
        await desk.settle()
        assert "the file has only a header" in " ".join(desk.drawn("reader").split())


async def test_a_library_of_other_files_opens_the_first(blog: Blog) -> None:
    (blog.folder / "guide.md").write_text("# 안내\n\n이것은 안내이다.\n", encoding="utf-8")
    (blog.folder / "zebra.md").write_text("# Zebra\n", encoding="utf-8")
    async with open_reader(blog) as desk:
        assert desk.labels() == ["other files · 2", " guide.md", " zebra.md"]
        assert "이것은 안내이다." in desk.drawn("reader")
        await desk.press(*"jksxnN[]{}uiow", "h", "escape", "enter", "G", "z", "z")
        assert desk.app.is_running
