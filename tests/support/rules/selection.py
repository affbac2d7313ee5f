"""The papers that are selected, as a specification: they belong to the list in which they were chosen."""

from collections.abc import Collection, Sequence


class Selection:
    """Papers picked one by one, and a range from where it was begun to the cursor."""

    def __init__(self) -> None:
        self._picked: set[str] = set()
        self._anchor: str | None = None
        self._range: set[str] = set()
        self._is_lost = False

    @property
    def papers(self) -> set[str]:
        """Those that are selected."""
        return self._picked | self._range

    @property
    def has_range(self) -> bool:
        """True while a range follows the cursor."""
        return self._anchor is not None

    def toggle(self, paper: str) -> None:
        """Select a paper, or take it out."""
        self.end_range()
        self._picked ^= {paper}

    def begin_range(self, paper: str) -> None:
        """From here on the range follows the cursor."""
        self._anchor, self._range = paper, {paper}

    def end_range(self) -> None:
        """The range stays as it is."""
        self._picked, self._anchor, self._range = self.papers, None, set()

    def reach(self, listed: Sequence[str], cursor: str | None) -> None:
        """The cursor moved: the range goes from where it was begun to there."""
        if self._anchor in listed and cursor in listed:
            first, last = sorted((listed.index(self._anchor), listed.index(cursor)))
            self._range = set(listed[first : last + 1])

    def drop(self) -> None:
        """Nothing is selected."""
        self._picked, self._anchor, self._range = set(), None, set()

    def keep(self, listed: Collection[str]) -> None:
        """What is not listed is not selected."""
        self._picked &= set(listed)
        self._range &= set(listed)
        if self._anchor not in listed:
            self.end_range()

    def lose(self, listed: Collection[str]) -> None:
        """Rows went away by themselves: a verb that was typed for them must not find other papers."""
        was_there = bool(self.papers)
        self.keep(listed)
        self._is_lost = self._is_lost or (was_there and not self.papers)

    def take_loss(self) -> bool:
        """Whether the key that is pressed now may be meant for papers that went away before it; so the first only."""
        was_lost, self._is_lost = self._is_lost, False
        return was_lost
