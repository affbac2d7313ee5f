"""The commands that decide about a paper, and the verb of each."""

from functools import partial

from digest_tui.triage import verbs
from digest_tui.triage.marks import Mark

VERBS = {"read": verbs.read, "star": verbs.star, "skip": verbs.skip, "later": verbs.later}
"""The commands that do something, or its opposite where it is done."""
MARKS = {
    "mark-read": Mark.READ,
    "mark-unread": Mark.UNREAD,
    "mark-starred": Mark.STAR,
    "remove-star": Mark.UNSTAR,
    "mark-skipped": Mark.SKIP,
    "mark-later": Mark.LATER,
}
"""The commands that do one or the other."""


def marking(command_id: str) -> verbs.Verb:
    """Return the verb of a command of `MARKS`."""
    return partial(verbs.set_mark, mark=MARKS[command_id])
