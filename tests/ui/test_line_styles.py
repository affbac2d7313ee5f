"""Looks: the sheet of our own, and what a theme makes of it."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

import digest_tui.ui
from digest_tui.ui.theme import THEMES, variable_defaults
from digest_tui.ui.widgets.line_styles import sheet
from support.desk import Blog, open_reader

NAMES = re.compile(r"\"((?:line-view|row|reader|status|footer)--[a-z0-9-]+)\"")


@pytest.mark.parametrize("theme", [*THEMES, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_theme_has_the_colours_of_every_look(theme: Theme) -> None:
    variables = {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}
    for rules in sheet().values():
        for color in (rules[rule] for rule in ("color", "background") if rule in rules):
            assert Color.parse(variables[color.removeprefix("$")])


def test_every_look_that_a_widget_names_is_in_the_table() -> None:
    named = {name for file in Path(digest_tui.ui.__path__[0]).rglob("*.py") for name in NAMES.findall(file.read_text())}
    assert named
    assert named <= set(sheet())


def test_a_look_says_no_more_than_is_known() -> None:
    assert {rule for rules in sheet().values() for rule in rules} == {"color", "background", "text-style"}


async def test_another_theme_draws_in_its_colours(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        star = desk.screen.papers.line_style("row--star")
        before = desk.screen.reader.render_line(3)
        desk.app.theme = "digest-light"
        await desk.settle()
        assert desk.screen.papers.line_style("row--star") != star
        assert desk.screen.reader.render_line(3) != before
        assert desk.screen.reader.render_line(3).text == before.text


async def test_the_reader_is_not_painted_anew_when_the_focus_moves(blog: Blog) -> None:
    async with open_reader(blog) as desk:
        before = desk.screen.reader._rendered
        await desk.press("l", "h")
        assert desk.screen.reader._rendered is before
