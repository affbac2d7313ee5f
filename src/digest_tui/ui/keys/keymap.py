"""From keys to commands, one key at a time, with two-key sequences."""

from collections.abc import Iterable
from typing import NamedTuple

from digest_tui.ui.keys.command import Command


class Pending(NamedTuple):
    """The first key of a sequence was pressed; these may follow."""

    prefix: str
    follow: tuple[tuple[str, Command], ...]


class Unknown(NamedTuple):
    """The keys mean nothing."""

    keys: str


class Keymap:
    """Resolves keys against the table and remembers one pending prefix."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._commands = {key: command for command in commands for key in command.keys}
        self._follow: dict[str, list[tuple[str, Command]]] = {}
        for key, command in self._commands.items():
            prefix, space, rest = key.partition(" ")
            if space:
                self._follow.setdefault(prefix, []).append((rest, command))
        self._pending = ""

    @property
    def pending(self) -> str:
        """The prefix that waits for its second key, or an empty string."""
        return self._pending

    def clear(self) -> bool:
        """Forget a pending prefix and say whether there was one."""
        was_pending, self._pending = bool(self._pending), ""
        return was_pending

    def press(self, key: str) -> Command | Pending | Unknown:
        """Return the meaning of a key now; one that cannot follow a prefix ends it and does nothing else."""
        if prefix := self._pending:
            self._pending = ""
            keys = f"{prefix} {key}"
            return self._commands.get(keys) or Unknown(keys)
        if key in self._follow:
            self._pending = key
            return Pending(key, tuple(self._follow[key]))
        return self._commands.get(key) or Unknown(key)
