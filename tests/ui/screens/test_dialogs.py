"""What all dialogs have in common: the mouse, their keys, and every way out."""

import pytest
from textual.events import MouseDown, MouseUp

from digest_tui.ui.keys.commands import Pane
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.screens.themes import ThemeScreen
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
SIZES = [(140, 45), (80, 24), (60, 20)]
BODY = "## Method\n코드는 https://github.com/someone/code 와 [글](https://example.org/b)\n"
DIALOGS = {"?": "Commands", "w": "Links", "A": "Mark new papers read"}
"""The keys that open dialogs, and what each shows."""


@pytest.fixture
def three(blog: Blog) -> Blog:
    """A day with three papers that have links, and one before it."""
    blog.post(DAY, "One", "Two", "Three", body=BODY)
    blog.post(OLDER, "Older", body=BODY)
    return blog


def is_open(desk: Desk) -> bool:
    """Whether a dialog is on top."""
    return isinstance(desk.app.screen, Dialog)


async def open_themes(desk: Desk) -> ThemeScreen:
    """Open the themes from the list of commands."""
    await desk.press(":", *"theme", "enter")
    assert isinstance(desk.app.screen, ThemeScreen)
    return desk.app.screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", DIALOGS)
async def test_a_click_beside_a_dialog_closes_it_and_does_nothing_else(
    three: Blog, key: str, size: tuple[int, int]
) -> None:
    async with open_reader(three, size=size) as desk:
        for x, y in ((0, 0), (size[0] - 1, size[1] - 1), (size[0] // 2, size[1] - 1), (2, 0)):
            await desk.press(key)
            assert is_open(desk)
            await desk.click_at(x, y)
            assert not is_open(desk), (x, y)
            assert (desk.screen.pane, desk.title, desk.opened) == (Pane.PAPERS, "One", [])
        assert desk.states("One", "Two", "Three", "Older") == ["unread"] * 4


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("key", DIALOGS)
async def test_what_follows_a_click_beside_a_dialog_in_the_same_place_is_for_nothing_beneath(
    three: Blog, key: str, times: int
) -> None:
    async with open_reader(three, size=(120, 36)) as desk:
        x, y = desk.place_of("11 Tue")
        await desk.press("l", key)
        await desk.click_at(x, y, times=times)
        assert not is_open(desk)
        assert (desk.screen.pane, desk.title) == (Pane.READER, "One")


async def test_a_click_on_a_row_carries_it_out_once(three: Blog) -> None:
    async with open_reader(three) as desk:
        for times in (1, 2, 3):
            await desk.press("?", *"star")
            await desk.click("Star the paper", times=times)
            assert not is_open(desk)
            assert (desk.state("One"), desk.screen.pane, desk.title) == ("unread starred", Pane.PAPERS, "One")
            await desk.press("s")
        await desk.press("w")
        await desk.click("example.org", times=2)
        assert desk.opened == ["https://example.org/b"]
        await desk.press("w")
        await desk.click("https://github.com")
        assert desk.opened[1:] == ["https://github.com/someone/code"]
        await desk.press("A")
        await desk.click("03-11", times=2)
        assert desk.states("One", "Two", "Three", "Older") == ["read", "read", "read", "unread"]
        assert desk.title == "One"


async def test_a_second_click_that_is_another_click_is_carried_out(three: Blog) -> None:
    async with open_reader(three, size=(120, 36)) as desk:
        await desk.press("w")
        await desk.click_at(0, 0)
        await desk.click("Two")
        assert desk.title == "Two"
        await desk.click("Two")
        assert desk.screen.pane is Pane.READER


async def test_a_click_on_a_heading_or_a_dimmed_row_closes_nothing(three: Blog) -> None:
    async with open_reader(three, size=(100, 30)) as desk:
        await desk.press("?")
        for text in ("Commands", "In the papers", "type to search: a key"):
            await desk.click(text)
            assert is_open(desk), text
        await desk.click("Mark unread", times=2)
        assert is_open(desk)
        assert desk.message == "Mark unread: It is unread already."
        assert desk.state("One") == "unread"


async def test_the_wheel_scrolls_a_dialog_and_nothing_beneath(three: Blog) -> None:
    body = "## Method\n" + "".join(f"[글 {n}](https://example.org/{n}) \n\n" for n in range(40))
    three.post("2025-03-12", "Many links", body=body)
    async with open_reader(three, size=(80, 24)) as desk:
        await desk.press("w")
        top = desk.screen.reader.top
        await desk.turn_wheel("Links", times=4)
        screen = desk.app.screen
        assert "https://example.org/0" not in "\n".join(desk.lines())
        assert desk.screen.reader.top == top
        assert screen._row in screen._list.whole_rows  # type: ignore[attr-defined]
        await desk.press("enter")
        assert desk.opened == [f"https://example.org/{screen._row}"]  # type: ignore[attr-defined]


async def test_the_ends_of_a_list_are_reached_by_keys(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press("w", "end", "down", "enter", "w", "end", "home", "up", "enter")
        assert desk.opened == ["https://example.org/b", "https://github.com/someone/code"]


async def test_letters_pick_also_with_the_hangul_input_method(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.burst("w", "ㅠ")
        assert desk.opened == ["https://example.org/b"]
        # One syllable: the first letter picks, the second one is for what is beneath.
        await desk.burst("A", "어")
        assert desk.states("One", "Two", "Three") == ["read"] * 3
        assert desk.title == "Two"


@pytest.mark.parametrize("opened", ["?", "A", "w"])
async def test_an_answer_that_was_typed_twice_is_one(blog: Blog, opened: str) -> None:
    blog.post(DAY, "A paper", "Another", body=BODY)
    async with open_reader(blog) as desk:
        await desk.burst(opened, "enter", "escape", "escape", "j")
        assert not is_open(desk)
        assert desk.app.is_running


async def test_a_key_behind_a_click_that_closes_a_dialog_comes_after_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press(":", *"star")
        x, y = desk.place_of("Star the paper")
        for kind in (MouseDown, MouseUp):
            desk.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await desk.burst("j", "s")
        assert desk.states("One", "Two", "Three") == ["unread starred", "unread starred", "unread"]


async def test_a_theme_is_shown_while_it_is_chosen_and_kept_only_when_picked(three: Blog) -> None:
    async with open_reader(three) as desk:
        await open_themes(desk)
        assert desk.app.theme == "digest-dark"
        await desk.press("down")
        assert desk.app.theme == "digest-light"
        await desk.press("escape")
        assert (desk.app.theme, is_open(desk)) == ("digest-dark", False)
        await open_themes(desk)
        await desk.press("end")
        shown = desk.app.theme
        assert shown == max(desk.app.available_themes)
        await desk.click_at(0, 0)
        assert desk.app.theme == "digest-dark"
    async with open_reader(three) as desk:
        assert desk.app.theme == "digest-dark"
        await open_themes(desk)
        await desk.press("down", "enter", "enter")
        assert desk.app.theme == "digest-light"
    async with open_reader(three) as desk:
        assert desk.app.theme == "digest-light"
        await open_themes(desk)
        await desk.click("dracula", times=2)
        assert desk.app.theme == "dracula"
    async with open_reader(three) as desk:
        assert desk.app.theme == "dracula"


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_the_theme_that_enter_keeps_is_on_screen(three: Blog, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        screen = await open_themes(desk)
        for key in ("end", "home", "pagedown", "pagedown", "up"):
            await desk.press(key)
            assert desk.app.theme in "\n".join(desk.lines())
            assert screen._row in screen._list.whole_rows
