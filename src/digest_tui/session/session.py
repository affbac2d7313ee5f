"""The position of the person: views entered and left, places to come back to, and changes under the cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.library import Stepped, Written
from digest_tui.model import Change, Entry
from digest_tui.model.summary import Keys
from digest_tui.session.cursor_rows import settled
from digest_tui.session.listing import PaperItem, keys_at
from digest_tui.session.views import View
from digest_tui.triage.order import Order

if TYPE_CHECKING:
    from digest_tui.session.cards import CardRun
    from digest_tui.session.hits import HitRows

from digest_tui.session.lists import ANOTHER_DAY, ANOTHER_LIST, ANOTHER_ORDER, Lists


class _Before(NamedTuple):
    """A list to come back to, as it is."""

    view: View
    day: str
    around: tuple[str, ...]
    hits: HitRows | None
    kept: frozenset[str]


class Session(Lists):
    """The state of one window."""

    def reset(self) -> None:
        """Return to a session that was just begun; whoever holds this object keeps a valid one."""
        super().reset()
        self._left: dict[View, tuple[str, tuple[str, ...]]] = {}
        """Day and papers around the cursor of the views that were left."""
        self._before_search: tuple[View, str, tuple[str, ...]] | None = None
        """View, day and papers around the cursor when a search began."""

        self._before_cards: _Before | None = None
        """The list that was left for the cards."""
        self._renamed: dict[str, str] = {}
        """The keys that papers have since they were edited, by those that they had."""

    # Digests and states change

    def refresh(self) -> None:
        """Take over the library as it is now; the day and the paper stay, or fall to their neighbours."""
        old_day, around = self.dates.day_id, self.listed.around()
        was_on_day = self.other_row is None
        self.dates.update(self.library.days(), self.library.catalog.others(), self.library.today())
        if not self.lists_all_dates and self.dates.day_id != old_day:
            self.selection.lose(ANOTHER_DAY)
        if was_on_day and not self.lists_all_dates:
            if not old_day:
                self.open_day(0)
                return
            if not self.dates.has_day(old_day):
                # Its papers are gone, but not its file.
                self.dates.highlight_date(old_day)
        self.list_rows()
        self.listed.go_to_first_of(around)

    def committed(self, changes: tuple[Change, ...], written: Written | Stepped | None) -> None:
        """Take in changes that were committed or failed: from now on the store's word counts."""
        self.pending.end(changes)
        if written is not None:
            self.library.decisions.absorb(written)
        self.relist()

    def rename(self, old: str, new: str) -> None:
        """Take a paper for the same although its key is another one since it was edited."""
        self._renamed[old] = new
        if self.cards is not None:
            self.cards = self.cards.renamed(old, new)
        if old in self._kept:
            self._kept.add(new)
        if self.view is View.CARDS:
            self.list_rows()
        else:
            self.relist()

    # What is meant

    def selected(self) -> list[Keys]:
        """Return the selected papers, in the order of the list."""
        chosen = self.selection.keys
        return [keys for keys in self.listed.papers() if not chosen.isdisjoint(keys)] if chosen else []

    def entries_meant(self) -> list[Entry]:
        """Return the selected papers, else the one shown."""
        chosen = self.selection.keys
        if not chosen:
            return [self.entry] if self.entry is not None else []
        rows = (
            row for row in range(len(self.items)) if (keys := keys_at(self.items, row)) and not chosen.isdisjoint(keys)
        )
        entries = (item.entry for item in map(self.items.__getitem__, rows) if isinstance(item, PaperItem))
        return list({entry.key: entry for entry in entries}.values())

    # Views and places

    def show_view(self, view: View) -> None:
        """Enter a view at the position where it was left."""
        if self.day is not None:
            self._left[self.view] = self.day.id, self.around()
        self._enter(view)
        day_id, around = self._left.get(view, ("", ()))
        self.dates.day_index = self.dates.index_of(day_id, 0 if self.lists_all_dates else self.day_index)
        self._kept.update(around[:1] if view is View.NEW else ())
        self.list_rows()
        self.listed.go_to_first_of(around)

    def restore(self, view: View, day_id: str, around: tuple[str, ...]) -> None:
        """Come back to a saved position."""
        self._enter(view)
        self.dates.day_index = self.dates.index_of(day_id, 0)
        # The paper one left stays in sight, also when it was decided just before.
        self._kept.update(around[:1])
        if around and not self.lists_all_dates:
            self.dates.highlight_id(around[0])
        self.list_rows()
        self.listed.go_to_first_of(around)

    def show_hits(self, hits: HitRows, *, is_new: bool) -> None:
        """List the hits of a search: a new one from its top, one asked again where the cursor is."""
        around = () if is_new and self.view is View.SEARCH else self.listed.around()
        if self.view is not View.SEARCH:
            self._before_search = self.resting_place()
            self._enter(View.SEARCH)
            around = ()
        elif is_new:
            self.selection.leave(ANOTHER_LIST)
        elif around:
            around = (self._renamed.get(around[0], around[0]), *around)
        self.listed.put_hits(hits)
        self.dates.show_only(hits.arrangement.counts.keys())
        self.keep_selection()
        found = None if is_new else hits.row_of_any(around)
        if (row := settled(self.items, 0) if found is None else found) is not None:
            self.pick(row)

    def enter_cards(self, cards: CardRun) -> None:
        """List the papers of cards, at the one that was shown last."""
        if self.view is not View.CARDS:
            hits, kept = self.listed.hit_rows, frozenset(self._kept)
            self._before_cards = _Before(self.view, self.dates.day_id, self.around(), hits, kept)
        self._enter(View.CARDS)
        self.cards = cards
        self.list_rows()
        self.cards = replace(cards, listed=None)
        self.listed.go_to_first_of(cards.around)
        if self.row is not None:
            self.pick(self.row)

    def leave_cards(self, *, follows: bool) -> None:
        """Go back to the list before the cards, to the paper of the card where that `follows`, else to that before."""
        before, cards = self._before_cards, self.cards
        if self.view is not View.CARDS or before is None or cards is None:
            return
        around = self._around_card(before) if follows else before.around
        self._enter(before.view)
        if before.hits is not None:
            self.show_hits(before.hits, is_new=False)
        else:
            self.dates.day_index = self.dates.index_of(before.day, 0)
            # What was decided on cards was decided in this list: it stays, dimmed.
            self._kept.update(before.kept, cards.keys)
            self.list_rows()
        if (row := self.listed.row_of(around)) is not None or (row := settled(self.items, 0)) is not None:
            self.pick(row)

    def _around_card(self, before: _Before) -> tuple[str, ...]:
        """The paper of the card, then those around the cursor of the list before: each once."""
        return tuple(dict.fromkeys((*self.around()[:1], *before.around)))

    def resting_place(self) -> tuple[View, str, tuple[str, ...]]:
        """Return view, day and papers around the cursor to come back to another day; in a search those before it."""
        view, before = self.view, self._before_cards
        if view is View.CARDS and before is not None and before.view is not View.SEARCH:
            return before.view, before.day, self._around_card(before)
        if view in (View.SEARCH, View.CARDS) and self._before_search is not None:
            return self._before_search
        return View.NEW if view is View.CARDS else view, self.dates.day_id, self.around()

    def leave_search(self) -> bool:
        """Go back to the list before the search, and return True when there was one."""
        if self.view is not View.SEARCH or self._before_search is None:
            return False
        self.restore(*self._before_search)
        return True

    def sort(self, order: Order) -> None:
        """List in another order."""
        self.selection.leave(ANOTHER_ORDER)
        self.order = order
        self.relist()
