"""The contrast of everything that can be drawn, as a table.

    PYTHONPATH=src:tests python -m support.contrasts

prints the least of each theme and depth, and with `--all` every pair.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from digest_tui.ui.contrast import MARKS, WORDS, contrast
from digest_tui.ui.depth import Depth, as_shown
from digest_tui.ui.theme import THEMES, themes_at, variable_defaults
from digest_tui.ui.widgets.line_styles import line_styles

TABLE = Path(__file__).parents[1] / "pairs.txt"
_DEFAULT = Color.parse("ansi_default")
LEAST = {"words": WORDS, "marks": MARKS, "hair": 1.0}

_XTERM = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205)]
_LINUX = [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170)]
_KITTY = [(0, 0, 0), (204, 4, 3), (25, 203, 0), (206, 203, 0), (13, 115, 204), (203, 30, 209), (13, 205, 205)]
_LIGHT, _BRIGHT = [(229, 229, 229)], [(127, 127, 127), *[(255, 255, 255)] * 7]
TERMINALS = {
    f"{name} on {'black' if dark else 'white'}": TerminalTheme(
        (0, 0, 0) if dark else (255, 255, 255), (229, 229, 229) if dark else (0, 0, 0), [*colors, *_LIGHT], _BRIGHT
    )
    for name, colors in (("xterm", _XTERM), ("linux", _LINUX), ("kitty", _KITTY))
    for dark in (True, False)
}
"""What a terminal of 16 colours may show: their names, on either ground."""


class Pair(NamedTuple):
    """Something that can be drawn, and the ground under it."""

    role: str
    ground: str
    kind: str


class Measured(NamedTuple):
    """A pair of colours with its contrast."""

    pair: Pair
    text: Color
    ground: Color
    contrast: float

    @property
    def is_enough(self) -> bool:
        """Whether it has the contrast that it needs."""
        return self.contrast >= LEAST[self.pair.kind]


def pairs() -> Iterator[Pair]:
    """The rows of the table, one for each ground."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for role, grounds, kind in lines[1:]:
        for ground in grounds.split(","):
            yield Pair(role, ground, kind)


def variables_of(theme: Theme, depth: Depth) -> dict[str, str]:
    """The variables of a theme as the app has them."""
    return {**variable_defaults(theme, depth), **theme.to_color_system().generate(), **theme.variables}


def measured(theme: Theme, depth: Depth, terminal: TerminalTheme | None = None) -> Iterator[Measured]:
    """Every pair in the colours of a theme, as a terminal shows them."""
    variables, styles = variables_of(theme, depth), line_styles(in_terminal_colors=theme.ansi)

    def shown(variable: str | None, *, is_ground: bool) -> Color:
        color = Color.parse(variables[variable]) if variable else _DEFAULT
        if color.ansi is None and color.a:
            return as_shown(color, depth)
        assert terminal is not None, f"{variable} of {theme.name} is no colour that is known"
        named = color if color.a else _DEFAULT  # a transparent ground is that of the terminal
        return Color(*named.rich_color.get_truecolor(terminal, foreground=not is_ground))

    for pair in pairs():
        style = styles.get(pair.role)
        text = pair.role if style is None else style.text
        if pair.ground == "-" and text is None:
            continue
        ground = (style and style.ground) if pair.ground == "own" else pair.ground
        one, other = shown(text, is_ground=False), shown(ground, is_ground=True)
        yield Measured(pair, one, other, contrast(one, other))


def on_terminals(theme: Theme, depth: Depth) -> Iterator[tuple[str, list[Measured]]]:
    """Every pair, with the name of the terminal where that makes a difference."""
    for name, terminal in TERMINALS.items() if theme.ansi else [("", None)]:
        yield name, list(measured(theme, depth, terminal))


def main() -> None:
    """Print them."""
    for depth in Depth:
        for theme in themes_at(depth, [*THEMES, *BUILTIN_THEMES.values()] if "--themes" in sys.argv else THEMES):
            for name, found in on_terminals(theme, depth):
                print(f"{theme.name} · {depth.value}{name and f' · {name}'}: {', '.join(map(_least, _by_kind(found)))}")
                for each in found:
                    if "--all" in sys.argv or not each.is_enough:
                        print(f"  {'  ' if each.is_enough else '! '}{each.contrast:5.2f}", *each.pair)


def _by_kind(found: list[Measured]) -> list[list[Measured]]:
    return [[each for each in found if each.pair.kind == kind] for kind in LEAST]


def _least(found: list[Measured]) -> str:
    least = min(found, key=lambda each: each.contrast)
    return f"{least.pair.kind} {least.contrast:.2f} ({least.pair.role} on {least.pair.ground})"


if __name__ == "__main__":
    main()
