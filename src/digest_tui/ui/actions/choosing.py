"""Selecting papers, and deciding about many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digest_tui.model.summary import Keys
from digest_tui.session import wording
from digest_tui.triage.bulk import Target, is_older, mark_read
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.bulk import BulkScreen, Scope

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window

AGES = ((7, "a week"), (14, "2 weeks"), (30, "a month"), (90, "3 months"))
"""Days, and how the bulk menu calls them."""
OLD_DAYS = 14
OLD_WORDS = "older than 2 weeks"
"""The scope that a first start offers."""


class Choosing:
    """`v`, `V` and `A`: the count is shown before anything happens, and it is one step to undo."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"select": self._select, "select-range": self._select_range, "bulk": self._bulk}

    def take_back(self) -> bool:
        """Select nothing and hide the offer, and say whether there was something to take back."""
        was = self._session.selection.clear() or self._keep_all()
        if was:
            self._window.show_state()
        return was

    def offer(self) -> None:
        """On a first start with many dates say how the old ones are got out of the way, and move nothing for it."""
        count = len(mark_read(self._targets(self._older_than(OLD_DAYS))))
        if count:
            self._window.notice.show(wording.many_old(count))
        else:
            self._window.notice.reserve(False)

    def _keep_all(self) -> bool:
        """Turn the offer down, and say whether there was one."""
        is_offered = bool(self._window.notice.text)
        if is_offered:
            self._window.notice.reserve(False)
            self._window.scan_controller.answered()
        return is_offered

    def _select(self) -> None:
        if (entry := self._session.entry) is not None:
            self._session.selection.toggle(entry.key)
            self._session.move(1)
            self._window.show_all()

    def _select_range(self) -> None:
        if (entry := self._session.entry) is not None:
            self._session.selection.toggle_range(entry.key)
            self._window.show_all()

    def _bulk(self) -> None:
        scopes = [scope for scope in self._scopes() if scope.count]
        if not scopes:
            self._window.say("All decided: nothing to mark")
            return
        offered = [row for row, scope in enumerate(scopes) if scope.words == OLD_WORDS and self._window.notice.text]
        self._window.app.push_screen(BulkScreen(scopes, chosen=offered[0] if offered else 0), self._chosen)

    def _chosen(self, scope: Scope | None) -> None:
        if scope is not None:
            self._keep_all()
            self._mark(scope.papers)

    def _mark(self, papers: Sequence[Keys]) -> None:
        self._window.services.deciding.write(mark_read(self._targets(papers)), papers)

    def _scopes(self) -> list[Scope]:
        session = self._session
        listed = session.papers()
        here = listed.index(session.entry.keys) if session.entry and session.entry.keys in listed else 0
        day = session.day
        scopes = [
            ("d", "this day", day.paper_keys() if day else []),
            ("j", "this paper and those below", listed[here:]),
            ("k", "this paper and those above", listed[: here + 1]),
            ("l", "all listed papers", listed),
            *((str(i), f"older than {words}", self._older_than(age)) for i, (age, words) in enumerate(AGES, 1)),
        ]
        return [Scope(key, words, papers, len(mark_read(self._targets(papers)))) for key, words, papers in scopes]

    def _targets(self, papers: Sequence[Keys]) -> list[Target]:
        return [(keys[0], self._session.state_of(keys)) for keys in papers]

    def _older_than(self, age: int) -> list[Keys]:
        today = self._window.library.today()
        return [keys for day in self._session.days if is_older(day.date, today, age) for keys in day.paper_keys()]
