"""The one door: every way out of `digest-tui` and its exit code."""

import sys
from collections.abc import Sequence

from digest_tui.cli.arguments import Arguments, parse_arguments
from digest_tui.cli.output import prepare_streams, say
from digest_tui.errors import DigestTuiError

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code; those of the process when none are given."""
    prepare_streams()
    try:
        return _run(parse_arguments(sys.argv[1:] if argv is None else argv))
    except DigestTuiError as error:
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: Arguments) -> int:
    match arguments.command:
        case "list":
            from digest_tui.cli.listing import list_papers

            return list_papers(arguments)
        case "show":
            from digest_tui.cli.show import show

            return show(arguments)
        case "check":
            from digest_tui.cli.check import check

            return check(arguments)
        case _:
            from digest_tui.cli.reader import read

            return read(arguments)
