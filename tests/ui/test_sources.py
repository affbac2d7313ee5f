"""One library from several folders."""

from pathlib import Path

import pytest
from textual.strip import Strip

from digest_tui.render.cells import fit
from digest_tui.session.rows import paper_rows
from digest_tui.ui.widgets.papers import SOURCES
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
TITLE = f"Daily Papers — {DAY}"


@pytest.fixture
def notes(tmp_path: Path) -> Blog:
    """Another blog."""
    return another(tmp_path, "notes")


def another(home: Path, name: str) -> Blog:
    (home / name).mkdir()
    return Blog(home / name)


def notes_of_rows(desk: Desk) -> list[tuple[str, str]]:
    return [(row.title, row.note) for row in paper_rows(desk.screen.session, fit=fit)]


def titles_drawn(desk: Desk) -> list[Strip]:
    """The lines above the papers of a digest, 30 cells wide."""
    rows = [row for row in paper_rows(desk.screen.session, fit=fit) if row.passed_over]
    return [strip for row in rows for strip in desk.screen.papers.draw_row(row, 30)]


async def test_a_paper_in_two_sources_is_one_row_that_names_the_other(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both", "In the blog")
    notes.post(DAY, "In both")
    async with open_reader(blog, notes) as desk:
        assert notes_of_rows(desk)[1:] == [("In both", "+notes"), ("In the blog", "")]
        assert "+notes" in desk.drawn("papers")
        assert desk.counts() == ["2"]
        assert "Also in notes\n" in desk.drawn("reader")
        await desk.press("r")
        assert desk.counts() == ["1"]
        await desk.press("k")
        assert "Read before, also in notes\n" in desk.drawn("reader")


async def test_a_star_shows_in_the_list_of_all_dates_where_else_the_paper_stands(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both")
    notes.post(DAY, "In both")
    async with open_reader(blog, notes) as desk:
        await desk.press("s", "g", "s")
        assert notes_of_rows(desk)[1:] == [("In both", "+notes")]


async def test_twice_in_one_source_and_once_in_another_are_told_apart(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both").rename(blog.folder / f"{DAY}-again.md")
    blog.count = 0
    blog.post(DAY, "In both")
    notes.post(DAY, "In both")
    async with open_reader(blog, notes) as desk:
        assert notes_of_rows(desk)[1:] == [("In both", "×2 +notes")]
        assert "Also in notes\n" in desk.drawn("reader")


async def test_another_source_on_another_date_is_no_second_place_on_this_one(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In both")
    notes.post(OLDER, "In both")
    async with open_reader(blog, notes) as desk:
        assert notes_of_rows(desk) == [("In both", "also 03-10")]
        assert "Also on 2025-03-10 (notes)\n" in desk.drawn("reader")


async def test_long_names_are_cut_and_many_are_counted(blog: Blog, tmp_path: Path) -> None:
    blog.post(DAY, "In both", "In all")
    far = another(tmp_path, "밤에읽는논문모음")
    far.post(DAY, "In both", "In all")
    third = another(tmp_path, "third")
    third.count = 1
    third.post(DAY, "In all")
    async with open_reader(blog, far, third) as desk:
        assert notes_of_rows(desk)[1:] == [("In both", "+밤에읽…"), ("In all", "+2 sources")]
        await desk.press("j")
        assert "Also in third, 밤에읽는논문모음\n" in desk.drawn("reader")


async def test_dates_elsewhere_name_their_source_where_it_is_another(blog: Blog, notes: Blog) -> None:
    for blogs in (blog, notes):
        blogs.post(DAY, "In both")
        blogs.count = 0
    blog.post(OLDER, "In both")
    notes.post("2025-03-09", "In both")
    async with open_reader(blog, notes) as desk:
        assert "Also in notes and on 2025-03-10, 2025-03-09 (notes)\n" in desk.drawn("reader")


async def test_the_other_days_are_walked_past_a_second_place_on_one_of_them(blog: Blog, notes: Blog) -> None:
    for day in (DAY, OLDER):
        for blogs in (blog, notes):
            blogs.count = 0
            blogs.post(day, "In both")
    async with open_reader(blog, notes) as desk:
        seen = []
        for _ in range(3):
            assert desk.screen.session.day is not None
            seen.append(desk.screen.session.day.id)
            await desk.press("g", "d")
        assert seen == [DAY, OLDER, DAY]


async def test_of_two_places_on_another_day_the_row_is_found(blog: Blog, notes: Blog) -> None:
    for day, titles in ((DAY, ("One that is in both",)), (OLDER, ("One that is in both", "Another one"))):
        blog.count = 0
        blog.post(day, *titles)
    text = "# 1. [First of the notes](https://arxiv.org/abs/2503.00009)\n\nText.\n\n# 2. One that is in both\n\nText.\n"
    (notes.folder / f"{OLDER}-a.md").write_text(text, encoding="utf-8")
    async with open_reader(blog, notes) as desk:
        await desk.press("g", "d")
        assert desk.screen.session.day is not None
        assert (desk.screen.session.day.id, desk.title) == (OLDER, "One that is in both")


async def test_a_paper_of_one_date_alone_says_so(blog: Blog, notes: Blog) -> None:
    for blogs in (blog, notes):
        blogs.post(DAY, "In both")
    async with open_reader(blog, notes) as desk:
        await desk.press("g", "d", "g", "d")
        assert desk.message == "This paper is on no other day"


async def test_digests_of_one_date_and_title_are_told_apart_by_their_sources(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In the blog")
    notes.count = 10
    notes.post(DAY, "In the notes")
    async with open_reader(blog, notes) as desk:
        assert notes_of_rows(desk) == [(TITLE, "blog"), ("In the blog", ""), (TITLE, "notes"), ("In the notes", "")]
        names = [list(strip)[-1] for strip in titles_drawn(desk)]
        assert [name.text for name in names] == ["blog", "notes"]
        colours = [desk.screen.papers.line_style(name).color for name in SOURCES]
        assert len(set(colours)) == len(SOURCES)
        assert [name.style and name.style.color for name in names] == colours[:2]


async def test_a_title_makes_room_for_its_source(blog: Blog, tmp_path: Path) -> None:
    far = another(tmp_path, "notes of a very long name indeed")
    blog.post(DAY, "In the blog")
    far.count = 10
    far.post(DAY, "In the notes")
    async with open_reader(blog, far) as desk:
        drawn = [strip.text for strip in titles_drawn(desk)]
        assert drawn == ["Daily Papers — 2025-03-11 blog", "Daily Papers…  notes of a ver…"]


async def test_one_source_is_never_named(blog: Blog) -> None:
    blog.post(DAY, "Paper one").rename(blog.folder / f"{DAY}-again.md")
    blog.post(DAY, "Paper two")
    blog.count = 0
    blog.post(OLDER, "Paper one")
    async with open_reader(blog) as desk:
        await desk.press("g", "a")
        assert len(desk.rows()) == len(["title", "Paper one", "title", "Paper two"])
        everything = desk.drawn("papers") + desk.drawn("reader")
        assert "Also on 2025-03-10" in everything
        assert "blog" not in everything
        await desk.press("i")
        assert "blog" not in desk.drawn("reader")


async def test_the_preface_says_which_source_it_is_from(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In the blog")
    async with open_reader(blog, notes) as desk:
        await desk.press("i")
        assert f"blog: {DAY}-papers.md" in desk.drawn("reader")


async def test_a_text_says_which_source_it_is_from(blog: Blog, notes: Blog) -> None:
    (notes.folder / f"{DAY}-memo.md").write_text("# Memo\n\nA day off.\n", encoding="utf-8")
    async with open_reader(blog, notes) as desk:
        assert f"notes: {DAY}-memo.md" in desk.drawn("reader")
