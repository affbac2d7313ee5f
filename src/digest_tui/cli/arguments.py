"""What can be typed after `digest-tui`."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from digest_tui import __version__, first_frame
from digest_tui.errors import UsageError
from digest_tui.triage.marks import Mark

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
    unread: bool
    starred: bool
    start_query: str | None

    format: str
    limit: int | None
    count: bool
    wanted: str
    query: str | None
    """Optional for `list` and `mark`, none for `unread`."""
    wanted_query: str
    no_aliases: bool
    paths: list[str]
    explain: bool
    mark: str
    ids: list[str]
    dry_run: bool
    steps: int
    errand: str
    source: str | None
    source_name: str | None
    target: Path | None


class _Parser(argparse.ArgumentParser):
    """Raises its errors, so that every error leaves by the same door and none echoes control characters."""

    explains_queries = False
    """Whether its help ends with the language of queries, which is loaded only then."""

    def format_help(self) -> str:
        """The help, as ever."""
        if self.explains_queries:
            from digest_tui.search.fields import query_help

            self.epilog = query_help()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """What was typed; raises UsageError, and SystemExit after `--help` and `--version`."""
    parser = _parser(argv)
    arguments, rest = parser.parse_known_args(argv, namespace=Arguments())
    if arguments.command == "mark":
        late, rest = _split_ids(rest)
        arguments.ids = [*arguments.ids, *late]
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    # A subcommand's parser starts with an empty list, so what stands before it is kept under another name.
    arguments.dirs = [*arguments.dirs, *arguments.further_dirs]
    if arguments.demo and arguments.dirs:
        raise UsageError("--demo shows the samples and --dir shows digests of yours: leave one of them out.")
    if arguments.command and _opens_reader(arguments):
        raise UsageError(
            "--today, --date, --fresh, --unread, --starred and --query open the reader: "
            f"leave them out with `{arguments.command}`."
        )
    return arguments


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
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
    view = parser.add_mutually_exclusive_group()
    view.add_argument("-u", "--unread", action="store_true", help="open the papers without a decision")
    view.add_argument("-s", "--starred", action="store_true", help="open the starred papers of all dates")
    view.add_argument("-q", "--query", dest="start_query", metavar="QUERY", help="open what a query finds")
    parser.add_argument(first_frame.FLAG, action="store_true", help="do not begin with the screen of the last time")
    _add_places(parser, dest="dirs", is_command=False)
    parser.set_defaults(further_dirs=[])
    _add_commands(parser, argv)
    return parser


def _add_commands(parser: argparse.ArgumentParser, argv: Sequence[str]) -> None:
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    for name, (sentence, fill) in _COMMANDS.items():
        if name not in argv:
            # Named in the help; what it takes is of interest only when it was typed.
            commands.add_parser(name, add_help=False, help=sentence)
            continue
        # Also usable after the command, where a default must not undo what stands before it.
        places = _Parser(add_help=False, allow_abbrev=False)
        _add_places(places, dest="further_dirs", is_command=True)
        fill(commands.add_parser(name, parents=[places], allow_abbrev=False, help=sentence))


def _add_list(listing: _Parser) -> None:
    listing.add_argument("query", nargs="?", metavar="QUERY", help="only what it finds; after -- if it begins with -")
    _add_rows(listing)


def _add_search(search: _Parser) -> None:
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.explains_queries = True
    search.add_argument(
        "wanted_query", metavar="QUERY", help="words and conditions, see below; after -- if it begins with -"
    )
    search.add_argument("--explain", action="store_true", help="print how the query was understood instead")
    search.add_argument("--no-aliases", action="store_true", help="only what was typed, no other names of it")
    _add_rows(search)


def _add_unread(unread: _Parser) -> None:
    _add_rows(unread)
    unread.set_defaults(query=None)
    unread.add_argument("--count", action="store_true", help="print only how many there are")


def _add_show(show: _Parser) -> None:
    show.add_argument("wanted", metavar="ID|DATE", help="an arXiv id, a key that `list` prints, or a date")
    show.add_argument(
        "--format", choices=["plain", "markdown", "rich", "json"], default="plain", help="default: %(default)s"
    )


def _add_check(check: _Parser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; none: those that the reader shows")
    check.add_argument("--explain", action="store_true", help="show what each line of the files was taken for")
    check.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def _add_mark(marking: _Parser) -> None:
    marking.add_argument(
        "mark", choices=[mark.value for mark in Mark], metavar="MARK",
        help=", ".join(f"{mark} NAME" if mark.takes_name else mark for mark in Mark),
    )  # fmt: skip
    marking.add_argument(
        "ids", nargs="*", metavar="ID",
        help="an arXiv id or a key that `list` prints; -: lines of standard input; NAME stands before them",
    )  # fmt: skip
    marking.add_argument("--query", metavar="QUERY", help="what `list` finds with it, instead of ids")
    marking.add_argument(
        "--dry-run", action="store_true", help="print the papers that would change, and change nothing"
    )


def _add_undo(undo: _Parser) -> None:
    undo.add_argument("steps", nargs="?", type=_number(1), default=1, metavar="N", help="how many; default: 1")


def _add_log(log: _Parser) -> None:
    log.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def _add_state(state: _Parser) -> None:
    state.add_argument(
        "errand", choices=["path", "check", "backup"], metavar="path|check|backup",
        help="print where it is; check it, and derive from the log of decisions anew what is shown; copy it, also what "
        "can be read of a damaged file, and print where to",
    )  # fmt: skip
    state.add_argument("target", nargs="?", type=Path, metavar="PATH", help="of the copy: a new file or a folder")


def _add_source(source: _Parser) -> None:
    source.add_argument(
        "errand", choices=["list", "add", "remove"], metavar="list|add|remove",
        help="print where digests come from; add a folder, or fetch a git repository; remove one by its name or path",
    )  # fmt: skip
    source.add_argument(
        "source", nargs="?", metavar="PATH|ADDRESS|NAME", help="a folder, or https, ssh, user@host:path"
    )
    source.add_argument("--name", dest="source_name", metavar="NAME", help="what a repository is called")


def _add_sync(sync: _Parser) -> None:
    sync.add_argument("source", nargs="?", metavar="NAME", help="only this repository")


_COMMANDS: dict[str, tuple[str, Callable[[_Parser], None]]] = {
    "list": ("print papers, newest date first", _add_list),
    "search": ("print what a query finds, best first, with its sentence", _add_search),
    "unread": ("print the papers without a decision, each once", _add_unread),
    "show": ("print one paper or a date's digests", _add_show),
    "check": ("say how every file was understood", _add_check),
    "mark": ("decide about papers", _add_mark),
    "undo": ("take back the newest decisions", _add_undo),
    "state": ("look after the file of your decisions", _add_state),
    "source": ("say where digests come from", _add_source),
    "sync": ("fetch the newest digests of git repositories", _add_sync),
    "log": ("print every decision, oldest first", _add_log),
}
"""What a command is good for, and what it takes."""


def _add_rows(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=["table", "tsv", "json", "jsonl"], default="table", help="default: %(default)s"
    )
    command.add_argument("--limit", type=_number(0), metavar="N", help="print at most N papers")


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


def _split_ids(rest: Sequence[str]) -> tuple[list[str], list[str]]:
    """The ids among the words that argparse left over, and the unknown options.

    Of a list of words argparse takes what stands on one side of an option: https://bugs.python.org/issue14191
    """
    end = rest.index("--") if "--" in rest else len(rest)
    ids: list[str] = []
    options: list[str] = []
    for word in rest[:end]:
        (options if word.startswith("-") and word != "-" else ids).append(word)
    return [*ids, *rest[end + 1 :]], options


def _opens_reader(arguments: Arguments) -> bool:
    asked = arguments.date, arguments.start_query
    flags = arguments.today, arguments.fresh, arguments.unread, arguments.starred
    return any(flags) or any(value is not None for value in asked)


def _number(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if text.isascii() and text.isdecimal() and int(text) >= least:
            return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} on")

    return number
