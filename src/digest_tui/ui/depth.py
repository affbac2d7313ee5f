"""The number of colours that the terminal has, and how it shows those of a theme."""

from enum import Enum

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.console import Console
from textual.color import Color

_LAST_OF_CUBE = 231
_STEP = 10.2
"""From one grey of the palette to the next, as Rich rounds: a 25th of all there is between black and white."""


class Depth(Enum):
    """The colours that can be drawn."""

    TRUE = "truecolor"
    INDEXED = "256"
    """By the index in a palette that terminals share."""
    NAMED = "16"
    """By names that each terminal fills as it likes; with `NO_COLOR` only its text and its ground."""


_DEPTHS = {"truecolor": Depth.TRUE, "256": Depth.INDEXED}


def depth_of(console: Console, *, no_color: bool) -> Depth:
    """Return the depth of a console: Rich finds it out from `COLORTERM` and `TERM`."""
    return Depth.NAMED if no_color else _DEPTHS.get(console.color_system or "", Depth.NAMED)


def by_index(number: int) -> str:
    """Return the colour that Rich writes as this index to a terminal of 256 colours.

    A bright grey is a shade beside that of the palette, which Rich would take for its neighbour.
    """
    if number > _LAST_OF_CUBE:
        grey = round((number - _LAST_OF_CUBE) * _STEP)
        return f"#{grey:02x}{grey:02x}{grey:02x}"
    return RichColor.from_ansi(number).get_truecolor().hex


def as_shown(color: Color, depth: Depth) -> Color:
    """Return a colour of a theme as a terminal of 256 colours shows it; others show it as it is."""
    if depth is not Depth.INDEXED:
        return color
    number = color.rich_color.downgrade(ColorSystem.EIGHT_BIT).number
    return Color(*RichColor.from_ansi(number or 0).get_truecolor())
