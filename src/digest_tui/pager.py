"""The pager of the person: which one it is, and what it may do."""

import shlex
import shutil
import subprocess
from collections.abc import Mapping

from digest_tui.errors import PagerError
from digest_tui.text import one_line

_DEFAULTS = ("less", "more")
_UNSAFE = ("LESSOPEN", "LESSCLOSE")
"""Would make less run commands on what it is given."""


def pager_words(environ: Mapping[str, str]) -> list[str]:
    """Return the command and its arguments, without a shell; none where there is no pager.

    Raises PagerError for a command that is not valid.
    """
    try:
        words = shlex.split(environ.get("PAGER", ""))
    except ValueError as error:
        raise PagerError(f"PAGER is not a valid command ({error}): set it to one such as less.") from error
    return words or [name for name in _DEFAULTS if shutil.which(name)][:1]


def start_pager(words: list[str], environ: Mapping[str, str], encoding: str = "utf-8") -> subprocess.Popen[str]:
    """Start a pager, which reads its standard input; raises PagerError where it does not start.

    It gets a text that passed the border, never the name of a file, and less neither a shell nor an editor.
    """
    clean = {name: value for name, value in environ.items() if name not in _UNSAFE} | {"LESSSECURE": "1"}
    if encoding.startswith("utf"):
        # The locale may name another one, which Python does not take from it.
        clean.setdefault("LESSCHARSET", "utf-8")
    try:
        return subprocess.Popen(words, stdin=subprocess.PIPE, env=clean, encoding=encoding, errors="replace")
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise PagerError(
            one_line(f"The pager {words[0]} cannot be started ({reason}): set PAGER to another command.")
        ) from error
