"""Views of papers and their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.session.opening import open_today
from digest_tui.session.viewing import Shown, months_of, open_date, show_date_of_paper, show_view, sort_on
from digest_tui.session.views import View
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.command import Pane
from digest_tui.ui.screens.calendar import CalendarScreen

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date

    from digest_tui.model.day import Day
    from digest_tui.ui.actions.window import Window


class Viewing:
    """The views behind `g`, and the sort key."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "view-new": lambda: self._show(View.NEW),
            "view-all": lambda: self._show(View.ALL),
            "view-starred": lambda: self._show(View.STARRED),
            "view-later": lambda: self._show(View.LATER),
            "view-today": self._today,
            "view-date": self._date_of_paper,
            "sort": self._sort,
            "calendar": self.open_calendar,
        }

    def _show(self, view: View) -> None:
        show_view(self._session, view)
        self._window.show_day()

    def _today(self) -> None:
        self._follow(Shown(open_today(self._session)))

    def _date_of_paper(self) -> None:
        self._follow(show_date_of_paper(self._session))

    def _sort(self) -> None:
        self._follow(sort_on(self._session))
        self._window.services.keeper.later("order", self._keep_order)

    def open_calendar(self, day: Day | None = None) -> None:
        """Show the months, the cursor on a day, else on the highlighted one."""
        if months := months_of(self._session, day):
            self._window.app.push_screen(CalendarScreen(months), self._picked)
        else:
            self._window.say("No digest has a date: there is no calendar of them")

    def _picked(self, at: date | None) -> None:
        if at is not None:
            open_date(self._session, at)
            self._window.show_day()
            if self._window.pane is Pane.DATES:
                self._window.focus_pane(Pane.PAPERS)

    def _keep_order(self) -> Future[None]:
        return self._window.services.store.remember("order", self._session.order.name.lower())

    def _follow(self, shown: Shown) -> None:
        if shown.is_other:
            self._window.show_day()
        self._window.say(shown.words)
