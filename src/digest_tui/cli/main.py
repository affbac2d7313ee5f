"""The one door: every way out of `digest-tui` and its exit code."""

import gc
import os
import sys
from collections.abc import Sequence

from digest_tui import first_frame
from digest_tui.cli.arguments import Arguments
from digest_tui.cli.command_line import parse_arguments
from digest_tui.cli.output import prepare_streams, say
from digest_tui.cli.subcommands import subcommand
from digest_tui.errors import NO_FOLDER, DigestTuiError, UsageError
from digest_tui.report import report

_INTERNAL_ERROR = 1
_INTERRUPTED = 130
_OBJECTS = 100_000
"""The number of new objects among which circles are looked for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments ask for and return the exit code; None stands for those of the process."""
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
        if isinstance(error, FileNotFoundError) and not _has_folder():
            # Any relative path leads here, wherever it was named.
            say(NO_FOLDER)
            return UsageError.exit_code
        # A traceback on the screen would show code to a person and, in a message, the text of a digest.
        say(report(error, "Stopped"))
        return _INTERNAL_ERROR


def _has_folder() -> bool:
    try:
        os.getcwd()
    except OSError:
        return False
    return True


def _run(arguments: Arguments) -> int:
    if arguments.command:
        # What a command makes is kept until it ends: looking through it for circles every 700 objects finds none.
        gc.set_threshold(_OBJECTS)
        return subcommand(arguments.command).run(arguments)
    from digest_tui.cli.reader import read

    return read(arguments)
