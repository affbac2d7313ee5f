"""Cards: one paper at a time, each decided with a key that goes on to the next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from digest_tui.counts import counted
from digest_tui.model import Change
from digest_tui.session.card_moves import count_new, list_id, new_around, run_of
from digest_tui.session.card_page import summary
from digest_tui.session.cards import CardRun
from digest_tui.session.closing_card import Following
from digest_tui.session.views import View
from digest_tui.ui.actions import Action, Actions
from digest_tui.ui.actions.card_keys import CardKeys
from digest_tui.ui.actions.card_modes import CardMode, WholeMode
from digest_tui.ui.keys.command import Kind, Pane

if TYPE_CHECKING:
    from concurrent.futures import Future

    from digest_tui.ui.actions.window import Window
    from digest_tui.ui.modes import Mode

NO_NEW = "No new papers in this list: there are no cards to decide"


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
        self._on_card = CardMode(window)
        self._on_whole = WholeMode(window, self._on_card)
        self._pane = Pane.PAPERS
        """The pane that had the focus before."""
        self._opened = ""
        """The paper that is read whole."""
        self._begun = ""
        """The card at which they were opened, until something else is done than to look at it."""
        self._ends_with = ""
        """The last card, once it was opened to be marked read."""
        self._keys = CardKeys(window, self)

    def actions(self) -> Actions:
        """The commands of this module."""
        return {"cards": self.begin}

    # Beginning and ending

    def begin(self) -> None:
        """Go on with the cards of this list where there are new ones among them, else make new ones."""
        query, kept = self._query, self._run
        if kept is not None and kept.list_id == list_id(self._session, query) and self._has_new(kept):
            self.open(kept)
            entry, row = self._session.entry, new_around(self._session, 1)
            if row is not None and (entry is None or not self._session.state(entry).is_new):
                self._session.pick(row)
                self._window.show_row()
        else:
            self.open(run_of(self._session, query))

    def begin_at_start(self, words: str) -> str | None:
        """Show the cards with which the reader was left, else those of the list, as they were asked for.

        `words` are said about the list. Cards of a search are shown when that is listed: until then return its query.
        """
        is_asked = self._window.options.triage
        kept = None if is_asked else self._run
        if kept is not None and len(kept.rows(self._window.library.catalog)):
            if kept.query is not None and self._session.view is not View.SEARCH:
                return kept.query
            self.open(kept)
            self._begun = ""
        elif is_asked and self._session.items:
            self.begin()
        if is_asked and self._session.view is not View.CARDS:
            self._window.say(f"{words} · {NO_NEW}" if words else NO_NEW)
        return None

    def open(self, run: CardRun) -> None:
        """Show papers as cards, whatever list they are from."""
        if not run.keys:
            self._window.say(NO_NEW)
            return
        if self._window.services.has_used(Kind.SHEET):
            self._window.services.sheet.close()
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

    def leave(self) -> None:
        """Back to the list before, without a word."""
        entry = self._session.entry
        is_there = entry is not None and entry.key == self._begun and self._session.state(entry).is_new
        self._restore_lens()
        self._session.leave_cards(follows=not is_there)
        self._window.show_day()
        self._window.search_again()

    def close(self) -> None:
        """Back to the list before, and show what became of the cards."""
        if words := self._leave_closed():
            self._window.say(words)

    def _leave_closed(self) -> str:
        """Leave for the closing card; return what to say where one pane alone has the screen, and it is the list."""
        words, papers, new = summary(self._session), self._session.listed.papers(), count_new(self._session)
        self.leave()
        if new == len(papers):
            # They were only looked at.
            return ""
        if not self._window.shows_reader:
            return words

        def following() -> Following:
            still = sum(self._session.state_of(keys).is_new for keys in papers)
            return (
                Following(f"{still:,} still new", "T") if still else Following(self._window.services.navigator.beyond())
            )

        self._window.services.closing.show(papers, counted(len(papers), "card"), following)
        return ""

    def end(self) -> None:
        """The last card is decided; cards among which nothing is new are not gone on with."""
        self._over = self._run
        if not count_new(self._session):
            self._run = None
            self._window.services.keeper.later("cards", self._keep)
        if words := self._leave_closed():
            self._window.say(words)
            self._window.services.deciding.add_words(words)

    def _reopen(self, over: CardRun) -> None:
        """Take the last decision back where it was made: on its card."""
        self.open(over)
        self._window.services.actions["undo"]()

    def open_whole(self) -> None:
        """Show the whole paper of the card in the reader."""
        if (entry := self._session.entry) is not None:
            self._opened, self._begun = entry.key, ""
            self._session.put_lens_aside()
            self._window.show_day()

    def close_whole(self) -> None:
        """Back from a whole paper to its card."""
        self._restore_lens()
        self._window.show_day()

    def _restore_lens(self) -> None:
        if self._opened:
            self._session.bring_lens_back()
            self._opened = ""

    # What is shown

    def sync(self) -> None:
        """Show a card, the whole paper or the panes, whichever the session is at."""
        session, window = self._session, self._window
        if session.view is View.CARDS and session.entry is None:
            session.leave_cards(follows=False)
            window.say("The papers of these cards are gone")
        entry = session.entry
        is_open = session.view is View.CARDS and entry is not None
        if is_open and session.cards is not None and self._run is not None and session.cards.keys != self._run.keys:
            # A paper has another key since its digest was edited.
            self._run = replace(self._run, keys=session.cards.keys)
            self._window.services.keeper.later("cards", self._keep)
        if entry is None or entry.key != self._opened:
            self._restore_lens()
        if is_open:
            self._turn_to(self._on_whole if self._opened else self._on_card)
        elif not window.mode.has_lists:
            self._turn_to(window.panes)
        if is_open and entry is not None and self._run is not None and self._run.keys[self._run.index] != entry.key:
            self._run = self._run.at(entry.key)
            self._window.services.keeper.later("card", self._keep_place)

    def _turn_to(self, mode: Mode) -> None:
        if mode is self._window.mode:
            return
        self._window.set_mode(mode)
        if mode is not self._on_card:
            self._window.focus_pane(Pane.READER if mode is self._on_whole else self._pane)

    def committed(self, changes: tuple[Change, ...]) -> None:
        """The last card may have been opened to be marked read: then the cards are over."""
        if self._ends_with and any(change.key == self._ends_with for change in changes):
            self._ends_with = ""
            if self._session.view is View.CARDS:
                self.end()

    # Keys

    def instead_of(self, command_id: str) -> Action | None:
        """Return what a command does on a card; None where it does what it does everywhere."""
        over, self._over = self._over, None
        self._ends_with = ""
        if self._session.view is not View.CARDS:
            return partial(self._reopen, over) if over is not None and command_id == "undo" else None
        return (self._keys.on_opened if self._opened else self._keys.on_card).get(command_id)

    def decided(self) -> None:
        """Something was decided, or looked at in another way: the list is not come back to as it was left."""
        self._begun = ""
        self._on_card.states_changed()

    def ends_when_read(self) -> None:
        """The card stays until a browser took its link, and is over then."""
        self._ends_with = self._session.entry.key if self._session.entry else ""
