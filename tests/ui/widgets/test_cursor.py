"""The row under the cursor can be read whatever its state, and there is one cursor."""

from typing import Any

import pytest
from rich.style import Style

from digest_tui.ui.widgets.row_list import RowList
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
KEYS = {"new": "", "read": "r", "later": "d", "skipped": "x", "starred": "s"}
TITLE = "Quiet Kites"


@pytest.fixture
def kites(blog: Blog) -> Blog:
    blog.post(DAY, TITLE, "Two Winds")
    return blog


def on_cursor(desk: Desk, pane: RowList[Any], words: str) -> Style:
    """How words on the first line of a list that has them are drawn."""
    for y in range(1, pane.size.height):
        for text, style, _ in pane.render_line(y):
            if words in text:
                assert style is not None
                return style
    raise AssertionError(f"not in the list: {words}")


@pytest.mark.parametrize("key", KEYS.values(), ids=list(KEYS))
async def test_a_title_under_the_cursor_has_the_cursors_colours(kites: Blog, key: str) -> None:
    async with open_reader(kites, size=(140, 40)) as desk:
        papers = desk.screen.papers
        await desk.press(*key, "g", "g")
        cursor, blurred = papers.line_style("row--cursor"), papers.line_style("row--cursor-blurred")
        drawn = on_cursor(desk, papers, TITLE)
        assert (drawn.color, drawn.bgcolor) == (cursor.color, cursor.bgcolor)
        await desk.press("h")
        drawn = on_cursor(desk, papers, TITLE)
        assert (drawn.color, drawn.bgcolor) == (blurred.color, blurred.bgcolor)


async def test_parts_of_a_row_keep_their_place_in_the_order_under_the_cursor(kites: Blog) -> None:
    async with open_reader(kites, size=(140, 40)) as desk:
        papers = desk.screen.papers
        side, mark = on_cursor(desk, papers, "1"), on_cursor(desk, papers, "●")
        assert side.color == papers.line_style("row--side--cursor").color
        assert mark.color == papers.line_style("row--mark--cursor").color
        assert {side.bgcolor, mark.bgcolor} == {papers.line_style("row--cursor").bgcolor}


@pytest.mark.parametrize("key", ["?", "A"])
async def test_a_dialog_takes_the_cursor_and_gives_it_back(kites: Blog, key: str) -> None:
    async with open_reader(kites, size=(140, 40)) as desk:
        papers = desk.screen.papers
        cursor, blurred = papers.line_style("row--cursor").bgcolor, papers.line_style("row--cursor-blurred").bgcolor
        await desk.press(key, "down")
        (rows,) = desk.app.screen.query(RowList)
        grounds = {style.bgcolor for y in range(rows.size.height) for _, style, _ in rows.render_line(y) if style}
        assert cursor in grounds
        assert blurred not in grounds
        assert on_cursor(desk, papers, TITLE).bgcolor == blurred
        await desk.press("escape")
        assert on_cursor(desk, papers, TITLE).bgcolor == cursor
