"""Checking that the process behind a session still runs."""

import os
import sys
from pathlib import Path

_STATE, _START_TIME = 0, 19
"""Fields of /proc/PID/stat after the name: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html"""


def identity(pid: int) -> str:
    """Return what tells a process from a later one with its number; empty when it is gone or there is no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[_STATE] in "ZX" else fields[_START_TIME]


def is_running(pid: int, process: str) -> bool:
    """Return True when the process with this number and identity still runs, or when that cannot be known."""
    if process:
        return identity(pid) == process
    # There, os.kill would not ask the process but end it.
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
