"""The heading of the paper list, the status line, and why a list is empty."""

from pathlib import Path

from digest_tui.session.rows import ListHeading, heading, page_heading, paper_rows, selection_words, status
from support.blog import Blog
from support.headless import Headless

DAY, OLDER = "2025-03-11", "2025-03-10"


def test_the_heading_says_what_is_listed_and_how_much_of_it(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert heading(desk.session, None) == ListHeading("Tue 11 Mar 2025", "0 of 2 done", (0, 2))
        desk.do("skip")
        assert heading(desk.session, None) == ListHeading("Tue 11 Mar 2025", "1 of 2 done", (1, 2))
        desk.do("skip")
        assert heading(desk.session, None) == ListHeading("Tue 11 Mar 2025", "2 of 2 done", (2, 2))
        desk.do("last-date")
        assert heading(desk.session, None) == ListHeading("other files · 1")
        desk.do("view-starred")
        assert heading(desk.session, None) == ListHeading("Starred")
        desk.search("one")
        assert heading(desk.session, "one") == ListHeading("/one", "2 papers")


def test_the_page_is_headed_by_its_place_and_its_digest(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert page_heading(desk.session, is_preface=False) == "1/2 · Daily Papers"
        desk.do("down")
        assert page_heading(desk.session, is_preface=False) == "2/2 · Daily Papers"
        assert page_heading(desk.session, is_preface=True) == "Daily Papers · preface and afterword"
        desk.do("last-date", "open-date", "date-down")
        assert page_heading(desk.session, is_preface=False) == "About"


def test_the_status_line_says_view_position_order_selection_and_what_is_left(blog: Blog) -> None:
    blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert status(desk.session) == "new · 1/2 · 2 new"
        desk.do("skip", "sort")
        assert status(desk.session) == "new · 2/2 · most votes first · 1 new"
        desk.do("select")
        assert status(desk.session) == "new · 2/2 · most votes first · 1 new"
        assert selection_words(desk.session)[1] == "1 selected"
        desk.do("later")
        assert status(desk.session) == "new · 2/2 · most votes first"
        desk.do("view-today")
        assert status(desk.session).startswith("all of this day · 1/2 · ")
        desk.search("one")
        assert status(desk.session) == "search · 1/2 · most votes first"
        desk.do("down")
        assert status(desk.session) == "search · 2/2 · most votes first"
        desk.do("leave-search", "view-later")
        assert status(desk.session) == "later · 1/1 · most votes first"
        desk.do("view-new", "last-date")
        assert status(desk.session) == "no papers"


def test_an_empty_list_says_why_and_what_to_do(blog: Blog) -> None:
    file = blog.post(DAY, "One")
    (blog.folder / "about.md").write_text("# About\n", encoding="utf-8")
    with Headless(blog) as desk:
        for command, words in (
            ("view-starred", "No starred papers. What you star with s"),
            ("view-later", "No papers put off for later. What you put off with d"),
        ):
            desk.do(command)
            assert desk.why_empty.startswith(words)
        desk.search("nothing")
        assert desk.why_empty.startswith("Nothing matches.")
        desk.do("leave-search", "view-new", "skip")
    with Headless(blog, fresh=True) as desk:
        assert desk.why_empty.startswith("This day is done. 1 skipped. No other day has new papers. g a: all papers")
        desk.do("last-date")
        assert desk.why_empty == "No papers found in these files. Enter lists them."
        desk.do("open-date", "date-down")
        assert desk.why_empty == "No papers found in this file. The reader shows all of it. Enter: read it."
    file.unlink()
    (blog.folder / "about.md").unlink()
    with Headless(blog) as desk:
        assert str(blog.folder) in desk.why_empty
        assert "0 Markdown files" in desk.why_empty
        assert desk.why_empty.endswith("R: rescan. ?: help. q: quit.")
        assert status(desk.session) == ""


def test_a_paper_that_is_gone_has_no_number_and_says_so(blog: Blog, tmp_path: Path) -> None:
    file = blog.post(DAY, "One", "Two")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("down", "star")
        file.unlink()
        desk.do("rescan", "view-starred")
        [_, row] = paper_rows(desk.session)
        assert (row.number, row.mark, row.decided, bool(row.below)) == ("", "starred", False, True)
