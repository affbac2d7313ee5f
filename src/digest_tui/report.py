"""The log of internal errors: code locations, never texts."""

import os
import sys
import time
from _thread import allocate_lock
from contextlib import suppress
from pathlib import Path

from digest_tui import __version__
from digest_tui.paths import log_dir

LOG_NAME = "digest-tui.log"
MAX_BYTES = 256 * 1024
"""Bytes after which a log is put aside; the one before it goes."""

_turn = allocate_lock()


def report(error: BaseException, what: str) -> str:
    """Write the origin of an error to the log, and return what happened and where the log is; never raises.

    Only types, numbers and code are written: the message of an error may quote a digest, a note or a query.
    """
    file = _append("".join(_lines(error)))
    where = f"The details are in {file}." if file else "The details could not be saved."
    return f"{what} because of an internal error ({type(error).__name__}). {where}"


def report_threads() -> None:
    """Let threads end with a report rather than with a traceback on the terminal, which shows texts."""
    import threading  # noqa: PLC0415 - for the reader, which loads it anyway

    threading.excepthook = lambda failed: failed.exc_value and report(failed.exc_value, "A thread ended")


def _lines(error: BaseException) -> list[str]:
    import traceback  # noqa: PLC0415 - it takes longer to load than there is to report

    system = f"Python {sys.version.partition(' ')[0]}, {sys.platform}"
    lines = [f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} digest-tui {__version__}, {system}\n"]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{_number(cause)}\n")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}\n    {frame.line}\n")
        cause = cause.__cause__ or cause.__context__
    return [*lines, "\n"]


def _number(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f" ({name})" if isinstance(name, str | int) else ""


def _append(entry: str) -> Path | None:
    folder = log_dir()
    path = folder / LOG_NAME
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with _turn:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                if path.lstat().st_size > MAX_BYTES:
                    path.replace(path.with_name(f"{LOG_NAME}.1"))
            with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(entry)
    except (OSError, ValueError):
        return None
    return path
