"""Files in which no paper was found: where they stand, and that nothing but the date list leads to them."""

from typing import Any

import pytest

from digest_tui.ui.keys.commands import Pane
from support.desk import Blog, Desk, open_reader

DAY, OLDER, OLDEST = "2025-03-11", "2025-03-10", "2025-03-07"
PAGES = {
    "404.md": "---\nlayout: page\ntitle: 404\n---\n\nThis page does not exist.\n",
    "CONTRIBUTING.md": "# Contributing\n\nBe kind.\n",
    "README.md": "# A blog\n\nNotes.\n",
    "about.md": "---\nlayout: page\ntitle: About\n---\n\n안녕하세요. 매일 논문을 읽습니다.\n",
    "links/index.md": "# 목록\n\n- [One](https://one.example.org)\n- [Two](https://two.example.org)\n",
    "2025-03-09-제주-여행.md": "---\nlayout: post\ncategories: [life]\n---\n\n바다를 보았다.\n",
}


@pytest.fixture
def own_blog(blog: Blog) -> Blog:
    """Three digests, an empty one among them, and pages of its own."""
    blog.post(DAY, "New one", "New two")
    blog.post(OLDER)
    blog.post(OLDEST, "Old one")
    blog.post("2025-03-06", "Oldest one")
    for name, text in PAGES.items():
        (blog.folder / name).parent.mkdir(exist_ok=True)
        (blog.folder / name).write_text(text, encoding="utf-8")
    return blog


def labels(desk: Desk) -> list[str]:
    return [f"{'!' * row.problem}{row.label}" for row in desk.date_rows()]


async def test_they_stand_at_their_date_or_together_at_the_foot(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        assert labels(desk) == ["Mar 2025", "11 Tue", "!10 Mon", "07 Fri", "06 Thu", "other files · 5"]
        assert desk.counts() == ["2", "", "1", "1", ""]
        assert "other files · 5" in desk.drawn("dates")


async def test_the_foot_is_opened_and_closed(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", "G")
        assert "Enter lists them" in " ".join(desk.drawn("papers").split())
        assert "CONTRIBUTING.md" in desk.drawn("reader")
        await desk.press("enter")
        files = [" 2025-03-09-제주-여행.md", " 404.md", " CONTRIBUTING.md", " about.md", " index.md"]
        assert labels(desk)[-6:] == ["other files · 5", *files]
        assert (desk.screen.pane, "404.md" in desk.drawn("dates")) == (Pane.DATES, True)
        await desk.press("j", "j", "j", "j")
        assert "매일 논문을 읽습니다." in desk.drawn("reader")
        await desk.press("enter")
        assert desk.screen.pane is Pane.READER
        await desk.press("h", "h", "escape")
        assert labels(desk)[-1] == "other files · 5"
        await desk.press("enter", "left")
        assert labels(desk)[-1] == "other files · 5"
        await desk.press("enter", "enter")
        assert labels(desk)[-1] == "other files · 5"
        await desk.press("k")
        assert desk.title == "Oldest one"


async def test_what_is_wrong_with_a_file_is_said_whole(own_blog: Blog) -> None:
    (own_blog.folder / "2025-02-30-x.md").write_text("# 2025-02-30\n\n쉰다.\n", encoding="utf-8")
    async with open_reader(own_blog, size=(60, 24)) as desk:
        await desk.press("h", "G", "enter", "j")
        said = " ".join(desk.drawn("reader").split())
        assert "There is no 30 February" in said
        assert "the digest stays undated" in said


async def test_walking_passes_over_them(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        for keys, titles in {
            "[[[": ["Old one", "Oldest one", "Oldest one"],
            "]]]": ["Old one", "New one", "New one"],
            "{{}}": ["Old one", "Oldest one", "Old one", "New one"],
            "nnnnnn": ["New two", "New two", "Old one", "Old one", "Oldest one", "Oldest one"],
            "NN": ["Oldest one", "Old one"],
        }.items():
            seen = []
            for key in keys:
                await desk.press(key)
                seen.append(desk.title)
            assert seen == titles, keys


@pytest.mark.parametrize(
    ("place", "key", "title"),
    [
        ("empty", "[", "Old one"),
        ("empty", "]", "New one"),
        ("empty", "n", "Old one"),
        ("empty", "N", "New two"),
        ("foot", "[", ""),
        ("foot", "]", "Oldest one"),
        ("foot", "}", "Oldest one"),
        ("foot", "n", ""),
    ],
)
async def test_keys_lead_from_them_to_the_papers_around(own_blog: Blog, place: str, key: str, title: str) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", *(["j"] if place == "empty" else ["G"]))
        await desk.press(key)
        assert desk.title == title
        if not title:
            assert desk.message
            await desk.press(key)
            assert desk.title == {"[": "", "n": "New one"}[key]


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


async def test_an_empty_digest_opens_by_itself_nowhere(own_blog: Blog) -> None:
    own_blog.post("2025-03-12")
    every: list[dict[str, Any]] = [{}, {"today": True}, {"fresh": True}, {"view": "unread"}]
    for options in every:
        async with open_reader(own_blog, **options) as desk:
            assert desk.title == "New one"
            assert labels(desk)[:3] == ["Mar 2025", "!12 Wed", "11 Tue"]
            await desk.press("g", "t")
            assert (desk.title, desk.message) == ("New one", "the digest of 03-12 holds no papers: this is 03-11")


async def test_an_empty_digest_that_is_filled_is_a_day_under_the_cursor(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", "j")
        own_blog.post(OLDER, "It came late")
        await desk.press("R")
        assert desk.title == "It came late"
        (own_blog.folder / f"{OLDER}-papers.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
        await desk.press("R")
        assert labels(desk)[1:3] == ["11 Tue", "!10 Mon"]
        assert "the file has only a header" in desk.drawn("reader")


async def test_the_place_remembers_them(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("h", "G", "enter", "j", "j")
        assert "This page does not exist." in desk.drawn("reader")
    async with open_reader(own_blog) as desk:
        assert "This page does not exist." in desk.drawn("reader")
    (own_blog.folder / "404.md").unlink()
    async with open_reader(own_blog) as desk:
        assert desk.title == "New one"


async def test_a_click_reaches_them(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        row = 1 + labels(desk).index("other files · 5")
        await desk.pilot.click("#dates", offset=(3, row), times=2)
        await desk.settle()
        assert len(desk.date_rows()) == 11
        await desk.pilot.click("#dates", offset=(3, 1 + labels(desk).index("!10 Mon")))
        await desk.settle()
        assert "the file has only a header" in " ".join(desk.drawn("reader").split())


async def test_beside_hits_the_list_stays(own_blog: Blog) -> None:
    async with open_reader(own_blog) as desk:
        await desk.press("s", "g", "s", "h", "G")
        assert "CONTRIBUTING.md" in desk.drawn("reader")
        assert desk.rows() == ["2025-03-11 Tue", "New one"]
        await desk.press("s")
        assert desk.message.startswith("No paper is shown")
        await desk.press("tab", "g", "g")
        assert desk.title == "New one"


async def test_a_library_of_other_files_opens_the_first(blog: Blog) -> None:
    (blog.folder / "guide.md").write_text("# 안내\n\n이것은 안내이다.\n", encoding="utf-8")
    (blog.folder / "zebra.md").write_text("# Zebra\n", encoding="utf-8")
    every: list[dict[str, Any]] = [{}, {"today": True}]
    for options in every:
        async with open_reader(blog, **options) as desk:
            assert labels(desk) == ["other files · 2", " guide.md", " zebra.md"]
            assert "이것은 안내이다." in desk.drawn("reader")
            await desk.press(*"jksxnN[]{}uiow", "h", "escape", "enter", "G", "z", "z")
            assert desk.app.is_running


async def test_a_readme_with_papers_is_a_digest(blog: Blog) -> None:
    blog.post(DAY, "One", "Two").rename(blog.folder / "README.md")
    async with open_reader(blog) as desk:
        assert (desk.title, labels(desk)) == ("One", ["Mar 2025", "11 Tue"])


async def test_a_file_that_was_named_is_shown_whatever_it_holds(blog: Blog) -> None:
    file = blog.folder / "README.md"
    file.write_text("# 읽어 보기\n\n논문은 없다.\n", encoding="utf-8")
    async with open_reader(Blog(file)) as desk:
        assert labels(desk) == ["!README.md"]
        assert "논문은 없다." in desk.drawn("reader")
