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
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rsplit(") ", 1)[1].startswith("Z"))


def ends(pid: int) -> bool:
    """Whether a process that was killed ends: the system takes its time about somebody else's child."""
    for _ in patiently():
        if not is_running(pid):
            return True
        os.sched_yield()
    return False
