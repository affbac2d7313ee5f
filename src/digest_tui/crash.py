"""What is kept of an internal error: code locations, never texts."""

import os
import traceback
from pathlib import Path

LOG_NAME = "crash.log"


def write_crash_log(folder: Path, error: BaseException) -> Path | None:
    """Write where the error came from to a file of ours (0600) and return its path; None when that fails too.

    Only the type and the frames are written: a message may quote a digest.
    """
    lines = [f"{type(error).__module__}.{type(error).__qualname__}\n"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}\n    {frame.line}\n")
    path = folder / LOG_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
            file.writelines(lines)
    except OSError:
        return None
    return path
