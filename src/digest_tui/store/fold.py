"""The one rule by which a log of events gives states, whatever order its events come in and however often."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from digest_tui.model import Event, KeyState, Status
from digest_tui.model.state import TAG, EventOrder, note_text
from digest_tui.text import one_line

LIVE = "live"
"""The field of an event that flags a batch: `1` makes it live, `0` cancels it."""
STATUS = "status"
STAR = "star"
NOTE = "note"

_STATUSES = {status.value: status for status in Status}
_UNSET: EventOrder = (0, "", 0)
_NO_STATUS = (Status.UNREAD, _UNSET)
_NO_NOTE = ("", _UNSET)


def cancelled_batches(events: Iterable[Event]) -> set[str]:
    """Return the batches whose newest flag cancels them."""
    flags: dict[str, Event] = {}
    for event in events:
        if event.field == LIVE and (event.batch not in flags or event.order > flags[event.batch].order):
            flags[event.batch] = event
    return {batch for batch, flag in flags.items() if flag.new == "0"}


def newest_live(events: Iterable[Event]) -> dict[tuple[str, str], Event]:
    """Return the newest event of each key and field whose batch is live, as one without a flag is."""
    log = events if isinstance(events, Sequence) else tuple(events)
    return newest(log, cancelled_batches(log))


def newest(events: Iterable[Event], cancelled: Container[str]) -> dict[tuple[str, str], Event]:
    """Return the newest event of each key and field whose batch is not among these."""
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        if event.field == LIVE or event.batch in cancelled:
            continue
        place = (event.key, event.field)
        if place not in found or event.order > found[place].order:
            found[place] = event
    return found


def key_states(values: Iterable[tuple[str, str, str, int, str, int]]) -> dict[str, KeyState]:
    """Return the states given by values `(key, field, new, stamp, host, n)`, one for each key and field.

    A field or a status that this version does not know is ignored. Other programs may have written the notes and the
    tags: they are sanitised.
    """
    statuses: dict[str, tuple[Status, EventOrder]] = {}
    stars: dict[str, tuple[bool, EventOrder]] = {}
    notes: dict[str, tuple[str, EventOrder]] = {}
    tags: dict[str, list[tuple[str, bool, EventOrder]]] = {}
    for key, field, new, stamp, host, n in values:
        if field == STATUS:
            if new in _STATUSES:
                statuses[key] = _STATUSES[new], (stamp, host, n)
        elif field == STAR:
            stars[key] = new == "1", (stamp, host, n)
        elif field == NOTE:
            notes[key] = note_text(new), (stamp, host, n)
        elif field.startswith(TAG):
            name = one_line(field.removeprefix(TAG))
            tags.setdefault(key, []).append((name, new == "1", (stamp, host, n)))
    # A start waits for this: most papers have a status and nothing else.
    found = {key: KeyState(status, order) for key, (status, order) in statuses.items()}
    for key, (starred, order) in stars.items():
        found[key] = KeyState(*statuses.get(key, _NO_STATUS), starred, order)
    for key in notes.keys() | tags.keys():
        note, order = notes.get(key, _NO_NOTE)
        known = found.get(key) or KeyState()
        found[key] = known._replace(note=note, note_order=order, tags=tuple(sorted(tags.get(key, ()))))
    return found


def newest_of_paper(live: Mapping[tuple[str, str], Event], keys: Collection[str], field: str) -> Event | None:
    """Return the event that decides a field of a paper, given the newest live ones; None where it was never set."""
    events = [event for key in keys if (event := live.get((key, field))) is not None]
    known = (event for event in events if field != STATUS or event.new in _STATUSES)
    return max(known, key=lambda event: event.order, default=None)


def shown(field: str, event: Event | None) -> object:
    """Return what a field looks like that an event decides."""
    new = event.new if event else ""
    if field == STATUS:
        return new or Status.UNREAD
    if field == STAR or field.startswith(TAG):
        return new == "1"
    return note_text(new) if field == NOTE else new


def states(events: Iterable[Event]) -> dict[str, KeyState]:
    """Return the state of each key with a live event, from a log or the union of several."""
    return key_states((e.key, e.field, e.new, e.stamp, e.host, e.n) for e in newest_live(events).values())
