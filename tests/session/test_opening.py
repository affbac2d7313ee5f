"""Where the reader opens: flags and their pairs, today, an empty newest digest, the remembered place."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from digest_tui.session.opening import Opening, ReaderOptions
from digest_tui.session.saved_place import SavedPlace
from digest_tui.session.views import View
from support.blog import Blog
from support.headless import Headless
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"

FLAGS: dict[str, dict[str, Any]] = {
    "today": {"today": True},
    "date": {"date": date(2025, 3, 10)},
    "new": {"view": "new"},
    "starred": {"view": "starred"},
    "query": {"query": "sparse OR gan sort:title"},
    "fresh": {"fresh": True},
}
REFUSED = {("today", "date"), ("new", "starred")}
"""By the command line, before the reader is asked."""
OPENS = {
    ("today",): (View.DATE, ["New gan", "New rl", "New sparse"]),
    ("date",): (View.DATE, ["Old gan", "Old rl", "Old sparse"]),
    ("new",): (View.NEW, ["New rl", "New sparse"]),
    ("starred",): (View.STARRED, ["Tue 11 Mar 2025", "New gan", "Mon 10 Mar 2025", "Old gan"]),
    ("query",): (View.SEARCH, ["New gan", "New sparse", "Old gan", "Old sparse"]),
    ("fresh",): (View.NEW, ["New rl", "New sparse"]),
    ("today", "new"): (View.NEW, ["New rl", "New sparse"]),
    ("today", "starred"): (View.SEARCH, ["Tue 11 Mar 2025", "New gan"]),
    ("today", "query"): (View.SEARCH, ["New gan", "New sparse"]),
    ("today", "fresh"): (View.DATE, ["New gan", "New rl", "New sparse"]),
    ("date", "new"): (View.NEW, ["Old rl", "Old sparse"]),
    ("date", "starred"): (View.SEARCH, ["Mon 10 Mar 2025", "Old gan"]),
    ("date", "query"): (View.SEARCH, ["Old gan", "Old sparse"]),
    ("date", "fresh"): (View.DATE, ["Old gan", "Old rl", "Old sparse"]),
    ("new", "query"): (View.SEARCH, ["New sparse", "Old sparse"]),
    ("new", "fresh"): (View.NEW, ["New rl", "New sparse"]),
    ("starred", "query"): (View.SEARCH, ["New gan", "Old gan"]),
    ("starred", "fresh"): (View.STARRED, ["Tue 11 Mar 2025", "New gan", "Mon 10 Mar 2025", "Old gan"]),
    ("query", "fresh"): (View.SEARCH, ["New gan", "New sparse", "Old gan", "Old sparse"]),
}


@pytest.fixture
def decided(blog: Blog) -> Blog:
    """Two digests with a star each, and an empty one of today; the reader was left at the oldest paper."""
    blog.post("2025-03-12")
    blog.post(DAY, "New gan", "New rl", "New sparse")
    blog.post(OLDER, "Old gan", "Old rl", "Old sparse")
    with Headless(blog) as desk:
        desk.do("star", "older", "star", "down", "down")
        assert desk.title == "Old sparse"
    return blog


def test_every_pair_of_flags_is_in_the_table() -> None:
    assert set(OPENS) | REFUSED == {(flag,) for flag in FLAGS} | set(combinations(FLAGS, 2))


@pytest.mark.parametrize("flags", OPENS, ids=" ".join)
@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog --today --query 확산 # options combine: also --new, --starred",
    "`--fresh` starts at the newest digest with papers instead.",
)
@promises(
    "--help",
    "do not go back to where you left off",
    "open the new papers, about which nothing is decided",
    "open the starred papers of all dates",
)
def test_flags_choose_the_view_with_the_cursor_at_its_top(decided: Blog, flags: tuple[str, ...]) -> None:
    options: dict[str, Any] = {}
    for flag in flags:
        options |= FLAGS[flag]
    view, rows = OPENS[flags]
    with Headless(decided, **options) as desk:
        assert (desk.session.view, desk.rows()) == (view, rows)
        assert desk.title == next(row for row in rows if not row.endswith("2025"))
        why = "the digest of 03-12 holds no papers: this is 03-11"
        assert desk.message == (why if "today" in flags else "")


def test_three_flags_combine_too(decided: Blog) -> None:
    with Headless(decided, today=True, view="new", query="sparse OR gan") as desk:
        assert desk.rows() == ["in titles · 1", "New sparse"]
        desk.do("leave-search")
        assert (desk.session.view, desk.title) == (View.NEW, "New rl")


@pytest.mark.parametrize(
    ("today", "newest", "empty", "sentence"),
    [
        ("2025-03-11", DAY, "", ""),
        ("2025-03-12", DAY, "", "no digest of 03-12 yet: this is 03-11"),
        ("2025-03-12", DAY, "2025-03-12", "the digest of 03-12 holds no papers: this is 03-11"),
        ("2026-11-29", "2025-12-25", "2025-12-26", "no digest of 11-29 yet: this is 2025-12-25"),
        ("2025-12-26", "2025-12-25", "2025-12-26", "the digest of 12-26 holds no papers: this is 12-25"),
        ("2026-01-01", "2025-12-31", "2026-01-01", "the digest of 01-01 holds no papers: this is 2025-12-31"),
    ],
)
@promises("--help", "open today's digest; if there is none yet, the newest with papers")
def test_today_says_which_case_it_is(blog: Blog, today: str, newest: str, empty: str, sentence: str) -> None:
    blog.post(newest, "The newest")
    if empty:
        blog.post(empty)
    for ending in ("2025-03-13", "2031-01-01"):
        blog.post(ending)
    with Headless(blog, today=True, day=date.fromisoformat(today)) as desk:
        assert (desk.title, desk.message) == ("The newest", sentence)
        desk.do("view-today")
        assert (desk.title, desk.message) == ("The newest", sentence)


def test_a_date_with_an_empty_digest_opens_it(blog: Blog) -> None:
    blog.post(DAY, "The one after", "And another")
    blog.post(OLDER)
    with Headless(blog, date=date(2025, 3, 10)) as desk:
        assert (desk.title, desk.message) == ("", "the digest of 03-10 holds no papers")
        assert "before: none; after: 2025-03-11 Tue, 2 papers" in desk.page_text


def test_a_date_that_gets_its_digest_is_that_day(blog: Blog) -> None:
    blog.post(DAY, "Another day")
    with Headless(blog, date=date(2025, 3, 5)) as desk:
        blog.post("2025-03-05", "At last")
        desk.do("rescan")
        assert (desk.title, [row.label for row in desk.date_rows()]) == ("At last", ["Mar 2025", "11 Tue", "05 Wed"])


def test_a_query_about_today_is_about_the_day_it_is_now(blog: Blog) -> None:
    blog.post("2025-03-12", "Of that day")
    blog.post("2025-03-13", "Of the day after")
    with Headless(blog, query="date:today") as desk:
        assert desk.rows() == ["Wed 12 Mar 2025", "Of that day"]
        desk.turn(date(2025, 3, 13))
        assert desk.rows() == ["Thu 13 Mar 2025", "Of the day after"]


def test_a_digest_of_the_far_future_stands_at_the_foot_and_is_not_opened(blog: Blog) -> None:
    blog.post("2031-01-01", "From the future")
    blog.post(DAY, "A paper of today")
    with Headless(blog) as desk:
        assert desk.title == "A paper of today"
        rows = [row.label for row in desk.date_rows()]
        assert rows == ["Mar 2025", "11 Tue", "future", "Jan 2031", "01 Wed"]


def test_a_library_of_only_future_digests_still_shows_them(blog: Blog) -> None:
    blog.post("2031-01-01", "From the future")
    with Headless(blog) as desk:
        assert desk.title == "From the future"


def test_a_date_that_is_asked_for_lists_all_its_papers(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.do("skip")
    with Headless(blog, date=date(2025, 3, 11)) as desk:
        assert (desk.rows(), desk.title) == (["One of two", "Two of two"], "One of two")


@promises("README.md", "`digest-tui --today` opens the newest digest with its first new paper on the right.")
@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog --today # today's digest; none yet, or no papers in it: the newest with papers, and "
    "it says so",
)
def test_today_without_a_digest_opens_the_newest_and_says_so(blog: Blog) -> None:
    blog.post(OLDER, "An older paper")
    with Headless(blog, today=True) as desk:
        assert desk.title == "An older paper"
        assert desk.message == "no digest of 03-12 yet: this is 03-10"


def test_today_is_found_also_where_its_path_has_another_date(blog: Blog) -> None:
    blog.post(DAY, "Yesterday's paper")
    blog.post("2025-03-12", "Today's paper").rename(blog.folder / "2001-01-01-misnamed.md")
    with Headless(blog, today=True) as desk:
        assert (desk.title, desk.message) == ("Today's paper", "")


@promises(
    "docs/command-line.md",
    "digest-tui --dir ~/blog --date -1 # yesterday; also 2025-12-10, mon; without papers it says where the nearest are",
)
def test_a_date_without_a_digest_opens_all_the_same_and_says_where_papers_are(blog: Blog) -> None:
    blog.post("2025-03-01", "The one before")
    blog.post(DAY, "A later one", "And another")
    with Headless(blog, date=date(2025, 3, 5)) as desk:
        assert (desk.title, desk.rows(), desk.message) == ("", [], "no digest of 03-05")
        shown = desk.page_text
        assert "2025-03-01 Sat, 1 paper" in shown
        assert "2025-03-11 Tue, 2 papers" in shown
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "11 Tue", "05 Wed", "01 Sat"]
        desk.do("older")
        assert desk.title == "The one before"
        desk.do("date-up", "newer")
        assert desk.title == "A later one"


def test_the_place_is_kept_by_paper_not_by_row(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    with Headless(blog) as desk:
        desk.do("down")
    blog.count = 0
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    path = blog.folder / f"{DAY}-a-first.md"
    path.write_text("# 1. [A new one](https://arxiv.org/abs/2503.09999)\n\n## Method\n내용.\n", encoding="utf-8")
    with Headless(blog) as desk:
        assert desk.title == "Two of three"


def test_a_paper_that_was_decided_last_is_still_there_after_a_restart(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.do("star")
    with Headless(blog) as desk:
        assert (desk.title, desk.rows()) == ("One of two", ["One of two", "Two of two"])


def test_a_vanished_paper_falls_to_its_neighbour(blog: Blog) -> None:
    blog.post(DAY, "One of three", "Two of three", "Three of three")
    with Headless(blog) as desk:
        desk.do("down")
    blog.count = 0
    blog.post(DAY, "One of three")
    with Headless(blog) as desk:
        assert desk.title == "One of three"


def test_the_view_is_kept_over_a_restart(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "view-starred", "down")
    with Headless(full_blog) as desk:
        assert (desk.session.view, desk.title) == (View.STARRED, "New two")


@pytest.fixture
def full_blog(blog: Blog) -> Blog:
    """Three days with six papers."""
    blog.post(DAY, "New one", "New two", "New three")
    blog.post(OLDER, "Older one", "Older two")
    blog.post("2025-02-01", "Oldest one")
    return blog


@pytest.mark.parametrize(("view", "title"), [("starred", "Older one"), ("new", "New one")])
def test_a_view_that_is_asked_for_opens_at_its_top(full_blog: Blog, view: str, title: str) -> None:
    with Headless(full_blog) as desk:
        desk.do("older", "star", "down")
    with Headless(full_blog, view=view) as desk:
        assert desk.title == title


@promises("docs/digests.md", "A digest that arrives while the reader is open is offered in the status line (`g t`).")
def test_a_newer_day_is_offered_and_nothing_moves(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    with Headless(blog) as desk:
        desk.turn(date(2025, 3, 13))
        blog.post("2025-03-13", "Of the new day")
        desk.do("rescan")
        assert (desk.title, desk.offer) == ("One of two", "03-13 arrived: g t")


def test_a_digest_of_the_day_after_tomorrow_is_offered_when_it_is_tomorrows(blog: Blog) -> None:
    blog.post(DAY, "Of today")
    blog.post("2025-03-14", "From the future")
    with Headless(blog) as desk:
        assert [row.label for row in desk.date_rows()][2] == "future"
        desk.turn(date(2025, 3, 13))
        assert (desk.title, desk.offer) == ("Of today", "03-14 arrived: g t")
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "14 Fri", "11 Tue"]


def test_an_older_day_is_no_offer(blog: Blog) -> None:
    path = blog.post(DAY, "Of today")
    blog.post(OLDER, "Of yesterday")
    with Headless(blog) as desk:
        desk.do("older")
        path.unlink()
        desk.do("rescan")
        blog.post("2025-03-01", "An old one")
        desk.do("rescan")
        assert desk.offer == ""


def test_a_paper_that_is_listed_only_when_all_is_read_is_gone_to_then(full_blog: Blog) -> None:
    with Headless(full_blog) as desk:
        desk.do("star", "down", "star", "view-starred")
        session = desk.session
        one, two = (keys[0] for keys in session.listed.papers())
        there, away = (
            Opening(session, ReaderOptions(), SavedPlace(View.STARRED, DAY, (key,), 7)) for key in (two, "arxiv:gone")
        )
        assert there.attempt(complete=True) == ""
        assert (desk.title, there.scroll) == ("New two", (7, 0))
        assert not there.catch_up()
        desk.do("up")
        assert (desk.title, there.scroll) == ("New one", (0, 0))
        assert there.catch_up()
        assert desk.title == "New two"
        assert not away.catch_up()
        assert desk.title == "New two"
        assert one != two
