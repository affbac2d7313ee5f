"""Cards: papers that are decided one at a time, in an order that nothing changes once they were begun."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, overload

from digest_tui.model import Entry
from digest_tui.model.catalog import Catalog, Elsewhere
from digest_tui.model.day import day_id
from digest_tui.model.entry import awaited
from digest_tui.model.summary import Keys
from digest_tui.session.listing import LazyItems, ListItem, PaperItem


@dataclass(frozen=True, slots=True)
class CardRun:
    """The papers of some cards, and the one that was shown last."""

    keys: tuple[str, ...]
    index: int = 0
    list_id: str = ""
    """The list that they were taken from."""
    name: str = ""
    """The name of that list; empty where the date of each paper says enough."""

    @property
    def around(self) -> tuple[str, ...]:
        """The key of the card, then those that stand in for it when its paper is gone."""
        return (*self.keys[self.index :], *reversed(self.keys[: self.index]))

    def at(self, key: str) -> CardRun:
        """Return the same cards at another one."""
        return replace(self, index=self.keys.index(key)) if key in self.keys else self

    def rows(self, catalog: Catalog) -> CardRows:
        """Return the rows of those papers that digests have now."""
        places = catalog.standings(self.keys)
        # The day that was listed has it as the person knows it from there.
        of_list = (next((p for p in found if day_id(p.date) == self.list_id), found[0]) for found in places.values())
        return CardRows(list(of_list), catalog.entry_at)

    def dumps(self) -> str:
        """Return the cards as text for the store; where they stand is kept by itself."""
        return json.dumps([self.list_id, self.name, *self.keys])

    @classmethod
    def loads(cls, text: str | None, key: str | None) -> CardRun | None:
        """Read cards from the store, at the one with a key; None when there are none or they are not ours."""
        try:
            raw: Any = json.loads(text or "")
            list_id, name, *keys = raw
        except (ValueError, TypeError, RecursionError):
            return None
        if not keys or not all(isinstance(word, str) for word in raw):
            return None
        return cls(tuple(keys), list_id=list_id, name=name).at(key or "")


class CardRows(LazyItems):
    """The papers of cards as a list, each read from its digest when it is shown."""

    heads = ()

    def __init__(self, places: Sequence[Elsewhere], entry_at: Callable[[Elsewhere], Entry | None]) -> None:
        self._places = places
        self._entry_at = entry_at
        self._rows = {key: row for row, place in reversed(list(enumerate(places))) for key in place.keys}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, row: int) -> ListItem: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[ListItem]: ...
    def __getitem__(self, row: int | slice) -> ListItem | Sequence[ListItem]:
        if isinstance(row, slice):
            return [self[index] for index in range(*row.indices(len(self)))]
        place = self._places[row]
        return PaperItem(self._entry_at(place) or awaited(place.date, place.keys))

    def keys_at(self, row: int) -> Keys | None:
        """Return the keys of the paper on a row."""
        return self._places[row].keys

    def date_at(self, row: int) -> date | None:
        """Return the date of the paper on a row."""
        return self._places[row].date

    def row_of_any(self, keys: Sequence[str]) -> int | None:
        """Return the row of the first of these papers that is there."""
        return next((self._rows[key] for key in keys if key in self._rows), None)
