"""Selecting papers, and deciding about many at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest_tui.session import bulk, wording
from digest_tui.session.bulk_menu import BulkMenu, Marking
from digest_tui.ui.actions import Actions
from digest_tui.ui.screens.bulk import BulkScreen

if TYPE_CHECKING:
    from digest_tui.ui.actions.window import Window


class Choosing:
    """`v`, `V` and `A`: the count is shown before anything happens, and it is one step to undo."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._screen: BulkScreen | None = None
        """The menu, while it is open."""
        self._asked: tuple[BulkMenu, Marking] | None = None
        """The choice that is carried out when the store was asked for news."""

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
        if count := bulk.offered(self._session):
            self._window.notice.show(*wording.many_old(count, has_votes=bulk.has_votes(self._session)))
        else:
            self._window.notice.reserve(False)

    def offer_to_catch_up(self) -> None:
        """After days away say how the most voted are kept, where many papers are new."""
        if (count := bulk.new_count(self._session)) >= bulk.MANY_NEW:
            self._window.notice.show(*wording.many_new(count, has_votes=bulk.has_votes(self._session)))
        else:
            self._window.notice.give_up()

    def _keep_all(self) -> bool:
        """Turn the offer down, and say whether there was one."""
        is_offered = bool(self._window.notice.text)
        if is_offered:
            self._window.scan_controller.first_offer.answer()
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
        """Open the menu, also where nothing is offered: the keys that follow are meant for it."""
        offered = self._window.scan_controller.first_offer.scopes if self._window.notice.text else ()
        asked = next(iter(offered), "")
        menu = BulkMenu(self._session, lambda: self._window.scan_controller.progress, asked)
        key = next((key for key in offered if menu.row_of(key) is not None), menu.first)
        if self._session.selection or self._session.selection.take_loss():
            # An Enter that is meant for the selected papers must not find others.
            key = bulk.SELECTED
        self._window.services.store.poll()
        self._open(menu, key)

    def _open(self, menu: BulkMenu, key: str, *, is_unexpected: bool = False) -> None:
        self._screen = BulkScreen(menu, key, is_unexpected=is_unexpected)
        self._window.app.push_screen(self._screen, partial(self._closed, menu))

    def _closed(self, menu: BulkMenu, marking: Marking | None) -> None:
        self._screen = None
        if marking is not None:
            # Another window may have decided about these papers a moment ago; keys that follow count on what happens.
            self._window.keyboard.hold()
            self._asked = menu, marking
            self._window.services.store.catch_up()

    def caught_up(self) -> None:
        """What other windows decided is known: carry out what was chosen, if it is about the same papers still."""
        if self._asked is None:
            return
        (menu, marking), self._asked = self._asked, None
        if menu.is_still(marking):
            self._keep_all()
            self._window.services.deciding.mark(marking)
        else:
            self._window.keyboard.drop()
            self._open(menu, menu.chosen, is_unexpected=True)
        self._window.keyboard.release()

    def finish(self) -> None:
        """The reader is left: carry out what was chosen, without waiting for the answer."""
        if self._asked is not None:
            self._window.services.deciding.mark(self._asked[1])

    def follow(self) -> None:
        """Let the menu count again: digests were read, or something was decided."""
        if self._screen is not None:
            self._screen.follow()
