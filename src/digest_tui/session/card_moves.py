"""From a list to its cards, and from one new card to the next."""

from digest_tui.model import Entry
from digest_tui.session.cards import CardRows, CardRun
from digest_tui.session.listing import PaperItem, date_at, keys_at
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
    items, flags = session.items, session.flags(session.items)
    first: dict[str, int] = {}
    for row in range(len(items)):
        if flags[row] and (keys := keys_at(items, row)):
            # A list may have it on several days.
            first.setdefault(keys[0], row)
    rows = list(first.values())

    def entry_of(card: int) -> Entry:
        item = items[rows[card]]
        assert isinstance(item, PaperItem), "a heading is not new"
        return item.entry

    papers = [(keys, date_at(items, row)) for row in rows if (keys := keys_at(items, row))]
    name = f"/{query}" if session.view is View.SEARCH else ""
    listed = CardRows(papers, entry_of)
    return CardRun(tuple(keys[0] for keys, _ in papers), list_id=list_id(session, query), name=name, listed=listed)


def count_new(session: Session) -> int:
    """Return the number of new papers among the cards: only of those about which something is decided it is asked."""
    items = session.items
    if not isinstance(items, CardRows):
        return sum(session.flags(items))
    flags, decided = session.flags(items), items.rows_with({*session.library.decisions.keys, *session.pending.keys})
    return len(items) - sum(not flags[row] for row in decided)


def new_below(session: Session) -> int | None:
    """Return the row of the next new paper below the cursor."""
    return None if session.row is None else navigation.go_on(session.flags(session.items), session.row)


def new_around(session: Session, by: int) -> int | None:
    """Return the row of the next or previous new paper, once around the list; None where no other one is new."""
    flags, here = session.flags(session.items), session.row or 0
    below, above = range(here + 1, len(flags)), range(here)
    order = (*below, *above) if by > 0 else (*reversed(above), *reversed(below))
    return next((row for row in order if flags[row]), None)
