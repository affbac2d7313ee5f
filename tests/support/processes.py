"""Processes of others."""

import os
import time
from pathlib import Path

PATIENCE_SECONDS = 20.0
"""For a busy machine."""


def is_running(pid: int) -> bool:
    """Whether a process runs: one that only waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rsplit(") ", 1)[1].startswith("Z"))


def ends(pid: int) -> bool:
    """Whether a process is gone, or soon is: who was sent a signal dies when it has its turn."""
    until = time.monotonic() + PATIENCE_SECONDS
    while is_running(pid) and time.monotonic() < until:
        pass
    return not is_running(pid)
