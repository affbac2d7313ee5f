"""The pager of the person: which one it is, and how it gets the terminal for a while."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

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


@contextmanager
def started_pager(
    words: list[str], environ: Mapping[str, str], encoding: str = "utf-8"
) -> Iterator[subprocess.Popen[str]]:
    """Start a pager, which reads its standard input; it must have been left when the block ends.

    It gets a text that passed the border, never the name of a file, and less neither a shell nor an editor. Raises
    PagerError where it cannot be started.
    """
    clean = {name: value for name, value in environ.items() if name not in _UNSAFE} | {"LESSSECURE": "1"}
    with _keys_for_another():
        try:
            process = subprocess.Popen(words, stdin=subprocess.PIPE, env=clean, encoding=encoding, errors="replace")
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            raise PagerError(
                one_line(f"The pager {words[0]} cannot be started ({reason}): set PAGER to another command.")
            ) from error
        yield process


@contextmanager
def _keys_for_another() -> Iterator[None]:
    """Keys such as ctrl+c are meant for the program that has the terminal, but reach this one as signals too."""
    numbers = [number for name in ("SIGINT", "SIGQUIT") if (number := getattr(signal, name, None)) is not None]
    # Not SIG_IGN: the pager would inherit that.
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
