"""Hints: the keys that the footer names, and the words for what they do."""

from collections.abc import Iterable
from typing import NamedTuple

from digest_tui.ui.keys.command import Command, Pane, key_label
from digest_tui.ui.keys.commands import BY_ID, COMMANDS


class Hint(NamedTuple):
    """Keys in the footer, and the word for what they do."""

    keys: tuple[str, ...]
    """As the table has them: several keys of which each does its part, or one that may be a sequence."""
    word: str

    @property
    def label(self) -> str:
        """The keys as they are drawn."""
        return " ".join(map(key_label, self.keys))


_BEGINNINGS = {"views": Hint(("g",), "views"), "lens": Hint(("f",), "one section")}
"""Keys that ask for a second one."""
_MORE = ("next", "links", "search", "views", "sheet", "cards", "lens", "quit")
"""What a wide footer shows besides, after `help`."""


def commands_of(pane: Pane) -> list[Command]:
    """Return the commands in the footer of a pane, in order; `help` is always among them, last."""
    return [command for command in COMMANDS if pane in command.panes]


def hints(pane: Pane, *, has_paper: bool) -> list[Hint]:
    """Return what the footer of a pane shows; without a paper no key that is for one."""
    return _hints(commands_of(pane), has_paper=has_paper)


def more_hints(pane: Pane, *, has_paper: bool) -> list[Hint]:
    """Return what a wide footer shows after `help`, in order."""
    named = {command.id for command in commands_of(pane)}
    return [
        hint
        for id_ in _MORE
        if id_ not in named
        for hint in ([_BEGINNINGS[id_]] if id_ in _BEGINNINGS else hints_of(id_, has_paper=has_paper))
    ]


def hints_of(*command_ids: str, has_paper: bool = True) -> list[Hint]:
    """Return the hints of some commands; without a paper none of a command that is for one."""
    return _hints((BY_ID[id_] for id_ in command_ids), has_paper=has_paper)


def hint_of(word: str, *command_ids: str) -> Hint:
    """Return a hint with a word of its own, and the first key of each of these commands."""
    return Hint(tuple(BY_ID[id_].keys[0] for id_ in command_ids), word)


def _hints(commands: Iterable[Command], *, has_paper: bool) -> list[Hint]:
    return [
        Hint(command.hint_keys or command.keys[:1], command.hint)
        for command in commands
        if has_paper or not command.needs_paper
    ]
