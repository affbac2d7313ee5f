"""Where the reader opens: flags and their pairs, today, an empty newest digest, the turn of a day, a first scan."""

from datetime import date
from itertools import combinations
from threading import Event
from typing import Any

import pytest

from digest_tui.session.views import View
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"

FLAGS: dict[str, dict[str, Any]] = {
    "today": {"today": True},
    "date": {"date": date(2025, 3, 10)},
    "unread": {"view": "unread"},
    "starred": {"view": "starred"},
    "query": {"query": "sparse OR gan sort:title"},
    "fresh": {"fresh": True},
}
REFUSED = {("today", "date"), ("unread", "starred")}
"""By the command line, before the reader is asked."""
OPENS = {
    ("today",): (View.DATE, ["New gan", "New rl", "New sparse"]),
    ("date",): (View.DATE, ["Old gan", "Old rl", "Old sparse"]),
    ("unread",): (View.UNREAD, ["New rl", "New sparse"]),
    ("starred",): (View.STARRED, ["2025-03-11 Tue", "New gan", "2025-03-10 Mon", "Old gan"]),
    ("query",): (View.SEARCH, ["New gan", "New sparse", "Old gan", "Old sparse"]),
    ("fresh",): (View.UNREAD, ["New rl", "New sparse"]),
    ("today", "unread"): (View.UNREAD, ["New rl", "New sparse"]),
    ("today", "starred"): (View.SEARCH, ["2025-03-11 Tue", "New gan"]),
    ("today", "query"): (View.SEARCH, ["New gan", "New sparse"]),
    ("today", "fresh"): (View.DATE, ["New gan", "New rl", "New sparse"]),
    ("date", "unread"): (View.UNREAD, ["Old rl", "Old sparse"]),
    ("date", "starred"): (View.SEARCH, ["2025-03-10 Mon", "Old gan"]),
    ("date", "query"): (View.SEARCH, ["Old gan", "Old sparse"]),
    ("date", "fresh"): (View.DATE, ["Old gan", "Old rl", "Old sparse"]),
    ("unread", "query"): (View.SEARCH, ["New sparse", "Old sparse"]),
    ("unread", "fresh"): (View.UNREAD, ["New rl", "New sparse"]),
    ("starred", "query"): (View.SEARCH, ["New gan", "Old gan"]),
    ("starred", "fresh"): (View.STARRED, ["2025-03-11 Tue", "New gan", "2025-03-10 Mon", "Old gan"]),
    ("query", "fresh"): (View.SEARCH, ["New gan", "New sparse", "Old gan", "Old sparse"]),
}


@pytest.fixture
async def decided(blog: Blog) -> Blog:
    """Two digests with a star each, and an empty one of today; the reader was left at the oldest paper."""
    blog.post("2025-03-12")
    blog.post(DAY, "New gan", "New rl", "New sparse")
    blog.post(OLDER, "Old gan", "Old rl", "Old sparse")
    async with open_reader(blog) as desk:
        await desk.press("s", "[", "s", "j", "j")
        assert desk.title == "Old sparse"
    return blog


def test_every_pair_of_flags_is_in_the_table() -> None:
    assert set(OPENS) | REFUSED == {(flag,) for flag in FLAGS} | set(combinations(FLAGS, 2))


@pytest.mark.parametrize("flags", OPENS, ids=" ".join)
async def test_flags_choose_the_view_with_the_cursor_at_its_top(decided: Blog, flags: tuple[str, ...]) -> None:
    options: dict[str, Any] = {}
    for flag in flags:
        options |= FLAGS[flag]
    view, rows = OPENS[flags]
    async with open_reader(decided, **options) as desk:
        assert (desk.screen.session.view, desk.rows()) == (view, rows)
        assert desk.title == next(row for row in rows if not row.startswith("2025"))
        why = "the digest of 03-12 holds no papers: this is 03-11"
        assert desk.message == (why if "today" in flags else "")


async def test_three_flags_combine_too(decided: Blog) -> None:
    async with open_reader(decided, today=True, view="unread", query="sparse OR gan") as desk:
        assert desk.rows() == ["2025-03-11 Tue", "New sparse"]
        await desk.press("escape", "escape")
        assert (desk.screen.session.view, desk.title) == (View.UNREAD, "New rl")


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
async def test_today_says_which_case_it_is(blog: Blog, today: str, newest: str, empty: str, sentence: str) -> None:
    blog.post(newest, "The newest")
    if empty:
        blog.post(empty)
    for ending in ("2025-03-13", "2031-01-01"):
        blog.post(ending)
    async with open_reader(blog, today=True, day=date.fromisoformat(today)) as desk:
        assert (desk.title, desk.message) == ("The newest", sentence)
        await desk.press("g", "t")
        assert (desk.title, desk.message) == ("The newest", sentence)


async def test_a_date_with_an_empty_digest_opens_it(blog: Blog) -> None:
    blog.post(DAY, "The one after", "And another")
    blog.post(OLDER)
    async with open_reader(blog, date=date(2025, 3, 10)) as desk:
        assert (desk.title, desk.message) == ("", "the digest of 03-10 holds no papers")
        assert "before: none; after: 2025-03-11 Tue, 2 papers" in " ".join(desk.drawn("reader").split())


async def test_a_date_that_gets_its_digest_is_that_day(blog: Blog) -> None:
    blog.post(DAY, "Another day")
    async with open_reader(blog, date=date(2025, 3, 5)) as desk:
        blog.post("2025-03-05", "At last")
        await desk.press("R")
        assert (desk.title, [row.label for row in desk.date_rows()]) == ("At last", ["Mar 2025", "11 Tue", "05 Wed"])


async def turn(desk: Desk, day: date) -> None:
    """Another day, as the clock of the reader notices it."""
    desk.screen.library.today = lambda: day
    desk.screen._poll()
    await desk.settle()


async def rescan(desk: Desk) -> None:
    desk.screen.scanner.scan()
    await desk.settle()


async def test_left_open_over_night_the_new_day_is_offered_and_nothing_moves(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog, today=True) as desk:
        await desk.press("j")
        await turn(desk, date(2025, 3, 13))
        assert (desk.title, desk.screen.status.offer) == ("Two of two", "")
        blog.post("2025-03-13")
        await rescan(desk)
        assert desk.screen.status.offer == ""
        blog.post("2025-03-13", "Of the new day")
        await rescan(desk)
        assert (desk.title, desk.screen.status.offer) == ("Two of two", "03-13 arrived: g t")
        assert "03-13 arrived: g t" in desk.screen.status.render_line(0).text
        # The first key shows that somebody is there, the second one that it was seen.
        await desk.press("k")
        assert "03-13 arrived: g t" in desk.screen.status.render_line(0).text
        await desk.press("g", "t")
        assert (desk.title, desk.message, desk.screen.status.offer) == ("Of the new day", "", "")
        blog.post("2025-03-13", "Of the new day", "One more")
        await rescan(desk)
        assert desk.screen.status.offer == ""


async def test_a_reader_that_nobody_touched_does_not_move_either(blog: Blog) -> None:
    blog.post(DAY, "One of two", "Two of two")
    async with open_reader(blog) as desk:
        await turn(desk, date(2025, 3, 13))
        blog.post("2025-03-13", "Of the new day")
        await rescan(desk)
        assert (desk.title, desk.screen.status.offer) == ("One of two", "03-13 arrived: g t")


async def test_a_digest_of_the_day_after_tomorrow_is_offered_when_it_is_tomorrows(blog: Blog) -> None:
    blog.post(DAY, "Of today")
    blog.post("2025-03-14", "From the future")
    async with open_reader(blog) as desk:
        assert [row.label for row in desk.date_rows()][2] == "future"
        await turn(desk, date(2025, 3, 13))
        assert (desk.title, desk.screen.status.offer) == ("Of today", "03-14 arrived: g t")
        assert [row.label for row in desk.date_rows()] == ["Mar 2025", "14 Fri", "11 Tue"]


async def test_a_query_about_today_is_about_the_day_it_is_now(blog: Blog) -> None:
    blog.post("2025-03-12", "Of that day")
    blog.post("2025-03-13", "Of the day after")
    async with open_reader(blog, query="date:today") as desk:
        assert desk.rows() == ["2025-03-12 Wed", "Of that day"]
        await turn(desk, date(2025, 3, 13))
        assert desk.rows() == ["2025-03-13 Thu", "Of the day after"]


async def test_an_older_day_is_no_offer(blog: Blog) -> None:
    path = blog.post(DAY, "Of today")
    blog.post(OLDER, "Of yesterday")
    async with open_reader(blog) as desk:
        await desk.press("[")
        path.unlink()
        await rescan(desk)
        blog.post("2025-03-01", "An old one")
        await rescan(desk)
        assert desk.screen.status.offer == ""


@pytest.mark.parametrize("key", ["", "j"])
async def test_while_the_first_scan_runs_the_right_day_comes_at_its_end_unless_a_key_was_typed(
    blog: Blog, key: str
) -> None:
    blog.post("2025-03-12")
    blog.post(OLDER, "Read first", "Then this")
    # Its path says nothing of its date: it is read last.
    blog.post(DAY, "Read last").rename(blog.folder / "2001-01-01-misnamed.md")
    may_go_on = Event()
    async with open_reader(blog, today=True, may_go_on=may_go_on) as desk:
        while not desk.title:
            await desk.pilot.pause()
        assert (desk.title, desk.message) == ("Read first", "the digest of 03-12 holds no papers: this is 03-10")
        if key:
            await desk.pilot.press(key)
        may_go_on.set()
        await desk.settle()
        assert desk.title == ("Then this" if key else "Read last")
        assert desk.screen.status.offer == ("03-11 arrived: g t" if key else "")
