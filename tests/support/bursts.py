"""Keys as bytes of a terminal, typed in bursts."""

import random
from collections.abc import Iterable, Sequence

from support.terminal import Terminal

_BYTES = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "pagedown": "\x1b[6~", "end": "\x1b[F",
    "ctrl+d": "\x04", "ctrl+q": "\x11", "ctrl+r": "\x12", "ctrl+u": "\x15",
}  # fmt: skip
"""What a terminal sends for keys that are no characters; source: xterm's ctlseqs."""
_WAITED_FOR = frozenset({"escape"})
_MOST = 9
"""Keys in a burst."""


def type_in_bursts(terminal: Terminal, keys: Sequence[str], chance: random.Random) -> None:
    """Type keys some at a time, without waiting for what they do.

    After `Esc` it is waited until the program has read it: together with a letter behind it it would be another key.
    """
    for burst in _bursts(keys, chance):
        terminal.send("".join(_BYTES.get(key, key) for key in burst))
        if burst[-1] in _WAITED_FOR:
            terminal.settle()


def _bursts(keys: Sequence[str], chance: random.Random) -> Iterable[list[str]]:
    burst: list[str] = []
    size = chance.randint(1, _MOST)
    for key in keys:
        burst.append(key)
        if key in _WAITED_FOR or len(burst) >= size:
            yield burst
            burst, size = [], chance.randint(1, _MOST)
    if burst:
        yield burst
