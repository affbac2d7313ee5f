"""Keeps lines that are being typed, so that they are there whatever ends the reader."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from digest_tui.library import Library
from digest_tui.session.drafts import Draft, Drafts
from digest_tui.ui.jobs.keeper import Keeper
from digest_tui.ui.jobs.store_thread import StoreThread


class DraftKeeper:
    """The lines that were begun, by what they are about."""

    def __init__(self, library: Library, store: StoreThread, keeper: Keeper) -> None:
        self._library = library
        self._store = store
        self._keeper = keeper
        self._drafts = Drafts(lambda: library.remembered.values)

    def about(self, kind: str, keys: Sequence[str]) -> Draft:
        """Return the line about the first of these keys that has one, else a new one about the first key."""
        return self._drafts.about(kind, keys)

    def keep(self, draft: Draft, text: str, before: str = "") -> None:
        """Take in a line as it is now, and keep it soon; an empty text is none."""
        if (text, before) != (draft.text, draft.before):
            draft.text, draft.before = text, before
            self._keeper.later(draft, partial(self._write, draft))

    def _write(self, draft: Draft) -> Future[object]:
        return self._store.carry_out(partial(draft.write, draft.dumps(), self._library.store.exchange))
