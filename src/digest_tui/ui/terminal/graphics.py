"""What the terminal has for pictures: the size of its cells, and whether it takes pictures as kitty does.

Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from contextlib import suppress

if sys.platform != "win32":
    from fcntl import ioctl
    from termios import TIOCGWINSZ

_KITTY = frozenset({"xterm-kitty", "xterm-ghostty"})
"""Terminals that draw pictures in place of characters; others take them too, but not so, and text would hide them."""

CELL = 10, 20
"""Pixels of a cell where the terminal does not tell them."""


def cell_size() -> tuple[int, int]:
    """Return the pixels of a cell, wide and high, as the terminal told the kernel; the terminal is not asked."""
    if sys.platform != "win32" and sys.__stderr__ is not None:
        with suppress(OSError, ValueError):
            answer = ioctl(sys.__stderr__.fileno(), TIOCGWINSZ, bytes(8))
            return cell_of(*struct.unpack("HHHH", answer))
    return CELL


def cell_of(rows: int, columns: int, width: int, height: int) -> tuple[int, int]:
    """Return the pixels of a cell of a screen; those of most terminals where it has none, or cannot be so."""
    cell = (width // columns, height // rows) if rows and columns else CELL
    return cell if 3 <= cell[0] <= 100 and cell[0] <= cell[1] <= 4 * cell[0] else CELL


def may_be_kitty(environ: Mapping[str, str] = os.environ) -> bool:
    """Return True where it is worth asking: never within a multiplexer, which passes pictures on to nobody."""
    return environ.get("TERM") in _KITTY and not environ.get("TMUX") and not environ.get("STY")


def removing(image: int) -> str:
    """Return the sequence that takes a picture from the terminal."""
    return f"\x1b_Ga=d,d=I,i={image},q=2\x1b\\"
