"""The decisions about papers: the committed states, the counts made of them, and the writing of new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.gone import GonePapers, Keeper, described
from digest_tui.model import Batch, Catalog, Change, Day, Entry, KeyState, PaperState
from digest_tui.model.day import day_id
from digest_tui.model.entries import keys_of
from digest_tui.model.steps import NOTHING_AGREED, Agreed, Overtaken, Step
from digest_tui.model.summary import Keys
from digest_tui.triage.marks import Mark, marking
from digest_tui.triage.states import NOTHING, merged
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.model.known import Known
    from digest_tui.model.summary import DigestSummary
    from digest_tui.store.base import Store


MANY = 500
"""Papers whose days are not looked for one by one."""


class Written(NamedTuple):
    """A change of state that is committed."""

    batch: Batch
    states: dict[str, KeyState]
    """The states in the log now, by the keys of the batch."""


class Stepped(NamedTuple):
    """The answer to an undo or a redo."""

    outcome: Step | Overtaken
    states: dict[str, KeyState]
    """The states in the log now, by the keys that it is about."""
    known: tuple[Known, ...]
    """The kept facts of the paper, where it is about one: no digest may have it."""


class Decisions:
    """The state of every paper; `write`, `undo` and `redo` may run in a thread of their own, one at a time."""

    def __init__(self, store: Store, catalog: Catalog, keeper: Keeper, gone: GonePapers) -> None:
        self._store = store
        self._catalog = catalog
        self._keeper = keeper
        self._gone = gone
        self._states = store.states()
        self._elsewhere: Mapping[str, Keys] = {}
        """All keys of papers that have not the same ones everywhere, by each of their first keys."""
        self._together: dict[str, set[str]] = {}
        """The same by each of their keys; two papers may share one."""
        self._annotated = _annotated(self._states)
        self.changes = 0
        """Grows with all that is decided here or elsewhere: what was made of the states holds as long as this does."""
        self._new_counts: dict[str, tuple[Sequence[DigestSummary], int]] = {}
        """The counts of new papers by the id of a day, each made when it is asked for."""

    def __bool__(self) -> bool:
        return bool(self._states)

    @property
    def annotated(self) -> Set[str]:
        """The keys of papers that have tags or a note."""
        return self._annotated

    @property
    def keys(self) -> Set[str]:
        """The keys of all papers about which something was ever decided: one with none of them is new."""
        return self._all_keys(self._states.keys())

    def decided(self) -> frozenset[str]:
        """Return the keys under which something was decided up to now; for any thread."""
        return frozenset(self._states)

    def all_keys(self, keys: Keys) -> Keys:
        """Return the keys that a paper has in all places, given those that it has in one."""
        return self._elsewhere.get(keys[0], keys)

    @property
    def renamed(self) -> Set[str]:
        """The first keys of papers that have not the same ones everywhere."""
        return self._elsewhere.keys()

    def name_of(self, key: str) -> str:
        """Return what names a paper wherever it stands, given the first key that it has in one place."""
        return self._elsewhere[key][0] if key in self._elsewhere else key

    def state_of(self, keys: Keys) -> PaperState:
        """Return the committed state of the paper with these keys."""
        return _merged(self._states, self._elsewhere.get(keys[0], keys))

    def starred_stamp(self, keys: Keys) -> int:
        """Return the time when the paper with these keys was starred, in ms since the epoch UTC; 0 without a star."""
        known = [self._states[key] for key in self.all_keys(keys) if key in self._states]
        newest = max(known, key=lambda state: state.star_order, default=None)
        return newest.star_order[0] if newest and newest.starred else 0

    def join(self, elsewhere: Mapping[str, Keys]) -> bool:
        """Take in which keys are of one paper, and return True when that may change what was decided of one."""
        if self._elsewhere == elsewhere:
            return False
        before = self._together
        self._elsewhere, self._together = elsewhere, {}
        for keys in set(elsewhere.values()):
            for key in keys:
                self._together.setdefault(key, set()).update(keys)
        self.replace(self._states)
        return not self._states.keys().isdisjoint(before.keys() | self._together.keys())

    def states_now(self) -> Callable[[Keys], PaperState]:
        """Return the states as decided up to now, also for later questions; tags and notes follow later changes."""
        then = dict(self._states)

        def state(keys: Keys) -> PaperState:
            decided, now = _merged(then, self._elsewhere.get(keys[0], keys)), self.state_of(keys)
            is_same = (decided.tags, decided.note) == (now.tags, now.note)
            return decided if is_same else decided._replace(tags=now.tags, note=now.note)

        return state

    def keys_where(self, belongs: Callable[[PaperState], bool]) -> set[str]:
        """Return the keys of papers whose state may pass a test, which must not pass without a decision."""
        return set(self._all_keys({key for key, state in self._states.items() if belongs(merged((state,)))}))

    def tags(self) -> Set[str]:
        """Return every tag that a paper has."""
        return {tag for key in self._annotated for tag in self.state_of((key,)).tags}

    # Counts

    def new_count(self, day: Day) -> int:
        """Return the number of new papers of a day; a paper that occurs twice counts once."""
        summaries, count = self._new_counts.get(day.id, ((), 0))
        # Rows that are about to go may ask about a day as it was.
        if summaries is not day.summaries:
            count = sum(self.state_of(row.keys).is_new for row in rows_of_day(day.paper_keys()))
            self._new_counts[day.id] = day.summaries, count
        return count

    def count_again(self, day_ids: Iterable[str]) -> None:
        """Forget the counts of days whose papers changed."""
        for changed_day in day_ids:
            self._new_counts.pop(changed_day, None)

    # Changes

    def replace(self, states: dict[str, KeyState]) -> None:
        """Take in all states anew: another window or a script changed some."""
        self.changes += 1
        self._states = states
        self._annotated = self._all_keys(_annotated(states))
        self._new_counts.clear()
        # Another window may have kept what was not known here.
        self._keeper.must_look = True

    def mark(self, entries: Iterable[Entry], mark: Mark, name: str = "") -> tuple[Change, ...]:
        """Return the changes that set a mark on papers, by the state as the store has it now; `write` commits them."""
        self.replace(self._store.states())
        return marking(mark, ((keys[0], self.state_of(keys)) for keys in keys_of(entries)), name)

    def described(self, changes: Iterable[Change], entries: Iterable[Entry]) -> tuple[Known, ...]:
        """Return what to keep of the papers that changes are about, as far as they are among these entries.

        Of the others it is kept after the next scan.
        """
        by_key = {entry.key: entry for entry in entries}
        found: list[Known | None] = []
        for key in dict.fromkeys(change.key for change in changes):
            if (entry := by_key.get(key)) is None or entry.is_gone:
                found.append(self._gone.known(key))
            else:
                found.append(described(entry, self._catalog.elsewhere(entry), self._keeper.roots))
        return tuple(known for known in found if known is not None)

    def write(self, changes: Iterable[Change], known: Sequence[Known] = ()) -> Written:
        """Commit changes as one batch, with what is known of their papers; blocks until they are safe."""
        written = self._written(self._store.apply(tuple(changes), known))
        if written.states.keys() - {paper.key for paper in known}:
            self._keeper.is_due = True
        return written

    def undo(self, agreed: Agreed = NOTHING_AGREED) -> Stepped | None:
        """Undo the newest decision, or say why not; None when there is none."""
        return self._stepped(self._store.undo(agreed))

    def redo(self, agreed: Agreed = NOTHING_AGREED) -> Stepped | None:
        """Redo the decision that was undone last, or say why not; None when there is none."""
        return self._stepped(self._store.redo(agreed))

    def absorb(self, written: Written | Stepped) -> None:
        """Take in what was committed, also by others."""
        self.changes += 1
        self._states.update(written.states)
        keys = self._all_keys(written.states.keys())
        now = _annotated({key: self._states[key] for key in keys if key in self._states})
        self._annotated = (self._annotated - keys) | self._all_keys(now)
        if len(written.states) > MANY:
            # To find their days would take longer than to count all again, each when it is asked for.
            self._new_counts.clear()
        else:
            self.count_again(map(day_id, self._catalog.dates_of(keys)))

    def _all_keys(self, keys: Set[str]) -> Set[str]:
        """Return keys with those that the papers have in other places."""
        if not self._together:
            return keys
        return keys | {other for key in keys for other in self._together.get(key, ())}

    def _written(self, batch: Batch) -> Written:
        return Written(batch, self._store.states({change.key for change in batch.changes}))

    def _stepped(self, outcome: Step | Overtaken | None) -> Stepped | None:
        if outcome is None:
            return None
        keys = {change.key for change in outcome.changes}
        known = tuple(self._store.known(keys)) if len(keys) == 1 else ()
        return Stepped(outcome, self._store.states(outcome.keys), known)


def _merged(states: dict[str, KeyState], keys: Keys) -> PaperState:
    known = [states[key] for key in keys if key in states]
    return merged(known) if known else NOTHING


def _annotated(states: dict[str, KeyState]) -> Set[str]:
    return {key for key, state in states.items() if state.tags or state.note}
