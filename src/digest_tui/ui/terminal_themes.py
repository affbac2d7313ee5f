"""Themes in the terminal's own colours, for terminals of 16: on whatever ground it has.

Nobody knows which colours a terminal has under the sixteen names, nor whether its ground is dark. Words are in the
colour of its text; bold, underlined and reversed (styles/lines-16.txt) say what shades say elsewhere.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.theme import BUILTIN_THEMES, Theme

_DEFAULT = "ansi_default"
_ACCENT = "ansi_magenta"
"""Of the sixteen the one that terminals show well on black and on white; still for marks alone."""
_HAIR = "ansi_bright_black"
_OWN = ("foreground", "background", "surface", "panel", "boost", "secondary", "accent", "warning", "error", "success")
TERMINAL_VARIABLES = {
    "dt-text": _DEFAULT,
    "dt-strong": _DEFAULT,
    "dt-dim": _DEFAULT,
    "dt-decided": _DEFAULT,
    "dt-faint": _DEFAULT,
    "dt-line": _HAIR,
    "dt-rule": _DEFAULT,
    "dt-mark": _ACCENT,
    "dt-star": _ACCENT,
    "dt-problem": _DEFAULT,
    "dt-lead": _DEFAULT,
    "dt-heading": _DEFAULT,
    "dt-link": _DEFAULT,
    "dt-code": _DEFAULT,
    "dt-code-background": _DEFAULT,
    "dt-code-comment": _DEFAULT,
    "dt-code-keyword": _DEFAULT,
    "dt-code-string": _DEFAULT,
    "dt-code-number": _DEFAULT,
    "dt-cursor": _DEFAULT,
    "dt-cursor-blurred": _DEFAULT,
    "dt-cursor-side": _DEFAULT,
    "dt-cursor-mark": _DEFAULT,
    "dt-cursor-star": _DEFAULT,
    "dt-cursor-problem": _DEFAULT,
    "dt-find-background": _DEFAULT,
    "dt-find-current": _DEFAULT,
    "dt-find-text": _DEFAULT,
    "dt-source-1": _DEFAULT,
    "dt-source-2": _DEFAULT,
    "dt-source-3": _DEFAULT,
    "dt-facet-introduction": _DEFAULT,
    "dt-facet-method": _DEFAULT,
    "dt-facet-results": _DEFAULT,
    "dt-facet-limitations": _DEFAULT,
    "dt-facet-conclusion": _DEFAULT,
}
"""Our variables by role."""


def terminal_themes(themes: Iterable[Theme]) -> list[Theme]:
    """Return these themes in the terminal's colours: their own would be rounded to any of sixteen."""
    return [theme if theme.ansi else _in_terminal_colors(theme) for theme in themes]


def _in_terminal_colors(theme: Theme) -> Theme:
    # Textual's sheets name variables that only its own themes of this kind have.
    variables = BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"].variables
    own: dict[str, Any] = dict.fromkeys(_OWN, _DEFAULT)
    return replace(theme, **own, primary=_ACCENT, variables=variables, ansi=True)
