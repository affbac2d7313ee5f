"""One digest, named by its file."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from digest_tui.model import Problem
from digest_tui.sources.away import away
from digest_tui.sources.base import FileRef, RawText, Source, display_name
from digest_tui.sources.endings import may_be_digest
from digest_tui.sources.fixed import why_sample
from digest_tui.sources.naming import typed_path
from digest_tui.sources.origin import LocalPath
from digest_tui.sources.reading import read_text, whole_text
from digest_tui.sources.walk import kind_of


class FileSource:
    """A single file of any name."""

    def __init__(self, path: Path, name: str | None = None) -> None:
        self.path = typed_path(path)
        self._name = name
        self._problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The name it was given, else that of the file as it was typed."""
        return self._name or display_name(self.path.name)

    @property
    def location(self) -> str:
        """Its real path."""
        return os.path.realpath(self.path)

    @property
    def is_one_file(self) -> bool:
        """See `Source`."""
        return True

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problem that it went away, while it is."""
        return self._problems

    @property
    def unseen(self) -> tuple[str, ...]:
        """Everything, while it is away."""
        return ("",) if self._problems else ()

    @property
    def why_fixed(self) -> str:
        """See `Source`."""
        return why_sample(self.path)

    def files(self) -> list[FileRef]:
        """Return the file, or nothing while it is away."""
        try:
            ref = self._ref()
        except OSError as error:
            self._problems = (away(self.path, error),)
            return []
        self._problems = ()
        return [ref]

    def file_at(self, path: str) -> FileRef | None:
        """Return the file as it is now."""
        try:
            ref = self._ref()
        except OSError:
            return None
        return ref if ref.path == path else None

    def _ref(self) -> FileRef:
        location = os.path.realpath(self.path)
        status = os.stat(location)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, f"it is {kind_of(status)}, not a file")
        name = display_name(self.path.name)
        return FileRef(name, Path(location), status.st_mtime_ns, status.st_size, status.st_ino)

    def read(self, ref: FileRef) -> RawText:
        """Read the text of the file; raises SourceError when it cannot be read."""
        return read_text(ref)

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """Yield all of the file, in pieces; raises SourceError when it cannot be read."""
        return whole_text(ref)


class File(LocalPath):
    """A place that is one file, or was one: a missing one is known by its ending."""

    @staticmethod
    def recognises(text: str, base: Path) -> bool:
        """Return True when a path is that of a file."""
        path = base / text
        try:
            return path.is_file() or (may_be_digest(path.name) and not path.is_dir())
        except OSError:
            return may_be_digest(path.name)

    def open(self, name: str | None = None) -> Source:
        """Return the source of the file; raises SourceError when there is none."""
        try:
            if self.path.is_file():
                return self.expected(name)
        except OSError as error:
            raise self.unreadable(error) from error
        raise self.unreadable()

    def expected(self, name: str | None = None) -> Source:
        """Return the source of a missing file, which may be back some time."""
        return FileSource(self.path, name)
