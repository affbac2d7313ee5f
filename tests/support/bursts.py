"""Keys as bytes of a terminal, typed in bursts."""

import random
from collections.abc import Iterable, Sequence

from support.terminal import Terminal

_BYTES = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "pagedown": "\x1b[6~", "end": "\x1b[F",
    "ctrl+d": "\x04", "ctrl+q": "\x11", "ctrl+r": "\x12", "ctrl+u": "\x15",
}  # fmt: skip
"""What a terminal sends for keys that are no characters; source: xterm's ctlseqs."""
_SEQUENCES = ("[", "O")
"""Keys that make of an Esc just before them the beginning of another key: nobody can tell."""
_MOST = 9
"""Keys in a burst."""


def type_in_bursts(terminal: Terminal, keys: Sequence[str], chance: random.Random) -> None:
    """Type keys some at a time, without waiting for what they do.

    Only between an Esc and what would be another key together with it is it waited until the program has read the Esc.
    """
    for burst, is_alone in _bursts(keys, chance):
        terminal.send("".join(_BYTES.get(key, key) for key in burst))
        if is_alone:
            terminal.settle()


def _bursts(keys: Sequence[str], chance: random.Random) -> Iterable[tuple[list[str], bool]]:
    burst: list[str] = []
    size = chance.randint(1, _MOST)
    for key, behind in zip(keys, [*keys[1:], ""], strict=True):
        burst.append(key)
        is_alone = key == "escape" and behind.startswith(_SEQUENCES)
        if is_alone or len(burst) >= size:
            yield burst, is_alone
            burst, size = [], chance.randint(1, _MOST)
    if burst:
        yield burst, False
