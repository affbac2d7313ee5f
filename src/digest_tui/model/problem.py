"""Problems of digests, as data."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Something about a file that a person should know; it never stops the file from opening."""

    code: str
    """A short stable name: `header`, `date`, `no-papers`, `empty`, `encoding`, `conflict`, `size`, `unreadable`,
    `left-out`, `future`.
    """
    message: str
    """One sentence that says what is wrong and what was done about it."""
    line: int | None = None
    """The line in the file, counted from 1, where one can be named."""
    path: str | None = None
    """The file or folder, where the problem is one of its source."""
