"""Selecting papers, and deciding about many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.model import PaperState, Place
from digest_tui.triage.bulk import is_older, mark_read
from digest_tui.ui import wording
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.bulk import BulkScreen, Scope

if TYPE_CHECKING:
    from digest_tui.ui.screens.main import MainScreen

AGES = ((7, "a week"), (14, "2 weeks"), (30, "a month"), (90, "3 months"))
"""Days, and how the bulk menu calls them."""
OLD_DAYS = 14
MANY_DATES = 14
"""A first start with more dates than this offers to mark the old ones read."""


class Choosing:
    """`v`, `V` and `A`: the count is shown before anything happens, and it is one step to undo."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"select": self._select, "select-range": self._select_range, "bulk": self._bulk}

    def take_back(self) -> bool:
        """Select nothing and hide the offer, and say whether there was something to take back."""
        was = self._session.selection.clear() or self._hide_offer()
        if was:
            self._screen.show_state()
        return was

    def offer(self) -> None:
        """On a first start with many dates say how the old ones are got out of the way."""
        old = self._older_than(OLD_DAYS)
        if len(self._session.days) > MANY_DATES and (count := len(mark_read(self._targets(old)))):
            self._screen.notice.show(
                f"Older than 2 weeks: {wording.papers(count)}. A marks them read (undoable); Esc leaves them."
            )

    def _hide_offer(self) -> bool:
        return self._screen.notice.hide()

    def _select(self) -> None:
        if (place := self._session.place) is not None:
            self._session.selection.toggle(place.key)
            self._session.move(1)
            self._screen.show_all()

    def _select_range(self) -> None:
        if (place := self._session.place) is not None:
            self._session.selection.toggle_range(place.key)
            self._screen.show_all()

    def _bulk(self) -> None:
        if self._hide_offer():
            self._mark(self._older_than(OLD_DAYS))
            return
        scopes = [scope for scope in self._scopes() if scope.count]
        if not scopes:
            self._screen.say("All decided: there is nothing to mark")
            return
        self._screen.app.push_screen(BulkScreen(scopes), self._chosen)

    def _chosen(self, scope: Scope | None) -> None:
        if scope is not None:
            self._mark(scope.places)

    def _mark(self, places: tuple[Place, ...]) -> None:
        self._screen.deciding.write(mark_read(self._targets(places)), places)

    def _scopes(self) -> list[Scope]:
        session = self._session
        listed = session.papers()
        here = listed.index(session.place) if session.place in listed else 0
        day = session.day
        scopes = [
            ("d", "this day", day.places if day else ()),
            ("j", "this paper and those below", tuple(listed[here:])),
            ("k", "this paper and those above", tuple(listed[: here + 1])),
            ("l", "all that are listed", tuple(listed)),
            *((str(i), f"older than {words}", self._older_than(age)) for i, (age, words) in enumerate(AGES, 1)),
        ]
        return [Scope(key, words, places, len(mark_read(self._targets(places)))) for key, words, places in scopes]

    def _targets(self, places: tuple[Place, ...]) -> list[tuple[str, PaperState]]:
        return [(place.key, self._session.state(place)) for place in places]

    def _older_than(self, age: int) -> tuple[Place, ...]:
        today = self._screen.library.today()
        return tuple(place for day in self._session.days if is_older(day.date, today, age) for place in day.places)
