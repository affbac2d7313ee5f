"""The hints at the foot of the screen do what their keys do."""

import pytest
from textual.events import MouseDown, MouseUp

from digest_tui.session.views import View
from digest_tui.ui.keys.commands import Pane
from digest_tui.ui.screens.help import HelpScreen
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"


@pytest.fixture
def three(blog: Blog) -> Blog:
    """A day with three papers, and one before it."""
    blog.post(DAY, "One", "Two", "Three")
    blog.post("2025-03-10", "Older")
    return blog


def cells(desk: Desk, hint: str) -> tuple[int, int]:
    """The first cell of a hint and the one behind its last."""
    line = desk.drawn("footer")
    return line.index(hint), line.index(hint) + len(hint)


async def click_hint(desk: Desk, x: int) -> None:
    """Click on a cell of the footer."""
    await desk.click_at(x, desk.screen.footer.region.y)


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20)])
async def test_every_cell_of_a_hint_is_its_key_and_the_gaps_are_none(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        start, end = cells(desk, "s star")
        starred = False
        for x in range(start - 1, end + 1):
            await click_hint(desk, x)
            starred ^= start <= x < end
            assert desk.state("One") == ("unread starred" if starred else "unread"), x
        assert (desk.title, desk.screen.pane) == ("One", Pane.PAPERS)


async def test_of_two_keys_each_has_its_own_cell(three: Blog) -> None:
    async with open_reader(three) as desk:
        start, end = cells(desk, "j k move")
        for x, title in ((start, "Two"), (end - 1, "Three"), (start + 2, "Two"), (start + 1, "Three")):
            await click_hint(desk, x)
            assert desk.title == title


async def test_the_last_hint_opens_the_list_and_a_double_click_acts_once(three: Blog) -> None:
    async with open_reader(three, size=(100, 30)) as desk:
        y = desk.screen.footer.region.y
        for times in (1, 2, 3):
            await desk.click_at(cells(desk, "? help")[0], y, times=times)
            assert isinstance(desk.app.screen, HelpScreen)
            await desk.press("escape")
        await desk.click_at(cells(desk, "x skip")[0], y, times=2)
        assert desk.states("One", "Two", "Three") == ["skipped", "unread", "unread"]


async def test_hints_of_the_pane_in_focus_are_carried_out_there(three: Blog) -> None:
    async with open_reader(three) as desk:
        await click_hint(desk, cells(desk, "Enter read")[0])
        assert desk.screen.pane is Pane.READER
        await click_hint(desk, cells(desk, "r read")[1] - 1)
        assert desk.state("One") == "read"
        await desk.press("h", "h")
        await click_hint(desk, cells(desk, "q quit")[0])
        assert not desk.app.is_running or desk.app._exit


async def test_what_can_follow_a_key_can_be_clicked(three: Blog) -> None:
    async with open_reader(three, size=(140, 40)) as desk:
        await desk.pilot.press("g")
        follow = desk.screen.keyboard._follow
        assert follow is not None
        await follow._task if follow._task else None
        await desk.pilot.pause()
        await click_hint(desk, cells(desk, "g a")[0] + 2)
        assert desk.session.view is View.ALL
        assert "s star" in desk.drawn("footer")
        # A first key that was typed meanwhile is not for a hint of another one.
        await desk.press("s", "y")
        await click_hint(desk, cells(desk, "s star")[0])
        assert desk.state("One") == "unread"


async def test_a_hint_comes_behind_the_keys_typed_before_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        desk.screen.keyboard.hold()
        await desk.press("j")
        await click_hint(desk, cells(desk, "x skip")[0])
        assert desk.states("One", "Two", "Three") == ["unread"] * 3
        desk.screen.keyboard.release()
        await desk.settle()
        assert desk.states("One", "Two", "Three") == ["unread", "skipped", "unread"]


async def test_a_key_behind_a_click_comes_after_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        x, y = cells(desk, "x skip")[0], desk.screen.footer.region.y
        for kind in (MouseDown, MouseUp):
            desk.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await desk.burst("s", "t")
        assert desk.states("One", "Two", "Three") == ["skipped", "unread starred", "unread"]
        for kind in (MouseDown, MouseUp):
            desk.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await desk.burst("enter")
        assert desk.states("One", "Two", "Three") == ["skipped", "unread starred", "unread"]


async def test_what_is_being_typed_is_no_hint(three: Blog) -> None:
    async with open_reader(three) as desk:
        start, _ = cells(desk, "s star")
        await desk.press("t", *"new")
        await click_hint(desk, start)
        await desk.press("enter")
        assert desk.state("One") == "unread"
        entry = desk.session.entry
        assert entry is not None
        assert desk.session.state(entry).tags == ("new",)
