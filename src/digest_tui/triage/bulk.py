"""Verbs on many papers at once: one plan, one batch, one undo step."""

from collections.abc import Sequence
from typing import NamedTuple

from digest_tui.model import Change, PaperState, Status
from digest_tui.model.summary import Keys
from digest_tui.triage.verbs import Verb

Target = tuple[str, PaperState]
"""The key of a paper and its state, as decided so far."""
Voted = tuple[Keys, int | None]
"""The keys of a paper and its votes; None where it has none."""


class Divided(NamedTuple):
    """The papers that are kept, and those that are not."""

    kept: tuple[Voted, ...]
    """The most voted first."""
    rest: tuple[Keys, ...]
    """As they were given."""
    equal: int = 0
    """How many of the rest have as many votes as the last that is kept, if that has any."""
    without: int = 0
    """How many of the rest have no votes."""


def most_voted(papers: Sequence[Voted], number: int) -> Divided:
    """Divide papers into so many of the most voted and the rest, which is empty where the number leaves none.

    Of equal votes the first in order are kept; papers of unknown votes come last.
    """
    if not 0 < number < len(papers):
        return Divided(tuple(papers), ())
    ranks = [-1 if votes is None else votes for _, votes in papers]
    places = sorted(range(len(papers)), key=ranks.__getitem__, reverse=True)[:number]
    kept, taken = tuple(papers[place] for place in places), set(places)
    rest = tuple(keys for place, (keys, _) in enumerate(papers) if place not in taken)
    last = ranks[places[-1]]
    equal = ranks.count(last) - sum(ranks[place] == last for place in places) if last >= 0 else 0
    return Divided(kept, rest, equal, ranks.count(-1) - sum(votes is None for _, votes in kept))


def for_all(verb: Verb, targets: Sequence[Target]) -> tuple[Change, ...]:
    """Return what a verb changes in a selection.

    A verb sets and takes back: it is applied to those papers that it sets; only when all are set already are they all
    taken back. `verb` is called for each paper with its own state.
    """
    setting: list[Change] = []
    taking_back: list[Change] = []
    for key, state in dict(targets).items():
        for change in verb(key, state).changes:
            (taking_back if _takes_back(change) else setting).append(change)
    return tuple(setting or taking_back)


def _takes_back(change: Change) -> bool:
    match change.field:
        case "status":
            return change.new == Status.UNREAD
        case "note":
            return not change.new
        case _:
            return change.new == "0"
