"""What is remembered beside the decisions, as it was when it was last read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from digest_tui.errors import StateError
from digest_tui.text import sanitize

if TYPE_CHECKING:
    from digest_tui.store.base import Store


class Remembered:
    """Values by their names; belongs to one thread, but for `recall_now`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.values: Mapping[str, str] = _all(store)
        """The values as they are kept: other programs may have written them."""

    def recall(self, name: str) -> str | None:
        """Return the value under a name as it was last read; None where there is none, or it could not be read."""
        value = self.values.get(name)
        return None if value is None else sanitize(value)

    def recall_now(self, name: str) -> str | None:
        """Return the value under a name, also one that another window has just kept; may wait for the disk."""
        try:
            value = self._store.recall(name)
            return None if value is None else sanitize(value)
        except StateError:
            return None


def _all(store: Store) -> dict[str, str]:
    try:
        return store.remembered()
    except StateError:
        # No decision depends on it.
        return {}
