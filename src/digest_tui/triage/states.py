"""From the states of keys to the state of a paper."""

from collections.abc import Iterable

from digest_tui.model import KeyState, PaperState


def merged(states: Iterable[KeyState]) -> PaperState:
    """What holds for a paper: for each field the newest over all of its keys."""
    known = tuple(states)
    if not known:
        return PaperState()
    status = max(known, key=lambda state: state.status_order)
    star = max(known, key=lambda state: state.star_order)
    return PaperState(status.status, star.starred, status.status_order[0])
