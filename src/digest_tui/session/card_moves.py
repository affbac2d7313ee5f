"""From a list to its cards, and from one new card to the next."""

from digest_tui.session.cards import CardRun
from digest_tui.session.listing import keys_at
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.triage import navigation


def list_id(session: Session, query: str) -> str:
    """Return the name by which a list is known again: of a day, of a view, of what a query finds."""
    if session.view is View.SEARCH:
        return f"/{query}"
    return session.view.value if session.lists_all_dates else session.dates.day_id


def run_of(session: Session, query: str = "") -> CardRun:
    """Return cards of the new papers that are listed, in the order of the list."""
    keys = (keys_at(session.items, row) for row in range(len(session.items)))
    new = dict.fromkeys(paper[0] for paper in keys if paper and session.state_of(paper).is_new)
    name = f"/{query}" if session.view is View.SEARCH else ""
    return CardRun(tuple(new), list_id=list_id(session, query), name=name)


def new_below(session: Session) -> int | None:
    """Return the row of the next new paper below the cursor."""
    return None if session.row is None else navigation.go_on(session.flags(session.items), session.row)


def new_around(session: Session, by: int) -> int | None:
    """Return the row of the next or previous new paper, once around the list; None where no other one is new."""
    flags, here = session.flags(session.items), session.row or 0
    below, above = range(here + 1, len(flags)), range(here)
    order = (*below, *above) if by > 0 else (*reversed(above), *reversed(below))
    return next((row for row in order if flags[row]), None)
