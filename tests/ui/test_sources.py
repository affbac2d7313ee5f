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
        assert "● new · also 03-10" in everything
        assert "blog" not in everything
        await desk.press("i")
        assert "blog" not in desk.drawn("reader")


async def test_the_preface_says_which_source_it_is_from(blog: Blog, notes: Blog) -> None:
    blog.post(DAY, "In the blog")
    async with open_reader(blog, notes) as desk:
        await desk.press("i")
        assert f"blog: {DAY}-papers.md" in desk.drawn("reader")
