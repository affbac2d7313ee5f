"""What papers look like when some batches are cancelled or live: asked before an undo or a redo writes anything."""

import sqlite3
from collections.abc import Callable, Collection, Iterable

from digest_tui.model import Change, Event
from digest_tui.model.summary import Keys
from digest_tui.store import known, log
from digest_tui.store.fold import LIVE, cancelled_batches, newest, newest_of_paper, shown

Place = tuple[str, str]
"""A key and a field. What is shown there depends on all keys of the paper."""


class Looks:
    """The papers of some batches."""

    def __init__(self, connection: sqlite3.Connection, *, live: bool) -> None:
        self._connection = connection
        self._live = live
        """True when batches are asked about as if they were live, False when as if they were cancelled."""
        self.changes: dict[str, tuple[Change, ...]] = {}
        """The changes of each batch that was added."""
        self._papers: dict[str, Keys] = {}
        self._events: dict[tuple[str, int], Event] = {}

    def add(self, batches: Iterable[str]) -> None:
        """Look at the papers of these batches too."""
        for batch in batches:
            self.changes[batch] = log.changes_of(self._connection, batch)
        keys = {key for key, _ in self.places(self.changes)} - self._papers.keys()
        self._papers |= known.papers_of(self._connection, keys)
        of_papers = {key for asked in keys for key in self._papers[asked]}
        self._events |= {(event.host, event.n): event for event in log.events_of(self._connection, of_papers)}

    def places(self, batches: Iterable[str]) -> set[Place]:
        """Return the places that batches are about."""
        return {(change.key, change.field) for batch in batches for change in self.changes[batch]}

    def changed(self, batches: Collection[str]) -> set[Place]:
        """Return the places that would look different with these batches."""
        places = self.places(self.changes)
        before, after = self._newest(places, ()), self._newest(places, batches)
        return {place for place in places if shown(place[1], before[place]) != shown(place[1], after[place])}

    def since(self, batch: str, batches: Collection[str]) -> dict[Place, list[Event]]:
        """Return what was decided at the places of a batch after it and is live, leaving out these batches."""
        own = {(event.key, event.field): event for event in self._events.values() if event.batch == batch}
        cancelled = self._cancelled(batches) | set(batches)
        by_place: dict[Place, list[Event]] = {}
        for event in self._events.values():
            if event.field != LIVE and event.batch not in cancelled:
                by_place.setdefault((event.key, event.field), []).append(event)
        return {
            place: newer
            for place in self.places([batch])
            if (
                newer := [
                    event
                    for key in self._papers[place[0]]
                    for event in by_place.get((key, place[1]), ())
                    if event.order > own[place].order
                ]
            )
        }

    def the_same_before(self, batch: str, batches: Collection[str], may_go: Callable[[str], bool]) -> list[str]:
        """Return the batches without which the places of a batch would look different, the newest last.

        None when there are no such, or one of them may not go.
        """
        found: list[str] = []
        while True:
            holders = self._newest(self.places([batch]), [*batches, *found]).values()
            more = {event.batch for event in holders if event is not None and may_go(event.batch)}
            if not more:
                return []
            self.add(more)
            found = [*sorted(more), *found]
            if not self.places([batch]).isdisjoint(self.changed([*batches, *found])):
                return found

    def _newest(self, places: Iterable[Place], batches: Collection[str]) -> dict[Place, Event | None]:
        live = newest(self._events.values(), self._cancelled(batches))
        return {(key, field): newest_of_paper(live, self._papers[key], field) for key, field in places}

    def _cancelled(self, batches: Collection[str]) -> set[str]:
        cancelled = cancelled_batches(self._events.values())
        return cancelled.difference(batches) if self._live else cancelled.union(batches)
