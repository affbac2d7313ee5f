"""Selecting papers, and deciding about many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.session import bulk, wording
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.bulk import BulkScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Choosing:
    """`v`, `V` and `A`: the count is shown before anything happens, and it is one step to undo."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"select": self._select, "select-range": self._select_range, "bulk": self._bulk}

    def cancel(self) -> bool:
        """Select nothing and hide the offer, and say whether there was something to take back."""
        was = self._session.selection.clear() or self._keep_all()
        if was:
            self._window.show_state()
        return was

    def offer(self) -> None:
        """On a first start with many dates say how the old ones are got out of the way, and move nothing for it."""
        if count := bulk.count(self._session, bulk.older_than(self._session, bulk.OLD_DAYS)):
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
        scopes = bulk.scopes(self._session)
        if not scopes:
            self._window.say("All decided: nothing to mark")
            return
        offered = [row for row, scope in enumerate(scopes) if scope.words == bulk.OLD_WORDS]
        chosen = offered[0] if offered and self._window.notice.text else 0
        self._window.app.push_screen(BulkScreen(scopes, chosen), self._chosen)

    def _chosen(self, scope: bulk.Scope | None) -> None:
        if scope is not None:
            self._keep_all()
            self._window.services.deciding.mark_read(scope.papers)
