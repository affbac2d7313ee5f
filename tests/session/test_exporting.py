"""Which papers `E` offers."""

from dataclasses import replace

from digest_tui.session.exporting import scopes_of
from support.blog import Blog
from support.headless import Headless

DAY = "2025-03-11"


def offered(desk: Headless, *, is_paper_shown: bool = True) -> list[tuple[str, int]]:
    scopes = scopes_of(desk.session, None, is_paper_shown=is_paper_shown)
    assert all(len(scope.entries) == scope.papers for scope in scopes)
    return [(scope.words, scope.papers) for scope in scopes]


def test_the_likeliest_comes_first(blog: Blog) -> None:
    blog.post(DAY, "One of these", "Two of these", "Three of these")
    with Headless(blog) as desk:
        assert offered(desk) == [("this paper", 1), ("all listed papers", 3)]
        assert offered(desk, is_paper_shown=False) == [("all listed papers", 3)]
        desk.do("select", "select")
        assert offered(desk) == [("the selected papers", 2), ("this paper", 1), ("all listed papers", 3)]


def test_a_search_that_goes_on_says_that_there_may_be_more(blog: Blog) -> None:
    blog.post(DAY, "One of these", "Two of these", "Three of these")
    with Headless(blog) as desk:
        desk.search("these")
        assert offered(desk)[-1] == ("all listed papers", 3)
        rows = desk.session.listed.hit_rows
        assert rows is not None
        arrangement = rows.arrangement
        rows.arrangement = replace(arrangement, hits=replace(arrangement.hits, searched=1))
        assert offered(desk)[-1] == ("all papers found so far", 3)


def test_a_paper_that_is_gone_can_still_be_exported(blog: Blog) -> None:
    file = blog.post(DAY, "One of these", "Two of these")
    with Headless(blog) as desk:
        desk.do("star")
        file.unlink()
        desk.do("rescan", "view-starred")
        assert offered(desk) == [("this paper", 1), ("all listed papers", 1)]
        [scope, _] = scopes_of(desk.session, None, is_paper_shown=True)
        assert "One of these" in desk.library.exporting.text(scope.entries, "bibtex")
