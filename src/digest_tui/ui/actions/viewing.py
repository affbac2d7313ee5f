"""Which papers are listed, and in what order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digest_tui.model.day import day_id
from digest_tui.model.known import NO_LONGER
from digest_tui.session.opening import open_today
from digest_tui.session.views import View
from digest_tui.ui.actions import Actions

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Viewing:
    """The views behind `g`, and the sort key."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "view-unread": lambda: self._show(View.UNREAD),
            "view-all": lambda: self._show(View.ALL),
            "view-starred": lambda: self._show(View.STARRED),
            "view-later": lambda: self._show(View.LATER),
            "view-today": self._today,
            "view-date": self._date_of_paper,
            "sort": self._sort,
        }

    def _show(self, view: View) -> None:
        if self._session.view is not view:
            self._session.show_view(view)
        self._window.show_day()

    def _today(self) -> None:
        sentence = open_today(self._session)
        self._window.show_day()
        self._window.say(sentence)

    def _date_of_paper(self) -> None:
        """The day of the paper; pressed again, the next of its other days, around to the first."""
        entry = self._session.entry
        if entry is None:
            return
        if entry.is_gone:
            self._window.say(f"This paper is {NO_LONGER}: no day lists it")
            return
        # One place for each day: of several on one day the list shows the first, and this one if it is shown.
        elsewhere = self._window.library.catalog.elsewhere(entry)
        by_day = {other.date: other.keys[0] for other in reversed(elsewhere)}
        by_day[entry.date] = entry.key
        days = sorted(by_day, key=lambda listed: listed or date.min, reverse=True)
        day = self._session.day
        target = entry.date
        if not self._session.lists_all_dates and day is not None and day.date == entry.date:
            target = days[(days.index(entry.date) + 1) % len(days)]
            if target == entry.date:
                self._window.say("This paper is on no other day")
        self._session.restore(View.DATE, day_id(target), (by_day[target],))
        self._window.show_day()

    def _sort(self) -> None:
        if self._session.view is View.SEARCH:
            self._window.say("A search is sorted by its query: add sort:votes, title, newest, oldest or unread")
            return
        self._session.sort(self._session.order.following)
        self._window.show_day()
        self._window.say(f"sorted: {self._session.order}")
