"""The reading of the command line."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from digest_tui import __version__, first_frame
from digest_tui.cli.applying import refuse_what_does_not_apply
from digest_tui.cli.arguments import (
    EXCLUDED,
    FACET_HELP,
    STANDARD_INPUT,
    Arguments,
    Parser,
    QueryArguments,
    facet_named,
)
from digest_tui.cli.subcommands import SUBCOMMANDS, subcommand
from digest_tui.errors import UsageError

_EXIT_CODES = """\
exit codes: 0 ok, 1 nothing found or a check failed, 2 usage, configuration or
no terminal, 3 digests unreadable, 4 state unusable, 130 interrupted"""


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Parse the command line; raises UsageError, and SystemExit after `--help` and `--version`."""
    parser, commands = _parser(argv)
    try:
        arguments, rest = parser.parse_known_args(argv, namespace=Arguments())
    except UsageError:
        from digest_tui.cli import misspelt

        misspelt.check_before_command(argv, parser, commands)
        raise
    if arguments.command:
        arguments = subcommand(arguments.command).arguments_class()(**vars(arguments))
    if unknown := arguments.take_rest(rest, argv):
        from digest_tui.cli import misspelt

        misspelt.check_before_command(argv, parser, commands)
        misspelt.refuse(unknown[0], commands.get(arguments.command or "", parser))
    if isinstance(arguments, QueryArguments) and any(map(EXCLUDED.match, arguments.words)):
        from digest_tui.cli import misspelt

        misspelt.check_query(arguments.words, commands[arguments.command or ""])
    # A subcommand's parser starts with an empty list, so what stands before it is kept under another name.
    arguments.dirs = [*arguments.dirs, *arguments.further_dirs]
    if list(arguments.inputs()).count(STANDARD_INPUT) > 1:
        raise UsageError("`-` is standard input, which can be read only once: name files or ids for the rest.")
    refuse_what_does_not_apply(arguments)
    return arguments


def _parser(argv: Sequence[str]) -> tuple[Parser, Mapping[str, Parser]]:
    parser = Parser(
        prog="digest-tui",
        description="Read and triage daily paper digests.\nWithout a command, open the reader where you left off.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"digest-tui {__version__}")
    parser.add_argument(
        "-t", "--today", action="store_true", help="open today's digest; if there is none yet, the newest with papers"
    )
    parser.add_argument("-d", "--date", metavar="DATE", help="open a day: 2025-12-10, today, yesterday, -1 or mon")
    parser.add_argument("--fresh", action="store_true", help="do not go back to where you left off")
    parser.add_argument("-n", "--new", action="store_true", help="open the new papers, about which nothing is decided")
    # Their former name.
    parser.add_argument("-u", "--unread", dest="new", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("-s", "--starred", action="store_true", help="open the starred papers of all dates")
    parser.add_argument("-q", "--query", dest="start_query", metavar="QUERY", help="open the papers that match a query")
    parser.add_argument(
        "-l",
        "--lens",
        dest="start_lens",
        type=facet_named,
        metavar="FACET",
        help=f"show one facet of each paper: {FACET_HELP}",
    )
    parser.add_argument("--triage", action="store_true", help="decide the new papers one at a time, as cards")
    parser.add_argument("--ascii", action="store_true", help="draw marks and rules in ASCII")
    parser.add_argument(first_frame.FLAG, action="store_true", help="do not start with the saved screen")
    _add_places(parser, dest="dirs", is_command=False)
    parser.set_defaults(further_dirs=[])
    return parser, _add_commands(parser, argv)


def _add_commands(whole: Parser, argv: Sequence[str]) -> Mapping[str, Parser]:
    commands: argparse._SubParsersAction[Parser] = whole.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=_NotTyped
    )
    parsers: dict[str, Parser] = {}
    for row in SUBCOMMANDS:
        commands.add_parser(row.name, help=row.sentence)
        typed = [name for name in (row.name, *row.other_names) if name in argv]
        if not typed:
            continue
        # Also usable after the command, where a default must not undo what stands before it.
        places = Parser(add_help=False, allow_abbrev=False)
        _add_places(places, dest="further_dirs", is_command=True)
        parser = Parser(prog=f"{whole.prog} {row.name}", parents=[places], allow_abbrev=False)
        row.arguments_class().add_to(parser)
        parsers.update(dict.fromkeys(typed, parser))
    commands.choices.update(parsers)
    return parsers


class _NotTyped(Parser):
    """A command that is named in the help; what it takes is of interest only when it was typed."""

    def __init__(self, **options: object) -> None:
        """Make nothing of it: a parser takes long to make."""


def _add_places(parser: argparse.ArgumentParser, *, dest: str, is_command: bool) -> None:
    def default(value: object) -> object:
        return argparse.SUPPRESS if is_command else value

    group = parser.add_argument_group("where things are")
    group.add_argument(
        "-D",
        "--dir",
        dest=dest,
        action="append",
        default=default([]),
        metavar="PATH",
        help="read the digests in PATH, a folder or a file (repeatable); - reads one digest from standard input",
    )
    group.add_argument("--demo", action="store_true", default=default(False), help="show the built-in samples")
    group.add_argument("--data-dir", type=Path, default=default(None), metavar="DIR", help="keep your state in DIR")
    group.add_argument("--config", type=Path, default=default(None), metavar="FILE", help="use FILE as configuration")
