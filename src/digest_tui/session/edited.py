"""Which paper is meant after its digest was edited: what identifies a paper may be what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digest_tui.model.day import day_id
from digest_tui.model.entry import entries_of

if TYPE_CHECKING:
    from digest_tui.model import Catalog, Entry
    from digest_tui.session.session import Session


def follow(before: Entry, session: Session) -> bool:
    """Highlight the paper that an entry was before its digest was edited, and return True if the cursor moved."""
    if (entry := successor(before, session.library.catalog)) is None:
        return False
    if entry.key != before.key:
        session.rename(before.key, entry.key)
    shown = session.entry
    if shown is not None and not set(shown.keys).isdisjoint(entry.keys):
        return False
    if (row := session.listed.row_of(entry.keys)) is not None:
        session.pick(row)
        return True
    if session.lists_all_dates or not session.dates.has_day(day_id(entry.date)):
        return False
    # The date was edited too.
    return session.open_day_on(session.dates.index_of(day_id(entry.date), 0), entry.keys)


def successor(before: Entry, catalog: Catalog) -> Entry | None:
    """Return what an entry is since its digest was edited; None where that no longer has it.

    It is the entry with the same key, else one that shares a key, else the one that stands between the same two others.
    """
    digest = before.digest
    old, new = entries_of(digest), catalog.entries_in((digest.source, digest.path))
    place = next((at for at, entry in enumerate(old) if entry.paper == before.paper), None)
    same = next((entry for entry in new if entry.key == before.key), None)
    shared = next((entry for entry in new if not set(entry.keys).isdisjoint(before.keys)), None)
    return same or shared or (_between(old, new, place) if place is not None else None)


def _between(old: Sequence[Entry], new: Sequence[Entry], place: int) -> Entry | None:
    """Return the unknown entry of `new` in the gap in which that at `place` was among the `old` ones."""
    numbers = {key: number for number, entry in enumerate(new) for key in entry.keys}
    known = {key for entry in old for key in entry.keys}
    # Where each of the old ones is now, and the ends.
    now = [next((numbers[key] for key in entry.keys if key in numbers), None) for entry in old]
    above = next((at for at in range(place - 1, -1, -1) if now[at] is not None), None)
    below = next((at for at in range(place + 1, len(old)) if now[at] is not None), None)
    first = 0 if above is None else (now[above] or 0) + 1
    last = len(new) if below is None else now[below]
    unknown = [entry for entry in new[first:last] if known.isdisjoint(entry.keys)]
    rank = place - (0 if above is None else above + 1)
    return unknown[min(rank, len(unknown) - 1)] if unknown else None
