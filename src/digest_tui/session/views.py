"""The views: which papers are listed."""

from collections.abc import Callable
from enum import StrEnum

from digest_tui.model import PaperState, Status


class View(StrEnum):
    """A choice of the papers that are listed."""

    NEW = "new"
    """Of the highlighted day the new ones, and those listed since the view was entered."""
    ALL = "all"
    """Every paper of the highlighted day."""
    DATE = "date"
    """Every paper of the one date that was asked for; another date is a day of the new view again."""
    STARRED = "starred"
    """The starred papers of all dates."""
    LATER = "later"
    """The papers of all dates that were put off."""
    SEARCH = "search"
    """The papers of all dates that a query finds."""
    CARDS = "cards"
    """The papers that are decided one at a time, whatever list they were taken from."""


BELONGS: dict[View, Callable[[PaperState], bool]] = {
    View.STARRED: lambda state: state.starred,
    View.LATER: lambda state: state.status is Status.LATER,
}
"""The test of the papers that belong to a view of all dates."""
EACH_ONCE = frozenset({View.ALL, View.DATE, View.SEARCH, View.CARDS})
"""Views that a decision takes nothing from."""
