"""The colours that a terminal has decide in which ones everything is drawn."""

import re
from collections.abc import Mapping
from itertools import product

import pytest
from rich.color import ColorSystem
from textual.color import Color

from digest_tui.library import Library
from digest_tui.store import memory_store
from digest_tui.ui.depth import Depth, as_shown, by_index
from digest_tui.ui.internals.drawing import frame_of
from digest_tui.ui.theme import THEMES, themes_at
from support.desk import Blog, Desk, make_app, open_reader
from support.promises import promises

TERMS = {
    "xterm-256color": Depth.INDEXED,
    "tmux-256color": Depth.INDEXED,
    "xterm-kitty": Depth.INDEXED,
    "xterm-16color": Depth.NAMED,
    "xterm": Depth.NAMED,
    "linux": Depth.NAMED,
    "screen": Depth.NAMED,
    "vt100": Depth.NAMED,
    "unknown": Depth.NAMED,
    "": Depth.NAMED,
    None: Depth.NAMED,
}
COLORTERMS = {
    "truecolor": Depth.TRUE,
    "24bit": Depth.TRUE,
    " TrueColor ": Depth.TRUE,
    "yes": None,
    "": None,
    None: None,
}
NO_COLORS = (None, "", "1")
TABLE = [
    (
        {"COLORTERM": colorterm, "TERM": term, "NO_COLOR": no_color},
        # No terminal that says nothing of itself is believed to have more than its own colours.
        Depth.NAMED if no_color is not None or term == "unknown" else COLORTERMS[colorterm] or TERMS[term],
    )
    for colorterm, term, no_color in product(COLORTERMS, TERMS, NO_COLORS)
]
BODY = "## Introduction\n- **Goal:** `code`, [a link](https://example.org)\n\n```python\nx = 1  # one\n```\n"


def be(monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str | None]) -> None:
    """Be on a terminal that says this of itself."""
    for name, value in environ.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)


def test_the_depth_is_what_the_terminal_says(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library([], memory_store())
    for environ, depth in TABLE:
        be(monkeypatch, environ)
        app = make_app(library)
        assert app.depth is depth, environ
        assert app.current_theme.ansi is (depth is Depth.NAMED)


@pytest.mark.parametrize(
    ("name", "depth"), [("truecolor", Depth.TRUE), ("256", Depth.INDEXED), ("standard", Depth.NAMED)]
)
def test_a_depth_that_textual_is_told_is_that_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, name: str, depth: Depth
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", name)
    assert make_app(Library([], memory_store())).depth is depth


def test_an_index_is_written_as_this_index() -> None:
    for theme in themes_at(Depth.INDEXED, THEMES):
        for value in (theme.background, theme.surface, theme.panel, *theme.variables.values()):
            color = Color.parse(value or "")
            number = color.rich_color.downgrade(ColorSystem.EIGHT_BIT).number
            assert number is not None
            assert by_index(number) == value


def test_every_grey_has_an_index_of_its_own() -> None:
    shown = [as_shown(Color.parse(by_index(number)), Depth.INDEXED) for number in range(232, 256)]
    assert [color.r for color in shown] == [8 + 10 * step for step in range(24)]


SGR = re.compile(r"\x1b\[([0-9;]+)m")


async def codes(blog: Blog, *keys: str, theme: str = "digest-dark") -> set[str]:
    """All that is written about looks for a screen with a dialog, lists and a text: each colour or attribute."""
    blog.post("2025-03-11", "A paper", "Another", "The last", body=BODY)
    async with open_reader(blog, size=(140, 40), theme=theme) as desk:
        await desk.press("x", "s", *keys)
        frame = frame_of(desk.app.screen, lambda: None)
    assert frame is not None
    looks = set()
    for sequence in SGR.findall(frame):
        looks |= set(re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", sequence))
    return looks


INDEXED = {"COLORTERM": None, "TERM": "xterm-256color"}
NAMED = {"COLORTERM": None, "TERM": "xterm-16color"}
NONE = {"COLORTERM": "truecolor", "TERM": "xterm-256color", "NO_COLOR": "1"}
ATTRIBUTES = {"0", "1", "3", "4", "7", "9"}
DEFAULTS = {"39", "49"}
THEME_NAMES = ["digest-dark", "digest-light", "nord"]


@pytest.mark.parametrize("theme", THEME_NAMES[:2])
async def test_256_colours_are_those_of_the_table(blog: Blog, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    be(monkeypatch, INDEXED)
    own = next(each for each in themes_at(Depth.INDEXED, THEMES) if each.name == theme)
    values = [own.background, own.surface, own.panel, own.foreground, *own.variables.values()]
    table = {Color.parse(value or "").rich_color.downgrade(ColorSystem.EIGHT_BIT).number for value in values}
    assert {code for code in await codes(blog, theme=theme) if ";" in code} <= {
        f"{where};5;{number}" for where in (38, 48) for number in table
    }


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("keys", ["", "?", "A"])
async def test_16_colours_leave_text_and_ground_to_the_terminal(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, theme: str, keys: str
) -> None:
    """The one colour is magenta, for marks, and the line between panes is bright black."""
    be(monkeypatch, NAMED)
    assert await codes(blog, *keys, theme=theme) <= ATTRIBUTES | DEFAULTS | {"35", "90"}


@pytest.mark.parametrize("theme", [*THEME_NAMES, "ansi-light"])
@pytest.mark.parametrize("keys", ["", "?", "A"])
async def test_without_colours_none_is_written(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, theme: str, keys: str
) -> None:
    be(monkeypatch, NONE)
    found = await codes(blog, *keys, theme=theme)
    assert found <= ATTRIBUTES | DEFAULTS
    assert "1" in found


def row_styles(desk: Desk) -> list[str]:
    """How the titles of the papers are drawn, without what the terminal would leave as it is."""
    papers = desk.screen.papers
    drawn = []
    for y in range(1, papers.size.height):
        strip = papers.render_line(y)
        drawn.append("".join(f"{text.strip()}[{style}]" for text, style, _ in strip if style and text.strip()))
    return drawn


@pytest.mark.parametrize("environ", [NAMED, NONE])
async def test_the_cursor_can_be_told_with_the_focus_and_without(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str | None]
) -> None:
    be(monkeypatch, environ)
    blog.post("2025-03-11", "A paper", "A paper", "A paper", body=BODY)
    async with open_reader(blog, size=(140, 40)) as desk:
        await desk.press("j")
        (first, under, third) = row_styles(desk)[:3]
        assert first.replace("1[", "3[") == third
        assert ("reverse" in under, "reverse" in first) == (True, False)
        await desk.press("h")
        blurred = row_styles(desk)[1]
        assert ("underline" in blurred, "reverse" in blurred) == (True, False)


@pytest.mark.parametrize("environ", [NAMED, NONE])
async def test_the_cursor_reaches_from_edge_to_edge(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str | None]
) -> None:
    be(monkeypatch, environ)
    blog.post("2025-03-11", "A paper", "Another")
    async with open_reader(blog, size=(140, 40)) as desk:
        strip = desk.screen.papers.render_line(1)
        assert all(style is not None and style.reverse for _, style, _ in strip)
        assert strip.cell_length == desk.screen.papers.size.width


@pytest.mark.parametrize("environ", [{}, INDEXED, NAMED, NONE], ids=["24 bit", "256", "16", "none"])
@pytest.mark.parametrize("position", ["none of them", "each of them"])
@promises(
    "docs/keys.md",
    "Terminals of 256 and of 16 colours, and `NO_COLOR`, have colours and marks of their own: every state can be "
    "told in each.",
)
async def test_every_state_of_a_paper_can_be_told_under_the_cursor_and_beside_it(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, environ: Mapping[str, str | None], position: str
) -> None:
    """New, starred, read, skipped and later, by what is written and how: never by a shade alone."""
    be(monkeypatch, environ)
    blog.post("2025-03-11", *["A paper"] * 6)
    async with open_reader(blog, size=(140, 40)) as desk:
        await desk.press("j", "s", "j", "r", "x", "d")
        await desk.press("g", "a", "G")
        looks = set()
        for row in range(5):
            if position == "each of them":
                await desk.press("g", "g", *"j" * row)
            looks.add(desk.screen.papers.render_line(1 + row).text.replace(str(row + 1), "", 1).rstrip())
        assert len(looks) == 5, looks
