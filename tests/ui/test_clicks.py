"""A click is about what was under the pointer when the button went down, a double click about the first of the two."""

from collections.abc import Callable
from threading import Event

import pytest
from textual import events
from textual.geometry import Offset
from textual.widget import Widget

from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.links import LinksScreen
from support.desk import Blog, Desk, open_reader
from support.patience import until

DAYS = ("2025-03-11", "2025-03-10", "2025-03-09", "2025-03-08")
Between = Callable[[], object]


def two_days(blog: Blog) -> None:
    """Papers enough for two lists of some rows."""
    for day, letter in zip(DAYS[:2], "AB", strict=True):
        blog.post(day, *(f"{letter}{number}" for number in range(1, 9)))


def add_first(blog: Blog) -> None:
    """One more paper above the others of a day."""
    file = blog.folder / f"{DAYS[0]}-papers.md"
    new = "# 1. [New one](https://arxiv.org/abs/2503.99999)\n\n내용.\n\n"
    file.write_text(file.read_text(encoding="utf-8").replace("# 1. ", f"{new}# 1. "), encoding="utf-8")


def place_of(desk: Desk, pane: str, words: str) -> Offset:
    """The place on the screen where a pane shows some words."""
    widget = desk.screen.query_one(f"#{pane}")
    lines = desk.drawn(pane).splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    return widget.region.offset + Offset(lines[y].index(words) + widget.gutter.left, y)


class Mouse:
    """Sends what the driver sends when a person clicks, at times of its own."""

    def __init__(self, desk: Desk, at: Offset) -> None:
        self._desk = desk
        self._at = at
        self.time = 100.0
        self._pressed: Widget | None = None

    async def send(self, kind: type[events.MouseDown | events.MouseUp | events.Click], chain: int = 1) -> None:
        """Send one event."""
        x, y = self._at
        event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
        if isinstance(event, events.Click):
            event.chain = chain
        event.time = self.time
        self._desk.app.mouse_position = self._at
        self._desk.app.screen._forward_event(event)
        await self._desk.settle()

    async def press(self) -> None:
        """Press the button; panes move now."""
        self._pressed, _ = self._desk.app.get_widget_at(*self._at)
        await self.send(events.MouseDown)

    async def let_go(self, chain: int = 1) -> None:
        """Let it go: over the same widget that is a click."""
        await self.send(events.MouseUp)
        if self._desk.app.get_widget_at(*self._at)[0] is self._pressed:
            await self.send(events.Click, chain)

    async def double_click(self, between: Between = lambda: None, seconds: float = 0.2) -> None:
        """Click twice, and let something happen in between."""
        await self.press()
        await self.let_go()
        between()
        await self._desk.settle()
        self.time += seconds
        await self.press()
        await self.let_go(chain=2)


async def test_nothing_moves_with_the_focus_while_the_button_is_held(blog: Blog) -> None:
    two_days(blog)
    for number in range(1, 9):
        blog.post(f"2025-02-0{number}", "Old")
    async with open_reader(blog, size=(110, 16)) as desk:
        await desk.press("h")
        at = place_of(desk, "papers", "A3")
        mouse = Mouse(desk, at)
        await mouse.press()
        assert (desk.title, desk.screen.pane, place_of(desk, "papers", "A3")) == ("A3", Pane.DATES, at)
        await mouse.let_go()
        assert (desk.title, desk.screen.pane) == ("A3", Pane.PAPERS)
        assert place_of(desk, "papers", "A3") != at


async def test_a_click_picks_the_row_that_was_pressed_though_rows_come_before_the_button_is_let_go(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:
        mouse = Mouse(desk, place_of(desk, "papers", "A3"))
        await mouse.press()
        add_first(blog)
        desk.screen.scanner.scan()
        await desk.settle()
        await mouse.let_go()
        assert desk.title == "A3"


async def test_a_double_click_opens_the_paper(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:
        await Mouse(desk, place_of(desk, "papers", "A4")).double_click()
        assert (desk.title, desk.screen.pane) == ("A4", Pane.READER)


async def test_a_double_click_on_a_date_goes_into_its_papers(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:
        await Mouse(desk, place_of(desk, "dates", "10 Mon")).double_click()
        assert (desk.day, desk.title, desk.screen.pane) == ("2025-03-10", "B1", Pane.PAPERS)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (110, 16), (140, 45)])
async def test_a_double_click_opens_the_first_whatever_pane_stands_there_then(
    blog: Blog, size: tuple[int, int]
) -> None:
    two_days(blog)
    async with open_reader(blog, size=size) as desk:
        await desk.press("h")
        await Mouse(desk, place_of(desk, "dates", "10 Mon")).double_click()
        assert (desk.day, desk.title, desk.screen.pane) == ("2025-03-10", "B1", Pane.PAPERS)
        await Mouse(desk, place_of(desk, "papers", "B2")).double_click()
        assert (desk.title, desk.screen.pane) == ("B2", Pane.READER)


async def test_a_list_that_scrolls_between_the_clicks_changes_nothing(blog: Blog) -> None:
    blog.post(DAYS[0], *(f"A{number:02}" for number in range(60)))
    async with open_reader(blog) as desk:
        at = place_of(desk, "papers", "A05")
        await Mouse(desk, at).double_click(lambda: desk.screen.papers.scroll_lines(7))
        assert (desk.title, desk.screen.pane) == ("A05", Pane.READER)


async def test_rows_that_come_between_the_clicks_change_nothing(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:
        at = place_of(desk, "papers", "A5")

        def add() -> None:
            add_first(blog)
            desk.screen.scanner.scan()

        await Mouse(desk, at).double_click(add)
        assert "New one" in desk.rows()
        assert (desk.title, desk.screen.pane) == ("A5", Pane.READER)


async def test_days_that_come_between_the_clicks_change_nothing(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:

        def add() -> None:
            blog.post("2025-03-12", "Newer")
            desk.screen.scanner.scan()

        await Mouse(desk, place_of(desk, "dates", "10 Mon")).double_click(add)
        assert (desk.day, desk.screen.pane) == ("2025-03-10", Pane.PAPERS)


async def test_a_paper_that_goes_away_between_the_clicks_opens_no_other(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:

        def remove() -> None:
            blog.post(DAYS[0], *(f"C{number}" for number in range(1, 9)))
            desk.screen.scanner.scan()

        await Mouse(desk, place_of(desk, "papers", "A5")).double_click(remove)
        assert desk.screen.pane is Pane.PAPERS


async def test_an_order_that_changes_between_the_clicks_changes_nothing(blog: Blog) -> None:
    blog.post(DAYS[0], "Zebra", "Mole", "Ant")
    async with open_reader(blog) as desk:

        def sort() -> None:
            desk.screen.run_command("sort")
            desk.screen.run_command("sort")

        await Mouse(desk, place_of(desk, "papers", "Zebra")).double_click(sort)
        assert desk.rows() == ["Ant", "Mole", "Zebra"]
        assert (desk.title, desk.screen.pane) == ("Zebra", Pane.READER)


async def test_two_slow_clicks_are_two_clicks(blog: Blog) -> None:
    blog.post(DAYS[0], *(f"A{number:02}" for number in range(60)))
    async with open_reader(blog) as desk:
        at = place_of(desk, "papers", "A05")
        await Mouse(desk, at).double_click(lambda: desk.screen.papers.scroll_lines(4), seconds=0.6)
        assert (desk.title != "A05", desk.screen.pane) == (True, Pane.PAPERS)


async def test_a_third_click_opens_nothing_else(blog: Blog) -> None:
    blog.post(DAYS[0], *(f"A{number:02}" for number in range(60)), body="[글](https://example.org/b)\n" * 40)
    async with open_reader(blog, size=(80, 24)) as desk:
        mouse = Mouse(desk, place_of(desk, "papers", "A05"))
        await mouse.double_click()
        await mouse.press()
        await mouse.let_go(chain=3)
        assert (desk.title, desk.screen.pane, desk.opened) == ("A05", Pane.READER, [])


async def test_a_double_click_in_a_dialog_is_not_meant_for_what_it_covered(blog: Blog) -> None:
    blog.post(DAYS[0], *(f"A{number:02}" for number in range(60)), body="https://example.org/a https://example.org/b\n")
    async with open_reader(blog, size=(80, 24)) as desk:
        await desk.press("w")
        assert isinstance(desk.app.screen, LinksScreen)
        dialog = desk.app.screen.query_one("#links")
        mouse = Mouse(desk, dialog.region.offset + dialog.gutter.top_left)
        await mouse.press()
        await mouse.let_go()
        assert desk.screen.is_active
        assert desk.opened == ["https://example.org/a"]
        before = desk.title, desk.screen.pane
        await mouse.press()
        await mouse.let_go(chain=2)
        assert ((desk.title, desk.screen.pane), desk.opened) == (before, ["https://example.org/a"])


async def test_a_heading_between_rows_is_no_row(blog: Blog) -> None:
    two_days(blog)
    async with open_reader(blog) as desk:
        await desk.press("j", "j")
        await Mouse(desk, place_of(desk, "dates", "Mar 2025")).double_click()
        assert (desk.day, desk.title, desk.screen.pane) == ("2025-03-11", "A3", Pane.DATES)


async def test_a_link_is_followed_once_by_a_double_click(blog: Blog) -> None:
    blog.post(DAYS[0], "A paper", body="[글](https://example.org/b)\n")
    async with open_reader(blog) as desk:
        await Mouse(desk, place_of(desk, "reader", "글")).double_click()
        assert desk.opened == ["https://example.org/b"]


async def test_a_link_is_that_which_was_pressed_though_the_reader_moves_with_the_focus(blog: Blog) -> None:
    body = "\n\n".join(f"[글{number}](https://example.org/{number})" for number in range(40))
    blog.post(DAYS[0], *(f"A{number:02}" for number in range(60)), body=f"{body}\n")
    async with open_reader(blog, size=(80, 24)) as desk:
        mouse = Mouse(desk, place_of(desk, "reader", "글2"))
        await mouse.press()
        await mouse.let_go()
        assert (desk.opened, desk.screen.pane) == (["https://example.org/2"], Pane.READER)


async def test_a_selection_that_ends_on_a_link_opens_nothing(blog: Blog) -> None:
    blog.post(DAYS[0], "A paper", body="앞의 말 [링크](https://example.org/b) 뒤\n")
    async with open_reader(blog) as desk:
        start, end = place_of(desk, "reader", "앞의"), place_of(desk, "reader", "링크") + Offset(3, 0)
        for first, last in ((start, end), (end, start)):
            await desk.pilot.mouse_down(offset=first)
            await desk.pilot.hover(offset=last)
            await desk.pilot.mouse_up(offset=last)
            desk.app.screen._forward_event(events.Click(None, *last, 0, 0, 1, False, False, False, *last))
            await desk.settle()
            assert desk.opened == []


async def test_after_a_click_nothing_moves_by_itself_when_everything_is_read(blog: Blog) -> None:
    for day in DAYS:
        blog.post(day, "First", "Second", "Third")
    may_go_on = Event()
    async with open_reader(blog, may_go_on=may_go_on) as desk:
        await until(desk.pilot, lambda: desk.screen.scan_controller.is_open)
        await desk.pilot.pause()
        await desk.pilot.click(offset=place_of(desk, "papers", "Third"))
        await desk.pilot.pause()
        assert desk.title == "Third"
        may_go_on.set()
        await desk.settle()
        assert desk.title == "Third"


async def test_what_was_said_about_a_paper_is_not_said_of_the_one_that_is_clicked(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two", "Three")
    async with open_reader(blog) as desk:
        await desk.press("G", "x", "x")
        assert desk.message.startswith("skipped already")
        await desk.click("One")
        assert (desk.title, desk.message) == ("One", "")
        # And nothing goes where it is not said any more.
        await desk.press("n")
        assert desk.title == "Two"


async def test_a_click_leaves_what_is_being_typed_and_its_trouble(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    async with open_reader(blog) as desk:
        await desk.press("t", *"a", "space", *"b", "enter")
        assert "cannot be a tag" in desk.message
        await desk.click("Two")
        assert "cannot be a tag" in desk.message
        assert desk.screen.services.prompt.text == "a b"
