"""What stands below the papers of a day that is done."""

from digest_tui.session.closing import closed
from digest_tui.session.navigator import Navigator
from digest_tui.session.rows import paper_rows
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER, LAST_YEAR = "2025-03-11", "2025-03-10", "2024-12-30"


def words(desk: Headless) -> str:
    """The closing row in one line; empty where the list has none."""
    if not desk.session.lists_done_day:
        return ""
    row = closed(paper_rows(desk.session), desk.session, Navigator(desk.session).beyond(), True)[-1]
    return " · ".join((*row.closing, *([f"n: {row.leads_to}"] if row.leads_to else [])))


@promises(
    "docs/keys.md",
    "When the last new paper of a day is decided the reader shows a closing card: what became of the papers, the "
    "starred ones",
)
def test_each_paper_is_counted_once_and_nothing_that_is_none(blog: Blog) -> None:
    blog.post(DAY, "One", "Two", "Three", "Four")
    blog.post(OLDER, "Older one", "Older two")
    with Headless(blog) as desk:
        desk.do("star", "later", "read", "skip")
        assert words(desk) == ""
        desk.do("later")
        assert words(desk) == "day done · 1 starred · 1 read · 1 later · 1 skipped · n: 03-10, 2 new"
        desk.do("undo")
        assert words(desk) == ""


def test_a_day_of_another_year_is_named_with_it(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(LAST_YEAR, "Older one")
    with Headless(blog) as desk:
        desk.do("skip")
        assert words(desk) == "day done · 1 skipped · n: 2024-12-30, 1 new"


def test_where_nothing_is_new_it_leads_nowhere(blog: Blog) -> None:
    blog.post(DAY, "One")
    blog.post(OLDER, "Older one")
    with Headless(blog) as desk:
        desk.do("skip", "next", "read")
        assert words(desk) == "day done · 1 read · no new papers on other days"


@promises("README.md", "When the day is done a card says what became of it, and where `n` leads on.")
def test_it_names_the_day_to_which_n_goes(blog: Blog) -> None:
    for day, *titles in ((DAY, "One"), (OLDER, "Older one"), (LAST_YEAR, "Last one", "Last two")):
        blog.post(day, *titles)
    with Headless(blog) as desk:
        desk.do("older", "older", "skip", "skip")
        # From the oldest day it goes round to the newest.
        assert words(desk).endswith("n: 2025-03-11, 1 new")
        desk.do("next")
        assert desk.title == "One"
        desk.do("skip")
        assert words(desk).endswith("n: 03-10, 1 new")
        desk.do("next")
        assert desk.title == "Older one"


def test_lists_of_all_dates_have_none(blog: Blog) -> None:
    blog.post(DAY, "One")
    with Headless(blog) as desk:
        desk.do("star", "read", "view-starred")
        assert desk.session.items
        assert words(desk) == ""
        desk.do("view-all")
        assert words(desk) == "day done · 1 starred · no new papers on other days"
