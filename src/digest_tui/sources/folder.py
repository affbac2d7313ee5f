"""Digests in a folder and the folders below it."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from digest_tui.counts import counted
from digest_tui.model import Problem
from digest_tui.model.periods import path_date
from digest_tui.sources.away import away
from digest_tui.sources.base import FileRef, RawText, Source
from digest_tui.sources.endings import is_about_the_folder, is_markdown
from digest_tui.sources.fixed import why_sample
from digest_tui.sources.naming import own_name, shown_path, typed_path
from digest_tui.sources.origin import LocalPath
from digest_tui.sources.paper_links import links_papers
from digest_tui.sources.reading import read_text, whole_text
from digest_tui.sources.walk import Walk

MAX_FILES = 20_000
"""Files of a folder that are read: three a day for eighteen years."""
MAX_FOUND = 100_000
"""Files found before the newest are picked."""
MAX_PROBLEMS = 20
"""Things left out that are named one by one."""
MAX_PEEKS = 100
"""Plain texts without a date that are opened: where there are more they are data."""


class FolderSource:
    """Every file below a folder that may be a digest.

    Passed over are hidden files and folders and `node_modules`. Left out, and said to be, are whatever is not a regular
    file, and symbolic links that lead out of the folder. Plain text counts where its path has a date, where it links
    papers, or where nothing here is Markdown.
    """

    def __init__(self, root: Path, name: str | None = None, *, max_folders: int | None = None) -> None:
        # Absolute, so that a current folder that goes away is told from another one.
        self.root = typed_path(root)
        self._name = name or own_name(root)
        self._max_folders = max_folders
        self.summary = ""
        """The result of the last walk in a few words: `40 Markdown files`."""
        self._problems: tuple[Problem, ...] = ()
        self._unseen: tuple[str, ...] = ()
        self._mounts: dict[str, int] = {}
        self._peeked: dict[FileRef, bool] = {}

    @property
    def name(self) -> str:
        """The name it was given, else that of the folder as it was typed."""
        return self._name

    @property
    def location(self) -> str:
        """Its real path."""
        return os.path.realpath(self.root)

    @property
    def is_one_file(self) -> bool:
        """See `Source`."""
        return False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Things the last walk left out or could not enter, and that it found nothing."""
        return self._problems

    @property
    def unseen(self) -> tuple[str, ...]:
        """See `Source`."""
        return self._unseen

    @property
    def why_fixed(self) -> str:
        """See `Source`."""
        return why_sample(self.root)

    def files(self) -> list[FileRef]:
        """Return the possible digests that are there now, newest first."""
        walk = Walk(self.root, self._mounts, self._max_folders)
        refs = {ref.path: ref for ref in islice(walk, MAX_FOUND)}
        written = [ref for ref in refs.values() if is_markdown(ref.path)]
        plain = self._digests(written, refs.values()) if len(written) < len(refs) else []
        self._unseen = tuple(walk.unseen)
        if walk.root_error is not None:
            self._problems = (away(self.root, walk.root_error),)
            return []
        # What is unmounted below is remembered until it is there again.
        self._mounts = {path: self._mounts[path] for path in walk.unseen if path in self._mounts} | {
            path: device for path, device in walk.mounts.items() if path not in walk.unseen
        }
        found = sorted(sorted([*written, *plain], key=lambda ref: ref.path), key=_day, reverse=True)
        self.summary = _summary(len(written), len(plain), walk)
        self._problems = (*self._about_all(found), *_first(walk.problems))
        return found[:MAX_FILES]

    def file_at(self, path: str) -> FileRef | None:
        """Return the file at a path as it is now."""
        return next((ref for ref in Walk(self.root, {}) if ref.path == path), None)

    def read(self, ref: FileRef) -> RawText:
        """Read the text of one file; raises SourceError when it cannot be read."""
        return read_text(ref)

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """Yield all of the file, in pieces; raises SourceError when it cannot be read."""
        return whole_text(ref)

    def _digests(self, written: list[FileRef], refs: Iterable[FileRef]) -> list[FileRef]:
        """Return the plain texts that are digests, judged by the Markdown files of the folder."""
        plain = [ref for ref in refs if not is_markdown(ref.path)]
        if all(is_about_the_folder(ref.path.rpartition("/")[2]) for ref in written):
            return plain
        undated = [ref for ref in plain if not path_date(ref.path)]
        if len(undated) > MAX_PEEKS:
            undated = []
        self._peeked = {ref: self._peeked[ref] if ref in self._peeked else links_papers(ref) for ref in undated}
        return [ref for ref in plain if path_date(ref.path) or self._peeked.get(ref)]

    def _about_all(self, found: list[FileRef]) -> Iterator[Problem]:
        if len(found) > MAX_FILES:
            count = counted(len(found), "Markdown file")
            there = count if len(found) < MAX_FOUND else f"more than {count}"
            message = f"There are {there} here; only the {MAX_FILES:,} newest are read."
            yield Problem("size", message)
        if not found:
            where = f"{shown_path(self.root)}: {self.summary}"
            yield Problem("empty", f"{where}; open another folder with --dir, or list it under `dirs` in config.toml.")


def _summary(written: int, plain: int, walk: Walk) -> str:
    """Word a walk: `40 Markdown files`, `0 Markdown files and 2 plain texts`, `0 Markdown files among 214 files`."""
    words = counted(written, "Markdown file")
    if plain:
        words = f"{words} and {counted(plain, 'plain text')}"
    if not written and not plain and walk.files:
        words = f"{words} among {counted(walk.files, 'file')}"
    return f"{words} in the first {counted(len(walk.entered), 'folder')}" if walk.is_cut else words


def _first(problems: dict[str, Problem]) -> list[Problem]:
    """Return the problems of the first paths, and how many more there are."""
    named = [problem for _, problem in sorted(problems.items())[:MAX_PROBLEMS]]
    if more := len(problems) - len(named):
        named.append(Problem("left-out", f"And {more:,} more are left out."))
    return named


def _day(ref: FileRef) -> date:
    return path_date(ref.path) or _day_of(ref.mtime_ns)


def _day_of(mtime_ns: int) -> date:
    try:
        return date.fromtimestamp(mtime_ns / 1e9)
    except (OverflowError, OSError, ValueError):
        return date.min


class Folder(LocalPath):
    """A place that is a folder."""

    @staticmethod
    def recognises(text: str, base: Path) -> bool:
        """Return True when a path is that of a folder."""
        try:
            return (base / text).is_dir()
        except OSError:
            return False

    def open(self, name: str | None = None) -> Source:
        """Return the source of the folder; raises SourceError when it is none or cannot be entered."""
        try:
            if self.path.is_dir():
                os.scandir(self.path).close()
                return self.expected(name)
        except OSError as error:
            raise self.unreadable(error) from error
        raise self.unreadable()

    def expected(self, name: str | None = None) -> Source:
        """Return the source of a missing folder, which may be back some time."""
        return FolderSource(self.path, name)

    @property
    def remark(self) -> str:
        """Whose business it is to bring it up to date, where git knows it."""
        if not (self.path / ".git").exists():
            return ""
        return "as a folder: git keeps it up to date, not `digest-tui fetch`; --fetch makes a copy for that"
