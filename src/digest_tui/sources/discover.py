"""Which source a path calls for, and whether a folder is worth opening unasked."""

import os
import re
from pathlib import Path

from digest_tui.errors import SourceError
from digest_tui.model.dates import path_date
from digest_tui.sources.base import Source, display_name
from digest_tui.sources.file import FileSource
from digest_tui.sources.folder import FolderSource, is_markdown, is_passed_over

_DIGEST_FOLDERS = ("_posts", "paper_logs")
_DATE_PART = re.compile(r"[0-9]{1,4}")
_DATE_PARTS = 3


def source_for(path: Path, name: str | None = None) -> Source:
    """The source for a folder or a file, named after it unless a name is given.

    Raises SourceError when there is nothing to read.
    """
    shown = display_name(str(path))
    try:
        if path.is_dir():
            os.scandir(path).close()
            return FolderSource(path, name)
        if path.is_file():
            return FileSource(path, name)
        if not path.exists():
            raise SourceError(f"There is no file or folder {shown}.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{shown} cannot be read: {reason}.") from error
    raise SourceError(f"{shown} is neither a file nor a folder.")


def holds_digests(folder: Path) -> bool:
    """Whether a folder is a place of digests: `_posts`, `paper_logs`, or Markdown files with a date in their path.

    Cheap: below the folder itself only folders named by a year, a month or a day are looked into.
    """
    if any((folder / name).is_dir() for name in _DIGEST_FOLDERS):
        return True
    return _holds_dated_markdown(folder, "", _DATE_PARTS)


def _holds_dated_markdown(folder: Path, prefix: str, levels: int) -> bool:
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not is_passed_over(entry.name)]
            if any(is_markdown(e.name) and path_date(prefix + e.name) and e.is_file() for e in entries):
                return True
            parts = [e for e in entries if _DATE_PART.fullmatch(e.name) and e.is_dir(follow_symlinks=False)]
    except OSError:
        return False
    return levels > 0 and any(_holds_dated_markdown(Path(e.path), f"{prefix}{e.name}/", levels - 1) for e in parts)
