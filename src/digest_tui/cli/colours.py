"""The colours of results on a terminal: of its sixteen only one, which can be read on light and on dark grounds."""

from typing import NamedTuple

from digest_tui.cli.output import wants_colour


class Colours(NamedTuple):
    """What stands before a part of a line, and after any; nothing where there are no colours."""

    dim: str = ""
    accent: str = ""
    strong: str = ""
    found: str = ""
    """For the words that were searched."""
    end: str = ""


NO_COLOURS = Colours()
# Of the usual palettes magenta has the most even contrast: 4.7 on white, 4.4 on black.
_ALL = Colours(dim="\x1b[2m", accent="\x1b[35m", strong="\x1b[1m", found="\x1b[1;4m", end="\x1b[m")


def colours() -> Colours:
    """Return the colours for what is printed now."""
    return _ALL if wants_colour() else NO_COLOURS
