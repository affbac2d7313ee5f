"""The date list on the screen: headings that stay, and the room that it takes."""

from support.desk import Blog, Desk, open_reader


def lines(desk: Desk, pane: str) -> int:
    return desk.screen.query_one(f"#{pane}").size.height


async def test_the_month_of_the_first_row_stands_above_where_its_heading_is_out_of_sight(blog: Blog) -> None:
    for number in range(1, 29):
        blog.post(f"2025-02-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(140, 20)) as desk:
        assert [line.split() for line in desk.drawn("dates").split("\n")[:2]] == [["Dates"], ["Feb", "2025", "▐"]]
        await desk.press("h", "G")
        assert desk.drawn("dates").split("\n")[0] == " Feb 2025"


async def test_at_middle_width_the_dates_take_what_the_papers_leave(blog: Blog) -> None:
    for number in range(1, 29):
        blog.post(f"2025-01-{number:02}", f"Paper {number}")
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(60)))
    blog.post("2025-03-10", "Only this")
    blog.post("2025-03-09", *(f"Paper {n}" for n in range(10)))
    async with open_reader(blog, size=(110, 32), fresh=True) as desk:
        await desk.press("escape")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (7, 23)
        await desk.press("[")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (28, 2)
        await desk.press("[")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (19, 11)
        await desk.press("h")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (19, 11)
        await desk.press("k", "k")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (15, 15)
        await desk.press("l")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (7, 23)
        await desk.pilot.resize_terminal(140, 42)
        await desk.settle()
        assert lines(desk, "dates") == lines(desk, "papers") == 40


async def test_few_dates_leave_the_rest_to_the_papers(blog: Blog) -> None:
    blog.post("2025-03-11", "One", "Two")
    blog.post("2025-03-10", "Only this")
    async with open_reader(blog, size=(110, 32)) as desk:
        assert (lines(desk, "dates"), lines(desk, "papers")) == (4, 26)
        await desk.press("h", "j")
        assert (lines(desk, "dates"), lines(desk, "papers")) == (4, 26)


async def test_a_key_that_changes_no_number_of_rows_lays_nothing_out(blog: Blog) -> None:
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(6)))
    blog.post("2025-03-10", *(f"Other {n}" for n in range(6)))
    for number in range(1, 13):
        blog.post(f"2025-01-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(110, 42)) as desk:
        laid_out: list[object] = []
        desk.screen._refresh_layout = lambda *_, **__: laid_out.append(1)  # type: ignore[method-assign]
        await desk.press(*"jjks", "[", "j", "x", "u", "v", "g", "a")
        assert not laid_out
