"""The one rule by which a log of events gives states, whatever order its events come in and however often."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest_tui.model import Event, KeyState, Status
from digest_tui.model.state import TAG

LIVE = "live"
"""The field of an event that flags a batch: `1` makes it live, `0` cancels it."""
STATUS = "status"
STAR = "star"
NOTE = "note"

_STATUSES = {status.value: status for status in Status}
_UNSET = (0, "", 0)


def newest_live(events: Iterable[Event]) -> dict[tuple[str, str], Event]:
    """For each key and field the newest event whose batch is live; a batch without a flag is."""
    log = events if isinstance(events, Sequence) else tuple(events)
    flags: dict[str, Event] = {}
    for event in log:
        if event.field == LIVE and (event.batch not in flags or event.order > flags[event.batch].order):
            flags[event.batch] = event
    cancelled = {batch for batch, flag in flags.items() if flag.new == "0"}
    newest: dict[tuple[str, str], Event] = {}
    for event in log:
        if event.field == LIVE or event.batch in cancelled:
            continue
        place = (event.key, event.field)
        if place not in newest or event.order > newest[place].order:
            newest[place] = event
    return newest


def key_states(values: Iterable[tuple[str, str, str, tuple[int, str, int]]]) -> dict[str, KeyState]:
    """The states that values `(key, field, new, order)` make, one value for each key and field.

    A field or a status that this version does not know says nothing.
    """
    statuses: dict[str, tuple[Status, tuple[int, str, int]]] = {}
    stars: dict[str, tuple[bool, tuple[int, str, int]]] = {}
    notes: dict[str, tuple[str, tuple[int, str, int]]] = {}
    tags: dict[str, list[tuple[str, bool, tuple[int, str, int]]]] = {}
    for key, field, new, order in values:
        if field == STATUS and new in _STATUSES:
            statuses[key] = (_STATUSES[new], order)
        elif field == STAR:
            stars[key] = (new == "1", order)
        elif field == NOTE:
            notes[key] = (new, order)
        elif field.startswith(TAG):
            tags.setdefault(key, []).append((field.removeprefix(TAG), new == "1", order))
    no_status, no_star = (Status.UNREAD, _UNSET), (False, _UNSET)
    found = {
        key: KeyState(*statuses.get(key, no_status), *stars.get(key, no_star)) for key in statuses.keys() | stars.keys()
    }
    # Few papers have these.
    for key in notes.keys() | tags.keys():
        note, note_order = notes.get(key, ("", _UNSET))
        known = found.get(key) or KeyState()
        found[key] = replace(known, note=note, note_order=note_order, tags=tuple(sorted(tags.get(key, ()))))
    return found


def states(events: Iterable[Event]) -> dict[str, KeyState]:
    """What a log, or the union of several, says about each key with a live event."""
    return key_states((key, field, event.new, event.order) for (key, field), event in newest_live(events).items())
