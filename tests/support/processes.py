"""Processes of others."""

import os
from pathlib import Path

from support.patience import patiently


def is_running(pid: int) -> bool:
    """Whether a process runs: one that only waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return _state(pid) != "Z"


def is_stopped(pid: int) -> bool:
    """Whether a process was stopped by a signal; known on Linux."""
    return _state(pid) == "T"


def ends(pid: int) -> bool:
    """Whether a process that was killed ends: the system takes its time about somebody else's child."""
    for _ in patiently():
        if not is_running(pid):
            return True
        os.sched_yield()
    return False


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have; known on Linux."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        if (fields := _fields(int(folder.name))) and int(fields[1]) == pid:
            found += [int(folder.name), *descendants(int(folder.name))]
    return found


def _state(pid: int) -> str:
    fields = _fields(pid)
    return fields[0] if fields else ""


def _fields(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    except (OSError, IndexError):
        return []
