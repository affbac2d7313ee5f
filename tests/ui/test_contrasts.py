"""Everything that is drawn can be read, in every theme and with however many colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import Widget

from digest_tui.errors import SourceError
from digest_tui.library import Library
from digest_tui.model.facet import Facet
from digest_tui.session.opening import ReaderOptions
from digest_tui.store import memory_store
from digest_tui.ui.app import DigestTui, Setup
from digest_tui.ui.depth import Depth
from digest_tui.ui.terminal_themes import TERMINAL_VARIABLES
from digest_tui.ui.theme import DARK, LIGHT, THEMES, themes_at, variable_defaults
from digest_tui.ui.widgets.line_styles import line_styles
from support.contrasts import measured, on_terminals, pairs
from support.desk import Blog, RecordingOpener, open_reader

LIBRARY = Library([], memory_store())
EVERY = [(theme, depth) for depth in Depth for theme in themes_at(depth, [*THEMES, *BUILTIN_THEMES.values()])]


@pytest.mark.parametrize(("theme", "depth"), EVERY, ids=lambda value: getattr(value, "name", ""))
def test_every_pair_has_the_contrast_that_it_needs(theme: Theme, depth: Depth) -> None:
    for terminal, found in on_terminals(theme, depth):
        too_little = [each for each in found if not each.is_enough]
        assert not too_little, terminal


def test_every_role_is_in_the_table_and_lies_on_something() -> None:
    named = {pair.role for pair in pairs() if "--" in pair.role}
    assert named == set(line_styles())
    for role, style in line_styles().items():
        grounds = {pair.ground for pair in pairs() if pair.role == role}
        assert grounds == ({"own"} if style.ground else grounds - {"own"}), role
        assert (grounds == {"-"}) == (style.text is None and style.ground is None), role


def test_what_is_different_in_the_terminals_own_colours_is_a_role_of_the_table() -> None:
    assert set(line_styles(in_terminal_colors=True)) == set(line_styles())


def test_no_colour_of_the_terminal_is_drawn_bold_for_that_may_be_a_brighter_one() -> None:
    for role, style in line_styles(in_terminal_colors=True).items():
        colour = TERMINAL_VARIABLES.get(style.text or "", "ansi_default")
        assert colour == "ansi_default" or "bold" not in style.attributes, role


@pytest.mark.parametrize("depth", Depth)
def test_our_themes_have_every_variable_at_every_depth(depth: Depth) -> None:
    for theme in themes_at(depth, THEMES):
        assert set(variable_defaults(theme, depth)) == set(variable_defaults(DARK))
        if depth is Depth.INDEXED:
            assert set(theme.variables) == set(variable_defaults(DARK))


def test_shades_that_say_something_else_stay_different_where_there_are_256() -> None:
    for theme in themes_at(Depth.INDEXED, THEMES):
        shown = {each.pair.role: each.text for each in measured(theme, Depth.INDEXED)}
        grounds = {each.pair.ground: each.ground for each in measured(theme, Depth.INDEXED)}
        assert len({shown[role] for role in ("dt-strong", "dt-text", "dt-dim", "row--decided")}) == 4
        assert len({shown[role] for role in ("row--mark", "row--star", "row--problem")}) == 3
        names = ("background", "surface", "panel", "dt-cursor", "dt-cursor-blurred")
        assert len({grounds[name] for name in names}) == 5


BODY = """## Introduction
- **Goal:** `code`, [a link](https://example.org/b), *one* **strong** ~~gone~~ word and <EOS>
  - 정보 부족.

> a quote with `code`

### Smaller

```python
@decorated
def knots(length):  # a comment
    return f"{length}" + 5
```

```
plain
```

| a | b |
|---|---|
| 1 | 2 |

![a picture](https://example.org/p.png)

***

"""
TOUR = (
    *("s", "j", "x", "k", "k", "d", "G", "h", "j", "l", "l", "J", "h"),
    *("ctrl+f", *"code", "enter", "n", "escape"),
    *("t", *"wind", "enter", "y", "escape", "y", "y"),
    *("/", *"title:kites", "enter", "j", "l", "h", "escape"),
    *("/", *"votes>", "escape", "escape"),
    *("T", "j", "enter", "escape", "escape"),
    *("?", *"mark", "down", "escape", "?", "down", "down", "escape"),
    *("A", "down", "escape", "w", "escape", "g", "s", "g", "a", "V", "j", "escape"),
    *("F", "G", "v", "escape", "escape"),
)
"""Keys that show most of what there is."""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_nothing_is_drawn_that_is_not_in_the_table(blog: Blog, theme: Theme) -> None:
    blog.post("2025-03-10", "Old Kites", "Winds and Kites")
    blog.post("2025-03-11", *(f"Quiet Kites {number}" for number in range(1, 30)), body=BODY)
    (blog.folder / "2025-02-30-papers.md").write_text("# Daily papers\n\nNothing.\n", encoding="utf-8")
    known = {(each.text, each.ground) for each in measured(theme, Depth.TRUE)}
    seen = set()
    async with open_reader(blog, size=(140, 45), theme=theme.name) as desk:
        for key in TOUR:
            await desk.press(key)
            seen |= drawn_pairs(desk.app)
            for lens in Facet if key == "F" else ():
                desk.session.lens = lens
                desk.screen.show_all()
                seen |= drawn_pairs(desk.app)
        desk.session.lens = None
        desk.app.notify("Something arrived.", severity="warning")
        await desk.settle()
        seen |= drawn_pairs(desk.app)
    assert seen <= known
    # The tour shows nearly all of it, or it would prove little.
    assert len(seen) > 0.6 * len(known)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_the_first_start_draws_nothing_that_is_not_in_the_table(blog: Blog, theme: Theme) -> None:
    known = {(each.text, each.ground) for each in measured(theme, Depth.TRUE)}
    app = DigestTui(Setup(ReaderOptions(theme=theme.name), RecordingOpener(), None, refuse, lambda folder: LIBRARY))
    async with app.run_test() as pilot:
        seen = drawn_pairs(app)
        for key in ("tilde", "slash", "x", "enter", "shift+home"):
            await pilot.press(key)
            await pilot.pause()
            seen |= drawn_pairs(app)
    assert seen <= known
    assert len(seen) > 4


def refuse(folder: Path) -> None:
    raise SourceError(f"There is no folder {folder}.")


def drawn_pairs(app: DigestTui) -> set[tuple[Color, Color]]:
    """The colours of every letter on the screen on top, with those behind it."""
    pairs = set()
    for widget in app.screen.query(Widget):
        for text, style in runs(widget) if not widget.children else ():
            if text.strip("\u2502\u258f ") and style.color and style.bgcolor:
                pair = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                pairs.add(pair[::-1] if style.reverse else pair)
    return pairs


def runs(widget: Widget) -> Iterator[tuple[str, Style]]:
    """All that a widget draws."""
    width, height = widget.outer_size
    for strip in widget.render_lines(Region(0, 0, width, height)) if widget.display and width and height else ():
        for text, style, _ in strip:
            yield text, style or Style.null()
