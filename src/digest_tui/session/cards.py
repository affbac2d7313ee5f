"""Cards: papers that are decided one at a time, in an order that nothing changes once they were begun."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from digest_tui.model import Entry
from digest_tui.model.catalog import Catalog
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

    listed: CardRows | None = field(default=None, compare=False, repr=False)
    """Their rows as they are in that list now: to look for each takes a while where there are thousands."""

    @property
    def query(self) -> str | None:
        """The query that found the papers; None where they are those of another list."""
        return self.list_id.removeprefix("/") or None if self.list_id.startswith("/") else None

    @property
    def around(self) -> tuple[str, ...]:
        """The key of the card, then those that stand in for it when its paper is gone."""
        return (*self.keys[self.index :], *reversed(self.keys[: self.index]))

    def at(self, key: str) -> CardRun:
        """Return the same cards at another one."""
        return replace(self, index=self.keys.index(key)) if key in self.keys else self

    def renamed(self, old: str, new: str) -> CardRun:
        """Return the same cards where a paper has another key."""
        return replace(self, keys=tuple(new if key == old else key for key in self.keys), listed=None)

    def rows(self, catalog: Catalog) -> CardRows:
        """Return the rows of those papers that digests have now."""
        if self.listed is not None:
            return self.listed
        places = catalog.standings(self.keys)
        # The day that was listed has it as the person knows it from there.
        listed = [next((p for p in found if day_id(p.date) == self.list_id), found[0]) for found in places.values()]

        def entry_of(row: int) -> Entry:
            place = listed[row]
            return catalog.entry_at(place) or awaited(place.date, place.keys)

        return CardRows([(place.keys, place.date) for place in listed], entry_of)

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

    def __init__(self, papers: Sequence[tuple[Keys, date | None]], entry_of: Callable[[int], Entry]) -> None:
        self._papers = papers
        self._entry_of = entry_of

    def __len__(self) -> int:
        return len(self._papers)

    def item_at(self, row: int) -> ListItem:
        """Return the item on a row, counted from the top."""
        return PaperItem(self._entry_of(row))

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row, (keys, _) in enumerate(self._papers):
            for key in keys:
                rows.setdefault(key, []).append(row)
        return rows

    def keys_at(self, row: int) -> Keys | None:
        """Return the keys of the paper on a row."""
        return self._papers[row][0]

    def date_at(self, row: int) -> date | None:
        """Return the date of the paper on a row."""
        return self._papers[row][1]

    def row_of_any(self, keys: Sequence[str]) -> int | None:
        """Return the row of the first of these papers that is there."""
        return next((self._rows[key][0] for key in keys if key in self._rows), None)

    def rows_with(self, keys: Iterable[str]) -> set[int]:
        """Return the rows of the papers that have any of these keys."""
        return {row for key in keys for row in self._rows.get(key, ())}
