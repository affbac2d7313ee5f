"""The date list on the screen: headings that stay, and the room that it takes."""

from support.desk import Blog, Desk, open_reader
from support.promises import promises


def lines(desk: Desk, pane: str) -> int:
    return desk.screen.query_one(f"#{pane}").size.height


async def test_the_month_of_the_first_row_stands_above_where_its_heading_is_out_of_sight(blog: Blog) -> None:
    for number in range(1, 29):
        blog.post(f"2025-02-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(140, 20)) as desk:
        assert [line.strip(" ▐").split() for line in desk.drawn("dates").split("\n")[:3]] == [
            ["Dates"],
            ["Feb", "2025", "28"],
            ["28", "Fri", "1"],
        ]
        await desk.press("h", "G")
        assert [line.strip(" ▐").split() for line in desk.drawn("dates").split("\n")[1:3]] == [
            ["Feb", "2025", "28"],
            ["15", "Sat", "1"],
        ]
        # A month is no day: it opens the calendar.
        await desk.click("Feb 2025")
        await desk.press("escape")
        assert desk.day == "2025-02-01"
        await desk.click("15 Sat")
        assert desk.day == "2025-02-15"


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


def days_drawn(desk: Desk) -> list[str]:
    """What stands on the lines of the date list."""
    return [line.strip(" ▐") for line in desk.drawn("dates").split("\n")[1:]]


@promises(
    "docs/keys.md",
    "In the date list `9/13` is a day of which 9 of 13 papers are new, `13` one that nobody touched, `✓` a day "
    "that is done, `!` a file with which something is wrong.",
)
async def test_a_day_says_how_much_of_it_is_new(blog: Blog) -> None:
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(12)))
    blog.post("2025-03-10", "One", "Two")
    blog.post("2025-03-09", "Only")
    broken = blog.post("2024-12-31", *(f"Old {n}" for n in range(12)))
    broken.write_text("---\ntitle: [\n---\n" + broken.read_text(encoding="utf-8"), encoding="utf-8")
    async with open_reader(blog, size=(140, 20)) as desk:
        await desk.press("x", "x", "[", "x", "[")
        assert days_drawn(desk)[:4] == ["Mar 2025   12", "11 Tue  10/12", "10 Mon    1/2", "09 Sun      1"]
        await desk.press("x", "[", "x")
        assert days_drawn(desk)[:6] == [
            *("Mar 2025   11", "11 Tue  10/12", "10 Mon    1/2", "09 Sun      ✓"),
            *("Dec 2024   11", "31 Tue !11/12"),
        ]


async def test_the_cursor_keeps_three_rows_above_and_below(blog: Blog) -> None:
    for month in (1, 2, 3):
        for number in range(1, 11):
            blog.post(f"2025-{month:02}-{number:02}", f"Paper {number}")
    async with open_reader(blog, size=(140, 16)) as desk:
        await desk.press("h")
        dates = desk.screen.dates
        for key in [*"j" * 29, *"k" * 29]:
            await desk.press(key)
            rows = dates.rows_on_lines()
            at = list(rows).index(dates._cursor or 0)
            assert at >= 3 or rows[0] == 0
            assert at < len(rows) - 3 or rows[-1] == len(dates._rows) - 1
            assert dates.drawn_row(rows[at]).label.startswith(desk.day[-2:])
            # The first line is always a month: that of the day below it.
            assert dates.drawn_row(rows[0]).passed_over
            assert rows[0] == dates.drawn_row(rows[1]).head or dates.drawn_row(rows[1]).passed_over


async def test_a_list_of_all_dates_shows_only_its_days(blog: Blog) -> None:
    for number in range(1, 9):
        blog.post(f"2025-03-{number:02}", f"Paper {number}", f"Kite {number}" if number % 3 == 0 else "Other")
    async with open_reader(blog, size=(140, 30)) as desk:
        everything = days_drawn(desk)
        await desk.press("/", *"kite", "enter")
        assert [line.split() for line in days_drawn(desk)[:3]] == [
            ["Mar", "2025", "2"],
            ["06", "Thu", "1"],
            ["03", "Mon", "1"],
        ]
        await desk.press("h", "j", "enter")
        assert (desk.title, desk.day) == ("Kite 3", "2025-03-03")
        await desk.press("h", "k", "k", "enter")
        assert (desk.title, desk.day) == ("Kite 6", "2025-03-06")
        await desk.press("/", *"nothing", "enter")
        assert not any(days_drawn(desk))
        await desk.press("h", "j", "G", "k", "enter", "escape", "escape")
        assert days_drawn(desk) == everything
