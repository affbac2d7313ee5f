"""How parts of lines look: styles by role, from a sheet of their own and the theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from digest_tui.paths import styles_dir

_LOOK = re.compile(r"^\.([\w-]+) \{(.*)\}$", re.MULTILINE)
_RULE = re.compile(r"([\w-]+): ([^;]*);")


class LineStyles(Widget):
    """A widget that draws lines with looks instead of Textual's component classes.

    Textual parses, matches and merges those for every widget and again at each change of a class or of the focus
    anywhere above, which was the largest part of a start. A look depends on the theme alone.
    """

    _made: dict[str, Style]
    _variables: Mapping[str, str] | None = None
    """The colours that the looks were made from."""

    def line_style(self, name: str) -> Style:
        """What a role says about style, to be laid over what stands below it."""
        if self._variables is None:
            self._take_theme()
        if (style := self._made.get(name)) is None:
            style = self._made[name] = _style(sheet()[name], self.app.theme_variables)
        return style

    def notify_style_update(self) -> None:
        """Textual styled the widget anew: another theme means other looks."""
        super().notify_style_update()
        if self._variables is not None and self._variables is not self.app.theme_variables:
            self._take_theme()
            self.line_styles_changed()
            self.refresh()

    def line_styles_changed(self) -> None:
        """Whatever was drawn in the old looks is to be drawn again."""

    def _take_theme(self) -> None:
        self._variables, self._made = self.app.theme_variables, {}


@cache
def sheet() -> dict[str, dict[str, str]]:
    """The rules of each look."""
    text = (styles_dir() / "looks.tcss").read_text(encoding="utf-8")
    return {name: dict(_RULE.findall(rules)) for name, rules in _LOOK.findall(text)}


def _style(rules: Mapping[str, str], variables: Mapping[str, str]) -> Style:
    def color(rule: str) -> Color | None:
        return Color.parse(variables[rules[rule].removeprefix("$")]) if rule in rules else None

    front, ground = color("color"), color("background")
    style = Style(color=front.rich_color if front else None, bgcolor=ground.rich_color if ground else None)
    return style + Style.parse(rules.get("text-style", ""))
