"""One digest, named by its file."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from digest_tui.model import Problem
from digest_tui.sources.base import FileRef, RawText, display_name
from digest_tui.sources.reading import read_text, whole_text


class FileSource:
    """A single file of any name."""

    def __init__(self, path: Path, name: str | None = None) -> None:
        self.path = path
        self._name = name

    @property
    def name(self) -> str:
        """The name it was given, else that of the file."""
        return self._name or display_name(self.path.name)

    @property
    def location(self) -> str:
        """Where it really is."""
        return os.path.realpath(self.path)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """None: there is nothing to enter."""
        return ()

    def files(self) -> list[FileRef]:
        """The file, or nothing while it is gone."""
        location = os.path.realpath(self.path)
        try:
            status = os.stat(location)
        except OSError:
            return []
        if not stat.S_ISREG(status.st_mode):
            return []
        return [
            FileRef(display_name(self.path.name), Path(location), status.st_mtime_ns, status.st_size, status.st_ino)
        ]

    def read(self, ref: FileRef) -> RawText:
        """The text of the file; raises SourceError when it cannot be read."""
        return read_text(ref)

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """All of the file, in pieces; raises SourceError when it cannot be read."""
        return whole_text(ref)
