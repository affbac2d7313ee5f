"""The papers that verbs act on instead of the one under the cursor."""

from collections.abc import Sequence


class Selection:
    """Single papers picked one by one, and a range between an anchor and the cursor; all by key."""

    def __init__(self) -> None:
        self._picked: set[str] = set()
        self._anchor: str | None = None
        self._range: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self.keys)

    @property
    def keys(self) -> frozenset[str]:
        """The selected keys."""
        return frozenset(self._picked | self._range)

    @property
    def extends(self) -> bool:
        """True while the range follows the cursor."""
        return self._anchor is not None

    def toggle(self, key: str) -> None:
        """Select or deselect a paper."""
        self._picked ^= {key}

    def toggle_range(self, key: str) -> None:
        """Begin a range here, or end the one that is open."""
        if self._anchor is None:
            self._anchor, self._range = key, {key}
        else:
            self._picked |= self._range
            self._anchor, self._range = None, set()

    def reach(self, keys: Sequence[str], cursor: str) -> None:
        """Extend the range from its anchor to the cursor, which moved."""
        if self._anchor in keys and cursor in keys:
            first, last = sorted((keys.index(self._anchor), keys.index(cursor)))
            self._range = set(keys[first : last + 1])

    def clear(self) -> bool:
        """Clear the selection, and return True when there was one."""
        was = bool(self)
        self._picked, self._anchor, self._range = set(), None, set()
        return was
