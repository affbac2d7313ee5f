"""Cards: one paper at a time, each decided with a key that goes on to the next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.model import Change, Entry
from digest_tui.session.card_moves import count_new, list_id, new_around, new_below, run_of
from digest_tui.session.card_page import card_head, card_page, next_title, summary
from digest_tui.session.cards import CardRun
from digest_tui.session.page import Page
from digest_tui.session.views import View
from digest_tui.triage import verbs
from digest_tui.triage.marks import Mark
from digest_tui.ui.actions import Action, Actions
from digest_tui.ui.keys.commands import Hint, Pane
from digest_tui.ui.widgets.card import Card

if TYPE_CHECKING:
    from concurrent.futures import Future

    from digest_tui.model.facets import Facet
    from digest_tui.ui.actions.window import Window

NO_NEW = "No new papers in this list: there are no cards to decide"
_VERBS = {"read": verbs.read, "star": verbs.star, "skip": verbs.skip, "later": verbs.later}
_MARKS = {
    "mark-read": Mark.READ,
    "mark-unread": Mark.UNREAD,
    "mark-starred": Mark.STAR,
    "remove-star": Mark.UNSTAR,
    "mark-skipped": Mark.SKIP,
    "mark-later": Mark.LATER,
}
_LEAVING = (
    *("older", "newer", "older-new", "newer-new", "calendar", "search", "aliases", "bulk"),
    *("view-new", "view-all", "view-starred", "view-later", "view-today"),
)
"""Commands that are about lists: the one before the cards is shown again, and they do there what they do."""
_OF_LISTS = ("sort", "zoom", "narrower", "wider", "next-pane", "previous-pane", "cards")
_HINTS = (
    Hint(("x",), "skip"),
    Hint(("d",), "later"),
    Hint(("s",), "star"),
    Hint(("r",), "read"),
    Hint(("enter",), "whole text"),
    Hint(("j", "k"), "move"),
    Hint(("u",), "undo"),
    Hint(("o",), "arXiv"),
    Hint(("escape",), "close"),
    Hint(("?",), "help"),
)


class Cards:
    """A mode of the window: the session lists the papers of the cards, and the one under its cursor is the card."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        recall = window.library.recall
        self._run = CardRun.loads(recall("cards"), recall("card"))
        """The cards that were opened last, in this run or in one before."""
        self._over: CardRun | None = None
        """Cards all of which were decided a moment ago."""
        self._card = Card(id="card")
        self._reader = window.reader
        self._pane = Pane.PAPERS
        """The pane that had the focus before."""
        self._opened = ""
        """The paper that is read whole."""
        self._lens: Facet | None = None
        """The facet of the cards, while a paper is read whole."""
        self._begun = ""
        """The card at which they were opened, until something else is done than to look at it."""
        self._new: int | None = None
        """The number of new papers among them; None until it is counted again."""
        self._ends_with = ""
        """The last card, once it was opened to be marked read."""
        self._on_card = self._keys_of_card()
        self._on_opened = self._keys_of_opened()

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"cards": self.begin}

    # Beginning and ending

    def begin(self) -> None:
        """Go on with the cards of this list where there are new ones among them, else make new ones."""
        query = self._query
        kept = self._run
        if kept is not None and kept.list_id == list_id(self._session, query) and self._has_new(kept):
            self.open(kept)
            if (entry := self._session.entry) is not None and not self._session.state(entry).is_new:
                self._go_to_new(1)
        else:
            self.open(run_of(self._session, query))

    def begin_at_start(self, words: str) -> None:
        """Show the cards with which the reader was left, else those of the list, as they were asked for.

        `words` are said about the list.
        """
        is_asked = self._window.options.triage
        kept = None if is_asked else self._run
        if kept is not None and len(kept.rows(self._window.library.catalog)):
            self.open(kept)
        elif is_asked and self._session.items:
            self.begin()
        if is_asked and self._session.view is not View.CARDS:
            self._window.say(f"{words} · {NO_NEW}" if words else NO_NEW)

    def open(self, run: CardRun) -> None:
        """Show papers as cards, whatever list they are from."""
        if not run.keys:
            self._window.say(NO_NEW)
            return
        if self._session.view is not View.CARDS:
            self._pane = self._window.pane
        self._session.enter_cards(run)
        self._run, self._opened, self._over = replace(run, listed=None), "", None
        self._begun = self._session.entry.key if self._session.entry else ""
        self._window.services.keeper.later("cards", self._keep)
        self._window.show_day()

    def _keep(self) -> Future[None] | None:
        return self._window.services.store.remember("cards", self._run.dumps() if self._run else "")

    def _keep_place(self) -> Future[None] | None:
        run = self._run
        return self._window.services.store.remember("card", run.keys[run.index]) if run else None

    def _has_new(self, run: CardRun) -> bool:
        return any(self._session.flags(run.rows(self._window.library.catalog)))

    @property
    def _query(self) -> str:
        question = self._window.services.searching.listed if self._session.view is View.SEARCH else None
        return question.text if question else ""

    def _leave(self) -> None:
        """Back to the list before, without a word."""
        entry = self._session.entry
        is_there = entry is not None and entry.key == self._begun and self._session.state(entry).is_new
        self._restore_lens()
        self._session.leave_cards(follows=not is_there)
        self._window.show_day()
        self._window.search_again()

    def _close(self) -> None:
        words = summary(self._session)
        self._leave()
        self._window.say(words)

    def _end(self, words: str) -> None:
        """The last card is decided; cards among which nothing is new are not gone on with."""
        self._over = self._run
        if not count_new(self._session):
            self._run = None
            self._window.services.keeper.later("cards", self._keep)
        self._leave()
        self._window.say(words)
        self._window.services.deciding.add_words(words)

    def _reopen(self, over: CardRun) -> None:
        """Take the last decision back where it was made: on its card."""
        self.open(over)
        self._window.services.actions["undo"]()

    # What is shown

    def sync(self) -> bool:
        """Show a card, the whole paper or the panes, whichever the session is at; True unless it is the panes."""
        session, window = self._session, self._window
        if session.view is View.CARDS and session.entry is None:
            # All of its papers went away.
            session.leave_cards(follows=False)
        entry = session.entry
        is_open = session.view is View.CARDS and entry is not None
        if entry is None or entry.key != self._opened:
            self._restore_lens()
        is_card = is_open and not self._opened
        was_open, was_card = window.has_class("-card-opened"), window.has_class("-cards")
        window.set_class(is_card, "-cards")
        window.set_class(is_open and not is_card, "-card-opened")
        if is_card and not was_card:
            window.show_in(self._card, _HINTS)
        elif is_open and not is_card and not was_open:
            window.show_in(self._reader, ())
            window.focus_pane(Pane.READER)
        elif not is_open and (was_card or was_open):
            window.show_in(self._reader, ())
            window.focus_pane(self._pane)
        if is_open and entry is not None and self._run is not None and self._run.keys[self._run.index] != entry.key:
            self._run = self._run.at(entry.key)
            self._window.services.keeper.later("card", self._keep_place)
        return is_open

    def states_changed(self) -> None:
        """Count the new papers again when they are shown next."""
        self._new = None

    def page_of(self, entry: Entry) -> Page:
        """Return the card of a paper."""
        return card_page(entry, self._window.library, self._session.lens)

    def place(self) -> str:
        """Show where the cards stand, and return what comes next."""
        if self._new is None:
            self._new = count_new(self._session)
        self._card.set_head(card_head(self._session, self._new))
        return next_title(self._session)

    def committed(self, changes: tuple[Change, ...]) -> None:
        """The last card may have been opened to be marked read: then the cards are over."""
        if self._ends_with and any(change.key == self._ends_with for change in changes):
            self._ends_with = ""
            if self._session.view is View.CARDS:
                self._end(summary(self._session))

    # Keys

    def instead_of(self, command_id: str) -> Action | None:
        """Return what a command does on a card; None where it does what it does everywhere."""
        over, self._over = self._over, None
        self._ends_with = ""
        if self._session.view is not View.CARDS:
            return partial(self._reopen, over) if over is not None and command_id == "undo" else None
        return (self._on_opened if self._opened else self._on_card).get(command_id)

    def _keys_of_card(self) -> dict[str, Action]:
        on, back = partial(self._move, 1), partial(self._move, -1)
        return {
            **self._keys_of_both(),
            **{"down": on, "pane-right": on, "up": back, "pane-left": back},
            "first": lambda: self._move(-len(self._session.items)),
            "last": lambda: self._move(len(self._session.items)),
            "page-on": self._page_on,
            "enter": self._open_whole,
            "back": self._back,
        }

    def _keys_of_opened(self) -> dict[str, Action]:
        return {
            **self._keys_of_both(),
            "page-on": self._page_on_whole,
            "pane-left": self._close_whole,
            "back": self._back_from_whole,
        }

    def _keys_of_both(self) -> dict[str, Action]:
        return {
            **{command_id: partial(self._decide, verb) for command_id, verb in _VERBS.items()},
            **{command_id: partial(self._mark, command_id) for command_id in _MARKS},
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
        self._leave()
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
            self._close()

    # The whole paper

    def _open_whole(self) -> None:
        if (entry := self._session.entry) is not None:
            self._opened, self._begun = entry.key, ""
            self._lens, self._session.lens = self._session.lens, None
            self._window.show_day()

    def _close_whole(self) -> None:
        self._restore_lens()
        self._window.show_day()

    def _restore_lens(self) -> None:
        if self._opened:
            self._session.lens, self._opened = self._lens, ""

    def _back_from_whole(self) -> None:
        services = self._window.services
        if not services.reading.close_preface() and not services.finding.hide():
            self._close_whole()

    def _page_on_whole(self) -> None:
        if not self._window.reader.at_end or self._window.preface_shown:
            self._window.services.actions["page-on"]()
            return
        self._window.services.deciding.finish(go_on=False)
        self._go_on()

    # Decisions

    def _decide(self, verb: verbs.Verb) -> None:
        if self._window.services.deciding.decide_card(verb):
            self._go_on()

    def _mark(self, command_id: str) -> None:
        if reason := self._window.services.deciding.why_not(command_id):
            self._window.say(reason)
        else:
            self._decide(partial(verbs.set_mark, mark=_MARKS[command_id]))

    def _go_on(self) -> None:
        """To the next new card; after the last one the cards are over."""
        self._new, self._begun = None, ""
        if (row := new_below(self._session)) is not None:
            self._session.pick(row)
            self._window.show_row()
        else:
            self._end(summary(self._session))

    def _open_and_read(self) -> None:
        entry = self._session.entry
        self._window.services.actions["arxiv-read"]()
        if entry is not None and self._session.entry is entry:
            self._ends_with = entry.key
        self._begun = ""
