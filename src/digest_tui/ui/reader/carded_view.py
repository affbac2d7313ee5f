"""A card in the place of the page, which stays below it as it was."""

from __future__ import annotations

from typing import Protocol

from textual.message import Message

from digest_tui.render.palette import Palette
from digest_tui.ui.reader.pictured_view import PicturedView
from digest_tui.ui.reader.rendered_page import HeaderStyles, RenderedPage


class Card(Protocol):
    """What a pane shows instead of its page; equal to another one that looks the same."""

    def page(self, width: int, height: int, styles: HeaderStyles) -> RenderedPage:
        """Return its lines for a text column of so many cells, on a page of so many lines."""
        ...


class CardedView(PicturedView):
    """Shows its own page, or a card that was put over it."""

    class CardHidden(Message, namespace="reader"):
        """The pane with the card went out of sight, or came back: what it says has to be said elsewhere, or not."""

    _card: Card | None = None
    _drawn: tuple[Card, int, int, RenderedPage] | None = None
    """The card as it was drawn last, for a width and a height."""
    _below: tuple[int, tuple[int, int] | None] = 0, None
    """Where the page below the card stood."""

    @property
    def own_page(self) -> RenderedPage | None:
        """The page without pictures and without a card; None before there is one."""
        raise NotImplementedError

    def styles_made(self) -> tuple[Palette, HeaderStyles]:
        """Return the styles of pages."""
        raise NotImplementedError

    @property
    def card(self) -> Card | None:
        """The card that is shown."""
        return self._card

    def set_card(self, card: Card | None) -> None:
        """Show a card, or the page below it again, where that stood."""
        if card == self._card:
            return
        if self._card is None:
            self._below = self.top, self._anchor
            self.top, self._anchor = 0, None
        elif card is None:
            (self.top, self._anchor), self._card = self._below, None
            # The page may be another one by now.
            self.top = min(self.top, self.max_top) if self.size else self.top
        self._card = card
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.refresh()

    @property
    def plain_page(self) -> RenderedPage | None:
        """The page without pictures, or the card over it; None before there is one."""
        card = self._card
        if card is None or not self.size:
            return self.own_page
        place = card, self.column, self.page
        if self._drawn is None or self._drawn[:3] != place:
            self._drawn = *place, card.page(self.column, self.page, self.styles_made()[1])
        return self._drawn[3]

    def on_hide(self) -> None:
        """Say so where there is a card."""
        if self._card is not None:
            self.post_message(self.CardHidden())

    def on_show(self) -> None:
        """Say so where there is a card."""
        self.on_hide()

    def line_styles_changed(self) -> None:
        """Other colours: draw the card again."""
        self._drawn = None
