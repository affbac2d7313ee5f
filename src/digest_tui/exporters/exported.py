"""A paper on its way into a file of another program."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from digest_tui.model import Entry, PaperState
from digest_tui.model.record import Record


class Exported(NamedTuple):
    """A paper to be written, with all that is known of it."""

    entry: Entry
    """The newest of its entries that were asked for."""
    state: PaperState
    keys: tuple[str, ...]
    """Every key that it is known by, in any digest; the first is written as its mark."""
    cite_key: str
    """The key that it is cited by; one that stands in the file already goes before it."""
    record: Record
    """Its JSON object."""
    starred_at: datetime | None = None
    """The time when it was starred, in UTC; None without a star."""

    @property
    def key(self) -> str:
        """The key that is written as its mark."""
        return self.keys[0]
