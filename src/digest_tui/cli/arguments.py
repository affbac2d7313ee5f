"""What can be typed after `digest-tui`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from digest_tui import __version__
from digest_tui.errors import UsageError

_EXIT_CODES = """\
exit codes: 0 ok, 1 nothing found or a check failed, 2 usage, configuration or no terminal, 3 digests unreadable,
4 state unusable, 130 interrupted"""


class Arguments(argparse.Namespace):
    """What was typed; each command reads its own part."""

    command: str | None
    dirs: list[str]
    further_dirs: list[str]
    demo: bool
    data_dir: Path | None
    config: Path | None

    today: bool
    date: str | None
    fresh: bool

    format: str
    limit: int | None
    wanted: str
    paths: list[str]


class _Parser(argparse.ArgumentParser):
    """Raises its errors, so that every error leaves by the same door and none echoes control characters."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """What was typed; raises UsageError, and SystemExit after `--help` and `--version`."""
    arguments = _parser().parse_args(argv, namespace=Arguments())
    # A subcommand's parser starts with an empty list, so what stands before it is kept under another name.
    arguments.dirs = [*arguments.dirs, *arguments.further_dirs]
    if arguments.demo and arguments.dirs:
        raise UsageError("--demo shows the samples and --dir shows digests of yours: leave one of them out.")
    if arguments.command and (arguments.today or arguments.date is not None or arguments.fresh):
        raise UsageError(f"--today, --date and --fresh open the reader: leave them out with `{arguments.command}`.")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="digest-tui",
        description="Read and triage daily paper digests. Without a command: the reader, where you stopped.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"digest-tui {__version__}")
    start = parser.add_mutually_exclusive_group()
    start.add_argument("-t", "--today", action="store_true", help="open today's digest; none yet: the newest")
    start.add_argument("-d", "--date", metavar="DATE", help="open 2025-12-10, today, yesterday, -1 or mon")
    parser.add_argument("--fresh", action="store_true", help="do not go back to where you stopped")
    _add_places(parser, dest="dirs", is_command=False)
    parser.set_defaults(further_dirs=[])
    _add_commands(parser)
    return parser


def _add_commands(parser: argparse.ArgumentParser) -> None:
    # Also usable after the command, where a default must not undo what stands before it.
    places = _Parser(add_help=False, allow_abbrev=False)
    _add_places(places, dest="further_dirs", is_command=True)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)

    listing = commands.add_parser("list", parents=[places], allow_abbrev=False, help="print papers, newest date first")
    listing.add_argument(
        "--format", choices=["table", "tsv", "json", "jsonl"], default="table", help="default: %(default)s"
    )
    listing.add_argument("--limit", type=_count, metavar="N", help="print at most N papers")

    show = commands.add_parser("show", parents=[places], allow_abbrev=False, help="print one paper or a date's digests")
    show.add_argument("wanted", metavar="ID|DATE", help="an arXiv id, a key that `list` prints, or a date")
    show.add_argument("--format", choices=["plain", "markdown", "json"], default="plain", help="default: %(default)s")

    check = commands.add_parser("check", parents=[places], allow_abbrev=False, help="say how every file was understood")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; none: those that the reader shows")
    check.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def _add_places(parser: argparse.ArgumentParser, *, dest: str, is_command: bool) -> None:
    def default(value: object) -> object:
        return argparse.SUPPRESS if is_command else value

    group = parser.add_argument_group("where things are")
    group.add_argument(
        "-D", "--dir", dest=dest, action="append", default=default([]), metavar="PATH", help="digests (repeatable)"
    )
    group.add_argument("--demo", action="store_true", default=default(False), help="the built-in samples")
    group.add_argument("--data-dir", type=Path, default=default(None), metavar="DIR", help="the folder of your state")
    group.add_argument("--config", type=Path, default=default(None), metavar="FILE", help="another configuration")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number
