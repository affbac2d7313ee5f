"""Keeping the search texts made of papers, beside the digests they were made of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from digest_tui.checked_marshal import dumps, loads
from digest_tui.model import Day, Digest, DigestSummary, Entry, Paper, entries_of
from digest_tui.model.summary import ordinal_of
from digest_tui.search.texts import PaperText, body_text, paper_text

if TYPE_CHECKING:
    from digest_tui.search.alias_mining import Pair

KIND = "text"
_KEPT = 8
"""Number of digests that are kept in memory: a file of many days is asked for once for each of them."""
_BROKEN = (ValueError, TypeError, EOFError, KeyError)

T = TypeVar("T")


class TextShelf(Protocol):
    """A keeper of digests, and of what is made of them."""

    def digest(self, summary: DigestSummary) -> Digest | None:
        """Return a digest with its text."""
        ...

    def made(self, kind: str, name: str) -> bytes | None:
        """Return something made before; None when it is not kept."""
        ...

    def keep_made(self, kind: str, name: str, made: bytes) -> None:
        """Keep something that takes long to make."""
        ...

    def commit(self) -> None:
        """Make what was kept visible to others."""
        ...


class Made(NamedTuple):
    """The search text and the names made of one paper."""

    day: int
    """The day it is listed under, as an ordinal."""
    text: PaperText
    packed_pairs: bytes

    def pairs(self) -> list[Pair]:
        """Return the names that it gives things; they are counted once, the text is searched at every start."""
        from digest_tui.search.alias_mining import Pair

        return [Pair(*pair) for pair in loads(self.packed_pairs)]


class Texts:
    """The texts of digests; belongs to the thread that searches."""

    def __init__(self, shelf: TextShelf) -> None:
        self._shelf = shelf
        self._made: OrderedDict[int, list[Made]] = OrderedDict()
        self._entries: OrderedDict[Day, list[Entry]] = OrderedDict()

    @property
    def shelf(self) -> TextShelf:
        """The keeper of the texts."""
        return self._shelf

    def day(self, day: Day) -> list[PaperText]:
        """Return the texts of the papers of a day, in order; for papers that are gone, what is known of them."""
        if day.is_gone:
            return [paper_text(entry) for entry in day.entries]
        wanted = ordinal_of(day.date)
        texts: list[PaperText] = []
        for summary in day.summaries:
            found = [made.text for made in self.summary(summary) if made.day == wanted]
            # A digest that is gone in the meantime leaves its papers without text until it is read again.
            count = summary.count_on(wanted)
            texts += found if len(found) == count else [PaperText("", 0, 0)] * count
        return texts

    def summary(self, summary: DigestSummary) -> list[Made]:
        """Return what is made of the papers of a digest."""
        return _cached(self._made, summary.id, lambda: self._kept(summary) or self._make(summary))

    def entry(self, day: Day, offset: int) -> Entry:
        """Return an entry of a day by its index."""

        def entries() -> list[Entry]:
            digests = filter(None, map(self._shelf.digest, day.summaries))
            return [entry for digest in digests for entry in entries_of(digest) if entry.date == day.date]

        if day.is_gone:
            return day.entries[offset]
        found = _cached(self._entries, day, entries)
        return found[offset] if offset < len(found) else _nothing(day)

    def keep(self) -> None:
        """Keep what was made for the next start."""
        self._shelf.commit()

    def _make(self, summary: DigestSummary) -> list[Made]:
        digest = self._shelf.digest(summary)
        if digest is None:
            return []
        from digest_tui.search.alias_mining import mine

        made = [
            Made(ordinal_of(entry.date), paper_text(entry), dumps(list(map(tuple, mine(body_text(entry))))))
            for entry in entries_of(digest)
        ]
        self._shelf.keep_made(KIND, str(summary.id), _pack(made))
        return made

    def _kept(self, summary: DigestSummary) -> list[Made] | None:
        packed = self._shelf.made(KIND, str(summary.id))
        if packed is None:
            return None
        try:
            return _unpack(packed)
        except _BROKEN:
            return None


def _pack(made: list[Made]) -> bytes:
    return dumps(
        [
            (
                paper.day,
                tuple(paper.text._replace(spans=tuple((*span,) for span in paper.text.spans))),
                paper.packed_pairs,
            )
            for paper in made
        ]
    )


def _unpack(packed: bytes) -> list[Made]:
    # At every start all papers pass here: what is not needed of all of them stays as it is.
    return [Made(day, PaperText(*text), pairs) for day, text, pairs in loads(packed)]


KeyT = TypeVar("KeyT")


def _cached(cache: OrderedDict[KeyT, T], key: KeyT, make: Callable[[], T]) -> T:
    """Return the cached value, making it when it is missing; the oldest give way."""
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    value = cache[key] = make()
    while len(cache) > _KEPT:
        cache.popitem(last=False)
    return value


def _nothing(day: Day) -> Entry:
    empty = Digest("", "", (), "text", "", day.date)
    return Entry(empty, Paper("", 0, 0, 0), ("",), 0)
