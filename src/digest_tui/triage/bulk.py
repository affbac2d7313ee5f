"""Verbs on many papers at once: one plan, one batch, one undo step."""

from collections.abc import Iterable, Sequence

from digest_tui.model import Change, PaperState, Status
from digest_tui.model.summary import Keys
from digest_tui.triage.verbs import Verb

Target = tuple[str, PaperState]
"""The key of a paper and its state, as decided so far."""
Voted = tuple[Keys, int | None]
"""The keys of a paper and its votes; None where it has none."""


def all_but_most_voted(papers: Iterable[Voted], number: int) -> tuple[Keys, ...]:
    """Return the papers that are left when so many of the most voted are kept, and all with as many votes as the last.

    Papers of unknown votes come last, all of them with as many as each other.
    """
    ranked = [(keys, (votes is not None, votes or 0)) for keys, votes in papers]
    if not 0 < number < len(ranked):
        return ()
    last_kept = sorted((rank for _, rank in ranked), reverse=True)[number - 1]
    return tuple(keys for keys, rank in ranked if rank < last_kept)


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
