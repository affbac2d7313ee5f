"""The calendar on a screen: keys, mouse, and what it opens."""

from datetime import date

import pytest

from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.calendar import CalendarScreen
from support.desk import Blog, Desk, open_reader


@pytest.fixture
def months(blog: Blog) -> Blog:
    """Papers on three dates of two months."""
    blog.post("2025-03-11", "One", "Two")
    blog.post("2025-03-04", "Three")
    blog.post("2025-01-31", "Four")
    return blog


def is_open(desk: Desk) -> bool:
    return isinstance(desk.app.screen, CalendarScreen)


def at(desk: Desk) -> date:
    """The date under the cursor."""
    screen = desk.app.screen
    assert isinstance(screen, CalendarScreen)
    return screen._months.at


@pytest.mark.parametrize("size", [(140, 45), (80, 24), (60, 20), (40, 12)])
async def test_it_is_whole_at_every_size(months: Blog, size: tuple[int, int]) -> None:
    async with open_reader(months, size=size) as desk:
        await desk.press("c")
        drawn = "\n".join(desk.lines())
        for words in (
            "March 2025",
            "3 new",
            " Mo ",
            " Su ",
            " 11●",
            "  4●",
            "31",
            "Tue 11 Mar · 2 papers",
            "Enter opens · PgDn months · Esc",
        ):
            assert words in drawn, words


async def test_arrows_move_and_enter_opens_only_a_date_with_papers(months: Blog) -> None:
    async with open_reader(months) as desk:
        await desk.press("c", "k", "h")
        assert at(desk) == date(2025, 3, 3)
        await desk.press("enter")
        assert is_open(desk)
        await desk.press("right", "enter")
        assert (is_open(desk), desk.title) == (False, "Three")
        await desk.press("c", "pageup", "pageup", "enter")
        assert desk.title == "Four"


async def test_keys_typed_at_once_and_with_the_hangul_input_method(months: Blog) -> None:
    async with open_reader(months) as desk:
        await desk.burst("ㅊ", "ㅏ", "enter", "ㄴ")
        assert (desk.title, desk.state("Three")) == ("Three", "unread starred")


@pytest.mark.parametrize("closing", ["escape", "c", "ㅊ"])
async def test_it_closes_and_changes_nothing(months: Blog, closing: str) -> None:
    async with open_reader(months) as desk:
        await desk.press("v", "c", "k", closing)
        assert (is_open(desk), desk.title, len(desk.session.selection.keys)) == (False, "Two", 1)


async def test_from_the_dates_it_leads_to_the_papers(months: Blog) -> None:
    async with open_reader(months) as desk:
        await desk.press("h", "c", "k", "enter")
        assert (desk.title, desk.screen.pane) == ("Three", Pane.PAPERS)


async def test_a_click_opens_a_date_with_papers_and_only_moves_to_another(months: Blog) -> None:
    async with open_reader(months) as desk:
        await desk.press("c")
        await desk.click("  5 ")
        assert at(desk) == date(2025, 3, 5)
        await desk.click("March 2025")
        assert at(desk) == date(2025, 3, 5)
        await desk.click(" 4●")
        assert (is_open(desk), desk.title) == (False, "Three")


@pytest.mark.parametrize(("month", "first"), [("Mar 2025", date(2025, 3, 11)), ("Jan 2025", date(2025, 1, 31))])
async def test_a_click_on_the_heading_of_a_month_opens_it_there(months: Blog, month: str, first: date) -> None:
    async with open_reader(months, size=(140, 30)) as desk:
        await desk.press("s")
        await desk.click(month)
        assert (is_open(desk), at(desk), desk.message) == (True, first, "")
        await desk.press("escape")
        # Neither the cursor nor what a key acts on has moved.
        assert (desk.title, desk.screen.pane) == ("One", Pane.DATES)


async def test_a_month_that_went_out_of_sight_is_clicked_above_its_days(blog: Blog) -> None:
    for day in range(1, 31):
        blog.post(f"2025-03-{day:02}", "One")
    async with open_reader(blog, size=(140, 16)) as desk:
        await desk.press("h", "G")
        assert desk.drawn("dates").split("\n")[1].strip(" ▐").startswith("Mar 2025")
        await desk.click_at(desk.screen.dates.region.x + 2, desk.screen.dates.region.y + 1)
        assert (is_open(desk), at(desk).month) == (True, 3)


async def test_without_a_date_there_is_none(blog: Blog) -> None:
    (blog.folder / "list.md").write_text(
        "# [A paper](https://arxiv.org/abs/2503.00001)\n\n# [B](https://arxiv.org/abs/2503.00002)\n"
    )
    async with open_reader(blog) as desk:
        await desk.press("c")
        assert not is_open(desk)
        assert desk.message == "No digest has a date: there is no calendar of them"
