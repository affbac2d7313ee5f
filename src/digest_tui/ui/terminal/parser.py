"""What a terminal sends, as keys: Esc and a key that follow one another at once are the two keys that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from textual.events import Key, Paste
from textual.message import Message

from digest_tui.ui.internals.terminal import InternalsParser

_ESC = "\x1b"
# Whatever begins a sequence of ECMA-48 may be the beginning of a key, a click or an answer of the terminal.
_BEHIND_ESC = re.compile(r"\x1b[^\x1b\[O\]P_^X\\\t\x7f]", re.DOTALL)
"""Esc and a key; Shift+Tab and Alt+Backspace are sent as such a pair too, and meant more often."""
_WHOLE = re.compile(r"\x1b\[[A-LN-Za-z]|\x1bO[^\d;]")
"""A sequence that cannot go on: where it is no key of any terminal, its letters were typed. `CSI M` is a click."""
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before pasted text and behind it (xterm's bracketed paste)."""


class ReaderParser(InternalsParser):
    """Textual 8.2.8 drops an Esc before a key: `Esc x`, sent by a multiplexer or a slow line in one go, was `x`.

    A terminal sends Alt with a key in the same way; what it means is decided where it is known what is open.
    """

    _fed = ""
    """The end of what was parsed: the mark before a paste may come in parts."""
    _pasted: str | None = None
    """What was pasted so far; None while nothing is."""

    def feed(self, data: str) -> Iterator[Message]:
        """Parse what was sent; pasted text is one message, and none of it is a key, an Esc in it neither."""
        while data:
            if self._pasted is not None:
                self._pasted, mark, data = (self._pasted + data).partition(_PASTED)
                if not mark:
                    return
                text, self._pasted, self._fed = self._pasted, None, ""
                yield from (message for message in super().feed(_PASTED) if not isinstance(message, Paste))
                yield Paste(text)
                continue
            start = (self._fed + data).find(_PASTE)
            end = start + len(_PASTE) - len(self._fed) if start >= 0 else len(data)
            part, data = data[:end], data[end:]
            if start >= 0:
                self._pasted = ""
            self._fed = (self._fed + part)[1 - len(_PASTE) :]
            yield from super().feed(part)

    def keys_of(self, sequence: str) -> Iterable[Key]:
        """Return the keys that a sequence stands for; none where it may go on."""
        if _BEHIND_ESC.fullmatch(sequence):
            keys = list(super().keys_of(sequence[1]))
            return [Key(f"alt+{keys[0].key}", None)] if sequence[1].isprintable() else [Key("escape", _ESC), *keys]
        keys = list(super().keys_of(sequence))
        return keys if keys or not _WHOLE.fullmatch(sequence) else list(self._typed(sequence))

    def _typed(self, sequence: str) -> Iterator[Key]:
        yield Key("escape", _ESC)
        for letter in sequence[1:]:
            yield from super().keys_of(letter)
