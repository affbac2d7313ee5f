"""The place on a screen: the line of the text, at any width, and nothing that is written or read for nothing."""

from contextlib import closing

import pytest

from digest_tui.model import Change
from digest_tui.session.views import View
from digest_tui.store import open_store
from digest_tui.triage.order import Order
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"
LONG = "## Introduction\n" + "".join(
    f"- 문장 {number} " + "긴 글이 여기에 이어지고 또 이어진다. " * (1 + number % 4) + "\n" for number in range(120)
)


@pytest.fixture
def shelf(blog: Blog) -> Blog:
    """Two days of long papers."""
    blog.post(DAY, "One", "Two", "Three", body=LONG)
    blog.post(OLDER, "Older", body=LONG)
    return blog


def sentence_at_top(desk: Desk) -> int:
    """The number of the first sentence that begins in the reader."""
    line = next(line for line in desk.drawn("reader").splitlines() if "문장 " in line)
    return int(line.split("문장 ")[1].split()[0])


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (160, 50)])
async def test_the_text_at_the_top_is_there_again_at_another_width(shelf: Blog, size: tuple[int, int]) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("j", *["J"] * 4)
        before = sentence_at_top(desk)
        assert before > 30
    async with open_reader(shelf, size=size) as desk:
        assert desk.title == "Two"
        await desk.press("l")
        assert abs(sentence_at_top(desk) - before) <= (1 if size == (120, 36) else 4)


async def test_a_reader_that_is_hidden_keeps_its_line(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press(*["J"] * 4)
        before = sentence_at_top(desk)
    for _ in range(2):
        async with open_reader(shelf, size=(40, 12)) as desk:
            assert desk.screen.reader.size.height == 0
    async with open_reader(shelf) as desk:
        assert abs(sentence_at_top(desk) - before) <= 1


async def test_a_size_and_back_moves_nothing(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("j", *["J"] * 4)
        before = sentence_at_top(desk)
        for size in ((40, 12), (120, 36)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
        assert (desk.title, sentence_at_top(desk)) == ("Two", before)


async def test_a_place_without_a_paper_that_gets_one_is_come_back_to(blog: Blog) -> None:
    blog.post(DAY, "Gone on the way")
    async with open_reader(blog) as desk:
        await desk.press("x", "g", "s")
        assert desk.rows() == []
        await desk.press("g", "u")
    with closing(open_store(blog.folder.parent / "data" / "state.db")) as store:
        store.remember("place", f'{{"view": "new", "day": "{DAY}", "keys": [], "scroll": 7}}')
        store.undo(any_session=True)
    async with open_reader(blog) as desk:
        assert (desk.title, desk.screen.reader.top) == ("Gone on the way", 0)


async def test_a_reader_in_which_nobody_does_anything_keeps_nothing(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        shelf.post("2025-03-12", "Just arrived")
        desk.screen.scanner.scan()
        await desk.settle()
        await desk.pilot.resize_terminal(60, 20)
        await desk.settle()
        assert not desk.screen.services.has_used("keeper")
        await desk.pilot.click("#papers", offset=(5, 3))
        await desk.settle()
        assert desk.screen.services.has_used("keeper")


async def test_where_another_window_moved_is_no_reason_to_read_and_to_list_anew(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        desk.screen.services.store.poll()
        await desk.settle()
        states = desk.library.decisions._states
        with closing(open_store(shelf.folder.parent / "data" / "state.db")) as other:
            for place in ("here", "there"):
                other.remember("place", place)
                desk.screen.services.store.poll()
                await desk.settle()
            assert desk.library.decisions._states is states
            assert desk.library.recall("place") == "there"
            other.apply([Change("arxiv:2503.00001", "star", "1")])
            desk.screen.services.store.poll()
            await desk.settle()
            assert desk.state("One") == "unread starred"
            # What a check corrects, and what is known of papers, is no decision of another window.
            states = desk.library.decisions._states
            other.rebuild()
            desk.screen.services.store.poll()
            await desk.settle()
            assert desk.library.decisions._states is not states


async def test_the_order_is_that_of_the_last_run(shelf: Blog) -> None:
    async with open_reader(shelf) as desk:
        await desk.press("S", "S")
        assert desk.rows() == ["One", "Three", "Two"]
    async with open_reader(shelf) as desk:
        assert (desk.session.order, desk.rows()) == (Order.TITLE, ["One", "Three", "Two"])
        await desk.press("g", "s", "g", "u", "/", *"one", "escape")
        assert desk.session.order is Order.TITLE
    async with open_reader(shelf, fresh=True) as desk:
        assert (desk.session.view, desk.session.order) == (View.NEW, Order.TITLE)
