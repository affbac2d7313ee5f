"""The one door: every way out of `digest-tui` and its exit code."""

import sys
from collections.abc import Sequence

from digest_tui import first_frame
from digest_tui.cli.arguments import Arguments, parse_arguments
from digest_tui.cli.output import prepare_streams, say
from digest_tui.errors import DigestTuiError
from digest_tui.report import report

_INTERNAL_ERROR = 1
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code; those of the process when none are given."""
    prepare_streams()
    try:
        return _run(parse_arguments(sys.argv[1:] if argv is None else argv))
    except DigestTuiError as error:
        first_frame.leave()
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        first_frame.leave()
        # A traceback on the screen would show code to a person and, in a message, the text of a digest.
        say(report(error, "Stopped"))
        return _INTERNAL_ERROR


def _run(arguments: Arguments) -> int:
    match arguments.command:
        case "list":
            from digest_tui.cli.listing import list_papers

            return list_papers(arguments)
        case "search":
            from digest_tui.cli.search import search

            return search(arguments)
        case "show":
            from digest_tui.cli.show import show

            return show(arguments)
        case "check":
            from digest_tui.cli.check import check

            return check(arguments)
        case "unread":
            from digest_tui.cli.unread import list_undecided

            return list_undecided(arguments)
        case "mark":
            from digest_tui.cli.marking import mark

            return mark(arguments)
        case "undo":
            from digest_tui.cli.marking import undo

            return undo(arguments)
        case "state":
            from digest_tui.cli.state import state

            return state(arguments)
        case "source":
            from digest_tui.cli.sources import source

            return source(arguments)
        case "sync":
            from digest_tui.cli.sources import sync

            return sync(arguments)
        case "log":
            from digest_tui.cli.history import print_log

            return print_log(arguments)
        case _:
            from digest_tui.cli.reader import read

            return read(arguments)
