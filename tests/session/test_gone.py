"""Decided papers whose digests are gone: listed where decisions are listed, and nowhere else."""

from contextlib import closing

import pytest

from digest_tui.model.known import NO_LONGER
from digest_tui.session.rows import heading, paper_rows, status
from digest_tui.session.views import View
from digest_tui.store import open_store
from support.blog import Blog
from support.headless import Headless
from support.promises import promises
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


def below(desk: Headless) -> list[str]:
    """What is said of papers on a line of its own."""
    return [row.below for row in paper_rows(desk.session) if row.below]


@promises(
    "README.md",
    "`g s` lists what you starred, `g l` what you put off, on any day, also after a digest was deleted.",
)
def test_a_starred_paper_of_a_removed_digest_stays_in_its_list_at_its_last_date(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star")
        remove(full_blog, DAY)
        desk.do("rescan", "view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇", "Mon 10 Mar 2025", "Older one"]
        assert below(desk) == [NO_LONGER]
        assert "2 papers" in heading(desk.session, None)[1]
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "10 Mon"]


def test_one_that_loses_its_star_stays_until_the_view_is_left_and_undo_brings_it_back(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        remove(full_blog, DAY)
        desk.do("rescan", "view-starred", "star")
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇"]
        desk.do("view-new", "view-starred")
        assert desk.rows() == []
        desk.do("undo")
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇"]


def test_the_cursor_stays_on_a_paper_whose_digest_goes_away(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "older", "star", "view-starred", "down")
        assert desk.title == "New two"
        remove(full_blog, DAY)
        desk.do("rescan")
        assert desk.title == "New two"
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇", "New two", "Mon 10 Mar 2025", "Older one"]


def test_it_stands_below_the_papers_that_its_date_still_has(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "view-starred")
        file = full_blog.folder / f"{DAY}-papers.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: text.index("# 1.")] + text[text.index("# 2.") :], encoding="utf-8")
        desk.do("rescan")
        assert desk.rows() == ["Tue 11 Mar 2025", "New two", "연을 날리는 로봇"]
        assert desk.counts() == ["2"]
        assert below(desk) == [NO_LONGER]


@promises("docs/search.md", "When it comes back it is an ordinary paper again.")
def test_it_is_an_ordinary_paper_again_when_it_comes_back(full_blog: Blog) -> None:
    text = (full_blog.folder / f"{DAY}-papers.md").read_text(encoding="utf-8")
    with Headless(full_blog) as desk:
        desk.do("star")
        remove(full_blog, DAY)
        desk.do("rescan", "view-starred")
        (full_blog.folder / "2025-03-09-again.md").write_text(text.replace(DAY, "2025-03-09"), encoding="utf-8")
        desk.do("rescan")
        assert desk.rows() == ["Sun 9 Mar 2025", "연을 날리는 로봇"]
        assert below(desk) == []


def test_a_digest_that_was_removed_between_two_runs_and_the_place_in_it(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "older", "star", "view-starred")
        assert desk.title == "연을 날리는 로봇"
    remove(full_blog, DAY)
    with Headless(full_blog) as desk:
        assert desk.session.view is View.STARRED
        assert desk.title == "연을 날리는 로봇"
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇", "Mon 10 Mar 2025", "Older one"]


def test_where_no_digest_is_left_the_lists_still_have_it(blog: Blog) -> None:
    file = blog.post(DAY, "Only one")
    text = file.read_text(encoding="utf-8")
    with Headless(blog) as desk:
        desk.do("star", "view-starred")
        remove(blog, DAY)
        desk.do("rescan")
        assert desk.rows() == ["Tue 11 Mar 2025", "Only one"]
        assert "1/1" in status(desk.session)
        file.write_text(text, encoding="utf-8")
        desk.do("rescan")
        assert desk.rows() == ["Tue 11 Mar 2025", "Only one"]
        assert below(desk) == []
        remove(blog, DAY)
        desk.do("rescan")
    with Headless(blog) as desk:
        assert desk.rows() == []
        desk.do("view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "Only one"]
        desk.search("is:gone")
        assert desk.rows() == ["Tue 11 Mar 2025", "Only one"]


def test_no_other_view_or_count_has_it(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star")
        remove(full_blog, DAY)
        desk.do("rescan", "view-all")
        assert desk.rows() == ["Older one", "Older two"]
        desk.do("view-new")
        assert desk.rows() == ["Older one", "Older two"]
        desk.search("로봇")
        assert desk.rows() == []
        desk.search("is:starred 로봇")
        assert desk.rows() == ["in titles · 1", "연을 날리는 로봇"]
        assert below(desk) == [NO_LONGER]


def test_a_selection_that_is_marked_at_once_stays_reachable_too(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("select", "select", "select", "star", "rescan")
        remove(full_blog, DAY)
        desk.do("rescan", "view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "연을 날리는 로봇", "New two", "New three"]


def test_what_an_older_version_decided_is_kept_when_it_is_seen(full_blog: Blog) -> None:
    file = full_blog.folder.parent / "state.db"
    version_one(file, "arxiv:2503.00002", "arxiv:2503.00004")
    with closing(open_store(file)) as store, Headless(full_blog, store=store) as desk:
        remove(full_blog, DAY)
        desk.do("rescan", "view-starred")
        assert desk.rows() == ["Tue 11 Mar 2025", "New two", "Mon 10 Mar 2025", "Older one"]
