"""The contrast of text and what is behind it, as WCAG 2 measures it."""

from collections.abc import Sequence

from textual.color import Color

from digest_tui.ui.depth import Depth, as_shown

WORDS = 4.5
"""The least contrast of what is read."""
MARKS = 3.0
"""The least contrast of what is only seen: marks, bars and rules."""
_STEPS = 20
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_MIDDLE = 0.18
"""The luminance on which black and white are read equally well."""
_FLARE = 0.05
_LINEAR = [
    value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)
]


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of two colours, from 1 to 21."""
    return _ratio(_luminance(one), _luminance(other))


def legible(color: Color, grounds: Sequence[Color], depth: Depth = Depth.TRUE, least: float = WORDS) -> Color:
    """Return a colour, or the nearest on its way to black or white that has the contrast to each of the grounds."""
    lights = [_luminance(as_shown(ground, depth)) for ground in grounds]
    lightest, darkest = max(lights), min(lights)
    end = _BLACK if darkest > _MIDDLE else _WHITE
    for step in range(_STEPS):
        nearer = color.blend(end, step / _STEPS) if step else color
        light = _luminance(as_shown(nearer, depth))
        if min(_ratio(light, lightest), _ratio(light, darkest)) >= least:
            return nearer
    return end


def _ratio(one: float, other: float) -> float:
    return (one + _FLARE) / (other + _FLARE) if one > other else (other + _FLARE) / (one + _FLARE)


def _luminance(color: Color) -> float:
    red, green, blue, *_ = color
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
