"""From files to cards: what the index knows is not read again.

Formats are loaded when the first file has to be read.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.errors import SourceError
from digest_tui.model import Card, Digest, Problem
from digest_tui.model.card import DigestId, Stamp
from digest_tui.model.known import Known
from digest_tui.report import report
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.sources.base import FileRef, Source

_PATIENCE = 0.03
"""Seconds of reading after which what was found is handed over."""


class Scan(NamedTuple):
    """A part of what a scan found: new and changed digests, and those that are gone."""

    added: tuple[Card, ...]
    removed: tuple[DigestId, ...]
    done: int
    total: int
    """Files read so far, and files to read in this scan."""
    gone: tuple[Known, ...] | None = None
    """The decided papers that no digest has any more, at the end of a scan; None: as before."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not self.added and not self.removed and self.gone is None


class Reading:
    """Follows the files of some sources; `scan` runs in one thread at a time."""

    def __init__(self, sources: Sequence[Source], index: Index, lost: Set[DigestId]) -> None:
        self._sources = sources
        self._index = index
        self._lost = lost
        """Digests whose text the index does not have any more."""
        self._seen: dict[DigestId, tuple[Card, Stamp]] = {}
        """What was read of each file, and how the file was then."""

    def known(self) -> list[Card]:
        """What was there the last time."""
        kept = self._index.library(self._roots)
        self._seen = {card.digest_id: (card, stamp) for card, stamp in kept}
        return [card for card, _ in kept]

    def cards(self) -> list[Card]:
        """What is known so far; for the thread that scans."""
        return [card for card, _ in self._seen.values()]

    def scan(self) -> Iterator[Scan]:
        """Read what is new or changed since the last scan, newest first; the last part has `done == total`."""
        refs = [(source, ref) for source in self._sources for ref in source.files()]
        if len(self._sources) > 1:
            from digest_tui.sources.overlap import each_once

            refs = each_once(refs)
        present = {(source.name, ref.path) for source, ref in refs}
        removed = tuple(digest_id for digest_id in self._seen if digest_id not in present)
        for digest_id in removed:
            del self._seen[digest_id]
        fresh = [(source, ref) for source, ref in refs if self._is_fresh(source, ref)]
        found: list[Card] = []
        started = time.monotonic()
        for done, (source, ref) in enumerate(fresh, 1):
            card = self._card(source, ref)
            found.append(card)
            self._seen[card.digest_id] = card, ref.stamp
            if done < len(fresh) and time.monotonic() - started > _PATIENCE:
                self._index.commit()
                yield Scan(tuple(found), removed, done, len(fresh))
                found, removed, started = [], (), time.monotonic()
        self._index.commit()
        yield Scan(tuple(found), removed, len(fresh), len(fresh))
        if fresh or removed:
            roots = {source.name: source.location for source in self._sources}
            for name, path in removed:
                self._index.forget(roots[name], path)
            self._index.keep_library(self._roots, self._seen.values())

    def _is_fresh(self, source: Source, ref: FileRef) -> bool:
        digest_id = (source.name, ref.path)
        seen = self._seen.get(digest_id)
        return seen is None or seen[1] != ref.stamp or digest_id in self._lost

    def _card(self, source: Source, ref: FileRef) -> Card:
        """The card of a file: from the index, else by reading it."""
        if (source.name, ref.path) not in self._lost and (
            card := self._index.known(source.location, ref.path, source.name, ref.stamp)
        ):
            return card
        return _read(self._index, source, ref)

    @property
    def _roots(self) -> str:
        return "\n".join(f"{source.name}\t{source.location}" for source in self._sources)


def _read(index: Index, source: Source, ref: FileRef) -> Card:
    """Read a file into the index; what cannot be read is a text that says so, and is not kept for another time."""
    from digest_tui import formats

    try:
        raw = source.read(ref)
    except SourceError as error:
        problem = Problem("unreadable", one_line(str(error)))
        return index.put(source.location, ref.stamp, _text(source, ref, (), problem), keep=False)
    try:
        digest = formats.read(raw.text, ref.path, source.name)
    except Exception as error:  # whatever a parser does, the other digests go on
        problem = Problem("unreadable", report(error, "The file could not be understood"))
        digest = _text(source, ref, tuple(raw.text.split("\n")), problem)
    if raw.problems:
        digest = digest._replace(problems=(*raw.problems, *digest.problems))
    return index.put(source.location, ref.stamp, digest)


def _text(source: Source, ref: FileRef, lines: tuple[str, ...], problem: Problem) -> Digest:
    return Digest(ref.path, source.name, lines, "text", ref.path.rpartition("/")[2], problems=(problem,))
