"""What keys do on a card: they decide and go on, move, open the whole paper, or leave for a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest_tui.session.card_moves import new_around, new_below
from digest_tui.ui.actions import Actions
from digest_tui.ui.actions.decisions import MARKS, VERBS, marking

if TYPE_CHECKING:
    from typing import Protocol

    from digest_tui.triage.verbs import Verb
    from digest_tui.ui.actions.window import Window

    class Mode(Protocol):
        """The cards that are shown."""

        def decided(self) -> None: ...
        def ends_when_read(self) -> None: ...
        def open_whole(self) -> None: ...
        def close_whole(self) -> None: ...
        def leave(self) -> None: ...
        def close(self) -> None: ...
        def end(self) -> None: ...


_LEAVING = (
    *("older", "newer", "older-new", "newer-new", "calendar", "search", "aliases", "bulk", "sheet"),
    *("view-new", "view-all", "view-starred", "view-later", "view-today"),
)
"""Commands that are about lists: the one before the cards is shown again, and they do there what they do."""
_OF_LISTS = ("sort", "zoom", "narrower", "wider", "next-pane", "previous-pane", "cards")


class CardKeys:
    """Commands that mean something of their own while cards are shown; all others do what they do everywhere."""

    def __init__(self, window: Window, cards: Mode) -> None:
        self._window = window
        self._session = window.session
        self._cards = cards
        self.on_card = self._keys_of_card()
        """What commands do on a card."""
        self.on_opened = self._keys_of_opened()
        """What they do while the whole paper of a card is read."""

    def _keys_of_card(self) -> Actions:
        on, back = partial(self._move, 1), partial(self._move, -1)
        return {
            **self._keys_of_both(),
            **{"down": on, "pane-right": on, "up": back, "pane-left": back},
            "first": lambda: self._move(-len(self._session.items)),
            "last": lambda: self._move(len(self._session.items)),
            "page-on": self._page_on,
            "enter": self._cards.open_whole,
            "back": self._back,
        }

    def _keys_of_opened(self) -> Actions:
        return {
            **self._keys_of_both(),
            "page-on": self._page_on_whole,
            "pane-left": self._cards.close_whole,
            "back": self._back_from_whole,
        }

    def _keys_of_both(self) -> Actions:
        return {
            **{command_id: partial(self._decide, verb) for command_id, verb in VERBS.items()},
            **{command_id: partial(self._mark, command_id) for command_id in MARKS},
            **{command_id: partial(self._leave_for, command_id) for command_id in _LEAVING},
            **dict.fromkeys(_OF_LISTS, self._say_keys),
            **dict.fromkeys(("select", "select-range"), self._say_verbs),
            "next": partial(self._go_to_new, 1),
            "previous": partial(self._go_to_new, -1),
            "arxiv-read": self._open_and_read,
        }

    def _say_keys(self) -> None:
        self._window.say("These are cards: j k go through them · Esc closes them")

    def _say_verbs(self) -> None:
        self._window.say("A card is one paper, there is nothing to select: r s x d decide about it")

    def _leave_for(self, command_id: str) -> None:
        self._cards.leave()
        self._window.services.actions[command_id]()

    def _move(self, by: int) -> None:
        if self._session.move(by):
            self._window.show_row()
        else:
            self._window.say("This is the last card · Esc closes" if by > 0 else "This is the first card")

    def _page_on(self) -> None:
        reader = self._window.reader
        if not reader.size:
            # Nobody knows yet how long the card is.
            self._window.call_after_refresh(self._page_on)
        elif reader.at_end:
            self._move(1)
        else:
            self._window.services.reading.scroll(max(1, reader.page - 2))

    def _go_to_new(self, by: int) -> None:
        if self._window.services.finding.step(by):
            return
        if (row := new_around(self._session, by)) is None:
            entry = self._session.entry
            is_new = entry is not None and self._session.state(entry).is_new
            self._window.say("This is the last new card" if is_new else "All cards are decided · Esc closes")
            return
        self._session.pick(row)
        self._window.show_row()

    def _back(self) -> None:
        services = self._window.services
        if not services.reading.close_preface() and not services.finding.hide():
            self._cards.close()

    # The whole paper

    def _back_from_whole(self) -> None:
        services = self._window.services
        if not services.reading.close_preface() and not services.finding.hide():
            self._cards.close_whole()

    def _page_on_whole(self) -> None:
        if not self._window.reader.at_end or self._window.preface_shown:
            self._window.services.actions["page-on"]()
            return
        self._window.services.deciding.finish(go_on=False)
        self._go_on()

    # Decisions

    def _decide(self, verb: Verb) -> None:
        if self._window.services.deciding.decide_card(verb):
            self._go_on()

    def _mark(self, command_id: str) -> None:
        if reason := self._window.services.deciding.why_not(command_id):
            self._window.say(reason)
        else:
            self._decide(marking(command_id))

    def _go_on(self) -> None:
        """To the next new card; after the last one the cards are over."""
        self._cards.decided()
        if (row := new_below(self._session)) is not None:
            self._session.pick(row)
            self._window.show_row()
        else:
            self._cards.end()

    def _open_and_read(self) -> None:
        entry = self._session.entry
        self._window.services.actions["arxiv-read"]()
        self._cards.decided()
        if self._session.entry is entry:
            self._cards.ends_when_read()
