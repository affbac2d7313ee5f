"""Which source a path calls for, and whether a folder is worth opening unasked."""

import os
from collections import deque
from pathlib import Path

from digest_tui.errors import SourceError
from digest_tui.model.periods import path_date
from digest_tui.patterns import pattern
from digest_tui.sources.base import Source, display_name
from digest_tui.sources.endings import is_passed_over, may_be_digest
from digest_tui.sources.file import FileSource
from digest_tui.sources.folder import FolderSource
from digest_tui.sources.paper_links import count_paper_links

_DIGEST_FOLDERS = ("_posts", "paper_logs")
_DATE_PART = pattern(r"[0-9]{1,4}")
_MAX_FOLDERS = 300
_MAX_DEPTH = 4
"""Folders that are looked into, and how deep: `docs/daily/2025/01/08.md` is found."""
_README = pattern(r"(?i)readme\.[a-z]+")
_FEW_PAPERS = 5
"""Links to papers with which a README is a list of them rather than about a project."""


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
            if path.is_symlink():
                raise SourceError(f"{shown} is a link to {display_name(os.readlink(path))}, which does not exist.")
            raise SourceError(f"There is no file or folder {shown}.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{shown} cannot be read: {reason}.") from error
    raise SourceError(f"{shown} is neither a file nor a folder.")


def expected_source(path: Path, name: str | None = None) -> Source:
    """The source for a path that cannot be read now, and of which something was read before."""
    return FileSource(path, name) if may_be_digest(path.name) else FolderSource(path, name)


def holds_digests(folder: Path) -> bool:
    """Whether a folder is a place of digests: `_posts`, `paper_logs`, dated Markdown files, or a README full of papers.

    Cheap: a few hundred folders are looked into at most, outside a repository only those named by a year, a month or a
    day (a home folder holds dated notes that nobody wants to triage), and of the README only its beginning is read.
    """
    if any((folder / name).is_dir() for name in _DIGEST_FOLDERS):
        return True
    return _holds_dated_files(folder) or _has_list_of_papers(folder)


def _holds_dated_files(folder: Path) -> bool:
    in_repository = (folder / ".git").exists()
    waiting = deque([(str(folder), "", 0)])
    for _ in range(_MAX_FOLDERS):
        if not waiting:
            return False
        path, prefix, depth = waiting.popleft()
        try:
            with os.scandir(path) as listing:
                entries = [entry for entry in listing if not is_passed_over(entry.name)]
            if any(may_be_digest(e.name) and path_date(prefix + e.name) and e.is_file() for e in entries):
                return True
            folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            continue
        if depth < _MAX_DEPTH:
            inside = (entry for entry in folders if in_repository or _DATE_PART.fullmatch(entry.name))
            waiting.extend((entry.path, f"{prefix}{entry.name}/", depth + 1) for entry in inside)
    return False


def _has_list_of_papers(folder: Path) -> bool:
    try:
        with os.scandir(folder) as listing:
            names = [entry.name for entry in listing if _README.fullmatch(entry.name) and may_be_digest(entry.name)]
    except OSError:
        return False
    return any(count_paper_links(folder / name) >= _FEW_PAPERS for name in names)
