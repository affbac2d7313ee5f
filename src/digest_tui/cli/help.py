"""`digest-tui help`: the help of a command, what the formats hold, and the query language."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.output import print_help, wants_colour
from digest_tui.cli.subcommands import SUBCOMMANDS
from digest_tui.config import MAX_READER_WIDTH
from digest_tui.errors import UsageError
from digest_tui.paths import pages_dir
from digest_tui.text import one_line

_MAX_WORD = 40
"""Characters of a word that is no topic, in the sentence that says so."""
_PAGES: Mapping[str, str] = {
    "formats": "what every format holds: each key, its type, and what an absent value is",
    "queries": "the query language",
}
"""The topics that are no command, and what each is about."""


class HelpArguments(Arguments):
    """The arguments of `help`."""

    topic: str | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the topic."""
        pages = "; ".join(f"{name}: {about}" for name, about in _PAGES.items())
        parser.add_argument(
            "topic", nargs="?", metavar="TOPIC", help=f"a command, or one of these: {pages}; default: all commands"
        )


def print_topic(arguments: HelpArguments) -> int:
    """Print what is known of a topic; raises UsageError with the nearest one for what is none."""
    match arguments.topic:
        case None:
            return _print_usage([])
        case "formats":
            print_help(_page("formats"))
        case "queries":
            from digest_tui.search.fields import query_help

            print_help(query_help().splitlines())
        case topic:
            _require_command(topic)
            return _print_usage([topic])
    return 0


def _print_usage(command: list[str]) -> int:
    """Print what `--help` prints."""
    from digest_tui.cli.command_line import parse_arguments

    try:
        parse_arguments([*command, "--help"])
    except SystemExit as left:
        return int(left.code or 0)
    raise AssertionError("`--help` did not end the run")


def _require_command(topic: str) -> None:
    if any(topic in (row.name, *row.other_names) for row in SUBCOMMANDS):
        return
    from digest_tui.similar import closest, listed

    names = [row.name for row in SUBCOMMANDS]
    meant = closest(topic, [*names, *_PAGES], alike=0.6)
    perhaps = f"did you mean {meant}?" if meant else f"write a command, {listed([*_PAGES])}."
    raise UsageError(f"There is no help on {one_line(topic, _MAX_WORD)!r}: {perhaps}")


def _page(name: str) -> Iterable[str]:
    """Return a document as it was written, for a terminal laid out as the reader lays out a paper."""
    text = (pages_dir() / f"{name}.md").read_text(encoding="utf-8")
    if not sys.stdout.isatty():
        return text.splitlines()
    from digest_tui.render.ansi import painted_lines

    width = min(shutil.get_terminal_size().columns, MAX_READER_WIDTH)
    return painted_lines(text, width, colour=wants_colour())
