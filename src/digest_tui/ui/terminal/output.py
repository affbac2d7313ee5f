"""What is written to the terminal: whole sequences, as long as it is there and the reader has it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

ENTER = "\x1b[?1049h"
_CHUNK = 16 * 1024
"""Bytes that are written at once: so many at most are of a frame that nobody will see."""
END_OF_FRAMES = "\x1b[0m\x1b[?2026l\x1b[?1016l"
"""What is written first when the terminal is left, in the middle of a frame too.

Textual turns pixel mouse reports on where a terminal resizes in band, and leaves them on.
"""


class Output:
    """The terminal's end that is written to: what comes when it is gone goes nowhere, nor a frame when it is left.

    The thread of Textual 8.2.8 that writes ends with the first error; whoever writes then waits for ever, when 30
    writes wait before. And a slow terminal would be shown all of what waits before it is restored.
    """

    def __init__(self, file: TextIO, is_ending: Callable[[], bool]) -> None:
        self._encoding, self._errors = file.encoding, file.errors or "strict"
        self._is_ending = is_ending
        self._restores = False
        self.fileno = file.fileno
        self.isatty = file.isatty

    def write(self, text: str) -> None:
        if text in (ENTER, END_OF_FRAMES):
            self._restores = text == END_OF_FRAMES
        data = text.encode(self._encoding, self._errors)
        with suppress(OSError):
            while data and (self._restores or not self._is_ending()):
                # Cut before a sequence: none is left half written, whatever follows.
                at = data.rfind(b"\x1b", 1, _CHUNK) if len(data) > _CHUNK else -1
                piece, data = (data[:at], data[at:]) if at > 0 else (data[:_CHUNK], data[_CHUNK:])
                while piece:
                    piece = piece[os.write(self.fileno(), piece) :]

    def flush(self) -> None:
        """Nothing waits here."""
