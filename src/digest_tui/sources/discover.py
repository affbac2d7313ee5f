"""The source of a path, and the check of a folder that is opened unasked."""

import os
from collections import deque
from pathlib import Path

from digest_tui.model.periods import path_date
from digest_tui.patterns import pattern
from digest_tui.sources.base import Source
from digest_tui.sources.endings import is_passed_over, may_be_digest
from digest_tui.sources.paper_links import count_paper_links
from digest_tui.sources.registry import local_origin

_DIGEST_FOLDERS = ("_posts", "paper_logs")
_DATE_PART = pattern(r"[0-9]{1,4}")
_MAX_FOLDERS = 300
_MAX_DEPTH = 4
"""Levels of folders that are searched: `docs/daily/2025/01/08.md` is found."""
_README = pattern(r"(?i)readme\.[a-z]+")
_FEW_PAPERS = 5
"""Links to papers with which a README is a list of them rather than about a project."""


def source_for(path: Path, name: str | None = None) -> Source:
    """Return the source of a folder or a file, named after it unless a name is given.

    Raises SourceError when there is nothing to read.
    """
    return local_origin(str(path)).open(name)


def holds_digests(folder: Path) -> bool:
    """Return True for a place of digests: `_posts`, `paper_logs`, dated Markdown files, or a README full of papers.

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
