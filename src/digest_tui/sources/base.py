"""The interface of every source, and the values it deals in."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from digest_tui.model import Problem
from digest_tui.model.summary import Stamp
from digest_tui.text import sanitize


class FileRef(NamedTuple):
    """A file that may be a digest, as a walk saw it; a different reference means that the file changed."""

    path: str
    """Relative to the root of its source, with `/`, fit for display; no two files of a source share one."""
    location: Path
    """The path under which it is opened: never a symbolic link when the walk saw it."""
    mtime_ns: int
    size: int
    """Its size in bytes."""
    inode: int

    @property
    def stamp(self) -> Stamp:
        """A value that differs whenever the text may."""
        return self.mtime_ns, self.size, self.inode


class RawText(NamedTuple):
    """The text of a file, decoded and sanitised, with `\\n` as the only line end."""

    text: str
    problems: tuple[Problem, ...] = ()


class Source(Protocol):
    """A place digests come from; its methods block and may be called from any one thread at a time."""

    @property
    def name(self) -> str:
        """A short name for a person."""
        ...

    @property
    def location(self) -> str:
        """The real path, whatever the source is called: no two sources of a library share one."""
        ...

    @property
    def is_one_file(self) -> bool:
        """True when it is one file that somebody named: then that is a digest, whatever it holds."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Things the last walk left out or could not enter."""
        ...

    @property
    def unseen(self) -> tuple[str, ...]:
        """Beginnings of paths that the last walk could not see, so that nobody knows whether files are there.

        `""` is everything (the source is away), `notes/` a folder, `notes/a.md` a file.
        """
        ...

    @property
    def why_fixed(self) -> str:
        """Why nobody should edit its files, in a sentence; empty where they are the person's own."""
        ...

    def files(self) -> list[FileRef]:
        """Return the files there now, newest first by the date in the path, else by the time of the last change.

        Cheap, and never raises: what cannot be entered is passed over.
        """
        ...

    def file_at(self, path: str) -> FileRef | None:
        """Return the file at a path as it is now; keeps the results of the last walk, and may be asked meanwhile."""
        ...

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """Yield all of a file, also what `read` leaves out, sanitised, in pieces; raises SourceError."""
        ...

    def read(self, ref: FileRef) -> RawText:
        """Read the text of one file; raises SourceError with one sentence when it cannot be read."""
        ...


def display_name(name: str) -> str:
    """Return a file name fit to show: what is not UTF-8 or not printable is escaped, so names stay apart."""
    if _is_plain(name):
        return name
    readable = os.fsencode(name).decode("utf-8", "backslashreplace")
    escaped = (c if _is_plain(c) else c.encode("unicode_escape").decode("ascii") for c in readable)
    return sanitize("".join(escaped))


def _is_plain(name: str) -> bool:
    return sanitize(name) == name and "\n" not in name and "\t" not in name
