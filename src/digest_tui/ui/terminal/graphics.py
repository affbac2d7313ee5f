"""What the terminal has for pictures."""

from __future__ import annotations

import struct
import sys
from contextlib import suppress

if sys.platform != "win32":
    from fcntl import ioctl
    from termios import TIOCGWINSZ

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
