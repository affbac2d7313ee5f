"""Moving through rows, papers, days and panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.session.viewing import enter_date
from digest_tui.triage.navigation import Direction
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.command import Kind, Pane

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window

_ORDER = (Pane.DATES, Pane.PAPERS, Pane.READER)


class Moving:
    """One meaning per key in every pane."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._navigator = window.services.navigator

    def actions(self) -> Actions:
        """The commands of this module."""
        return {
            "down": lambda: self._rows(1),
            "up": lambda: self._rows(-1),
            "first": lambda: self._ends(last=False),
            "last": lambda: self._ends(last=True),
            "pane-left": lambda: self._pane(-1),
            "pane-right": lambda: self._pane(1),
            "next-pane": lambda: self._cycle(1),
            "previous-pane": lambda: self._cycle(-1),
            "enter": self._enter,
            "back": self._back,
            "next": lambda: self._next(1),
            "previous": lambda: self._next(-1),
            "older": lambda: self._days("older", new_only=False),
            "newer": lambda: self._days("newer", new_only=False),
            "older-new": lambda: self._days("older", new_only=True),
            "newer-new": lambda: self._days("newer", new_only=True),
        }

    def _rows(self, by: int) -> None:
        match self._window.pane:
            case Pane.READER:
                self._window.services.reading.scroll(by)
            case Pane.DATES:
                if self._session.move_day(by):
                    self._window.show_day()
            case Pane.PAPERS:
                if self._session.move(by):
                    self._window.show_row()

    def _ends(self, *, last: bool) -> None:
        match self._window.pane:
            case Pane.READER:
                self._window.services.reading.scroll_to_end(last=last)
            case Pane.DATES:
                if self._session.move_day(len(self._session.cursor_rows) * (1 if last else -1)):
                    self._window.show_day()
            case Pane.PAPERS:
                if self._session.move(len(self._session.items) * (1 if last else -1)):
                    self._window.show_row()

    def _close_foot(self) -> bool:
        closed = self._window.pane is Pane.DATES and self._session.dates.close()
        if closed:
            self._window.show_all()
        return closed

    def _pane(self, by: int) -> None:
        if by < 0 and self._close_foot():
            return
        index = _ORDER.index(self._window.pane) + by
        if 0 <= index < len(_ORDER):
            self._window.focus_pane(_ORDER[index])

    def _cycle(self, by: int) -> None:
        if by > 0 and self._window.services.searching.take_offer():
            return
        self._window.focus_pane(_ORDER[(_ORDER.index(self._window.pane) + by) % len(_ORDER)])

    def _enter(self) -> None:
        if self._window.pane is Pane.DATES:
            if self._session.dates.toggle():
                self._window.show_all()
                # What was opened comes into sight, and its own row stays there.
                self._window.dates.scroll_lines(min(len(self._session.cursor_rows), self._window.dates.page_rows - 2))
                return
            if self._session.other_row is not None:
                self._window.focus_pane(Pane.READER)
                return
            enter_date(self._session)
            self._window.show_day()
        self._pane(1)

    def _back(self) -> None:
        if self._window.services.choosing.cancel() or self._window.services.reading.close_preface():
            return
        services = self._window.services
        has_sheet = services.has_used(Kind.SHEET)
        # What marks the finds of a search in a paper that was opened from the sheet came with it, unasked.
        if has_sheet and (services.sheet.is_shown or not services.finding.is_own) and services.sheet.back():
            return
        if services.finding.hide() or (has_sheet and services.sheet.back()):
            return
        if services.facets.end() or services.searching.leave():
            return
        if self._window.has_class("-zoomed"):
            self._window.run_command("zoom")
        else:
            self._pane(-1)

    def _next(self, by: int) -> None:
        """Where the status line says, else the next find while some are marked, else the next new paper."""
        is_page, is_announced = self._window.mode.shows_page, self._navigator.is_announced(forward=by > 0)
        if not is_page or is_announced or not self._window.services.finding.step(by):
            self.go_to_new(forward=by > 0)

    def go_to_new(self, *, forward: bool = True) -> None:
        """Go to the next or previous new paper, or say where it is."""
        self._follow(self._navigator.go_to_new(forward=forward))

    def _days(self, direction: Direction, *, new_only: bool) -> None:
        self._follow(self._navigator.step_day(direction, new_only=new_only))

    def _follow(self, sentence: str) -> None:
        self._window.show_day()
        self._window.say(sentence)
