"""The day sheet: a facet of every listed paper on one page, in the place of the panes."""

import pytest
from rich.cells import cell_len

from digest_tui.model.facet import Facet
from digest_tui.session.views import View
from support.desk import Blog, Desk, open_reader
from support.promises import promises

DAY, OLDER = "2025-03-11", "2025-03-10"
WIDE, PLAIN, NARROW = (140, 45), (80, 24), (60, 20)
BODY = """## Introduction
- {name} wants to know how rivers bend. Nobody asked before.

## Method
{name} walks along the bank and counts every stone, slowly and twice.

## Results
- **{name}** found nine bends
- and a bridge
"""
BARE = "{name} has no sections at all. Only a few words.\n"


@pytest.fixture
def rivers(blog: Blog) -> Blog:
    """Two days: on the newer one three papers with facets and one without any."""
    post(blog, DAY, "Rhine", "Elbe", "Oder", bare=("Spree",))
    post(blog, OLDER, "Main", "Mosel")
    return blog


def post(blog: Blog, day: str, *names: str, bare: tuple[str, ...] = (), body: str = BODY) -> None:
    """Write a day of papers whose text names them."""
    file = blog.post(day, *names, *bare, body="@@\n")
    text = file.read_text("utf-8")
    for name in names:
        text = text.replace("@@", body.format(name=name), 1)
    for name in bare:
        text = text.replace("@@", BARE.format(name=name), 1)
    file.write_text(text, encoding="utf-8")


def sheet(desk: Desk) -> list[str]:
    """The lines of the sheet, its heading first; every line has the cells of the screen."""
    widget = desk.screen.services.sheet.widget
    lines = [widget.render_line(y).text for y in range(widget.size.height)]
    assert all(cell_len(line) == widget.size.width for line in lines)
    return [line[1:].rstrip(" ▐") for line in lines]


def rows(desk: Desk) -> list[str]:
    """Its lines without heading and air."""
    return [line for line in sheet(desk)[1:] if line.strip()]


def lens(desk: Desk, facet: Facet | None) -> None:
    """Change the facet as the keys of facets do."""
    desk.session.lens = facet
    desk.screen.show_all()


def on_cursor(desk: Desk) -> list[str]:
    """The lines of the sheet on the cursor's ground."""
    widget = desk.screen.services.sheet.widget
    ground = widget.line_style("row--cursor").bgcolor
    strips = [widget.render_line(y) for y in range(1, widget.size.height)]
    return [
        strip.text.strip()
        for strip in strips
        if ground in {segment.style.bgcolor for segment in strip if segment.style}
    ]


async def test_it_shows_the_first_sentences_of_two_facets_of_every_paper(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F")
        assert desk.screen.query_one("#panes").display is False
        first, second, third = rows(desk)[:3]
        assert first.startswith(" 1 ● Rhine ")
        assert first.split(" │ ")[1] == "Introduction  Rhine wants to know how rivers bend."
        assert second.split(" │ ")[1].startswith("Method  Rhine walks along the bank")
        assert third.startswith(" 2 ● Elbe ")
        assert rows(desk)[-1].split(" │ ") == [f" 4 ● Spree{' ' * 41}", "Spree has no sections at all."]


async def test_the_heading_says_what_is_listed_how_much_is_done_and_which_facets_there_are(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("x", "F")
        heading = sheet(desk)[0]
        assert heading.startswith(
            "Tue 11 Mar 2025   1 Introduction  2 Method  3 Results  4 Limitations  5 Conclusion  "
        )
        assert heading.endswith("1 of 4 done")
        lens(desk, Facet.RESULTS)
        widget = desk.screen.services.sheet.widget
        styles = {text.strip(): style for text, style, _ in widget.render_line(0) if style is not None}
        assert styles["3 Results"].underline
        assert styles["3 Results"].color == widget.line_style("facet--results").color
        assert styles["4 Limitations"].color == widget.line_style("row--between").color
        assert styles["Introduction"].color == widget.line_style("line-view--heading").color


async def test_with_a_lens_it_shows_that_facet_and_dims_what_stands_in_for_it(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F")
        lens(desk, Facet.RESULTS)
        texts = [line.split(" │ ")[1] for line in rows(desk)]
        assert texts[0] == "Rhine found nine bends · and a bridge"
        assert texts[-1] == "— (no results; first sentence) Spree has no sections at all."
        widget = desk.screen.services.sheet.widget
        last = next(s for s in map(widget.render_line, range(44)) if "no results" in s.text)
        style = next(style for text, style, _ in last if "no results" in text and style)
        assert style.color == widget.line_style("row--side").color
        lens(desk, Facet.METHOD)
        assert rows(desk)[0].split(" │ ")[1] == "Rhine walks along the bank and counts every stone, slowly and twice."
        lens(desk, None)
        assert rows(desk)[0].split(" │ ")[1].startswith("Introduction  ")


@promises("README.md", "`x s d r` decide there as everywhere.")
async def test_every_verb_acts_on_the_paper_under_the_cursor_and_undo_restores_each(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "j", "s", "j", "x", "d", "k", "r")
        names = ("Rhine", "Elbe", "Oder", "Spree")
        assert desk.states(*names) == ["unread", "unread starred", "unread", "later"]
        assert [line[3] for line in rows(desk) if line[1].isdigit()] == ["●", "★", "●", ">"]
        undone = []
        for _ in range(4):
            await desk.press("u")
            undone.append(desk.states(*names))
        assert undone == [
            ["unread", "unread starred", "skipped", "later"],
            ["unread", "unread starred", "skipped", "unread"],
            ["unread", "unread starred", "unread", "unread"],
            ["unread"] * 4,
        ]
        assert desk.screen.is_sheet


async def test_links_copies_tags_and_notes_are_of_the_paper_under_the_cursor(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "j", "o", "a")
        assert [url.rpartition("/")[2] for url in desk.opened] == ["2503.00002", "2503.00002"]
        await desk.press("t", *"wet", "enter", "e", *"look", "enter")
        state = desk.library.state(desk.session.items[1].entry)  # type: ignore[union-attr]
        assert (state.tags, state.note) == (("wet",), "look")
        assert "#wet" in "\n".join(rows(desk))
        await desk.press("v", "j", "j", "v", "x")
        assert desk.states("Elbe", "Oder", "Spree") == ["skipped", "unread", "skipped"]


async def test_enter_opens_the_paper_and_escape_comes_back_to_the_same_line(blog: Blog) -> None:
    post(blog, DAY, *(f"River {number}" for number in range(40)))
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("F", "space", "j", "j")
        before, title = sheet(desk), desk.title
        await desk.press("enter")
        assert (desk.screen.pane, desk.screen.query_one("#panes").display) == ("reader", True)
        assert title in desk.drawn("reader")
        await desk.press("escape")
        assert desk.screen.is_sheet
        assert sheet(desk) == before
        assert desk.title == title
        await desk.press("escape")
        assert not desk.screen.is_sheet
        assert (desk.screen.pane, desk.title) == ("papers", title)
        assert title in desk.drawn("papers")


async def test_a_paper_opened_from_the_sheet_is_whole_and_the_lens_is_there_again_behind_it(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F")
        lens(desk, Facet.RESULTS)
        await desk.press("enter")
        assert desk.session.lens is None
        await desk.press("escape")
        assert desk.session.lens is Facet.RESULTS
        assert "Rhine found nine bends" in rows(desk)[0]


@pytest.mark.parametrize("way", [("z", "escape"), ("z", "z"), ("i", "escape", "escape"), ("tab", "h"), ("h", "enter")])
async def test_from_any_pane_the_sheet_is_where_the_papers_are(rivers: Blog, way: tuple[str, ...]) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F", "j", *way)
        assert desk.screen.is_sheet
        assert desk.title == "Elbe" or way[0] == "h"
        await desk.press("F")
        assert not desk.screen.is_sheet
        assert desk.screen.query_one("#panes").display


async def test_a_lens_is_there_again_however_a_paper_of_the_sheet_is_left(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F", "3", "enter")
        await desk.click("2 ● Elbe")
        assert (desk.screen.is_sheet, desk.session.lens) == (False, Facet.RESULTS)
        assert "Elbe walks" not in desk.drawn("reader")
        await desk.press("F", "enter", "T")
        assert desk.session.lens is Facet.RESULTS


async def test_where_there_are_no_cards_the_sheet_stays(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F", "x", "x", "x", "x", "T")
        assert desk.screen.is_sheet
        assert desk.message.startswith("No new papers in this list")


async def test_find_in_the_paper_shows_the_paper(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F", "j", "ctrl+f", *"stone", "enter")
        assert desk.screen.pane == "reader"
        assert desk.message == "match 1 of 1"
        await desk.press("escape")
        assert desk.screen.pane == "reader"
        await desk.press("escape")
        assert desk.screen.is_sheet


async def test_a_page_is_a_page_of_the_sheet_and_marks_nothing(blog: Blog) -> None:
    names = [f"River {number:02}" for number in range(40)]
    post(blog, DAY, *names)
    post(blog, OLDER, "Older river")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("F")
        seen: list[list[str]] = []
        titles = []
        while not seen or seen[-1] != sheet(desk):
            seen.append(sheet(desk))
            titles.append(desk.title)
            await desk.press("space")
        shown = "\n".join(line for page in seen for line in page)
        assert all(name in shown for name in names)
        # The first paper of a page is one that was not seen whole on the page before.
        assert titles[:3] == ["River 00", "River 07", "River 14"]
        assert desk.title == "River 39"
        assert set(desk.states(*names)) == {"unread"}
        await desk.press("b")
        assert desk.title < "River 39"
        for _ in seen:
            await desk.press("pageup")
        assert desk.title == "River 00"
        await desk.press("G", "space")
        assert desk.message == "03-10 Mon, 1 new · n goes there"
        await desk.press("n")
        assert desk.title == "Older river"
        assert desk.screen.is_sheet
        assert set(desk.states(*names)) == {"unread"}


@promises("README.md", "`F` puts them on one page for the whole list: a day, your stars, a search.")
async def test_it_is_there_for_every_list(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "j", "s", "]", "[", "j", "s", "g", "s")
        assert desk.session.view is View.STARRED
        assert [line.split(" ─")[0].split("  ")[0].strip() for line in rows(desk) if " ─" in line] == [
            "Tue 11 Mar 2025",
            "Mon 10 Mar 2025",
        ]
        assert [row[5:].split(" ")[0] for row in rows(desk) if row[3:4] == "★"] == ["Elbe", "Mosel"]
        await desk.press("g", "l")
        assert "No papers put off for later." in "\n".join(sheet(desk))
        await desk.press("space", "b", "j", "k", "G", "enter", "escape")
        assert desk.screen.is_sheet
        await desk.press("escape")
        assert "No papers put off for later." in desk.drawn("papers")


async def test_a_search_is_listed_while_it_is_typed_and_its_finds_are_marked(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "/", *"stone")
        assert desk.screen.is_sheet
        assert sheet(desk)[0].startswith("/stone   1 Introduction")
        assert sheet(desk)[0].endswith("5 papers")
        await desk.press("enter")
        widget = desk.screen.services.sheet.widget
        find = widget.line_style("row--find").bgcolor
        marked = [t for y in range(9) for t, style, _ in widget.render_line(y) if style and style.bgcolor == find]
        assert "stone" in marked
        await desk.press("enter", "escape")
        assert desk.screen.is_sheet
        await desk.press("escape", "escape", "escape")
        assert (desk.screen.is_sheet, desk.session.view) == (False, View.NEW)


async def test_below_100_columns_the_text_stands_below_one_line_of_title(blog: Blog) -> None:
    long = "A river whose name is so long that no line of this screen has room for all of it, ever, at all"
    post(blog, DAY, long, "Rhine")
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("F")
        first, second, third = rows(desk)[:3]
        assert first.startswith(" 1 ● A river")
        assert first.endswith("…")
        assert second.startswith("    Introduction  A river")
        assert third.startswith("    Method  ")
        lens(desk, Facet.METHOD)
        assert [line[:7].rstrip() for line in rows(desk)[3:]] == [" 2 ● Rh", "    Rhi"]
        await desk.pilot.resize_terminal(100, 30)
        await desk.settle()
        assert " │ " in rows(desk)[0]
        await desk.pilot.resize_terminal(*NARROW)
        await desk.settle()
        assert sheet(desk)[0].startswith("Tue 11 Mar   1 Intro 2 Method 3 Results 4 Limits 5 Concl.")


async def test_a_blank_row_parts_papers_only_where_the_day_fits(blog: Blog) -> None:
    post(blog, DAY, *(f"River {number}" for number in range(9)))
    async with open_reader(blog, size=(140, 40)) as desk:
        await desk.press("F")
        assert [bool(line.strip()) for line in sheet(desk)[1:7]] == [True, True, False] * 2
        assert len(on_cursor(desk)) == 2
        assert all("River 0" in line or "Method" in line for line in on_cursor(desk))
        await desk.pilot.resize_terminal(140, 24)
        await desk.settle()
        assert all(line.strip() for line in sheet(desk)[1:19])
        before = sheet(desk)
        await desk.press("j", "j")
        # No row moves while the cursor walks.
        assert sheet(desk) == before


async def test_a_title_stays_in_sight_while_its_text_is_scrolled(blog: Blog) -> None:
    post(blog, DAY, *(f"River {number}" for number in range(30)))
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("F")
        # The wheel scrolls by three lines, as many as a paper has here; heights of others differ.
        desk.screen.services.sheet.widget.scroll_lines(1)
        assert sheet(desk)[1].startswith(" 1 ● River 0")
        assert sheet(desk)[2].startswith("    Method  ")
        assert sheet(desk)[3].startswith(" 2 ● River 1")


async def test_the_mouse_picks_and_opens_a_paper_and_the_wheel_scrolls(blog: Blog) -> None:
    post(blog, DAY, *(f"River {number:02}" for number in range(30)))
    async with open_reader(blog, size=PLAIN) as desk:
        await desk.press("F")
        await desk.click("River 03")
        assert (desk.title, desk.screen.is_sheet) == ("River 03", True)
        await desk.turn_wheel("River 03")
        assert desk.title == "River 03"
        assert "River 00" not in "\n".join(sheet(desk))
        await desk.click("River 05", times=2)
        assert (desk.title, desk.screen.pane) == ("River 05", "reader")
        # A click on the list beside the paper is a wish for the list.
        await desk.click("6 ● River")
        assert (desk.screen.is_sheet, desk.screen.pane) == (False, "papers")
        await desk.press("escape")
        assert desk.screen.pane == "dates"
        await desk.press("F")
        assert desk.screen.is_sheet


async def test_a_digest_that_changes_and_one_that_goes_are_followed(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "j")
        file = rivers.folder / f"{DAY}-papers.md"
        file.write_text(file.read_text("utf-8").replace("Elbe wants", "Elbe longs"), encoding="utf-8")
        await desk.press("R")
        assert "Elbe longs to know" in "\n".join(rows(desk))
        assert desk.title == "Elbe"
        file.unlink()
        await desk.press("R")
        assert "Main wants to know" in "\n".join(rows(desk))
        (rivers.folder / f"{OLDER}-papers.md").unlink()
        await desk.press("R", "j", "space", "enter", "escape")
        assert desk.app.is_running


async def test_a_digest_without_papers_says_so(rivers: Blog) -> None:
    (rivers.folder / "2025-03-12-papers.md").write_text("---\ntitle: Daily Papers\n---\n\nnothing\n", encoding="utf-8")
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "h", "k", "l")
        assert "No papers found in this file." in "\n".join(sheet(desk))
        await desk.press("enter")
        assert "nothing" in desk.drawn("reader")
        await desk.press("escape", "[")
        assert desk.title == "Rhine"
        assert rows(desk)[0].startswith(" 1 ● Rhine")


async def test_a_day_that_is_done_says_where_n_goes(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "x", "x", "x", "x")
        assert "day done · 4 skipped" in "\n".join(sheet(desk))
        await desk.press("n")
        assert desk.title == "Main"
        assert desk.screen.is_sheet


async def test_the_theme_changes_what_was_drawn_ahead(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F", "escape")
        desk.app.theme = "digest-light"
        await desk.settle()
        await desk.press("F")
        widget = desk.screen.services.sheet.widget
        style = next(style for text, style, _ in widget.render_line(2) if "Method" in text and style)
        assert style.color == widget.line_style("facet--method").color or on_cursor(desk)
        names = [s for y in range(1, 20) for t, s, _ in widget.render_line(y) if t.strip() == "Introduction" and s]
        assert widget.line_style("facet--introduction").color in {style.color for style in names}


async def test_the_footer_names_the_keys_of_the_sheet(rivers: Blog) -> None:
    async with open_reader(rivers, size=WIDE) as desk:
        await desk.press("F")
        assert desk.drawn("footer").strip() == (
            "j k move  Enter whole  Esc close  1 2 3 4 5 facet  s star  x skip  d later  r read  ? help"
        )
        await desk.press("enter")
        assert "Space page" in desk.drawn("footer")
        await desk.press("escape", "g", "s")
        assert desk.drawn("footer").strip().startswith("j k move  Enter whole  Esc close  1 2 3 4 5 facet  ? help")


@pytest.mark.parametrize("size", [PLAIN, NARROW])
async def test_a_narrow_footer_says_how_to_change_the_facet(rivers: Blog, size: tuple[int, int]) -> None:
    async with open_reader(rivers, size=size) as desk:
        await desk.press("F")
        assert "1 2 3 4 5 facet" in desk.drawn("footer")
        assert desk.drawn("footer").endswith("? help")


async def test_escape_leads_back_to_the_pane_in_which_it_was_opened(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        for pane in ("dates", "papers", "reader"):
            desk.screen.focus_pane(pane)  # type: ignore[arg-type]
            await desk.press("F", "escape")
            assert desk.screen.pane == pane


async def test_what_is_prepared_ahead_comes_to_an_end(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        for keys in ((), ("F",), ("g", "s")):
            await desk.press(*keys)
            steps = list(zip(range(500), desk.screen.services.sheet.ahead(), strict=False))
            assert len(steps) < 500
            assert list(desk.screen.services.sheet.ahead())[1:] == []


async def test_a_click_on_a_facet_is_its_key(rivers: Blog) -> None:
    async with open_reader(rivers, size=PLAIN) as desk:
        await desk.press("F")
        pressed: list[str] = []
        desk.screen.keyboard._press = pressed.append  # type: ignore[method-assign, assignment]
        x, y = desk.place_of("1 Introduction")
        line = sheet(desk)[0]
        for name in ("1 Intro", "uction", "3 Results", "5", "lusion"):
            await desk.click_at(x + line.index(name) - line.index("1 Intro"), y)
        await desk.click_at(x - 2, y)
        assert pressed == ["1", "1", "3", "5", "5"]


async def test_the_place_is_left_without_the_sheet(rivers: Blog) -> None:
    async with open_reader(rivers) as desk:
        await desk.press("F", "j")
        desk.screen.begin_again()
        await desk.settle()
        assert not desk.screen.is_sheet
        assert (desk.title, desk.screen.pane) == ("Elbe", "papers")
        assert "Elbe" in desk.drawn("papers")
        await desk.press("escape")
        assert not desk.screen.is_sheet
