"""One library from several folders."""

from pathlib import Path

import pytest

from digest_tui.session.facts import Fact
from digest_tui.session.page import preface_page
from digest_tui.session.rows import paper_rows
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"


@pytest.fixture
def notes(tmp_path: Path) -> Blog:
    """Another blog."""
    return another(tmp_path, "notes")


def another(home: Path, name: str) -> Blog:
    (home / name).mkdir()
    return Blog(home / name)


@promises(
    "docs/digests.md",
    "Several folders make one library: a paper in two of them is one paper, decided once, and its row says where "
    "else it is (`+blog`).",
)
def test_a_paper_in_two_sources_is_one_row_that_names_the_other(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both", "In the blog")
    notes.post(DAY, "In both")
    with Headless(blog, notes) as desk:
        assert desk.notes()[1:] == [("In both", "+notes"), ("In the blog", "")]
        assert desk.counts() == ["2"]
        assert desk.page.standing[-1] == "also in notes"
        desk.do("read")
        assert desk.counts() == ["1/2"]
        desk.do("up")
        assert desk.page.standing == ("read", "also in notes")


def test_a_star_shows_in_the_list_of_all_dates_where_else_the_paper_stands(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both")
    notes.post(DAY, "In both")
    with Headless(blog, notes) as desk:
        desk.do("star", "view-starred")
        assert desk.notes()[1:] == [("In both", "+notes")]


def test_twice_in_one_source_and_once_in_another_are_told_apart(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both").rename(blog.folder / f"{DAY}-again.md")
    blog.count = 0
    blog.post(DAY, "In both")
    notes.post(DAY, "In both")
    with Headless(blog, notes) as desk:
        assert desk.notes()[1:] == [("In both", "×2 +notes")]
        assert desk.page.standing[-1] == "also in notes"


def test_another_source_on_another_date_is_no_second_place_on_this_one(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both")
    notes.post(OLDER, "In both")
    with Headless(blog, notes) as desk:
        assert desk.notes() == [("In both", "also 03-10")]
        assert desk.page.standing[-1] == "also 03-10 (notes)"


def test_long_names_are_cut_and_many_are_counted(blog: Blog, tmp_path: Path) -> None:
    blog.post(DAY, "In both", "In all")
    far = another(tmp_path, "밤에읽는논문모음")
    far.post(DAY, "In both", "In all")
    third = another(tmp_path, "third")
    third.count = 1
    third.post(DAY, "In all")
    with Headless(blog, far, third) as desk:
        assert desk.notes()[1:] == [("In both", "+밤에읽…"), ("In all", "+2 sources")]
        desk.do("down")
        assert desk.page.standing[-1] == "also in third, 밤에읽는논문모음"


def test_dates_elsewhere_name_their_source_where_it_is_another(blog: Blog, notes: Blog) -> None:
    for blogs in (blog, notes):
        blogs.post(DAY, "In both")
        blogs.count = 0
    blog.post(OLDER, "In both")
    notes.post("2025-03-09", "In both")
    with Headless(blog, notes) as desk:
        assert desk.page.standing[1:] == ("also in notes", "also 03-10, 03-09 (notes)")


def test_the_other_days_are_walked_past_a_second_place_on_one_of_them(blog: Blog, notes: Blog) -> None:
    for day in (DAY, OLDER):
        for blogs in (blog, notes):
            blogs.count = 0
            blogs.post(day, "In both")
    with Headless(blog, notes) as desk:
        seen = []
        for _ in range(3):
            seen.append(desk.day)
            desk.do("view-date")
        assert seen == [DAY, OLDER, DAY]


def test_of_two_places_on_another_day_the_row_is_found(blog: Blog, notes: Blog) -> None:
    for day, titles in ((DAY, ("One that is in both",)), (OLDER, ("One that is in both", "Another one"))):
        blog.count = 0
        blog.post(day, *titles)
    text = "# 1. [First of the notes](https://arxiv.org/abs/2503.00009)\n\nText.\n\n# 2. One that is in both\n\nText.\n"
    (notes.folder / f"{OLDER}-a.md").write_text(text, encoding="utf-8")
    with Headless(blog, notes) as desk:
        desk.do("view-date")
        assert (desk.day, desk.title) == (OLDER, "One that is in both")


def test_a_paper_of_one_date_alone_says_so(blog: Blog, notes: Blog) -> None:
    for blogs in (blog, notes):
        blogs.post(DAY, "In both")
    with Headless(blog, notes) as desk:
        desk.do("view-date", "view-date")
        assert desk.message == "This paper is on no other day"


def test_a_text_says_which_source_it_is_from(blog: Blog, notes: Blog) -> None:
    (notes.folder / f"{DAY}-memo.md").write_text("# Memo\n\nA day off.\n", encoding="utf-8")
    with Headless(blog, notes) as desk:
        assert f"notes: {DAY}-memo.md" in desk.page_text


def test_digests_of_one_date_and_title_are_told_apart_by_their_sources(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In the blog")
    notes.count = 10
    notes.post(DAY, "In the notes")
    title = f"Daily Papers — {DAY}"
    with Headless(blog, notes) as desk:
        assert desk.notes() == [(title, "blog"), ("In the blog", ""), (title, "notes"), ("In the notes", "")]
        assert [row.tint for row in paper_rows(desk.session) if row.passed_over] == [0, 1]


def test_one_source_is_never_named(blog: Blog) -> None:
    blog.post(DAY, "Paper one").rename(blog.folder / f"{DAY}-again.md")
    blog.post(DAY, "Paper two")
    blog.count = 0
    blog.post(OLDER, "Paper one")
    with Headless(blog) as desk:
        desk.do("view-all")
        assert [note for _, note in desk.notes()] == ["", "also 03-10", "", ""]
        assert desk.page.standing[-1] == "also 03-10"
        assert desk.session.digest is not None
        assert preface_page(desk.session.digest, desk.library).facts == (Fact(f"{DAY}-again.md"),)


def test_the_preface_says_which_source_it_is_from(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In the blog")
    with Headless(blog, notes) as desk:
        assert desk.session.digest is not None
        assert preface_page(desk.session.digest, desk.library).facts == (Fact(f"blog: {DAY}-papers.md"),)
