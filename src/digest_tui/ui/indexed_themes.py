"""Our own themes for terminals of 256 colours, by index: rounding takes neighbouring shades for one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from textual.theme import Theme

from digest_tui.ui.depth import by_index
from digest_tui.ui.theme import DARK, LIGHT

_OWN: Mapping[str, tuple[int, int]] = {
    "background": (234, 255),
    "surface": (235, 254),
    "panel": (236, 253),
    "foreground": (253, 235),
    "primary": (111, 25),
    "secondary": (108, 23),
    "accent": (179, 94),
    "warning": (179, 94),
    "error": (174, 124),
    "success": (108, 22),
}
"""The colours of the dark and of the light theme."""
_VARIABLES: Mapping[str, tuple[int, int]] = {
    "dt-text": (253, 235),
    "dt-strong": (255, 232),
    "dt-dim": (248, 240),
    "dt-decided": (246, 241),
    "dt-faint": (246, 241),
    "dt-line": (240, 250),
    "dt-rule": (243, 244),
    "dt-mark": (111, 25),
    "dt-star": (179, 94),
    "dt-problem": (174, 124),
    "dt-lead": (180, 94),
    "dt-heading": (110, 25),
    "dt-link": (111, 25),
    "dt-code": (180, 58),
    "dt-code-background": (236, 254),
    "dt-code-comment": (247, 241),
    "dt-code-keyword": (110, 25),
    "dt-code-string": (108, 22),
    "dt-code-number": (179, 90),
    "dt-cursor": (24, 153),
    "dt-cursor-blurred": (237, 252),
    "dt-cursor-side": (253, 239),
    "dt-cursor-mark": (153, 24),
    "dt-cursor-star": (222, 94),
    "dt-cursor-problem": (224, 124),
    "dt-find-background": (94, 222),
    "dt-find-current": (179, 94),
    "dt-find-text": (16, 231),
    "dt-source-1": (110, 25),
    "dt-source-2": (180, 94),
    "dt-source-3": (108, 23),
    "dt-facet-introduction": (110, 25),
    "dt-facet-method": (108, 23),
    "dt-facet-results": (180, 94),
    "dt-facet-limitations": (174, 124),
    "dt-facet-conclusion": (140, 90),
}
"""Our variables by role."""


def indexed_themes(themes: Iterable[Theme]) -> list[Theme]:
    """Return these themes, ours in indexed colours."""
    columns = {DARK.name: 0, LIGHT.name: 1}
    return [_indexed(theme, columns[theme.name]) if theme.name in columns else theme for theme in themes]


def _indexed(theme: Theme, column: int) -> Theme:
    own: dict[str, Any] = {name: by_index(numbers[column]) for name, numbers in _OWN.items()}
    variables = {name: by_index(numbers[column]) for name, numbers in _VARIABLES.items()}
    return replace(theme, **own, variables=variables)
