"""The control sequence by which a terminal copies, where the terminal can be asked at all.

Source: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (OSC 52). No terminal answers whether it did.
"""

from base64 import b64encode
from collections.abc import Mapping

MAX_LENGTH = 100_000
"""Characters of a sequence; of a longer one terminals take a part, or nothing."""
_PIECE = 250
"""Characters of a string that every release of GNU screen passes on; what does not fit it draws on the screen."""


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """The sequence that copies a text; empty where it would be too long, or the terminal has no clipboard."""
    whole = f"\x1b]52;c;{b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\a"
    term = environ.get("TERM", "")
    if len(whole) > MAX_LENGTH or not has_clipboard(environ):
        return ""
    if environ.get("STY"):
        return _for_screen(whole)
    if term.startswith("screen") and not environ.get("TMUX"):
        # Over SSH it may be screen, or tmux under the same name, which does not take what is wrapped.
        return (whole if len(whole) <= _PIECE else "") + _for_screen(whole)
    return whole


def has_clipboard(environ: Mapping[str, str]) -> bool:
    """False on the console of Linux, which has no clipboard."""
    return environ.get("TERM") != "linux"


def _for_screen(whole: str) -> str:
    """In pieces, each wrapped as a string that screen passes on to its terminal."""
    pieces = [whole[start : start + _PIECE] for start in range(0, len(whole), _PIECE)]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
