"""Text that the mouse selects can be read, and is copied as it was written."""

from collections.abc import Iterator

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.geometry import Offset

from digest_tui.ui.theme import THEMES
from digest_tui.ui.widgets.line_view import LineView
from support.desk import Blog, Desk, open_reader

DAY = "2025-03-11"
HANGUL = "한글 문장 하나를 고른다."
LONG = "이 문장은 읽는 이의 창보다 길어서 여러 줄에 걸쳐 나뉘지만 복사하면 쓰인 그대로 한 줄이다 " * 4
BODY = f"""## Method

{LONG.strip()}

- **Goal:** `code` and [a link](https://example.org/b) in *one* bullet that is longer than the text is wide: it goes on
  - below it ~~another~~ one

> a quote that is longer than the text is wide, so that there has to be a bar before each of its lines, which is no text

```python
def knots(length):
    return "{"x" * 100}"
```

hard  
break

{HANGUL}
"""


def cells_before(line: str, words: str) -> int:
    """The cells before some words; a syllable of Hangul takes two."""
    return sum(2 if character > "\u1100" and character not in "▎•◦↳" else 1 for character in line[: line.index(words)])


def place_of(desk: Desk, words: str, pane: str = "reader") -> Offset:
    """The place on the screen where some words begin."""
    widget = desk.screen.query_one(f"#{pane}")
    lines = desk.drawn(pane).splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    return widget.region.offset + Offset(cells_before(lines[y], words) + widget.gutter.left, y)


async def drag(desk: Desk, start: Offset, end: Offset) -> None:
    """Select from one cell to another."""
    await desk.pilot.mouse_down(offset=start)
    await desk.pilot.hover(offset=end)
    await desk.pilot.mouse_up(offset=end)


async def copied(desk: Desk, start: Offset, end: Offset) -> str:
    """What ctrl+c gives of that."""
    await drag(desk, start, end)
    await desk.press("ctrl+c")
    return desk.app.clipboard


def runs(desk: Desk, pane: str) -> Iterator[tuple[str, Style]]:
    """The drawn parts of a pane below its heading."""
    widget = desk.screen.query_one(f"#{pane}", LineView)
    for y in range(1, widget.size.height):
        for text, style, _ in widget.render_line(y):
            assert style is not None
            yield text, style


def colors(style: Style, depth: ColorSystem) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Letters and ground as a terminal of so many colours shows them."""
    drawn = []
    for color in (style.color, style.bgcolor):
        assert color is not None
        red, green, blue = color.downgrade(depth).get_truecolor(DEFAULT_TERMINAL_THEME)
        drawn.append((red, green, blue))
    letters, ground = drawn
    return (ground, letters) if style.reverse else (letters, ground)


def contrast(letters: tuple[int, int, int], ground: tuple[int, int, int]) -> float:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(color: tuple[int, int, int]) -> float:
        shares = [part / 255 for part in color]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(letters), luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def is_selected(style: Style) -> bool:
    return bool(style.reverse)


DEPTHS = (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_is_selected_can_be_read_in_every_depth_of_colours(blog: Blog, theme: str) -> None:
    """Headings, leads, links, code, quotes, finds, rows and the cursor."""
    blog.post(DAY, "A paper", "Another", body=BODY)
    async with open_reader(blog, size=(140, 60), theme=theme) as desk:
        assert desk.app.theme == theme
        await desk.press("s", "ctrl+f", *"code", "enter")
        words = " ".join(text for text, _ in runs(desk, "reader")).split()
        reader, papers = desk.screen.reader, desk.screen.papers
        await drag(desk, papers.region.offset + Offset(6, 1), papers.region.offset + Offset(6, 5))
        in_list = [(text, style) for text, style in runs(desk, "papers") if is_selected(style)]
        assert "".join(text for text, _ in in_list).split() == ["1", "★", "A", "paper", "2", "●", "Another"]
        await drag(desk, reader.region.offset + Offset(2, 1), reader.region.bottom_right - Offset(3, 1))
        in_reader = [(text, style) for text, style in runs(desk, "reader") if is_selected(style)]
        assert len(words) > 60
        selected = "".join(text for text, _ in in_reader)
        assert {word.strip("─") for word in words if word not in selected} == {"▎", "↳", ""}
        for _, style in in_list + in_reader:
            for depth in DEPTHS:
                assert contrast(*colors(style, depth)) >= 4.5, (style, depth)


async def test_in_other_themes_it_is_as_readable_as_text(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog) as desk:
        for theme in desk.app.available_themes.values():
            if theme.ansi:
                continue
            desk.app.theme = theme.name
            await desk.pilot.pause()
            style = desk.screen.reader.line_style("line-view--selection")
            text = Style(color=style.color, bgcolor=Color.parse(theme.background or "black"))
            assert contrast(*colors(style, DEPTHS[0])) >= min(4.5, contrast(*colors(text, DEPTHS[0]))), theme.name


async def test_a_syllable_is_selected_whole_from_each_of_its_cells(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=f"{HANGUL}\n")
    async with open_reader(blog) as desk:
        at = place_of(desk, HANGUL)
        for start, end, text in (
            (0, 1, "한"),
            (1, 2, "한글"),
            (0, 7, "한글 문장"),
            (1, 8, "한글 문장"),
            (5, 12, "문장 하나"),
            (4, 5, " 문"),
            (-2, 3, "한글"),
            (0, 40, HANGUL),
        ):
            first, last = at + Offset(start, 0), at + Offset(end, 0)
            for one, other in ((first, last), (last, first)):
                assert await copied(desk, one, other) == text, (start, end)
                assert "".join(part for part, style in runs(desk, "reader") if is_selected(style)) == text


async def test_a_paragraph_is_copied_as_it_stands(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=BODY)
    async with open_reader(blog, size=(140, 60)) as desk:
        reader = desk.screen.reader
        first, last = place_of(desk, "Method"), place_of(desk, HANGUL) + Offset(60, 0)
        text = await copied(desk, first, last)
        assert text.split("\n") == [
            "Method",
            LONG.strip(),
            "",
            "• Goal: code and a link in one bullet that is longer than the text is wide: it goes on",
            "◦ below it another one",
            "",
            "a quote that is longer than the text is wide, so that there has to be a bar before each of its lines, "
            "which is no text",
            "",
            "def knots(length):",
            f'    return "{"x" * 100}"',
            "",
            "hard",
            "break",
            "",
            HANGUL,
        ]
        assert reader.rendered is not None
        assert len(reader.rendered.plain) > len(text.split("\n")) + 5


async def test_a_part_of_a_paragraph_begins_and_ends_where_the_mouse_did(blog: Blog) -> None:
    blog.post(
        DAY, "A paper", body="> one two three four five six seven eight nine ten eleven twelve thirteen fourteen\n"
    )
    async with open_reader(blog, size=(60, 24)) as desk:
        assert "fourteen" not in next(line for line in desk.drawn("reader").splitlines() if "two" in line)
        text = await copied(desk, place_of(desk, "two"), place_of(desk, "fourteen") + Offset(3, 0))
        assert text == "two three four five six seven eight nine ten eleven twelve thirteen four"


async def test_a_table_comes_as_it_is_drawn_and_a_title_as_it_is(blog: Blog) -> None:
    title = "A title that is long enough to need two lines in a reader that is as narrow as this one is in this test"
    blog.post(DAY, title, body="| a | b |\n|---|---|\n| left | right |\n")
    async with open_reader(blog, size=(80, 40)) as desk:
        reader = desk.screen.reader
        assert title not in desk.drawn("reader")
        text = await copied(desk, reader.region.offset + Offset(0, 0), place_of(desk, "right") + Offset(40, 0))
        lines = text.split("\n")
        assert lines[0] == title
        assert [line.split() for line in lines[-3:]] == [["a", "│", "b"], ["─────┼──────"], ["left", "│", "right"]]


async def test_a_selection_from_below_the_text_or_from_the_heading_is_as_far_as_the_text_goes(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=f"{HANGUL}\n")
    async with open_reader(blog) as desk:
        reader = desk.screen.reader
        below = reader.region.bottom_right - Offset(5, 2)
        assert await copied(desk, place_of(desk, "문장"), below) == "문장 하나를 고른다."
        assert await copied(desk, below, place_of(desk, "문장")) == "문장 하나를 고른다."
        whole = await copied(desk, reader.region.offset + Offset(9, 0), below)
        assert whole.split("\n")[0] == "A paper"
        assert whole.endswith(HANGUL)


async def test_what_is_scrolled_out_of_sight_stays_selected(blog: Blog) -> None:
    blog.post(DAY, "A paper", body="".join(f"line {number}\n\n" for number in range(100)))
    async with open_reader(blog) as desk:
        at = place_of(desk, "line 3")
        await desk.pilot.mouse_down(offset=at)
        await desk.pilot.hover(offset=at + Offset(1, 0))
        desk.screen.reader.scroll_lines(40)
        await desk.pilot.hover(offset=at)
        await desk.pilot.mouse_up(offset=at + Offset(1, 0))
        await desk.press("ctrl+c")
        lines = desk.app.clipboard.split("\n")
        assert (lines[0], len(lines)) == ("line 3", 41)


async def test_a_double_click_selects_a_word_and_a_third_the_paragraph(blog: Blog) -> None:
    blog.post(DAY, "A paper", body=f"{LONG.strip()}\n\n{HANGUL}\n")
    async with open_reader(blog) as desk:
        at = place_of(desk, "고른다") - desk.screen.reader.region.offset
        await desk.pilot.click("#reader", offset=at, times=2)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "고른다"
        long = place_of(desk, "문장은") - desk.screen.reader.region.offset
        await desk.pilot.click("#reader", offset=long, times=3)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == LONG.strip()
        await desk.pilot.click("#reader", offset=at + Offset(20, 0), times=2)
        await desk.press("ctrl+c")
        assert desk.message == "Nothing selected to copy · q quits"


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_in_lists_titles_are_selected_whole(blog: Blog, size: tuple[int, int]) -> None:
    long = (
        "A title that is so long that the list has to break it over lines and to cut it short after the second of them"
    )
    blog.post(DAY, "한글 제목", long, "Third")
    async with open_reader(blog, size=size) as desk:
        first, second = place_of(desk, "한글 제목", "papers"), place_of(desk, "A title that", "papers")
        assert await copied(desk, first + Offset(2, 0), first + Offset(3, 0)) == "한글 제목"
        assert await copied(desk, first + Offset(5, 0), second + Offset(1, 1)) == f"한글 제목\n{long}"
        assert desk.message.startswith("copied by the terminal, if it allows that · 한글 제목 A title")
        # It picks the row that was pressed, as a click does.
        assert desk.title == "한글 제목"
        assert await copied(desk, second, second + Offset(0, 9)) == f"{long}\nThird"


async def test_dates_are_copied_without_their_counts_and_headings(blog: Blog) -> None:
    for day in ("2025-03-11", "2025-03-10", "2025-02-10"):
        blog.post(day, "A paper")
    async with open_reader(blog) as desk:
        dates = desk.screen.dates
        start = dates.region.offset + Offset(2, 0)
        assert await copied(desk, start, dates.region.bottom_right - Offset(3, 1)) == "11 Tue\n10 Mon\n10 Mon"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (140, 40)])
async def test_a_selection_stays_in_the_pane_in_which_it_began(blog: Blog, size: tuple[int, int]) -> None:
    blog.post("2025-03-10", "Older")
    blog.post(DAY, "First", "Second", "Third", body=f"{HANGUL}\n")
    async with open_reader(blog, size=size) as desk:
        foot = Offset(size[0] - 5, size[1] - 1)
        assert await copied(desk, place_of(desk, "Second", "papers"), foot) == "Second\nThird"
        assert await copied(desk, place_of(desk, "Third", "papers"), Offset(1, 0)) == "First\nSecond\nThird"
        await desk.press("l")
        assert await copied(desk, place_of(desk, HANGUL) + Offset(5, 0), foot) == HANGUL[3:]
        text = await copied(desk, place_of(desk, HANGUL) + Offset(5, 0), Offset(0, 0))
        assert (text[: len("Third\n")], text[-len("한글 문") :]) == ("Third\n", "한글 문")


async def test_other_rows_at_the_place_of_selected_ones_are_not_selected(blog: Blog) -> None:
    blog.post(DAY, "First", "Second", "Third")
    async with open_reader(blog) as desk:
        at = place_of(desk, "Second", "papers")
        await drag(desk, at, at + Offset(2, 0))
        # A mark changes no row into another one.
        await desk.press("s")
        assert desk.screen.selections
        blog.post(DAY, "Third", "Fourth")
        desk.screen.scanner.scan()
        await desk.settle()
        assert not desk.screen.selections


async def test_ctrl_c_copies_what_is_selected_the_way_that_everything_goes_and_never_quits(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post(DAY, "A paper", body=f"{HANGUL}\n")
    ways: list[tuple[str, str]] = []
    async with open_reader(blog) as desk:
        await desk.press("ctrl+c")
        assert desk.message == "Nothing selected to copy · q quits"
        desktop = desk.screen.services.desktop
        monkeypatch.setattr(desktop, "copy", lambda text, name: ways.append((text, name)))
        at = place_of(desk, HANGUL)
        await drag(desk, at, at + Offset(3, 0))
        await desk.press("ctrl+c")
        assert ways == [("한글", "한글")]
        assert desk.app.is_running
        await drag(desk, at + Offset(4, 0), at + Offset(40, 0))
        desk.screen.selections = {}
        await desk.press("ctrl+c")
        assert desk.message == "Nothing selected to copy · q quits"


async def test_escape_takes_the_selection_back_first(blog: Blog) -> None:
    blog.post(DAY, "First", "Second")
    async with open_reader(blog) as desk:
        await desk.press("v", "l")
        at = place_of(desk, "First", "papers")
        await drag(desk, at, at + Offset(2, 0))
        await desk.press("escape")
        assert (bool(desk.screen.selections), bool(desk.session.selection)) == (False, True)
        await desk.press("escape")
        assert not desk.session.selection


async def test_nothing_in_a_dialog_can_be_selected_for_nothing_there_copies(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        await desk.press("?")
        await drag(desk, Offset(40, 15), Offset(60, 18))
        assert not desk.app.screen.selections


async def test_text_outside_of_the_reader_is_copied_the_same_way(blog: Blog) -> None:
    blog.post(DAY, "A paper")
    async with open_reader(blog) as desk:
        await desk.press("?", *"star")
        desk.app.copy_to_clipboard("star\n")
        assert (desk.app.clipboard, desk.message) == ("star\n", "copied by the terminal, if it allows that · star")
