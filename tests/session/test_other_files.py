"""Files in which no paper was found: where they stand, and that nothing but the date list leads to them."""

from typing import Any

import pytest

from digest_tui.session.date_cursor import OtherFilesRow
from support.blog import Blog
from support.headless import Headless
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
    "A file that is named, filed or headed like your digests and holds no paper stands dimmed at its date with `!`.",
)
def test_they_stand_at_their_date_or_together_at_the_foot(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        assert desk.labels() == ["Mar 2025", "11 Tue", "!10 Mon", "07 Fri", "06 Thu", "other files · 5"]
        assert desk.counts() == ["2", "", "1", "1", ""]


def test_what_is_wrong_with_a_file_is_said_whole(own_blog: Blog) -> None:
    (own_blog.folder / "2025-02-30-x.md").write_text("# 2025-02-30\n\n쉰다.\n", encoding="utf-8")
    with Headless(own_blog) as desk:
        desk.do("last-date", "open-date", "date-down")
        said = " ".join(desk.page_text.split())
        assert "There is no 30 February" in said
        assert "the digest stays undated" in said


@promises("docs/digests.md", "no key and no count stops there.")
def test_walking_passes_over_them(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        older, newer = ["older-new"] * 2, ["newer-new"] * 2
        for commands, titles in (
            (["older"] * 3, ["Old one", "Oldest one", "Oldest one"]),
            (["newer"] * 3, ["Old one", "New one", "New one"]),
            ([*older, *newer], ["Old one", "Oldest one", "Old one", "New one"]),
            (["next"] * 6, ["New two", "New two", "Old one", "Old one", "Oldest one", "Oldest one"]),
            (["previous"] * 2, ["Oldest one", "Old one"]),
        ):
            seen = []
            for command in commands:
                desk.do(command)
                seen.append(desk.title)
            assert seen == titles, commands


@pytest.mark.parametrize(
    ("place", "command", "title"),
    [
        ("date-down", "older", "Old one"),
        ("date-down", "newer", "New one"),
        ("date-down", "next", "Old one"),
        ("date-down", "previous", "New two"),
        ("last-date", "older", ""),
        ("last-date", "newer", "Oldest one"),
        ("last-date", "newer-new", "Oldest one"),
        ("last-date", "next", ""),
    ],
)
def test_commands_lead_from_them_to_the_papers_around(own_blog: Blog, place: str, command: str, title: str) -> None:
    with Headless(own_blog) as desk:
        desk.do(place, command)
        assert desk.title == title
        if not title:
            assert desk.message
            desk.do(command)
            assert desk.title == {"older": "", "next": "New one"}[command]


def test_an_empty_digest_opens_by_itself_nowhere(own_blog: Blog) -> None:
    own_blog.post("2025-03-12")
    every: list[dict[str, Any]] = [{}, {"today": True}, {"fresh": True}, {"view": "unread"}]
    for options in every:
        with Headless(own_blog, **options) as desk:
            assert desk.title == "New one"
            assert desk.labels()[:3] == ["Mar 2025", "!12 Wed", "11 Tue"]
            desk.do("view-today")
            assert (desk.title, desk.message) == ("New one", "the digest of 03-12 holds no papers: this is 03-11")


def test_an_empty_digest_that_is_filled_is_a_day_under_the_cursor(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        desk.do("date-down")
        own_blog.post(OLDER, "It came late")
        desk.do("rescan")
        assert desk.title == "It came late"
        (own_blog.folder / f"{OLDER}-papers.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
        desk.do("rescan")
        assert desk.labels()[1:3] == ["11 Tue", "!10 Mon"]
        assert "the file has only a header" in desk.page_text


def test_the_place_remembers_them(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        desk.do("last-date", "open-date", "date-down", "date-down")
        assert "This page does not exist." in desk.page_text
    with Headless(own_blog) as desk:
        assert "This page does not exist." in desk.page_text
    (own_blog.folder / "404.md").unlink()
    with Headless(own_blog) as desk:
        assert desk.title == "New one"


def test_beside_hits_there_are_only_their_days(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        files = desk.labels()
        desk.do("star", "view-starred", "last-date")
        assert desk.labels() == ["Mar 2025", "11 Tue"]
        assert desk.title == "New one"
        desk.do("view-new")
        assert desk.labels() == files


def test_a_readme_with_papers_is_a_digest(blog: Blog) -> None:
    blog.post(DAY, "One", "Two").rename(blog.folder / "README.md")
    with Headless(blog) as desk:
        assert (desk.title, desk.labels()) == ("One", ["Mar 2025", "11 Tue"])


def test_a_file_that_was_named_is_shown_whatever_it_holds(blog: Blog) -> None:
    file = blog.folder / "README.md"
    file.write_text("# 읽어 보기\n\n논문은 없다.\n", encoding="utf-8")
    with Headless(Blog(file)) as desk:
        assert desk.labels() == ["!README.md"]
        assert "논문은 없다." in desk.page_text


def test_the_foot_is_opened_and_closed(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        desk.do("last-date")
        assert "Enter lists them" in desk.why_empty
        assert "CONTRIBUTING.md" in desk.page_text
        desk.do("open-date")
        files = [" 2025-03-09-제주-여행.md", " 404.md", " CONTRIBUTING.md", " about.md", " index.md"]
        assert desk.labels()[-6:] == ["other files · 5", *files]
        desk.do(*["date-down"] * 4)
        assert "매일 논문을 읽습니다." in desk.page_text
        desk.do("close-foot")
        assert desk.labels()[-1] == "other files · 5"
        assert isinstance(desk.session.other_row, OtherFilesRow)
        desk.do("open-date", "open-date")
        assert desk.labels()[-1] == "other files · 5"
        desk.do("close-foot", "date-up")
        assert desk.title == "Oldest one"
        desk.do("close-foot")
        assert desk.title == "Oldest one"


def test_nothing_is_to_be_decided_about_them(own_blog: Blog) -> None:
    with Headless(own_blog) as desk:
        desk.do("date-down")
        assert "the file has only a header" in desk.page_text
        assert "2025-03-07 Fri, 1 paper" in desk.page_text
        desk.do("star", "read", "skip", "later", "view-date")
        assert not desk.library.decisions
        desk.do("view-all")
        assert desk.rows() == ["New one", "New two"]


@pytest.mark.parametrize("options", [{}, {"today": True}, {"fresh": True}], ids=["", "today", "fresh"])
def test_a_library_of_other_files_opens_the_first(blog: Blog, options: dict[str, Any]) -> None:
    (blog.folder / "guide.md").write_text("# 안내\n\n이것은 안내이다.\n", encoding="utf-8")
    (blog.folder / "zebra.md").write_text("# Zebra\n", encoding="utf-8")
    with Headless(blog, **options) as desk:
        assert desk.labels() == ["other files · 2", " guide.md", " zebra.md"]
        assert "이것은 안내이다." in desk.page_text
        desk.do("next", "older", "newer", "older-new", "skip", "star", "down", "first", "date-up")
        assert not desk.library.decisions
