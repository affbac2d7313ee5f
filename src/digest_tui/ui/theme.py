"""Our own themes, and defaults for our own theme variables so that every other theme works too."""

from textual.color import Color
from textual.theme import Theme

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


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Our variables by role, mixed from the colours of any theme.

    Component styles reach the line renderers without alpha, so shades are mixed here instead of in the sheets.
    """
    colors = theme.to_color_system().generate()
    background, foreground = Color.parse(colors["background"]), Color.parse(colors["foreground"])
    primary, accent = Color.parse(colors["primary"]), Color.parse(colors["accent"])

    def shade(color: Color, amount: float) -> str:
        return background.blend(color, amount).hex6

    return {
        "dt-text": foreground.hex6,
        "dt-strong": background.get_contrast_text(1.0).blend(foreground, 0.35).hex6,
        "dt-dim": shade(foreground, 0.58),
        "dt-decided": shade(foreground, 0.48),
        "dt-faint": shade(foreground, 0.40),
        "dt-line": shade(foreground, 0.16),
        "dt-code-background": shade(foreground, 0.07),
        "dt-cursor": shade(primary, 0.30),
        "dt-cursor-blurred": shade(foreground, 0.10),
        "dt-mark": colors["primary"],
        "dt-star": colors["accent"],
        "dt-lead": accent.blend(foreground, 0.25).hex6,
        "dt-heading": primary.blend(foreground, 0.15).hex6,
        "dt-link": colors["primary"],
        "dt-problem": colors["error"],
        "dt-find-background": shade(accent, 0.34),
        "dt-find-current": colors["accent"],
        "dt-find-text": accent.get_contrast_text(1.0).hex6,
        "dt-source-1": primary.blend(foreground, 0.15).hex6,
        "dt-source-2": accent.blend(foreground, 0.25).hex6,
        "dt-source-3": Color.parse(colors["secondary"]).blend(foreground, 0.15).hex6,
    }
