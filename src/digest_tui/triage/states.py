"""From the states of keys to the state of a paper."""

from collections.abc import Iterable

from digest_tui.model import Change, KeyState, PaperState, Status
from digest_tui.model.state import TAG, EventOrder

NOTHING = PaperState()
"""The state of a paper about which nothing was ever decided."""


def merged(states: Iterable[KeyState]) -> PaperState:
    """Merge the states of a paper's keys: for each field the newest counts."""
    known = tuple(states)
    if not known:
        return NOTHING
    status = max(known, key=lambda state: state.status_order)
    star = max(known, key=lambda state: state.star_order)
    note = max(known, key=lambda state: state.note_order)
    return PaperState(status.status, star.starred, status.status_order[0], _tags(known), note.note)


def _tags(states: Iterable[KeyState]) -> tuple[str, ...]:
    newest: dict[str, tuple[EventOrder, bool]] = {}
    for name, is_set, order in (tag for state in states for tag in state.tags):
        if name not in newest or order > newest[name][0]:
            newest[name] = order, is_set
    return tuple(sorted(name for name, (_, is_set) in newest.items() if is_set))


def applied(state: PaperState, change: Change) -> PaperState:
    """Return a paper's state after a change; a field that this version does not know says nothing."""
    match change.field:
        case "status":
            return state._replace(status=Status(change.new))
        case "star":
            return state._replace(starred=change.new == "1")
        case "note":
            return state._replace(note=change.new)
        case field if field.startswith(TAG):
            name = field.removeprefix(TAG)
            others = set(state.tags) - {name}
            return state._replace(tags=tuple(sorted(others | {name} if change.new == "1" else others)))
        case _:
            return state
