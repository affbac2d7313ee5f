"""The month calendar: the days as weeks, one of which is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import events

from digest_tui.session.calendar import Months
from digest_tui.ui.screens.dialog import Dialog
from digest_tui.ui.widgets.month_grid import MonthGrid


class CalendarScreen(Dialog[date | None]):
    """Closes with the date that was picked, or with None."""

    def __init__(self, months: Months) -> None:
        self._months = months
        self._grid = MonthGrid(months, id="calendar")
        super().__init__(self._grid)
        self._moves = _moves(months)

    def on_mount(self) -> None:
        """Its name, and the keys that are no arrows."""
        self.set_edge("Calendar", "Enter opens · PgDn months · Esc")

    def press(self, event: events.Key) -> None:
        """Arrows move, Enter opens the date under the cursor if it has papers."""
        key = event.character if event.character and event.is_printable else event.key
        if key in self._moves:
            self._moves[key]()
            self._grid.refresh()
        elif key == "enter" and self._months.day is not None:
            self.close(self._months.at)
        elif key == "c":
            self.close(None)
        else:
            super().press(event)

    def target_of(self, event: events.MouseEvent) -> object:
        """The date there."""
        if self.widget_under(event) is not self._grid:
            return super().target_of(event)
        at = event.screen_offset - self._grid.content_region.offset
        return self._grid.date_at(at.x, at.y)

    def clicked(self, target: object) -> None:
        """Open the date that was clicked; one without papers only gets the cursor."""
        if not isinstance(target, date):
            super().clicked(target)
        elif self.is_active:
            self._months.go_to(target)
            self._grid.refresh()
            if self._months.day is not None and self._months.at == target:
                self.close(target)


def _moves(months: Months) -> dict[str, Callable[[], None]]:
    by_key: dict[str, Callable[[], None]] = {}
    for keys, move in (
        (("left", "h"), lambda: months.move(-1)),
        (("right", "l"), lambda: months.move(1)),
        (("up", "k"), lambda: months.move_weeks(-1)),
        (("down", "j"), lambda: months.move_weeks(1)),
        (("pageup", "K", "ctrl+u", "b"), lambda: months.move_months(-1)),
        (("pagedown", "J", "ctrl+d", "space", " "), lambda: months.move_months(1)),
        (("home", "g"), lambda: months.go_to_end(last=False)),
        (("end", "G"), lambda: months.go_to_end(last=True)),
    ):
        by_key.update(dict.fromkeys(keys, move))
    return by_key
