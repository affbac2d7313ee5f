"""Where the reader opens: the flags, else the remembered place, else the newest digest."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal, NamedTuple

from digest_tui.ui.session import Session
from digest_tui.ui.views import BELONGS, View


class ReaderOptions(NamedTuple):
    """What the command line and the configuration ask of the reader."""

    date: date | None = None
    """The date asked for by `--date` or `--today`."""
    today: bool = False
    """Whether it was `--today`: then the newest digest will do."""
    view: Literal["unread", "starred"] | None = None
    """The view asked for by `--unread` or `--starred`."""
    query: str | None = None
    """The query asked for by `--query`."""
    fresh: bool = False
    """Whether the remembered place is ignored."""
    auto_read: Literal["end", "never"] = "end"
    reader_width: int = 88
    theme: str | None = None
    expected: str | None = None
    """The paper under the cursor of the screen that is shown until this one is there: keys are meant for it."""
    saves: bool = True
    """Whether decisions outlive the reader, or are meant not to."""
    notices: tuple[str, ...] = ()
    """Sentences to show at the start, such as what is wrong with the configuration."""


class Spot(NamedTuple):
    """A place to come back to: never a row number, which another file may move."""

    view: View
    day: str
    keys: tuple[str, ...]
    """The paper, then its neighbours in the order in which they stand in for it."""
    scroll: int

    def dumps(self) -> str:
        """As text for the store."""
        return json.dumps(self._asdict())

    @classmethod
    def loads(cls, text: str | None) -> Spot | None:
        """From the store; None when there is none or it is not one of ours."""
        try:
            raw: Any = json.loads(text or "")
            return cls(View(raw["view"]), str(raw["day"]), tuple(map(str, raw["keys"])), int(raw["scroll"]))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None


class Start:
    """Opens the session once, as soon as the digests it needs are there."""

    def __init__(self, session: Session, options: ReaderOptions, spot: Spot | None) -> None:
        self._session = session
        self._options = options
        asked = options.date or options.view or options.query is not None
        self._spot = None if options.fresh or asked else spot
        self.done = False
        """Whether the session is open."""

    def attempt(self, *, complete: bool) -> str | None:
        """Open if that is possible with what was read so far, and return what to say; None: not yet."""
        sentence = self._attempt(complete=complete)
        self.done = self.done or sentence is not None
        return sentence

    def _attempt(self, *, complete: bool) -> str | None:
        if self._options.date:
            return self._open_date(self._options.date, complete=complete)
        if self._options.view:
            return self._open_view(View(self._options.view), complete=complete)
        if self._spot and (self._session.has_day(self._spot.day) or (complete and self._spot.view in BELONGS)):
            self._session.restore(View(self._spot.view), self._spot.day, self._spot.keys)
            return ""
        if self._spot and not complete:
            return None
        return self._open_newest(complete=complete)

    def catch_up(self) -> bool:
        """Go to the remembered paper if it is listed only now, and say so: what is gone is known when all is read."""
        session, wanted = self._session, self._spot.keys[:1] if self._spot else ()
        here = session.around()
        if not session.lists_all_dates or not wanted or here[:1] == wanted:
            return False
        session.go_to_first_of((*wanted, *here))
        return session.around()[:1] == wanted

    @property
    def scroll(self) -> int:
        """Where the reader stood in the remembered paper, in lines."""
        if self._spot and self._session.place and self._session.place.key == self._spot.keys[0]:
            return self._spot.scroll
        return 0

    @property
    def may_move(self) -> bool:
        """Whether a newer digest that turns up later would have been opened instead."""
        is_settled = self._options.date is not None and not self._options.today
        return not is_settled and not (self._options.view or self._options.query is not None) and self._spot is None

    def _open_view(self, view: View, *, complete: bool) -> str | None:
        # A list of all dates is known only when all are.
        if not complete:
            return None
        self._session.show_view(view)
        return self._open_newest(complete=True) if view is View.UNREAD else ""

    def _open_newest(self, *, complete: bool) -> str | None:
        if not self._session.days or (self._session.days[0].future and not complete):
            return "" if complete else None
        self._session.open_day(0)
        return ""

    def _open_date(self, wanted: date, *, complete: bool) -> str | None:
        days = self._session.days
        # Files are read newest first: where the newest so far is not today's, today's is hardly among the others.
        newest_will_do = self._options.today and bool(days) and not days[0].future
        if not complete and not newest_will_do and not self._session.has_day(wanted.isoformat()):
            return None
        return open_date(self._session, wanted, or_newest=self._options.today)


def open_date(session: Session, wanted: date, *, or_newest: bool) -> str:
    """List all papers of a date, and return what to say.

    Where there is none, the newest digest is listed (as for today's), or the one before the date.
    """
    if session.has_day(wanted.isoformat()):
        session.restore(View.DATE, wanted.isoformat(), ())
        return ""
    days = [day for day in session.days if day.date and not day.future]
    nearest = None if or_newest else next((day for day in days if day.date and day.date < wanted), None)
    found = nearest or (days[0] if days else None)
    if found is None or found.date is None:
        return ""
    session.restore(View.DATE, found.id, ())
    label = f"{wanted:%m-%d}" if wanted.year == found.date.year else wanted.isoformat()
    shown = f"{found.date:%m-%d}" if wanted.year == found.date.year else found.id
    return f"no digest of {label}{' yet' if or_newest else ''}: this is {shown}"
