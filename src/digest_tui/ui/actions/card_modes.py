"""The two modes of cards: a card that has the screen, and the whole paper of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest_tui.model.facet_parts import facet_texts
from digest_tui.session.card_moves import count_new
from digest_tui.session.card_page import card_head, card_page, next_title
from digest_tui.ui.keys.hints import hint_of, hints_of
from digest_tui.ui.modes import Mode
from digest_tui.ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest_tui.model import Digest, Entry
    from digest_tui.model.facet import Facet
    from digest_tui.session.page import Page
    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.keys.hints import Hint

_KEPT_TEXTS = 64
_HINTS = (
    *hints_of("skip", "later", "star", "read"),
    hint_of("whole text", "enter"),
    *hints_of("down", "undo", "arxiv"),
    hint_of("close", "back"),
    *hints_of("help"),
)


class CardMode(Mode):
    """A card in the middle of the screen."""

    css_class = "-cards"
    has_lists = False
    is_by_facet = True

    def __init__(self, window: Window) -> None:
        self._card = Card(id="card")
        super().__init__(window.session, self._card, window.panes.paper_list)
        self._library = window.library
        self._new: int | None = None
        """The number of new papers among the cards; None until it is counted again."""
        self._texts: dict[str, tuple[Digest, dict[Facet, str]]] = {}
        """The facets of the last papers."""

    def hints(self, *, has_paper: bool) -> Sequence[Hint]:
        """Return the keys of a card."""
        return _HINTS

    def page_of(self, entry: Entry) -> Page:
        """Return the card of a paper."""
        kept = self._texts.get(entry.key)
        if kept is None or kept[0] is not entry.digest:
            # To tell facets apart takes as long as a tenth of a frame: that of the next card is done before its key.
            kept = self._texts[entry.key] = entry.digest, facet_texts(entry)
            while len(self._texts) > _KEPT_TEXTS:
                del self._texts[next(iter(self._texts))]
        return card_page(entry, self._library, self._session.lens, kept[1])

    def states_changed(self) -> None:
        """Count the new papers again when they are shown next."""
        self._new = None

    def place(self) -> str:
        """Show where the cards stand, and return what comes next."""
        if self._new is None:
            self._new = count_new(self._session)
        self._card.set_head(card_head(self._session, self._new))
        return next_title(self._session)


class WholeMode(Mode):
    """The whole paper of a card in the reader, the lists out of sight."""

    css_class = "-card-opened"
    has_lists = False

    def __init__(self, window: Window, card: CardMode) -> None:
        super().__init__(window.session, window.panes.reader, window.panes.paper_list)
        self._card = card

    def states_changed(self) -> None:
        """Count the new papers among the cards again."""
        self._card.states_changed()

    def place(self) -> str:
        """Return what comes after the card."""
        return self._card.place()
