"""Where the reader opens: flags and their pairs, today, an empty newest digest, the turn of a day, a first scan."""

from datetime import date
from threading import Event

import pytest

from support.desk import Blog, Desk, open_reader
from support.patience import until

DAY, OLDER = "2025-03-11", "2025-03-10"


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
        await until(desk.pilot, lambda: bool(desk.title))
        assert (desk.title, desk.message) == ("Read first", "the digest of 03-12 holds no papers: this is 03-10")
        if key:
            await desk.pilot.press(key)
        may_go_on.set()
        await desk.settle()
        assert desk.title == ("Then this" if key else "Read last")
        assert desk.screen.status.offer == ("03-11 arrived: g t" if key else "")
