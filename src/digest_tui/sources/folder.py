"""Digests in a folder and the folders below it."""

import os
from collections import deque
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from digest_tui.model import Problem
from digest_tui.model.periods import path_date
from digest_tui.sources.base import FileRef, RawText, display_name
from digest_tui.sources.reading import read_text, whole_text

MAX_FILES = 20_000
"""Files of a folder that are read: three a day for eighteen years."""
MAX_FOUND = 100_000
"""Files among which the newest are looked for."""
_ENDINGS = (".md", ".markdown")
_PASSED_OVER = ("node_modules",)


class FolderSource:
    """Every Markdown file below a folder.

    Passed over are hidden files and folders, `node_modules`, whatever is not a regular file, and symbolic links that
    lead out of the folder.
    """

    def __init__(self, root: Path, name: str | None = None) -> None:
        self.root = root
        self._name = name or display_name(root.resolve().name or str(root))
        self._problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The name it was given, else that of the folder."""
        return self._name

    @property
    def location(self) -> str:
        """Where it really is."""
        return os.path.realpath(self.root)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the last walk could not enter."""
        return self._problems

    def files(self) -> list[FileRef]:
        """The Markdown files that are there now, newest first."""
        problems: list[Problem] = []
        refs = {}
        for path, location, status in islice(_Walk(self.root, problems), MAX_FOUND):
            refs[path] = FileRef(path, Path(location), status.st_mtime_ns, status.st_size, status.st_ino)
        found = sorted(sorted(refs.values(), key=lambda ref: ref.path), key=_day, reverse=True)
        if len(found) > MAX_FILES:
            count = f"{len(found):,}" if len(found) < MAX_FOUND else f"more than {MAX_FOUND:,}"
            message = f"There are {count} Markdown files here; only the {MAX_FILES:,} newest are read."
            problems.append(Problem("size", message))
        self._problems = tuple(problems)
        return found[:MAX_FILES]

    def read(self, ref: FileRef) -> RawText:
        """The text of one file; raises SourceError when it cannot be read."""
        return read_text(ref)

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """All of the file, in pieces; raises SourceError when it cannot be read."""
        return whole_text(ref)


def is_markdown(name: str) -> bool:
    """Whether a file of this name may be a digest."""
    return name.lower().endswith(_ENDINGS)


def is_passed_over(name: str) -> bool:
    """Whether files and folders of this name are never looked at."""
    return name.startswith(".") or name in _PASSED_OVER


def _day(ref: FileRef) -> date:
    return path_date(ref.path) or _day_of(ref.mtime_ns)


def _day_of(mtime_ns: int) -> date:
    try:
        return date.fromtimestamp(mtime_ns / 1e9)
    except (OverflowError, OSError, ValueError):
        return date.min


class _Walk:
    """One walk: display path, real location and status of every Markdown file; iterative, each folder once."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self._root = os.path.realpath(root)
        self._problems = problems
        self._visited: set[tuple[int, int]] = set()
        self._folders: deque[tuple[str, str]] = deque([("", self._root)])
        self._linked_folders: deque[tuple[str, str]] = deque()

    def __iter__(self) -> Iterator[tuple[str, str, os.stat_result]]:
        # Links come last, so that a folder that is reached both ways is listed under its own name.
        while self._folders or self._linked_folders:
            prefix, folder = self._folders.popleft() if self._folders else self._linked_folders.popleft()
            try:
                if self._is_new(folder):
                    with os.scandir(folder) as listing:
                        entries = list(listing)
                    yield from self._in_folder(prefix, entries)
            except OSError as error:
                where = prefix.rstrip("/") or display_name(folder)
                message = f"The folder {where} cannot be read: {error.strerror or error}."
                self._problems.append(Problem("unreadable", message))

    def _in_folder(self, prefix: str, entries: list[os.DirEntry[str]]) -> Iterator[tuple[str, str, os.stat_result]]:
        for entry in entries:
            if is_passed_over(entry.name):
                continue
            path = prefix + display_name(entry.name)
            try:
                if entry.is_symlink():
                    yield from self._linked(path, entry)
                elif entry.is_dir(follow_symlinks=False):
                    self._folders.append((f"{path}/", entry.path))
                elif is_markdown(entry.name) and entry.is_file(follow_symlinks=False):
                    yield path, entry.path, entry.stat(follow_symlinks=False)
            except OSError:
                # It went away, or a link leads nowhere: nothing that a person could read.
                continue

    def _linked(self, path: str, entry: os.DirEntry[str]) -> Iterator[tuple[str, str, os.stat_result]]:
        target = os.path.realpath(entry.path)
        if os.path.commonpath((self._root, target)) != self._root:
            return
        if entry.is_dir():
            self._linked_folders.append((f"{path}/", target))
        elif is_markdown(entry.name) and entry.is_file():
            yield path, target, entry.stat()

    def _is_new(self, folder: str) -> bool:
        status = os.stat(folder)
        identity = (status.st_dev, status.st_ino)
        if identity in self._visited:
            return False
        self._visited.add(identity)
        return True
