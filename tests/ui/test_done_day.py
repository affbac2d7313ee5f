"""A day that is done ends its list with what became of its papers, and with where `n` goes."""

from contextlib import closing as closing_of

import pytest

from digest_tui.model import Change
from digest_tui.store import open_store
from support.desk import Blog, Desk, open_reader

DAY, OLDER = "2025-03-11", "2025-03-10"


@pytest.fixture
def blog(blog: Blog) -> Blog:
    """Two days with papers."""
    blog.post(DAY, "One", "Two", "Three")
    blog.post(OLDER, "Older one", "Older two")
    return blog


def closing(desk: Desk) -> list[str]:
    """The lines of the list from the closing row on."""
    lines = [line.rstrip(" ▐") for line in desk.drawn().splitlines()]
    first = next((number for number, line in enumerate(lines) if "✓ day done" in line), len(lines))
    return [line.strip() for line in lines[first:] if line.strip()]


def decide(blog: Blog, *, arxiv: int, status: str) -> None:
    """Decide about a paper in another window."""
    with closing_of(open_store(blog.folder.parent / "data" / "state.db")) as store:
        store.apply([Change(f"arxiv:2503.{arxiv:05}", "status", status)])


async def look(desk: Desk) -> None:
    """Notice what another window did."""
    desk.screen.services.store.poll()
    await desk.settle()


async def test_the_last_decision_shows_it_and_its_undo_takes_it_away(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "r")
        assert closing(desk) == []
        await desk.press("d")
        # The closing card says the rest, and nothing of that is said again.
        assert closing(desk) == ["✓ day done"]
        assert desk.message == "later · u undoes"
        await desk.press("enter")
        assert " ".join(closing(desk)) == "✓ day done · 1 read · 1 later 1 skipped · n: 03-10, 2 new"
        assert desk.screen.status.render_line(0).text.split("   ")[0].strip() == "new · 3/3"
        await desk.press("u")
        assert closing(desk) == []


async def test_n_goes_where_it_says(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "n")
        assert (desk.title, desk.message) == ("Older one", "")


async def test_behind_another_key_n_says_it_first_as_at_every_end_of_a_day(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "k", "n")
        assert (desk.title, desk.message) == ("Two", "03-10 Mon, 2 new · n goes there")
        await desk.press("n")
        assert desk.title == "Older one"


async def test_where_it_is_out_of_sight_the_status_line_says_the_same(blog: Blog) -> None:
    blog.post(DAY, *(f"Paper number {n}" for n in range(40)))
    async with open_reader(blog) as desk:
        await desk.press(*"x" * 40)
        assert (closing(desk) != [], desk.message) == (True, "skipped · u undoes")
        await desk.press("g", "g", "d")
        assert closing(desk) == []
        assert desk.message == "later · u undoes · 03-10 Mon, 2 new · n goes there"
        await desk.press("j", "n")
        assert (desk.title, desk.message) == ("Paper number 1", "03-10 Mon, 2 new · n goes there")
        await desk.press("G")
        assert closing(desk)[0].startswith("✓ day done")
        await desk.press("n", "n")
        assert desk.title == "Older one"


async def test_where_only_the_reader_is_seen_the_card_says_it_and_then_the_status_line(blog: Blog) -> None:
    async with open_reader(blog, size=(50, 24)) as desk:
        await desk.press("enter", "x", "x", "x")
        assert desk.message == "skipped · u undoes"
        assert "03-10, 2 new · n goes there" in desk.drawn("reader")
        await desk.press("enter", "d")
        assert desk.message == "later · u undoes · 03-10 Mon, 2 new · n goes there"


async def test_where_only_the_list_is_seen_there_is_no_card(blog: Blog) -> None:
    async with open_reader(blog, size=(50, 24)) as desk:
        await desk.press("x", "x", "x")
        assert closing(desk) == ["✓ day done · 3 skipped · n: 03-10, 2 new"]
        await desk.press("enter")
        assert "Three" in desk.drawn("reader")
        await desk.press("d")
        assert desk.state("Three") == "later"


@pytest.mark.parametrize("size", [(158, 30), (140, 45), (100, 30), (80, 24), (60, 20), (40, 12), (24, 12)])
async def test_it_breaks_between_its_parts_and_loses_nothing(blog: Blog, size: tuple[int, int]) -> None:
    async with open_reader(blog, size=size) as desk:
        await desk.press("x", "r", "d", "k", "j")
        said = " · ".join(closing(desk))
        assert said == "✓ day done · 1 read · 1 later · 1 skipped · n: 03-10, 2 new"


async def test_it_is_no_paper(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "G", "j")
        assert desk.title == "Three"
        await desk.press("g", "g")
        await desk.click("day done")
        assert desk.title == "One"
        await desk.pilot.mouse_down(offset=desk.place_of("One"))
        await desk.pilot.hover(offset=desk.place_of("day done"))
        await desk.pilot.mouse_up(offset=desk.place_of("day done"))
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "One\nTwo\nThree"


async def test_papers_lose_no_lines_to_it(blog: Blog) -> None:
    long = "A Title of Many Words That Needs Two Lines in a Narrow List of Papers"
    blog.post(DAY, *(f"{long} {n}" for n in range(4)))
    async with open_reader(blog, size=(40, 15)) as desk:
        # They fill the window.
        assert (desk.screen.papers.page, desk.drawn().count("Papers")) == (12, 4)
        await desk.press(*"xxxx", "g", "g")
        assert desk.drawn().count("Papers") == 4
        await desk.press("G")
        # With no blank row above it: that would take one more line.
        assert closing(desk)[-1] == "n: 03-10, 2 new"
        assert "\n\n" not in desk.drawn()


async def test_another_window_and_new_digests_change_it(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "enter")
        decide(blog, arxiv=4, status="read")
        decide(blog, arxiv=1, status="read")
        await look(desk)
        assert " ".join(closing(desk)) == "✓ day done · 1 read · 2 skipped n: 03-10, 1 new"
        decide(blog, arxiv=5, status="read")
        await look(desk)
        assert closing(desk)[-1] == "no new papers on other days"
        blog.post("2025-03-09", "Oldest")
        await desk.press("R")
        assert closing(desk)[-1] == "n: 03-09, 1 new"


async def test_while_finds_are_marked_n_is_not_named_for_what_it_does_not_do(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        await desk.press("x", "x", "x", "k", "ctrl+f", *"요약", "enter")
        assert " ".join(closing(desk)).endswith("3 skipped 03-10, 2 new")
        await desk.press("n")
        assert desk.title == "Two"
        await desk.press("escape")
        assert " ".join(closing(desk)).endswith("3 skipped n: 03-10, 2 new")
        # What a verb announces still goes before the finds, and is said.
        await desk.press("j", "ctrl+f", *"요약", "enter", "s", "d")
        assert desk.message == "later · u undoes · 03-10 Mon, 2 new · n goes there"
        await desk.press("n")
        assert desk.title == "Older one"
