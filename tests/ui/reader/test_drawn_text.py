"""What is drawn otherwise than it is written is found, marked, selected and copied as it is drawn."""

from textual.geometry import Offset
from textual.selection import Selection

from digest_tui.ui.reader.page_text import selected_text
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
LONG = "이 항목은 여러 줄에 걸쳐서 나뉘지만 복사하면 쓰인 그대로 한 줄이다 " * 6
BODY = f"""## Method

- **첫째**: {LONG.strip()}
- <b>둘째</b> H<sub>2</sub>O<br>와 $\\alpha_1$ 그리고 *강조*

$$
x_1 = \\frac{{a}}{{b}}
$$
"""


def marked(desk: Desk) -> list[str]:
    """The words that are marked as found on the page."""
    reader = desk.screen.reader
    rendered, finds = reader.rendered, reader.page_finds
    assert rendered is not None
    assert finds is not None
    return [
        rendered.plain[line][stretch.start : stretch.end]
        for line in range(len(rendered.plain))
        for stretch in finds.on_line(line)
    ]


async def test_words_are_found_as_they_are_drawn(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog) as desk:
        for typed, found in (("둘째", ["둘째"]), ("H2O", ["H₂O"]), ("강조", ["강조"]), ("frac", ["frac"])):
            await desk.press("ctrl+f", *typed, "enter")
            assert marked(desk) == found
            await desk.press("escape")


async def test_a_list_with_air_is_copied_as_it_was_written(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog) as desk:
        rendered = desk.screen.reader.rendered
        assert rendered is not None
        first = next(y for y, line in enumerate(rendered.plain) if "첫째" in line)
        last = next(y for y, line in enumerate(rendered.plain) if "frac" in line)
        assert "" in rendered.plain[first : last - 1]
        assert selected_text(rendered, Selection(Offset(0, first), Offset(99, last))) == (
            f"• 첫째: {LONG.strip()}\n• 둘째 H₂O\n와 α₁ 그리고 강조\n\nx_1 = \\frac{{a}}{{b}}"
        )


async def test_facts_are_copied_as_one_line_and_a_double_click_takes_a_word(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog, size=(60, 20)) as desk:
        await desk.press("enter")
        await desk.click("2503.00001", times=3)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "o arXiv 2503.00001 · a Alphaxiv · P PDF · ● new"
        await desk.click("Alphaxiv", times=2)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "Alphaxiv"


async def test_facts_take_fewer_lines_where_panes_are_stacked_and_more_where_they_are_not(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog, size=(80, 24)) as desk:
        assert "PDF · ● new" in desk.drawn("reader")
        await desk.pilot.resize_terminal(140, 45)
        await desk.settle()
        assert "PDF\n" in desk.drawn("reader")
        assert "PDF · ● new" not in desk.drawn("reader")
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        assert "PDF · ● new" in desk.drawn("reader")
