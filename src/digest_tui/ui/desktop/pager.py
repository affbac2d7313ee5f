"""The person's own pager, for what is more than the reader shows."""

import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping

from digest_tui.errors import DigestTuiError
from digest_tui.text import one_line
from digest_tui.ui.terminal.guest import has_terminal, keys_for_guest

_DEFAULTS = ("less", "more")
_UNSAFE = ("LESSOPEN", "LESSCLOSE")
"""Would make less run commands on what it is given."""


def show(text: Iterable[str], command: list[str], environ: Mapping[str, str]) -> str:
    """Run a pager on a text that passed the border, and return when it was left: one sentence, or nothing to say.

    The terminal must be free. The pager gets the text on its standard input, never the name of a file, and less neither
    a shell nor an editor.
    """
    clean = {name: value for name, value in environ.items() if name not in _UNSAFE} | {"LESSSECURE": "1"}
    with keys_for_guest():
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, env=clean, encoding="utf-8", errors="replace")
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            return one_line(f"The pager {command[0]} cannot be started ({reason}): set PAGER to another command.")
        with has_terminal(process), process:
            assert process.stdin is not None
            try:
                with process.stdin as standard_input:
                    standard_input.writelines(text)
            except BrokenPipeError:
                # Who leaves a pager early has seen enough.
                return ""
            except OSError as error:
                return one_line(f"The file could not be read to its end: {error.strerror or error}.")
    return ""


def pager(environ: Mapping[str, str]) -> list[str]:
    """The command and its arguments, without a shell; raises DigestTuiError where none is to be had."""
    try:
        words = shlex.split(environ.get("PAGER", ""))
    except ValueError as error:
        raise DigestTuiError(f"PAGER is not a valid command ({error}): set it to one such as less.") from error
    found = words or [name for name in _DEFAULTS if shutil.which(name)][:1]
    if not found:
        raise DigestTuiError("There is no pager: install less, or set PAGER.")
    return found
