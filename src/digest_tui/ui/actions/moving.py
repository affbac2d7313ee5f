"""Moving through rows, papers, days and panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.triage.navigation import Direction
from digest_tui.ui.actions import Actions
from digest_tui.ui.keys.commands import Pane

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen

_ORDER = (Pane.DATES, Pane.PAPERS, Pane.READER)


class Moving:
    """One meaning per key in every pane."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session
        self._navigator = screen.navigator

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
            "older": lambda: self._days("older", undecided_only=False),
            "newer": lambda: self._days("newer", undecided_only=False),
            "older-undecided": lambda: self._days("older", undecided_only=True),
            "newer-undecided": lambda: self._days("newer", undecided_only=True),
        }

    def _rows(self, by: int) -> None:
        match self._screen.pane:
            case Pane.READER:
                self._screen.reading.scroll(by)
            case Pane.DATES:
                if self._session.move_day(by):
                    self._screen.show_day()
            case Pane.PAPERS:
                if self._session.move(by):
                    self._screen.show_row()

    def _ends(self, *, last: bool) -> None:
        match self._screen.pane:
            case Pane.READER:
                self._screen.reading.scroll_to_end(last=last)
            case Pane.DATES:
                if self._session.move_day(len(self._session.cursor_rows) * (1 if last else -1)):
                    self._screen.show_day()
            case Pane.PAPERS:
                if self._session.move(len(self._session.items) * (1 if last else -1)):
                    self._screen.show_row()

    def _close_foot(self) -> bool:
        closed = self._screen.pane is Pane.DATES and self._session.other_rows.close()
        if closed:
            self._screen.show_all()
        return closed

    def _pane(self, by: int) -> None:
        if by < 0 and self._close_foot():
            return
        index = _ORDER.index(self._screen.pane) + by
        if 0 <= index < len(_ORDER):
            self._screen.focus_pane(_ORDER[index])

    def _cycle(self, by: int) -> None:
        self._screen.focus_pane(_ORDER[(_ORDER.index(self._screen.pane) + by) % len(_ORDER)])

    def _enter(self) -> None:
        if self._screen.pane is Pane.DATES:
            if self._session.other_rows.toggle():
                self._screen.show_all()
                # What was opened comes into sight, and its own row stays there.
                self._screen.dates.scroll_lines(min(len(self._session.cursor_rows), self._screen.dates.page_rows - 2))
                return
            if self._session.other_row is not None:
                self._screen.focus_pane(Pane.READER)
                return
            if self._session.lists_all_dates:
                self._session.jump_to_day()
            else:
                self._session.list_whole_day()
            self._screen.show_day()
        self._pane(1)

    def _back(self) -> None:
        if self._screen.choosing.take_back() or self._screen.reading.close_preface():
            return
        if self._screen.finding.hide() or self._screen.searching.leave():
            return
        if self._screen.has_class("-zoomed"):
            self._screen.run_command("zoom")
        else:
            self._pane(-1)

    def _next(self, by: int) -> None:
        """The next find while some are marked, else the next undecided paper."""
        if not self._screen.finding.step(by):
            self.go_undecided(forward=by > 0)

    def go_undecided(self, *, forward: bool = True, after_decision: bool = False) -> None:
        """Go to the next or previous undecided paper; what to say follows the words of a decision, if there was one."""
        sentence = self._navigator.go_undecided(forward=forward)
        self._screen.show_day()
        if after_decision:
            self._screen.deciding.add_words(sentence)
        else:
            self._screen.say(sentence)

    def _days(self, direction: Direction, *, undecided_only: bool) -> None:
        self._follow(self._navigator.step_day(direction, undecided_only=undecided_only))

    def _follow(self, sentence: str) -> None:
        self._screen.show_day()
        self._screen.say(sentence)
