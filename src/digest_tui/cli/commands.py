"""What each command takes: one function and one row a command."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from digest_tui.errors import UsageError
from digest_tui.triage.marks import Mark


class Parser(argparse.ArgumentParser):
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


def _add_list(listing: Parser) -> None:
    listing.add_argument(
        "query",
        nargs="?",
        metavar="QUERY",
        help="only the papers that match; write -- before a query that begins with -",
    )
    _add_rows(listing)


def _add_search(search: Parser) -> None:
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.explains_queries = True
    search.add_argument(
        "wanted_query",
        metavar="QUERY",
        help="words and conditions, see below; write -- before a query that begins with -",
    )
    search.add_argument("--explain", action="store_true", help="print how the query was understood, not what it finds")
    search.add_argument("--no-aliases", action="store_true", help="find only what you typed, not its other names")
    _add_rows(search)


def _add_unread(unread: Parser) -> None:
    _add_rows(unread)
    unread.set_defaults(query=None)
    unread.add_argument("--count", action="store_true", help="print only how many there are")


def _add_show(show: Parser) -> None:
    show.add_argument("wanted", metavar="ID|DATE", help="an arXiv id, a key that `list` prints, or a date")
    show.add_argument(
        "--format", choices=["plain", "markdown", "rich", "json"], default="plain", help="default: %(default)s"
    )


def _add_check(check: Parser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; default: those in the reader")
    check.add_argument("--explain", action="store_true", help="show what each line of the files was taken for")
    check.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def _add_mark(marking: Parser) -> None:
    marking.add_argument(
        "mark", choices=[mark.value for mark in Mark], metavar="MARK",
        help=", ".join(f"{mark} NAME" if mark.takes_name else mark for mark in Mark),
    )  # fmt: skip
    marking.add_argument(
        "ids", nargs="*", metavar="ID",
        help="an arXiv id or a key that `list` prints; - reads lines from standard input; NAME comes before them",
    )  # fmt: skip
    marking.add_argument("--query", metavar="QUERY", help="the papers that match, instead of ids")
    marking.add_argument(
        "--dry-run", action="store_true", help="print the papers that would change, and change nothing"
    )


def _add_undo(undo: Parser) -> None:
    undo.add_argument("steps", nargs="?", type=number(1), default=1, metavar="N", help="how many decisions; default: 1")


def _add_log(log: Parser) -> None:
    log.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def _add_state(state: Parser) -> None:
    state.add_argument(
        "errand", choices=["path", "check", "backup"], metavar="path|check|backup",
        help="path: print where the file is; check: check it, and rebuild what is shown from the log of decisions; "
        "backup: copy it, or what can be read of a damaged file, and print where the copy is",
    )  # fmt: skip
    state.add_argument(
        "target", nargs="?", type=Path, metavar="PATH", help="where the copy goes: a new file or a folder"
    )


def _add_source(source: Parser) -> None:
    source.add_argument(
        "errand", choices=["list", "add", "remove"], metavar="list|add|remove",
        help="list: print where digests come from; add: add a folder, or fetch a git repository; "
        "remove: remove one by its name or path",
    )  # fmt: skip
    source.add_argument(
        "source", nargs="?", metavar="PATH|URL|NAME", help="a folder, or a repository: https, ssh, user@host:path"
    )
    source.add_argument("--name", dest="source_name", metavar="NAME", help="the name of a repository")


def _add_sync(sync: Parser) -> None:
    sync.add_argument("source", nargs="?", metavar="NAME", help="fetch only this repository")


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "list": ("print papers, newest date first", _add_list),
    "search": ("print the papers that match a query, best first, with the matching sentence", _add_search),
    "unread": ("print the undecided papers, each once", _add_unread),
    "show": ("print one paper, or the digests of a date", _add_show),
    "check": ("print how each file was understood", _add_check),
    "mark": ("mark papers read, starred, skipped and so on", _add_mark),
    "undo": ("undo the last decisions", _add_undo),
    "state": ("find, check or copy the file of your decisions", _add_state),
    "source": ("list, add or remove where digests come from", _add_source),
    "sync": ("fetch the newest digests of git repositories", _add_sync),
    "log": ("print every decision, oldest first", _add_log),
}
"""What a command is good for, and what it takes."""


def _add_rows(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=["table", "tsv", "json", "jsonl"], default="table", help="default: %(default)s"
    )
    command.add_argument("--limit", type=number(0), metavar="N", help="print at most N papers")


def number(least: int) -> Callable[[str], int]:
    def checked(text: str) -> int:
        if text.isascii() and text.isdecimal() and int(text) >= least:
            return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least {least}")

    return checked
