"""How far the digests have been read."""

from typing import NamedTuple


class Progress(NamedTuple):
    """The files that were read so far, and those to read."""

    done: int = 0
    total: int = 0
    """0 before it is known which files have to be read."""

    def __str__(self) -> str:
        return f"reading {self.done:,} of {self.total:,}" if self.total else "reading digests"
