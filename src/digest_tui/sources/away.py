"""The problem of a source that can no longer be reached, in one sentence."""

import errno
import os
from pathlib import Path

from digest_tui.model import Problem
from digest_tui.sources.base import display_name
from digest_tui.sources.naming import shown_path


def away(path: Path, error: OSError) -> Problem:
    """Return the problem of a folder or file that went away: what happened, what it means and what to do."""
    return Problem(
        "unreadable",
        f"{shown_path(path)} cannot be read: {_reason(path, error)}; its papers stay listed, and it is read again "
        "as soon as it is back.",
    )


def _reason(path: Path, error: OSError) -> str:
    if error.errno not in (errno.ENOENT, errno.ENOTDIR):
        return error.strerror or str(error)
    try:
        target = display_name(os.readlink(path))
    except OSError:
        return "it is missing (unmounted or renamed?)"
    return f"it is a link to {target}, which is missing (unmounted or renamed?)"
