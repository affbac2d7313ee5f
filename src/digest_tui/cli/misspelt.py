"""Options that there are not: what was probably meant, and the help that tells of it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NoReturn

from digest_tui.cli.arguments import EXCLUDED, Parser
from digest_tui.similar import closest
from digest_tui.text import one_line

_MAX_WORD = 40
"""Characters of a word that is refused, in the sentence that says so."""
_ALIKE = 0.7
"""The least similarity of an option to the one that was typed."""
_NEARLY = 0.8
"""The least similarity of an option to a word that may be one of the query."""
_QUERY = ("-q", "--query")


def refuse(word: str, parser: Parser) -> NoReturn:
    """Raise UsageError for a word that nothing takes, with the most similar option."""
    name = one_line(word.partition("=")[0], _MAX_WORD)
    if not word.startswith("-"):
        parser.error(f"{name!r} is one word too many")
    meant = closest(name, parser.options(), alike=_ALIKE)
    parser.error(f"There is no option {name}" + (f": did you mean {meant}?" if meant else ""))


def check_before_command(typed: Sequence[str], parser: Parser, commands: Mapping[str, Parser]) -> None:
    """Raise UsageError for what makes another word look like the command: an unknown option, a query without quotes.

    Of an option that the command has it says where that goes.
    """
    for number, word in enumerate(typed):
        if word == "--" or word in commands:
            return
        option = word.partition("=")[0]
        if word.startswith("--") and option not in parser.options():
            for command in typed[number + 1 :]:
                if command in commands and option in commands[command].options():
                    commands[command].error(f"{option} goes after `{command}`")
            refuse(word, parser)
        beyond = typed[number + 2 : number + 3]
        if word in _QUERY and beyond and beyond[0] not in commands and not beyond[0].startswith("-"):
            parser.error(f"{word} takes one query: put several words in quotes")


def check_query(words: Sequence[str], parser: Parser) -> None:
    """Raise UsageError for an option with one dash, followed by its value: it would exclude a word."""
    for word, following in pairwise(words):
        if EXCLUDED.match(word) and (option := closest(f"-{word}", parser.options(), alike=_NEARLY)):
            name = one_line(word, _MAX_WORD)
            if option.startswith("--") and parser.takes(option, following):
                parser.error(f"{name} would exclude a word of the query: did you mean {option}?")
