"""Styles of parts of lines: the table, and what a theme makes of it."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

import digest_tui.ui
from digest_tui.ui.theme import THEMES, variable_defaults
from digest_tui.ui.widgets.line_styles import line_styles, parse_table
from support.desk import Blog, open_reader

NAMES = re.compile(r"\"((?:line-view|row|reader|status|footer)--[a-z0-9-]+)\"")


@pytest.mark.parametrize("theme", [*THEMES, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_theme_has_the_colours_of_every_style(theme: Theme) -> None:
    variables = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    for style in line_styles().values():
        for variable in filter(None, (style.text, style.ground)):
            assert Color.parse(variables[variable])


def test_every_style_that_a_widget_names_is_in_the_table() -> None:
    named = {name for file in Path(digest_tui.ui.__path__[0]).rglob("*.py") for name in NAMES.findall(file.read_text())}
    assert named
    assert named <= set(line_styles())


HEAD = "role text ground attributes\n"


def test_a_row_is_read_by_its_columns() -> None:
    found = parse_table(f"# comment\n\n{HEAD}row--a  dt-text  -  bold,underline\nrow--b - dt-cursor -\n", "t")
    assert found == {"row--a": ("dt-text", None, ("bold", "underline")), "row--b": (None, "dt-cursor", ())}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "t: "),
        ("role ground text attributes\nrow--a - - -\n", "t: "),
        (f"{HEAD}row--a dt-text - bold underline\n", "t:2: "),
        (f"{HEAD}row--a dt-text -\n", "t:2: "),
        (f"{HEAD}# fine\nrow--a dt-text - blod\n", "t:3: "),
        (f"{HEAD}row--a dt-text - -\nrow--a - - bold\n", "t:3: "),
        (f"{HEAD}.row--a {{ color: $dt-text; }}\n", "t:2: "),
    ],
)
def test_a_row_that_is_not_understood_is_refused_with_its_line(text: str, where: str) -> None:
    with pytest.raises(ValueError, match=f"^{where}"):
        parse_table(text, "t")


async def test_another_theme_draws_in_its_colours(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        star = desk.screen.papers.line_style("row--star")
        before = desk.screen.reader.render_line(3)
        desk.app.theme = "digest-light"
        await desk.settle()
        assert desk.screen.papers.line_style("row--star") != star
        assert desk.screen.reader.render_line(3) != before
        assert desk.screen.reader.render_line(3).text == before.text


async def test_a_theme_in_the_terminals_colours_says_by_attributes_what_others_say_by_shades(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        papers = desk.screen.papers
        for theme, is_reversed in (("ansi-dark", True), ("digest-dark", None), ("ansi-light", True)):
            desk.app.theme = theme
            await desk.settle()
            assert papers.line_style("row--cursor").reverse is is_reversed
            assert papers.under_cursor(papers.line_style("row--mark"), "row--cursor").reverse is is_reversed


async def test_the_reader_is_not_painted_anew_when_the_focus_moves(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        before = desk.screen.reader.rendered
        await desk.press("l", "h")
        assert desk.screen.reader.rendered is before
