"""Our own themes, and defaults for our own theme variables so that every other theme works too."""

from collections.abc import Iterable

from textual.color import Color
from textual.theme import Theme

from digest_tui.loading import loaded
from digest_tui.ui.contrast import MARKS, WORDS, legible
from digest_tui.ui.depth import Depth

DARK = Theme(
    name="digest-dark",
    primary="#7aa2d6",
    secondary="#8fb8a8",
    accent="#e0b26a",
    warning="#e0b26a",
    error="#e07a70",
    success="#8fb88a",
    foreground="#d5d8de",
    background="#15181d",
    surface="#1b1f25",
    panel="#232830",
    dark=True,
)
LIGHT = Theme(
    name="digest-light",
    primary="#2f5f9e",
    secondary="#3d6f63",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#b3382c",
    success="#3d7038",
    foreground="#23272e",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
)
THEMES: tuple[Theme, ...] = (
    DARK,
    LIGHT,
)


_IN_FEWER_COLORS = {
    Depth.INDEXED: "digest_tui.ui.indexed_themes:indexed_themes",
    Depth.NAMED: "digest_tui.ui.terminal_themes:terminal_themes",
}


def themes_at(depth: Depth, themes: Iterable[Theme]) -> Iterable[Theme]:
    """Return these themes as they look where there are so many colours."""
    return loaded(_IN_FEWER_COLORS[depth])(themes) if depth in _IN_FEWER_COLORS else themes


def variable_defaults(theme: Theme, depth: Depth = Depth.TRUE) -> dict[str, str]:
    """Our variables by role, mixed from the colours of any theme, and made legible where that is not enough.

    Component styles reach the line renderers without alpha, so shades are mixed here instead of in the sheets.
    """
    if theme.ansi:
        return dict(loaded("digest_tui.ui.terminal_themes:TERMINAL_VARIABLES"))
    colors = theme.to_color_system().generate()
    pane, bar, panel, foreground, primary, secondary, accent, error = (
        Color.parse(colors[name])
        for name in ("background", "surface", "panel", "foreground", "primary", "secondary", "accent", "error")
    )
    dim, decided, faint, rule = (0.70, 0.60, 0.56, 0.48) if theme.dark else (0.72, 0.68, 0.66, 0.52)
    strong = pane.get_contrast_text(1.0).blend(foreground, 0.35)
    code = pane.blend(foreground, 0.07)
    cursor, blurred = pane.blend(primary, 0.30), pane.blend(foreground, 0.10)
    find = pane.blend(accent, 0.34)
    around, rows, cursors = (pane, bar, panel), (pane, bar), (cursor, blurred)

    def over(grounds: tuple[Color, ...], color: Color, least: float = WORDS) -> str:
        return legible(color, grounds, depth, least).hex6

    return {
        "dt-text": over((*around, code), foreground),
        "dt-strong": over((*around, *cursors, find), strong),
        "dt-dim": over((*around, code), pane.blend(foreground, dim)),
        "dt-decided": over(rows, pane.blend(foreground, decided)),
        "dt-faint": over(rows, pane.blend(foreground, faint)),
        "dt-line": pane.blend(foreground, 0.16).hex6,
        "dt-rule": over(rows, pane.blend(foreground, rule), MARKS),
        "dt-code": over((code,), accent.blend(foreground, 0.25)),
        "dt-code-background": code.hex6,
        "dt-code-comment": over((code,), pane.blend(foreground, faint)),
        "dt-code-keyword": over((code,), primary.blend(foreground, 0.15)),
        "dt-code-string": over((code,), secondary.blend(foreground, 0.15)),
        "dt-code-number": over((code,), accent),
        "dt-cursor": cursor.hex6,
        "dt-cursor-blurred": blurred.hex6,
        "dt-cursor-side": over(cursors, cursor.blend(foreground, 0.76)),
        "dt-cursor-mark": over(cursors, primary),
        "dt-cursor-star": over(cursors, accent),
        "dt-cursor-problem": over(cursors, error),
        "dt-mark": over(around, primary),
        "dt-star": over(around, accent),
        "dt-lead": over((*rows, code), accent.blend(foreground, 0.25)),
        "dt-heading": over(rows, primary.blend(foreground, 0.15)),
        "dt-link": over((*rows, code), primary),
        "dt-problem": over(around, error),
        "dt-find-background": find.hex6,
        "dt-find-current": accent.hex6,
        "dt-find-text": over((accent,), accent.get_contrast_text(1.0)),
        "dt-source-1": over(rows, primary.blend(foreground, 0.15)),
        "dt-source-2": over(rows, accent.blend(foreground, 0.25)),
        "dt-source-3": over(rows, secondary.blend(foreground, 0.15)),
        # A facet is told by its name; its colour is a quiet second sign, the same wherever the facet stands.
        "dt-facet-introduction": over(around, primary.blend(foreground, 0.15)),
        "dt-facet-method": over(around, secondary.blend(foreground, 0.15)),
        "dt-facet-results": over(around, accent.blend(foreground, 0.25)),
        "dt-facet-limitations": over(around, error.blend(foreground, 0.35)),
        "dt-facet-conclusion": over(around, primary.blend(error, 0.5).blend(foreground, 0.20)),
    }
