"""The list of commands: what stands in it, in which order, and what typed text finds."""

from collections.abc import Callable
from enum import IntEnum
from functools import cache

from digest_tui.notation.two_set import latin_text
from digest_tui.patterns import pattern
from digest_tui.ui.keys.command import Command, Pane, key_label
from digest_tui.ui.keys.commands import COMMANDS
from digest_tui.ui.keys.hints import commands_of

_OTHER_NAMES = {
    "enter": ("return",),
    "space": ("spacebar",),
    "pagedown": ("page down", "pgdown"),
    "pageup": ("page up",),
}
"""Names of keys besides that of Textual and the one that is drawn."""
_IN_PANE = {Pane.DATES: "In the dates", Pane.PAPERS: "In the papers", Pane.READER: "In the reader"}
_CONTROL = pattern(r"^(?:\^|c-|(?:ctrl|control)[-+ ]?)(?=.$)")
"""How people write that a key is held together with Ctrl."""
_WORDS = pattern(r"\w+")


class Rank(IntEnum):
    """How well a text fits a command, the best first."""

    KEY = 0
    FIRST_KEY = 1
    """It is the first key of a sequence."""
    NAME = 2
    FIRST_WORDS = 3
    NAME_BEGINS = 4
    NAME_WORD = 5
    """A word of the name begins with it."""
    IN_NAME = 6
    SENTENCE_WORD = 7
    IN_SENTENCE = 8
    NONE = 9


@cache
def listed() -> tuple[Command, ...]:
    """The commands of the list, in the order of the table: those that toggle stand in it by their directions."""
    toggles = {toggle for command in COMMANDS for toggle in command.of}
    return tuple(command for command in COMMANDS if command.id not in toggles)


def keys_of(command: Command) -> tuple[str, ...]:
    """The keys that carry out a command."""
    return command.keys + tuple(key for toggle in _toggles(command) for key in toggle.keys)


def is_of(command: Command, pane: Pane) -> bool:
    """Say whether a command is one of a pane: the footer has a key of it, or it decides about the paper."""
    if command.of:
        return pane is not Pane.DATES
    return any(key in command.keys for hint in commands_of(pane) for key in hint.hint_keys or hint.keys[:1])


def find(text: str, pane: Pane, applies: Callable[[Command], bool]) -> list[Command]:
    """The commands that a text finds, the best first; among equals those of the pane in focus.

    Of a key with two directions the one that applies now goes first, for that is what the key does.
    """
    found = [(rank, command) for command in listed() if (rank := rank_of(command, text)) is not Rank.NONE]
    found.sort(key=lambda each: (each[0], each[0] is Rank.KEY and not applies(each[1]), not is_of(each[1], pane)))
    return [command for _, command in found]


def sections(pane: Pane) -> list[tuple[str, list[Command]]]:
    """All commands under headings: first those of the pane in focus, then the others by group."""
    commands = listed()
    rest = [command for command in commands if not is_of(command, pane)]
    groups = dict.fromkeys(command.group for command in rest)
    return [
        (_IN_PANE[pane], [command for command in commands if is_of(command, pane)]),
        *((group, [command for command in rest if command.group == group]) for group in groups),
    ]


def rank_of(command: Command, text: str) -> Rank:
    """Return how well a text fits a command, whichever layout of the keyboard it was typed on."""
    typed = " ".join(latin_text(text).split())
    ranks = [rank for key in keys_of(command) if (rank := _rank_of_key(key, typed)) is not None]
    if ranks:
        return min(ranks)
    folded = typed.casefold()
    name = _folded(command.title)
    if folded in (name, command.id.replace("-", " ")):
        return Rank.NAME
    if name.startswith(folded):
        return Rank.NAME_BEGINS if name[len(folded)].isalnum() else Rank.FIRST_WORDS
    sentence = _folded(f"{command.help} {command.group}")
    return max((_rank_of_word(word, name, sentence) for word in folded.split()), default=Rank.NONE)


def _rank_of_key(key: str, typed: str) -> Rank | None:
    """Return how a key was named; letters and sequences keep their case, for `s` and `S` are two keys."""
    if " " in key:
        is_begun = key.partition(" ")[0] == typed
        if typed == key:
            return Rank.KEY
        return Rank.FIRST_KEY if is_begun or typed == key.replace(" ", "") else None
    if len(key) == 1:
        return Rank.KEY if typed == key else None
    name = _CONTROL.sub("ctrl+", typed.lower())
    return Rank.KEY if name in (key, key_label(key).lower(), *_OTHER_NAMES.get(key, ())) else None


def _rank_of_word(word: str, name: str, sentence: str) -> Rank:
    if any(each.startswith(word) for each in _WORDS.findall(name)):
        return Rank.NAME_WORD
    if word in name:
        return Rank.IN_NAME
    if any(each.startswith(word) for each in _WORDS.findall(sentence)):
        return Rank.SENTENCE_WORD
    return Rank.IN_SENTENCE if word in sentence else Rank.NONE


def _folded(text: str) -> str:
    return latin_text(text).casefold()


def _toggles(command: Command) -> list[Command]:
    return [other for other in COMMANDS if other.id in command.of]
