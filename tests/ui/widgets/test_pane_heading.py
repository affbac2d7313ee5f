"""The line above a pane."""

import pytest
from rich.style import Style

from digest_tui.ui.widgets.pane_heading import Heading, draw_heading
from support.desk import Blog, open_reader


def drawn(heading: Heading, width: int, margin: int = 0, *, has_focus: bool = False) -> str:
    strip = draw_heading(heading, width, margin, lambda _: Style.null(), has_focus=has_focus)
    assert strip.cell_length == width
    return strip.text


@pytest.mark.parametrize(
    ("done", "bar"),
    [(0, "──────────"), (1, "━─────────"), (30, "━━━───────"), (99, "━━━━━━━━━─"), (100, "━━━━━━━━━━")],
)
def test_a_bar_is_empty_or_full_only_where_nothing_or_all_is_done(done: int, bar: str) -> None:
    assert drawn(Heading("A day", "Size", (done, 100)), 24) == f" A day  {bar} Size "


def test_what_has_no_room_is_left_out() -> None:
    heading = Heading("19 Dec 2025", "4 of 13 done", (4, 13))
    assert drawn(heading, 47) == " 19 Dec 2025       ━━━━────────── 4 of 13 done "
    assert drawn(heading, 31) == " 19 Dec 2025      4 of 13 done "
    assert drawn(heading, 24) == " 19 Dec 2… 4 of 13 done "
    assert drawn(Heading("한국어 제목", "33%"), 12) == " 한국…  33% "
    for width in range(2, 60):
        assert len(drawn(heading, width)) == width


def test_it_stands_above_the_text_of_the_pane() -> None:
    assert drawn(Heading("Title", "33%"), 20, 3) == "    Title    33%    "


async def test_the_focus_is_a_mark_at_one_heading(blog: Blog) -> None:
    blog.post("2025-03-11", *(f"Paper {n}" for n in range(4)))
    async with open_reader(blog, size=(140, 30)) as desk:
        await desk.press("x", "h")
        for key, focused in (("", "dates"), ("l", "papers"), ("l", "reader")):
            await desk.press(*key)
            heads = {pane: desk.drawn(pane).split("\n")[0] for pane in ("dates", "papers", "reader")}
            assert [pane for pane, head in heads.items() if head.startswith("▌")] == [focused]
        assert heads["papers"] == " Tue 11 Mar 2025    ━━━━────────── 1 of 4 done"
        assert heads["reader"].startswith("▌  2/4 · Daily Papers")
        assert desk.drawn("reader").split("\n")[2].index("Paper") == heads["reader"].index("2/4")
