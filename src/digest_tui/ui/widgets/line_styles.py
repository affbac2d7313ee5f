"""Styles of parts of lines by role, from a table (styles/lines.txt) and the theme.

A theme in the terminal's own colours has rows of its own for what shades cannot say there (styles/lines-16.txt).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.selection import Selection
from textual.widget import Widget

from digest_tui.paths import styles_dir

_COLUMNS = ["role", "text", "ground", "attributes"]
_ATTRIBUTES = frozenset({"bold", "dim", "italic", "underline", "strike", "reverse"})
_NOTHING = "-"
_UNDER_CURSOR = "--cursor"
"""Behind a role: what it looks like in the row under the cursor."""


class LineStyle(NamedTuple):
    """A row of the table."""

    text: str | None
    """The variable of the theme for the letters; None leaves them as they are."""
    ground: str | None
    """The variable of the theme for what stands behind them."""
    attributes: tuple[str, ...]


class LineStyles(Widget):
    """A widget that draws lines in styles of the table instead of Textual's component classes.

    Textual parses, matches and merges those for every widget and again at each change of a class or of the focus
    anywhere above, which was the largest part of a start. A style of the table
    depends on the theme alone.
    """

    ALLOW_SELECT = False
    """What is drawn as lines is no text that Textual could copy, unless a widget says what it is."""

    _table: Mapping[str, LineStyle]
    _made: dict[str, Style]
    _under_cursor: dict[tuple[Style | None, str], Style]
    _variables: Mapping[str, str] | None = None
    """The colours that the styles were made from."""

    def line_style(self, name: str) -> Style:
        """Return the style of a role, to be laid over what stands below it."""
        if self._variables is None:
            self._take_theme()
        if (style := self._made.get(name)) is None:
            style = self._made[name] = _made(self._table[name], self.app.theme_variables)
        return style

    def under_cursor(self, style: Style | None, cursor: str) -> Style:
        """Return what a part of a row in this style looks like under a cursor.

        The cursor's own colours win over those of the row's state, which could not be read there.
        """
        own = self.line_style(cursor)
        if (drawn := self._under_cursor.get((style, cursor))) is None:
            roles = (role for role, made in self._made.items() if made == style)
            own_roles = (f"{role}{_UNDER_CURSOR}" for role in roles if f"{role}{_UNDER_CURSOR}" in self._table)
            role = next(own_roles, None)
            drawn = own + self.line_style(role) if role is not None else (style or Style.null()) + own
            self._under_cursor[style, cursor] = drawn
        return drawn

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """No text."""
        return None

    def notify_style_update(self) -> None:
        """Textual styled the widget anew: another theme means other colours."""
        super().notify_style_update()
        if self._variables is not None and self._variables is not self.app.theme_variables:
            self._take_theme()
            self.line_styles_changed()
            self.refresh()

    def line_styles_changed(self) -> None:
        """Draw again whatever was drawn in the old colours."""

    def _take_theme(self) -> None:
        self._variables, self._made, self._under_cursor = self.app.theme_variables, {}, {}
        self._table = line_styles(in_terminal_colors=self.app.native_ansi_color)


@cache
def line_styles(*, in_terminal_colors: bool = False) -> Mapping[str, LineStyle]:
    """Return the styles of the table by role; raises ValueError with file and line for a row that is not understood."""
    return {**line_styles(), **_read("lines-16.txt")} if in_terminal_colors else _read("lines.txt")


def _read(name: str) -> dict[str, LineStyle]:
    return parse_table((styles_dir() / name).read_text(encoding="utf-8"), name)


def parse_table(text: str, name: str) -> dict[str, LineStyle]:
    """Return the rows of a table; raises ValueError with the table's name and the line of a wrong row."""
    rows = [(number, line.split()) for number, line in enumerate(text.splitlines(), 1) if line and line[0] != "#"]
    if not rows or rows[0][1] != _COLUMNS:
        raise ValueError(f"{name}: the first row is not {' '.join(_COLUMNS)}")
    styles: dict[str, LineStyle] = {}
    for number, cells in rows[1:]:
        attributes = () if cells[-1] == _NOTHING else tuple(cells[-1].split(","))
        if len(cells) != len(_COLUMNS) or cells[0] in styles or not _ATTRIBUTES.issuperset(attributes):
            raise ValueError(f"{name}:{number}: not a role of its own, two colours and attributes: {' '.join(cells)}")
        role, letters, ground, _ = cells
        styles[role] = LineStyle(_variable(letters), _variable(ground), attributes)
    return styles


def _variable(cell: str) -> str | None:
    return None if cell == _NOTHING else cell


def _made(style: LineStyle, variables: Mapping[str, str]) -> Style:
    def color(variable: str | None) -> RichColor | None:
        return Color.parse(variables[variable]).rich_color if variable is not None else None

    drawn = Style(color=color(style.text), bgcolor=color(style.ground))
    return drawn + Style.parse(" ".join(style.attributes))
