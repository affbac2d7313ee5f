"""Regular expressions that are compiled when they are first used: a start needs few of those it loads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _LazyPattern:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Once for each method: afterwards it is found on the object itself.
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    pattern = re.compile
else:

    def pattern(source: str | bytes, flags: int = 0) -> _LazyPattern:
        """Compile an expression as `re.compile` does, but later; its errors are raised when it is used."""
        return _LazyPattern(source, flags)
