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
    """How many of the rest have as many votes as the last that is kept."""


def most_voted(papers: Sequence[Voted], number: int) -> Divided:
    """Divide papers into so many of the most voted and the rest, which is empty where the number leaves none.

    Of equal votes the first in order are kept; papers of unknown votes come last.
    """
    if not 0 < number < len(papers):
        return Divided(tuple(papers), ())
    ranked = sorted(range(len(papers)), key=lambda place: _rank(papers[place]), reverse=True)
    kept, rest = ranked[:number], sorted(ranked[number:])
    last = _rank(papers[kept[-1]])
    equal = sum(_rank(papers[place]) == last for place in rest)
    return Divided(tuple(papers[place] for place in kept), tuple(papers[place][0] for place in rest), equal)


def _rank(paper: Voted) -> int:
    votes = paper[1]
    return -1 if votes is None else votes


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
