"""What all dialogs have in common: the mouse, their keys, and every way out."""

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.message import Message
from textual.screen import Screen

from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.screens.themes import ThemeScreen
from support.desk import Blog, Desk, open_reader
from support.promises import promises

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


@promises("docs/keys.md", "and the rows of every list can be clicked.")
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
        await desk.click("Two", times=2)
        assert (desk.title, desk.screen.pane) == ("Two", Pane.READER)


async def test_a_key_between_two_clicks_parts_them(three: Blog) -> None:
    async with open_reader(three, size=(120, 36)) as desk:
        at = desk.place_of("10 Mon")
        for key in DIALOGS:
            await desk.press(key)
            await desk.click_at(*at, soon=True)
            assert not is_open(desk)
        await desk.press("escape")
        await desk.click_at(*at, soon=True)
        assert desk.title == "Older"


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


async def test_a_click_is_about_what_was_pressed_and_let_go(three: Blog) -> None:
    async with open_reader(three, size=(100, 30)) as desk:
        await desk.press("?", *"mark")
        row, other, beside = desk.place_of("Mark the paper read"), desk.place_of("Mark many"), (0, 0)
        for start, end in ((row, beside), (beside, row), (other, row), (row, other)):
            await desk.drag(start, end)
            assert is_open(desk)
        await desk.click_at(*row, button=3)
        await desk.click_at(*beside, button=3)
        assert is_open(desk)
        assert desk.state("One") == "unread"
        await desk.drag(row, (row[0] + 9, row[1]))
        assert desk.state("One") == "read"


async def test_leaving_from_a_dialog_keeps_nothing_of_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        await open_themes(desk)
        await desk.press("down")
        app = desk.app
        await desk.pilot.press("ctrl+q")
    assert (app.theme, app.saved is not None) == ("digest-dark", True)


async def test_a_key_behind_a_click_that_closes_a_dialog_comes_after_it(three: Blog) -> None:
    async with open_reader(three) as desk:
        await desk.press(":", *"star")
        x, y = desk.place_of("Star the paper")
        desk.press_button((x, y), (x, y))
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


# The edge


@pytest.mark.parametrize("key", [*DIALOGS, "c"])
@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (60, 20), (40, 12)])
async def test_every_dialog_has_an_edge_around_its_words(three: Blog, key: str, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press(key)
        lines = boxed(desk)
        title = {**DIALOGS, "c": "Calendar"}[key]
        assert lines[0].startswith(f"╭─ {title} ─")
        assert lines[0].endswith("─╮")
        assert lines[-1].startswith("╰─")
        assert lines[-1].endswith(" ─╯")
        assert "Esc" in lines[-1] or "Enter closes" in lines[-1]
        for line in lines[1:-1]:
            assert (line[0], line[-1]) == ("│", "│")
            # Nothing touches it, and where there is room nothing is near it.
            assert line[1] == line[-2] == " " or "▐" in line[-3:]
            assert size[0] < 80 or line[2] == line[-3] == " " or "▐" in line[-3:]
        if size[0] >= 80:
            assert not lines[1].strip("│ ")
            assert not lines[-2].strip("│ ")


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
@pytest.mark.parametrize("key", [*DIALOGS, "c"])
async def test_the_edge_is_no_row_and_no_way_out(three: Blog, key: str, size: tuple[int, int]) -> None:
    async with open_reader(three, size=size) as desk:
        await desk.press(key)
        box = desk.app.screen.box.region  # type: ignore[attr-defined]
        sides = [(x, y) for x in (box.x, box.right - 1) for y in range(box.y, box.bottom)]
        for x, y in [*sides, (box.x + 4, box.y), (box.x + 4, box.bottom - 1)]:
            await desk.click_at(x, y)
            assert is_open(desk), (x, y)
        assert (desk.opened, desk.states("One", "Two", "Three")) == ([], ["unread"] * 3)


async def test_a_dialog_is_as_high_as_its_rows_and_scrolls_within_its_edge(three: Blog) -> None:
    links = "".join(f"[글 {n}](https://example.org/{n}) \n\n" for n in range(40))
    three.post("2025-03-12", "Many links", body=f"## Method\n{links}")
    async with open_reader(three, size=(80, 24)) as desk:
        await desk.press("w")
        assert len(boxed(desk)) == 21
        await desk.press("end")
        assert "https://example.org/39" in boxed(desk)[-3]
        await desk.press("escape", "]", "[", "w")
        assert [line.strip("│ ") for line in boxed(desk)[1:-1]][:2] == ["", "a  link     github.com"]
        assert len(boxed(desk)) == 2 + 2 + 2 * 2


class Nothing(Message):
    """Something that comes in and changes nothing."""


async def test_what_is_beneath_a_dialog_is_not_drawn_again_and_again(
    three: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = []
    render = Compositor.render_full_update

    def counted(compositor: Compositor, simplify: bool = False) -> object:
        whole.append(compositor)
        return render(compositor, simplify)

    async with open_reader(three, size=(100, 30)) as desk:
        monkeypatch.setattr(Compositor, "render_full_update", counted)
        await desk.press("?")
        assert len(whole) == 1
        await desk.press("down", "down")
        for _ in range(3):
            desk.screen.post_message(Nothing())
            await desk.settle()
        assert len(whole) == 1


async def test_what_is_laid_out_beneath_a_dialog_while_updates_are_held_back_is_drawn(
    three: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Region] = []
    async with open_reader(three, size=(100, 30)) as desk:
        await desk.press("?")
        monkeypatch.setattr(desk.app.screen, "refresh", lambda *regions, **_: asked.extend(regions))
        with desk.app.batch_update():
            desk.screen._compositor._dirty_regions.add(desk.screen.dates.region)
            desk.screen._compositor_refresh()
        assert asked == [desk.screen.dates.region]


@pytest.mark.parametrize("was_held", [False, True])
async def test_a_whole_frame_has_the_page_behind_a_dialog(
    three: Blog, monkeypatch: pytest.MonkeyPatch, was_held: bool
) -> None:
    beneath = []
    render = Compositor.render_update

    def noted(compositor: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None) -> object:
        beneath.append((full, screen_stack))
        return render(compositor, full, screen_stack)

    async with open_reader(three, size=(100, 30)) as desk:
        await desk.press("?")
        monkeypatch.setattr(Compositor, "render_update", noted)
        if was_held:
            # Nothing was drawn until now: a part of the screen becomes all of it.
            desk.app._was_held = True
            desk.app._display(desk.app.screen, None)
        else:
            desk.app.repaint()
        assert beneath == [(True, [desk.screen])]


def boxed(desk: Desk) -> list[str]:
    """The lines of the dialog on top, its edge included."""
    box = desk.app.screen.box.region  # type: ignore[attr-defined]
    strips = desk.app.screen._compositor.render_strips()
    return [strips[y].crop(box.x, box.right).text for y in range(box.y, box.bottom)]
