"""Processes of others."""

import os
import time
from pathlib import Path

_PATIENCE = 30.0
"""Seconds after which a process that was killed will not end any more."""


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
    limit = time.monotonic() + _PATIENCE
    while is_running(pid) and time.monotonic() < limit:
        os.sched_yield()
    return not is_running(pid)
