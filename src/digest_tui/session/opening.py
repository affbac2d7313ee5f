"""The start of the reader: at the place the flags ask for, else the remembered one, else the newest digest."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from digest_tui.model import Day
from digest_tui.model.facet import Facet
from digest_tui.session.date_cursor import FileRow
from digest_tui.session.saved_place import SavedPlace
from digest_tui.session.session import Session
from digest_tui.session.views import BELONGS, View

_NEAR = 3
"""Days that may hold today: those of tomorrow may stand before it."""


class ReaderOptions(NamedTuple):
    """The options of the reader from the command line and the configuration."""

    date: date | None = None
    """The date asked for by `--date`."""
    today: bool = False
    """True when `--today` asked for today: then the newest digest will do."""
    view: Literal["new", "starred"] | None = None
    """The view asked for by `--new` or `--starred`."""
    query: str | None = None
    """The query asked for by `--query`."""
    triage: bool = False
    """True when the new papers of what is opened are shown as cards."""
    fresh: bool = False
    """True when the remembered place is ignored."""
    lens: Facet | None = None
    """The facet asked for by `--lens`, to be shown of every paper."""
    auto_read: Literal["end", "never"] = "end"
    reader_width: int = 88
    theme: str | None = None
    ascii: bool = False
    """True when marks and rules are drawn in ASCII, whatever the terminal says."""
    pictures: tuple[str, ...] = ()
    """The hosts from which pictures are fetched."""
    expected: str | None = None
    """The paper under the cursor of the screen that is shown until this one is there: keys are meant for it."""
    saves: bool = True
    """True while decisions outlive the reader, or are meant not to."""
    notices: tuple[str, ...] = ()
    """Sentences to show at the start, such as problems of the configuration."""


class Opening:
    """Opens the session once, as soon as the digests it needs are there."""

    def __init__(self, session: Session, options: ReaderOptions, saved_place: SavedPlace | None) -> None:
        self._session = session
        self._options = options
        asked = options.date or options.today or options.view or options.query is not None
        self._saved_place = None if options.fresh or asked else saved_place
        session.lens = options.lens or (self._saved_place.lens if self._saved_place else None)
        self.done = False
        """True once the session is open."""
        self.searched: str | None = None
        """The query that was asked."""

    def attempt(self, *, complete: bool) -> str | None:
        """Open if what was read so far allows it, and return what to say; None: not yet."""
        sentence = self._attempt(complete=complete)
        self.done = self.done or sentence is not None
        return sentence

    def catch_up(self) -> bool:
        """Go to the remembered paper if only the last reading lists it, as papers that are gone; True when it moved."""
        session, wanted = self._session, self._saved_place.keys[:1] if self._saved_place else ()
        here = session.around()
        if not session.lists_all_dates or session.view is View.CARDS or not wanted or here[:1] == wanted:
            return False
        session.listed.go_to_first_of((*wanted, *here))
        return session.around()[:1] == wanted

    @property
    def scroll(self) -> tuple[int, int]:
        """The reader's position in the remembered paper: the line at its top, and of how many lines."""
        place, entry = self._saved_place, self._session.entry
        is_there = place is not None and entry is not None and place.keys[:1] == (entry.key,)
        return (place.scroll, place.lines) if place is not None and is_there else (0, 0)

    @property
    def shows_cards(self) -> bool:
        """True when papers are shown as cards: they were asked for, or the reader was left with them."""
        place = self._saved_place
        return self._options.triage or (place is not None and place.cards)

    @property
    def may_move(self) -> bool:
        """True while a digest that turns up later would have been opened instead."""
        if self._saved_place is not None:
            return False
        query = self.query
        return query != self.searched if query is not None else self._options.view != "starred"

    @property
    def is_list(self) -> bool:
        """True when a list of all dates was asked for."""
        return self._options.view == "starred" or self._options.query is not None

    @property
    def query(self) -> str | None:
        """The query for the list, with the date and the state that were asked for with it."""
        query, view, day = self._options.query, self._options.view, self._day_to_search
        if query is None and (view != "starred" or day is None):
            return None
        conditions = [f"date:{day}"] if day is not None else []
        conditions += [_CONDITIONS[view]] if view is not None else []
        return self._session.library.searching.narrowed(query or "", *conditions)

    @property
    def _day_to_search(self) -> date | None:
        if self._options.today:
            newest = newest_day(self._session)
            return newest.date if newest is not None and newest.date is not None else self._session.library.today()
        return self._options.date

    def _attempt(self, *, complete: bool) -> str | None:
        options, session = self._options, self._session
        if self.shows_cards and not complete:
            # What arrives later would not be among them.
            return None
        if self.is_list and not complete and (options.view or options.date or options.today):
            # A list of all dates is known only when all are.
            return None
        view = View.NEW if options.view == "new" else View.DATE
        if options.today:
            return open_today(session, view) if complete or _has_newest(session) else None
        if options.date:
            is_there = complete or session.dates.has_day(options.date.isoformat())
            return open_date(session, options.date, view) if is_there else None
        if options.view == "starred" and options.query is None:
            session.show_view(View.STARRED)
            return ""
        is_list = self._saved_place is not None and self._saved_place.view in BELONGS
        if self._saved_place and (
            session.dates.knows(self._saved_place.day, self._saved_place.keys) or (complete and is_list)
        ):
            session.restore(View(self._saved_place.view), self._saved_place.day, self._saved_place.keys)
            return ""
        if self._saved_place and not complete:
            return None
        return self._open_newest(complete=complete)

    def _open_newest(self, *, complete: bool) -> str | None:
        if not complete and not _has_newest(self._session):
            return None
        if self._session.days:
            self._session.restore(View.NEW, self._session.days[0].id, ())
        else:
            self._session.open_first_file()
        return ""


_CONDITIONS = {"new": "is:new", "starred": "is:starred"}


def newest_day(session: Session) -> Day | None:
    """Return the day that "today" means: today's papers, else the newest; never a date later than tomorrow."""
    today = session.library.today()
    days = [day for day in session.days[:_NEAR] if not day.future]
    return next((day for day in days if day.date == today), days[0] if days else None)


class NewerDays:
    """Notices a day that is newer than the last one for "today"; nothing moves because of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._newest: Day | None = None
        """The day that "today" meant at the last check."""

    def see(self) -> None:
        """Note the present newest day as known."""
        self._newest = newest_day(self._session)

    def look(self) -> str:
        """Return the news of a newer day and the way to it, unless it is shown; empty without one."""
        before = self._newest
        self.see()
        newest = self._newest
        if newest is None or newest.date is None or self._session.day is newest:
            return ""
        is_newer = before is None or before.date is None or newest.date > before.date
        return f"{_label(newest.date, self._session.library.today())} arrived: g t" if is_newer else ""


def _has_newest(session: Session) -> bool:
    # Files are read newest first: where the newest so far is not today's, today's is hardly among the others.
    return newest_day(session) is not None


def open_today(session: Session, view: View = View.DATE) -> str:
    """List today's papers, else the newest, and return what to say."""
    today, found = session.library.today(), newest_day(session)
    if found is not None:
        session.restore(view, found.id, ())
        if found.date == today:
            return ""
    elif session.days:
        session.restore(view, session.days[0].id, ())
    else:
        session.open_first_file()
    is_empty = session.dates.has_file_of(today)
    why = f"the digest of {_label(today, today)} holds no papers"
    if not is_empty:
        why = f"no digest of {_label(today, today)} yet"
    if found is None:
        return f"{why}, and no earlier day has papers"
    return f"{why}: this is {_label(found.date, today)}"


def open_date(session: Session, wanted: date, view: View = View.DATE) -> str:
    """List the papers of a date, also where there are none, and return what to say."""
    if session.dates.has_day(wanted.isoformat()):
        session.restore(view, wanted.isoformat(), ())
        return ""
    session.open_empty(wanted)
    today = session.library.today()
    if isinstance(session.other_row, FileRow):
        return f"the digest of {_label(wanted, today)} holds no papers"
    return f"no digest of {_label(wanted, today)}"


def _label(day: date | None, today: date) -> str:
    """Return a date, with its year where that is not this one."""
    if day is None:
        return "an undated digest"
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()
