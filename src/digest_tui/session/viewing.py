"""Keys that change what is listed: views, the date of a paper, the order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from digest_tui.model.day import Day, day_id
from digest_tui.model.known import NO_LONGER
from digest_tui.session.calendar import Months
from digest_tui.session.session import Session
from digest_tui.session.views import View


class Shown(NamedTuple):
    """The result of a key."""

    words: str
    """The sentence to say."""
    is_other: bool = True
    """True when another list may be shown."""


def show_view(session: Session, view: View) -> None:
    """Enter a view unless it is the one that is listed."""
    if session.view is not view:
        session.show_view(view)


def enter_date(session: Session) -> None:
    """Go into the highlighted date: to its first hit, else to its papers, all of them where none is left."""
    day = session.day
    if day is None:
        return
    if not session.lists_all_dates:
        if session.view is View.NEW and not session.library.new_count(day):
            session.restore(View.DATE, day.id, ())
        return
    if (row := session.listed.first_rows().get(day.date)) is not None:
        session.pick(row)


def months_of(session: Session, day: Day | None = None) -> Months:
    """Return the months of all dates, the cursor on a day, else on the highlighted one, else on today."""
    library, day = session.library, day or session.day
    at = day.date if day is not None and day.date is not None else library.today()
    return Months(session.days, at, new_count=library.new_count, count=library.count, new_among=library.new_among)


def open_date(session: Session, at: date) -> None:
    """List the papers of a date: its new ones where those are listed and there are any, else all."""
    day = next((day for day in session.days if day.date == at), None)
    if day is None:
        return
    has_new = session.library.new_count(day) > 0
    keeps = session.view is View.ALL or (session.view is View.NEW and has_new)
    session.restore(session.view if keeps else View.NEW if has_new else View.DATE, day.id, ())


def show_date_of_paper(session: Session) -> Shown:
    """List the day of the paper; when it is listed already, the next of its other days, around to the first."""
    entry = session.entry
    if entry is None:
        return Shown("", is_other=False)
    if entry.is_gone:
        return Shown(f"This paper is {NO_LONGER}: no day lists it", is_other=False)
    # One place for each day: of several on one day the list shows the first, and this one if it is shown.
    elsewhere = session.library.catalog.elsewhere(entry)
    by_day = {other.date: other.keys[0] for other in reversed(elsewhere)}
    by_day[entry.date] = entry.key
    days = sorted(by_day, key=lambda listed: listed or date.min, reverse=True)
    day = session.day
    target, sentence = entry.date, ""
    if not session.lists_all_dates and day is not None and day.date == entry.date:
        target = days[(days.index(entry.date) + 1) % len(days)]
        if target == entry.date:
            sentence = "This paper is on no other day"
    session.restore(View.DATE, day_id(target), (by_day[target],))
    return Shown(sentence)


def sort_on(session: Session) -> Shown:
    """List in the order that follows this one; a search has its own."""
    if session.view is View.SEARCH:
        words = "A search is sorted by its query: add sort:votes, title, newest, oldest or new"
        return Shown(words, is_other=False)
    session.sort(session.order.following)
    return Shown(f"sorted: {session.order}")
