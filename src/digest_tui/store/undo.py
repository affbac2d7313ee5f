"""Planning an undo or a redo: the batches to cancel, or to make live again, so that something looks different after it.

What others decided since is never undone in passing. Where an undo would change nothing because of it, the answer says
so, and only who asks again agrees to more.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from digest_tui.model import Batch, Event
from digest_tui.model.steps import Again, Agreed, Overtaken, Step
from digest_tui.store import log
from digest_tui.store.looks import Looks, Place
from digest_tui.store.sessions import Session


class Plan(NamedTuple):
    """Batches to flag, and what that will have done."""

    batches: tuple[str, ...]
    step: Step


def plan_undo(connection: sqlite3.Connection, session: Session | None, agreed: Agreed) -> Plan | Overtaken | None:
    """Plan to cancel the newest live batch in a session's reach; None when there is none.

    Without a session it is the newest batch of all, with those before it as long as nothing looks different.
    """
    looks = Looks(connection, live=False)
    undone: list[str] = []
    agree: dict[str, frozenset[str]] = {}
    with closing(log.live_batches(connection, session)) as batches:
        batch = next(batches, None)
        while batch is not None:
            undone.append(batch)
            looks.add([batch])
            if seen := looks.changed(undone):
                return _plan(looks, seen, undone, batch)
            following = next(batches, None)
            if session is not None:
                since = _in_order(looks.since(batch, undone))
                is_foreign = partial(_is_foreign, connection, session)
                others = since or looks.the_same_before(batch, undone, is_foreign)
                looks.add(others)
                agree[batch], again = frozenset(), Again.NEXT if following else Again.NOTHING
                seen = looks.changed([*undone, *others])
                if not looks.places([batch]).isdisjoint(seen):
                    agree[batch], again = frozenset(others), Again.TOO
                if again is Again.NOTHING or agreed.get(batch) != agree[batch]:
                    return _overtaken(looks, [batch], others, again, agree, is_since=bool(since))
                if again is Again.TOO:
                    return _plan(looks, seen, undone, batch, others)
            batch = following
    return None


def plan_redo(connection: sqlite3.Connection, session: Session, agreed: Agreed) -> Plan | Overtaken | None:
    """Plan to make live again what was cancelled last in a session's reach; None when there is nothing."""
    looks = Looks(connection, live=True)
    redone: list[str] = []
    agree: dict[str, frozenset[str]] = {}
    with closing(log.cancelled_steps(connection, session)) as steps:
        step = next(steps, None)
        while step is not None:
            redone += step
            looks.add(step)
            others = [batch for batch in redone if _is_foreign(connection, session, batch)]
            own = [batch for batch in step if batch not in others]
            if seen := looks.changed(redone):
                return _plan(looks, seen, [batch for batch in redone if batch not in others], own[0], others)
            following = next(steps, None)
            agree[own[0]], again = frozenset(), Again.NEXT if following else Again.NOTHING
            if again is Again.NOTHING or own[0] not in agreed:
                since = _in_order(looks.since(own[0], redone))
                looks.add(since)
                return _overtaken(looks, own, since, again, agree, is_since=True)
            step = following
    return None


def _plan(looks: Looks, seen: set[Place], own: Sequence[str], batch: str, others: Sequence[str] = ()) -> Plan:
    """Return the plan to flag batches, of which `batch` is the one that was asked for and `seen` what will change."""
    flagged = (*own, *others)
    since = looks.since(batch, flagged)
    kept = {key for key, _ in looks.places([batch])} - {key for key, _ in seen}
    step = Step(
        changes=tuple(change for each in own for change in looks.changes[each] if (change.key, change.field) in seen),
        elsewhere=tuple(
            change for each in others for change in looks.changes[each] if (change.key, change.field) in seen
        ),
        left=len({key for key, _ in since} & kept),
        keys=frozenset(key for key, _ in looks.places(flagged)),
    )
    return Plan(flagged, step)


def _overtaken(
    looks: Looks, own: Iterable[str], others: Sequence[str], again: Again, agree: Agreed, *, is_since: bool
) -> Overtaken:
    changes = tuple(change for batch in own for change in looks.changes[batch])
    return Overtaken(changes, tuple(Batch(other, looks.changes[other]) for other in others), is_since, again, agree)


def _in_order(events: dict[Place, list[Event]]) -> list[str]:
    """Return the batches of events, the newest last."""
    ordered = sorted((event for at_place in events.values() for event in at_place), key=lambda event: event.order)
    return list(dict.fromkeys(event.batch for event in reversed(ordered)))[::-1]


def _is_foreign(connection: sqlite3.Connection, session: Session, batch: str) -> bool:
    return not log.is_reached(connection, session, batch)
