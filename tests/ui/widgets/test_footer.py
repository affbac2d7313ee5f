"""The hints at the foot of the screen do what their keys do."""

import pytest

from digest_tui.session.views import View
from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.help import HelpScreen
from support.desk import Blog, Desk, open_reader
from support.promises import promises

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


async def click_hint(desk: Desk, x: int, *, soon: bool = False) -> None:
    """Click on a cell of the footer."""
    await desk.click_at(x, desk.screen.footer.region.y, soon=soon)


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20)])
@promises("README.md", "every hint and row can be clicked as well.")
@promises("docs/keys.md", "Hints in the last line")
async def test_every_cell_of_a_hint_is_its_key_and_the_gaps_are_none(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        start, end = cells(desk, "s star")
        starred = False
        for x in range(start - 1, end + 1):
            await click_hint(desk, x, soon=True)
            starred ^= start <= x < end
            assert desk.state("One") == ("unread starred" if starred else "unread"), x
        assert (desk.title, desk.screen.pane) == ("One", Pane.PAPERS)


async def test_of_two_keys_each_has_its_own_cell(three: Blog) -> None:
    async with open_reader(three) as desk:
        start, end = cells(desk, "j k move")
        for x, title in ((start, "Two"), (end - 1, "Three"), (start + 2, "Two"), (start + 2, "One")):
            await click_hint(desk, x)
            assert desk.title == title
        await desk.press("j")
        for x, title in ((start, "Three"), (start + 2, "Two"), (start, "Three")):
            await click_hint(desk, x, soon=True)
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


async def test_a_hint_is_clicked_where_it_was_pressed_with_the_left_button(three: Blog) -> None:
    async with open_reader(three) as desk:
        y = desk.screen.footer.region.y
        star, skip = (cells(desk, hint)[0] for hint in ("s star", "x skip"))
        await desk.drag((star, y), (skip, y))
        await desk.drag((star, y - 9), (skip, y))
        await desk.click_at(star, y, button=3)
        assert desk.state("One") == "unread"
        await desk.drag((star, y), (star + 3, y))
        assert desk.state("One") == "unread starred"


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
        star = cells(desk, "s star")[0]
        await desk.press("s", "y")
        desk.screen.footer.set_pane(Pane.PAPERS)
        await click_hint(desk, star)
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
        desk.press_button((x, y), (x, y))
        await desk.burst("s", "t")
        assert desk.states("One", "Two", "Three") == ["skipped", "unread starred", "unread"]
        desk.press_button((x, y), (x, y))
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


@pytest.mark.parametrize(
    ("width", "last"),
    [
        (60, "? help"),
        (91, "? help"),
        (92, "n next"),
        (125, "g views"),
        (127, "g views"),
        (134, "F sheet"),
        (143, "T cards"),
        (151, "T cards"),
        (159, "f one section"),
        (200, "q quit"),
    ],
)
async def test_a_wide_footer_shows_more_keys_behind_help(three: Blog, width: int, last: str) -> None:
    async with open_reader(three, size=(width, 30)) as desk:
        drawn = desk.drawn("footer").rstrip()
        assert drawn.endswith(last)
        assert drawn.startswith(" j k move  Enter read  s star")


async def test_a_key_that_asks_for_a_second_one_can_be_clicked(three: Blog) -> None:
    async with open_reader(three, size=(140, 30)) as desk:
        await click_hint(desk, cells(desk, "g views")[0])
        await desk.press("a")
        assert desk.session.view is View.ALL


async def test_no_hint_stands_twice(three: Blog) -> None:
    async with open_reader(three, size=(200, 30)) as desk:
        for _ in Pane:
            words = desk.drawn("footer").split("  ")
            assert len(set(words)) == len(words)
            await desk.press("tab")
