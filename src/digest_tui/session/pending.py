"""The states that uncommitted changes lead to: the next key counts on them."""

from collections.abc import Callable, Set

from digest_tui.model import Change, PaperState
from digest_tui.triage.states import applied


class PendingChanges:
    """The states that changes on their way lead to, by the key of the paper."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[PaperState, tuple[Change, ...]]] = {}

    def __bool__(self) -> bool:
        return bool(self._states)

    @property
    def keys(self) -> Set[str]:
        """The keys of papers with a change on its way."""
        return self._states.keys()

    def state(self, key: str) -> PaperState | None:
        """Return the state that a paper will have; None where no change is on its way."""
        expected = self._states.get(key)
        return expected[0] if expected else None

    def add(self, changes: tuple[Change, ...], state_of: Callable[[str], PaperState]) -> None:
        """Count on changes that are being committed."""
        for change in changes:
            known = self._states.get(change.key)
            # Of several changes of one paper each goes on from the one before.
            state = known[0] if known and known[1] is changes else state_of(change.key)
            self._states[change.key] = applied(state, change), changes

    def end(self, changes: tuple[Change, ...]) -> None:
        """Drop changes that were committed or failed: from now on the store's word counts."""
        for change in changes:
            expected = self._states.get(change.key)
            # The same object as a rule: to compare it with itself would take a while for each of many changes.
            if expected is not None and (expected[1] is changes or expected[1] == changes):
                del self._states[change.key]
