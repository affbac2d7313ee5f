"""What a first start offers: in a row kept free for it, when nothing else was asked for, and never by itself."""

from contextlib import closing
from datetime import date, datetime, time
from threading import Event

import pytest

from digest_tui.model import Change
from digest_tui.session.bulk import Scope
from digest_tui.store import open_store
from digest_tui.ui.screens.bulk import BulkScreen
from digest_tui.ui.terminal.saved_screen import saved_frame
from support.desk import Blog, Desk, open_reader
from support.patience import until

OFFER = "25 older than 2 weeks · A choose · Esc keep"


@pytest.fixture
def old_blog(blog: Blog) -> Blog:
    """A blog that goes back for weeks; the clock of the tests says 12 March: 2 weeks ago was 26 February."""
    for day in range(1, 29):
        blog.post(f"2025-02-{day:02}", f"Paper of February {day}", body="## Method\n내용.\n")
    blog.post("2025-03-11", "New one", "New two")
    return blog


def offer(desk: Desk) -> str | None:
    """What the row says; None without a row."""
    notice = desk.screen.notice
    return notice.render_line(0).text.strip() if notice.display else None


def left(desk: Desk) -> int:
    return sum(desk.screen.library.new_count(day) for day in desk.screen.session.days)


async def test_the_old_papers_are_offered_and_nothing_is_marked(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        assert (offer(desk), left(desk)) == (OFFER, 30)


async def test_it_is_whole_at_60_columns(old_blog: Blog) -> None:
    async with open_reader(old_blog, size=(60, 20)) as desk:
        assert offer(desk) == OFFER


async def test_the_menu_opens_with_that_scope_and_its_count(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        await desk.press("A")
        assert left(desk) == 30
        menu = desk.app.screen
        assert isinstance(menu, BulkScreen)
        assert menu._row is not None
        chosen = menu._rows[menu._row]
        assert isinstance(chosen, Scope)
        assert (chosen.words, chosen.count) == ("older than 2 weeks", 25)
        await desk.press("escape")
        assert (left(desk), offer(desk)) == (30, OFFER)
        await desk.press("A", "enter")
        assert (left(desk), offer(desk)) == (5, None)
        assert desk.message == "25 papers marked read · u undoes"
    async with open_reader(old_blog) as desk:
        assert offer(desk) is None
        await desk.press("A")
        assert isinstance(desk.app.screen, BulkScreen)
        assert desk.app.screen._row == 0


async def test_esc_keeps_all_for_good(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        await desk.press("escape")
        assert (left(desk), offer(desk)) == (30, None)
    async with open_reader(old_blog) as desk:
        assert offer(desk) is None


async def test_the_row_is_there_before_anything_is_read_and_moves_nothing(old_blog: Blog) -> None:
    may_go_on = Event()
    async with open_reader(old_blog, may_go_on=may_go_on) as desk:
        await until(desk.pilot, lambda: bool(desk.title))
        assert offer(desk) == ""
        top = desk.screen.papers.region.y
        may_go_on.set()
        await desk.settle()
        assert (offer(desk), desk.screen.papers.region.y) == (OFFER, top)


async def test_with_a_key_typed_it_waits_for_the_next_start(old_blog: Blog) -> None:
    async with open_reader(old_blog, typed_early="j") as desk:
        assert (offer(desk), desk.title) == ("", "New two")
        await desk.press("A")
        assert isinstance(desk.app.screen, BulkScreen)
        assert desk.app.screen._row == 0
    async with open_reader(old_blog) as desk:
        assert offer(desk) == OFFER
    async with open_reader(old_blog, typed_early="s") as desk:
        assert offer(desk) == ""
    async with open_reader(old_blog) as desk:
        assert offer(desk) is None


async def test_it_is_for_whoever_decided_nothing_yet(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        top = desk.screen.papers.region.y
        await desk.press("s")
        assert (offer(desk), desk.screen.papers.region.y) == ("", top)
        await desk.press("A")
        assert isinstance(desk.app.screen, BulkScreen)
        assert desk.app.screen._row == 0
    async with open_reader(old_blog) as desk:
        assert offer(desk) is None


async def test_a_decision_in_another_window_takes_it_away_too(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk, open_reader(old_blog) as other:
        await other.press("s")
        desk.screen.services.store.poll()
        await desk.settle()
        assert offer(desk) == ""


async def test_it_says_what_the_menu_would_mark_also_when_that_changes(old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        (old_blog.folder / "2025-02-01-papers.md").unlink()
        old_blog.post("2025-01-01", "Of January", "And another")
        desk.screen.scanner.scan()
        await desk.settle()
        assert offer(desk) == "26 older than 2 weeks · A choose · Esc keep"
        await desk.press("A", "enter")
        assert desk.message == "26 papers marked read · u undoes"


async def test_a_choice_made_before_all_is_read_is_a_decision(old_blog: Blog) -> None:
    async with open_reader(old_blog, typed_early="A") as desk:
        menu = desk.app.screen
        assert isinstance(menu, BulkScreen)
        # While it counts, a choice would have to be confirmed.
        await until(desk.pilot, lambda: menu._menu.plan.progress is None)
        await desk.press("d")
        assert (left(desk), offer(desk)) == (28, "")
    async with open_reader(old_blog) as desk:
        assert offer(desk) is None


async def test_it_is_about_days_not_about_lists(old_blog: Blog) -> None:
    async with open_reader(old_blog, query="paper") as desk:
        assert offer(desk) is None
        await desk.press("escape", "escape")
        assert offer(desk) is None
    async with open_reader(old_blog) as desk:
        await desk.press("g", "s")
        assert offer(desk) == ""
        await desk.press("escape")
        await desk.press("g", "u")
        assert offer(desk) == OFFER


async def test_few_dates_or_nothing_old_take_no_row(blog: Blog) -> None:
    for day in range(1, 15):
        blog.post(f"2025-02-{day:02}", f"Paper {day}")
    async with open_reader(blog) as desk:
        assert offer(desk) is None
    blog.post("2025-02-20", "The fifteenth")
    async with open_reader(blog, day=date(2025, 2, 1)) as desk:
        assert offer(desk) is None
    async with open_reader(blog) as desk:
        assert offer(desk) == "15 older than 2 weeks · A choose · Esc keep"


async def test_the_saved_screen_keeps_the_row_where_the_next_start_will(old_blog: Blog) -> None:
    async def rows_above(key: str) -> tuple[int, int]:
        async with open_reader(old_blog) as desk:
            first = desk.screen.dates.region.y
            await desk.press(key)
            assert saved_frame(desk.screen, desk.screen) is not None
            return first, desk.screen.dates.region.y

    # Looked at; turned down; the start after that.
    assert [await rows_above(key) for key in ("j", "escape", "j")] == [(1, 1), (1, 0), (0, 0)]


# After days away


@pytest.fixture
def voted_blog(blog: Blog) -> Blog:
    """Three days of twenty papers with votes."""
    for day in (9, 10, 11):
        papers = [(f"2503.{day * 100 + n:05}", f"논문 {day}-{n}", day + 3 * n) for n in range(1, 21)]
        blog.log(f"2025-03-{day:02}", *papers)
    return blog


def decided_on(blog: Blog, day: date) -> None:
    """Decide about a paper on that day."""
    noon = int(datetime.combine(day, time(12)).timestamp() * 1000)
    with closing(open_store(blog.folder.parent / "data" / "state.db", clock=lambda: noon)) as store:
        store.apply([Change("arxiv:2503.01120", "status", "read")])


BACK = "59 new papers · A keep the 10 most voted, skip the rest · Esc keep all"


async def test_after_days_away_the_most_voted_of_all_dates_are_offered(voted_blog: Blog) -> None:
    decided_on(voted_blog, date(2025, 3, 9))
    async with open_reader(voted_blog) as desk:
        assert (offer(desk), left(desk)) == (BACK, 59)
        await desk.press("A")
        menu = desk.app.screen
        assert isinstance(menu, BulkScreen)
        assert menu._row is not None
        chosen = menu._rows[menu._row]
        assert isinstance(chosen, Scope)
        assert (chosen.words, chosen.count) == ("keep the 10 most voted of all 59, skip the rest", 49)
        await desk.press("enter", "enter")
        assert (left(desk), offer(desk)) == (10, None)
        assert desk.message == "49 papers skipped · u undoes"
        await desk.press("u")
        assert left(desk) == 59


async def test_it_is_whole_at_60_columns_too(voted_blog: Blog) -> None:
    decided_on(voted_blog, date(2025, 3, 9))
    async with open_reader(voted_blog, size=(60, 20)) as desk:
        assert offer(desk) == "59 new papers · A keep the 10 most voted · Esc keep all"


async def test_who_was_here_the_day_before_yesterday_is_offered_nothing(voted_blog: Blog) -> None:
    decided_on(voted_blog, date(2025, 3, 10))
    async with open_reader(voted_blog) as desk:
        assert offer(desk) is None


async def test_with_few_new_papers_nothing_is_offered(old_blog: Blog) -> None:
    decided_on(old_blog, date(2025, 3, 1))
    async with open_reader(old_blog) as desk:
        # Nothing moves before a key does.
        assert (offer(desk), left(desk), desk.screen.dates.region.y) == ("", 30, 1)
        await desk.press("j")
        assert (offer(desk), desk.screen.dates.region.y) == (None, 0)


async def test_papers_without_votes_are_offered_without_them(blog: Blog) -> None:
    blog.post("2025-03-11", *(f"Paper {number}" for number in range(45)))
    decided_on(blog, date(2025, 3, 1))
    async with open_reader(blog) as desk:
        assert offer(desk) == "45 new papers · A choose · Esc keep all"
        await desk.press("A", "escape")
        assert left(desk) == 45


async def test_esc_keeps_all_until_the_next_time_away(voted_blog: Blog) -> None:
    decided_on(voted_blog, date(2025, 3, 8))
    async with open_reader(voted_blog) as desk:
        await desk.press("escape")
        assert (offer(desk), left(desk)) == (None, 59)
    async with open_reader(voted_blog) as desk:
        assert offer(desk) is None
    decided_on(voted_blog, date(2025, 3, 9))
    async with open_reader(voted_blog) as desk:
        assert offer(desk) == BACK


async def test_a_decision_takes_it_away_and_moves_nothing(voted_blog: Blog) -> None:
    decided_on(voted_blog, date(2025, 3, 9))
    async with open_reader(voted_blog) as desk:
        top = desk.screen.papers.region.y
        await desk.press("s")
        assert (offer(desk), desk.screen.papers.region.y) == ("", top)


async def test_on_a_first_start_with_votes_keeping_them_is_named_too(voted_blog: Blog, old_blog: Blog) -> None:
    async with open_reader(old_blog) as desk:
        assert offer(desk) == "25 older than 2 weeks · A mark read, or keep the 10 most voted · Esc keep"
