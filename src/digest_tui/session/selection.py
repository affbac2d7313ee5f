"""The papers that verbs act on instead of the one under the cursor."""

from collections.abc import Collection, Sequence

from digest_tui.counts import counted

LOST = "the selected papers are no longer listed"
"""Why a verb that was meant for them did nothing."""


class Selection:
    """Single papers picked one by one, and a range between an anchor and the cursor; all by key.

    It belongs to the list in which it was made: whoever shows another list leaves it, and rows that go away leave it.
    """

    def __init__(self) -> None:
        self._picked: set[str] = set()
        self._anchor: str | None = None
        self._range: set[str] = set()
        self.news = ""
        """The sentence about a selection that was dropped or shrunk, until the next key."""
        self._is_lost = False
        """True when its papers went away by themselves since the last key."""
        self._was_lost = False
        """True when they had gone before the last key, which may have been meant for them."""

    def __bool__(self) -> bool:
        return bool(self._picked or self._range)

    @property
    def keys(self) -> frozenset[str]:
        """The selected keys."""
        return frozenset(self._picked | self._range)

    @property
    def extends(self) -> bool:
        """True while the range follows the cursor."""
        return self._anchor is not None

    def toggle(self, key: str) -> None:
        """Select or deselect a paper; a range that is open stays as it is."""
        self._end_range()
        self._picked ^= {key}

    def toggle_range(self, key: str) -> None:
        """Begin a range here, or end the one that is open."""
        if self._anchor is None:
            self._anchor, self._range = key, {key}
        else:
            self._end_range()

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

    def leave(self, reason: str) -> None:
        """Drop the selection, since another list is shown."""
        count = len(self.keys)
        if self.clear():
            self.news = f"{count} selected dropped: {reason}"

    def lose(self, reason: str) -> None:
        """Drop the selection, since another list is shown that nobody asked for."""
        if self:
            self.leave(reason)
            self._is_lost = True

    def keep(self, listed: Collection[str]) -> None:
        """Drop the papers that are not listed any more."""
        if not (gone := self.keys.difference(listed)):
            return
        self._picked -= gone
        self._range -= gone
        if self._anchor in gone:
            self._end_range()
        self._is_lost = not self
        left = f", {len(self.keys)} left" if self else ""
        self.news = f"{counted(len(gone), 'selected paper')} no longer listed{left}"

    def key_pressed(self) -> None:
        """Take note of a key: the sentence about the last change was seen."""
        self.news = ""
        self._was_lost, self._is_lost = self._is_lost, False

    def take_loss(self) -> bool:
        """Return True, once, when a verb may have been meant for papers that are gone, and must find no other one."""
        was_lost, self._was_lost, self._is_lost = self._was_lost, False, False
        return was_lost

    def _end_range(self) -> None:
        self._picked |= self._range
        self._anchor, self._range = None, set()
