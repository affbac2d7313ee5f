"""Processes of others."""

import os
from pathlib import Path


def is_running(pid: int) -> bool:
    """Whether a process runs: one that only waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rsplit(") ", 1)[1].startswith("Z"))
