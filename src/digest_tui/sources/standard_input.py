"""One digest that comes from standard input: read once, whole, and kept nowhere."""

import sys
from collections.abc import Iterator
from pathlib import Path

from digest_tui.errors import SourceError, UsageError
from digest_tui.model import Problem
from digest_tui.sources.base import FileRef, RawText, Source
from digest_tui.sources.fixed import NO_FILE
from digest_tui.sources.origin import Origin
from digest_tui.sources.reading import MAX_BYTES, text_of

TYPED = "-"
"""The path that stands for standard input."""
_NAME = "stdin"


class StandardInputSource:
    """What standard input gave; it never changes."""

    def __init__(self, data: bytes) -> None:
        self._raw = text_of(data)
        self._ref = FileRef(_NAME, Path(self.location), 0, len(data), 0)

    @property
    def name(self) -> str:
        """The name of the source and of its file."""
        return _NAME

    @property
    def location(self) -> str:
        """A name that no path has: no later run reads the same digest."""
        return f"{_NAME}:"

    @property
    def is_one_file(self) -> bool:
        """See `Source`."""
        return True

    @property
    def problems(self) -> tuple[Problem, ...]:
        """None: it is there."""
        return ()

    @property
    def unseen(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    @property
    def why_fixed(self) -> str:
        """See `Source`."""
        return NO_FILE

    def files(self) -> list[FileRef]:
        """Return the digest."""
        return [self._ref]

    def file_at(self, path: str) -> FileRef | None:
        """Return the digest under its name."""
        return self._ref if path == self._ref.path else None

    def read(self, ref: FileRef) -> RawText:
        """Return the text."""
        return self._raw

    def whole_text(self, ref: FileRef) -> Iterator[str]:
        """Yield the text as far as it was read."""
        yield self._raw.text


class StandardInput(Origin):
    """Standard input, in place of a file."""

    @staticmethod
    def recognises(text: str, base: Path) -> bool:
        """Return True for `-`."""
        return text == TYPED

    def open(self, name: str | None = None) -> Source:
        """Read it, but not without end; raises SourceError when it cannot be read."""
        if sys.stdin is None:
            raise SourceError("Standard input is closed, so there is no digest to read.")
        try:
            return StandardInputSource(sys.stdin.buffer.read(MAX_BYTES + 1))
        except OSError as error:
            raise SourceError(f"Standard input cannot be read: {error.strerror or error}.") from error

    @property
    def path(self) -> Path:
        """The path by which the system knows it."""
        return Path("/dev/stdin")

    @property
    def is_kept(self) -> bool:
        """False: the next run gets something else."""
        return False

    @property
    def lasting(self) -> str:
        """Raise UsageError: there is nothing that lasts."""
        raise UsageError("Standard input is read once, so it cannot be a source: name a file or a folder.")
