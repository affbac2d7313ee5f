"""Decided papers that are in no digest any more: the facts about them are kept, searched and shown from here."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from digest_tui.errors import StateError
from digest_tui.model import Day, Digest, DigestSummary, Entry, KeyState, entries_of
from digest_tui.model.catalog import Elsewhere
from digest_tui.model.known import GoneDay, Known, entry_of, known_of
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import DigestId, Occurrence, date_of, ordinal_of

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.reading import Scan
    from digest_tui.sources.base import Source
    from digest_tui.store.base import Store

_AT_ONCE = 200
"""Papers that are kept in one transaction."""


class Keeper:
    """Keeps facts about decided papers, and finds those that are gone; for the thread that scans.

    Gone is a paper whose source is open and was read to the end, and of which no digest has the key any more that its
    decision hangs on: a paper under another key would not show the decision. A file that is still there and could not
    be read, or was left out, may have it.
    """

    def __init__(self, sources: Sequence[Source], index: Index, store: Store) -> None:
        self._sources = sources
        self._index = index
        self._store = store
        self.roots = self._roots()
        """The real paths of the sources at the last scan: asking now might wait for a folder that does not answer."""
        self.is_due = True
        """True while papers may have been decided of which nothing is kept yet."""
        self.must_look = True
        """True while papers may be gone although no digest changed."""
        self.is_stopped = False
        """True once nobody waits any more: what is not kept yet is kept after the next start."""
        self._before: frozenset[str] = frozenset()
        """The keys of the papers that were gone at the last check."""

    def gone(self, summaries: Sequence[DigestSummary]) -> tuple[Known, ...]:
        """Return the papers that are gone when these are all digests; none where the state cannot be read.

        Of a source that is away nothing is gone that was not before.
        """
        roots = {_root(source): source for source in self._sources}
        away = {source.name for source in self._sources if "" in source.unseen or not os.path.exists(source.location)}
        try:
            left = set(self._store.known_near(lambda location: any(_are_near(location, root) for root in roots)))
            for summary in summaries if left else ():
                left.difference_update(summary.all_keys())
            papers = self._store.known(left) if left else []
        except StateError:
            return ()
        files = {summary.digest_id: summary for summary in summaries}
        found = []
        for paper in papers:
            source = _source_of(paper, roots)
            if source is None:
                continue
            if paper.key in self._before if source.name in away else self._is_absent(paper, source, files):
                found.append(paper._replace(source=source.name))
        self._before = frozenset(paper.key for paper in found)
        return tuple(_each_once(found))

    def follow(self, scans: Iterator[Scan], summaries: Callable[[], list[DigestSummary]]) -> Iterator[Scan]:
        """Pass a scan on; what went away comes with its last part, together with what is gone then.

        `summaries` gives the digests that are known so far.
        """
        self.roots = self._roots()
        before = {summary.digest_id: summary for summary in summaries()}
        removed: list[DigestId] = []
        changed: list[DigestSummary] = []
        for scan in scans:
            removed += scan.removed
            changed += scan.added
            if scan.done < scan.total:
                yield scan._replace(removed=())
                continue
            now = summaries()
            lost = [before[digest_id] for digest_id in removed if digest_id in before]
            if lost:
                # The index forgets them when the scan is over.
                self._learn(self._decided(lost, known=False), lost)
            is_other = bool(removed or changed or self.must_look)
            self.must_look = False
            yield scan._replace(removed=tuple(removed), gone=self.gone(now) if is_other else None)
            due, self.is_due = self.is_due, False
            self._learn(chain(self._unknown() if due else (), self._decided((*changed, *lost))), now)

    def _roots(self) -> dict[str, str]:
        return {source.name: _root(source) for source in self._sources}

    def _unknown(self) -> Iterator[str]:
        yield from self._store.unknown()

    def _decided(self, summaries: Iterable[DigestSummary], *, known: bool = True) -> Iterator[str]:
        """Yield the keys in these digests with a decision; those already known only where that is wanted.

        A few at a time: a commit may wait for its turn at the state.
        """
        keys = iter({key for summary in summaries for key in summary.all_keys()})
        while not self.is_stopped and (part := list(islice(keys, _AT_ONCE))):
            decided = {key for key, state in self._store.states(part).items() if state != KeyState()}
            yield from decided if known else decided.difference(paper.key for paper in self._store.known(decided))

    def _learn(self, keys: Iterable[str], summaries: Sequence[DigestSummary]) -> None:
        """Keep what digests say of papers, each at its newest day; what the state does not take is kept later."""
        try:
            papers = self._seen(set(keys), summaries) if summaries else iter(())
            while not self.is_stopped and (part := list(islice(papers, _AT_ONCE))):
                self._store.learn(part)
        except StateError:
            self.is_due = True

    def _seen(self, keys: Iterable[str], summaries: Sequence[DigestSummary]) -> Iterator[Known]:
        """Yield what the digests say of papers, each at the newest of its days."""
        by_id = {summary.id: summary for summary in summaries}
        roots = self._roots()
        found = (self._newest(key, by_id) for key in keys if not self.is_stopped)
        newest = sorted(filter(None, found), key=lambda occurrence: occurrence.summary)
        for summary_id, occurrences in groupby(newest, key=lambda occurrence: occurrence.summary):
            digest = self._index.digest(by_id[summary_id])
            entries = {(entry.date, entry.number): entry for entry in entries_of(digest)} if digest else {}
            for occurrence in occurrences:
                if entry := entries.get((date_of(occurrence.day), occurrence.number)):
                    yield known_of(occurrence.key, entry, roots[entry.digest.source])

    def _newest(self, key: str, by_id: dict[int, DigestSummary]) -> Occurrence | None:
        occurrences = (occurrence for occurrence in self._index.occurrences((key,)) if occurrence.summary in by_id)
        return max(occurrences, key=lambda occurrence: occurrence.day, default=None)

    def _is_absent(self, paper: Known, source: Source, files: dict[tuple[str, str], DigestSummary]) -> bool:
        """Return True when the file of a paper is gone, or was read and no longer has the paper."""
        path = os.path.relpath(os.path.join(paper.location, paper.path), _root(source)).replace(os.sep, "/")
        file = paper.path if paper.location == _root(source) else path
        if source.unseen and file.startswith(source.unseen):
            return False
        if (summary := files.get((source.name, file))) is not None:
            digest = self._index.digest(summary) if summary.is_text and summary.has_problems else None
            return not _is_unreadable(digest)
        if not os.path.isdir(source.location):
            return True
        try:
            status = os.stat(os.path.join(source.location, file))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return True
        except OSError:
            return False
        return not stat.S_ISREG(status.st_mode)


class GonePapers:
    """The decided papers that are gone, as entries on days; belongs to the thread of the catalog."""

    def __init__(self) -> None:
        self._known: tuple[Known, ...] = ()
        self._by_first: dict[str, Known] = {}
        self._by_key: dict[str, Entry] = {}
        self.days: tuple[Day, ...] = ()
        """Their last days, newest first, the undated last."""

    def __bool__(self) -> bool:
        return bool(self._known)

    def update(self, known: Sequence[Known]) -> bool:
        """Take in the papers that are gone now, and return True when that is different."""
        papers = tuple(sorted(known, key=lambda paper: (-ordinal_of(paper.date), paper.source, paper.path, paper.key)))
        if papers == self._known:
            return False
        self._known = papers
        days = []
        self._by_first, self._by_key = {paper.keys[0]: paper for paper in papers}, {}
        for date, of_day in groupby(papers, key=lambda paper: paper.date):
            entries = [entry_of(paper, number) for number, paper in enumerate(of_day, 1)]
            days.append(GoneDay(date, entries))
            for entry in entries:
                for key in entry.keys:
                    self._by_key.setdefault(key, entry)
        self.days = tuple(days)
        return True

    def entry_of(self, key: str) -> Entry | None:
        """Return the entry with a key."""
        return self._by_key.get(key)

    def known(self, key: str) -> Known | None:
        """Return what is known of the paper whose state is written to a key."""
        paper = self._by_first.get(key)
        return paper._replace(key=key) if paper else None


def _each_once(papers: Sequence[Known]) -> Iterator[Known]:
    """Yield each paper as it was seen last, with all of its keys: it may be known under several."""
    same: dict[int, list[Known]] = {}
    for paper, first in zip(papers, first_occurrences([paper.keys for paper in papers]), strict=True):
        same.setdefault(first, []).append(paper)
    for known in same.values():
        last = max(known, key=lambda paper: ordinal_of(paper.date))
        yield last._replace(keys=tuple(dict.fromkeys(key for paper in (last, *known) for key in paper.keys)))


def described(entry: Entry, elsewhere: Sequence[Elsewhere], roots: Mapping[str, str]) -> Known | None:
    """Return what to keep of a paper being decided, at its newest day; None where its source is none of these."""
    if entry.digest.source not in roots:
        return None
    known = known_of(entry.key, entry, roots[entry.digest.source])
    newest = max(elsewhere, key=lambda other: ordinal_of(other.date), default=None)
    if newest is None or newest.source not in roots or ordinal_of(newest.date) <= ordinal_of(entry.date):
        return known
    return known._replace(date=newest.date, source=newest.source, location=roots[newest.source], path=newest.path)


def listed_together(days: Iterable[Day], gone: Iterable[Day]) -> list[Day]:
    """Return days with those of papers that are gone among them: newest first, then the undated, then the future."""
    return sorted((*days, *gone), key=lambda day: (day.future, -ordinal_of(day.date)))


def _root(source: Source) -> str:
    """Return the real path of a source, as it can be kept: what is not UTF-8 is spelled out."""
    return source.location.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_within(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _are_near(one: str, other: str) -> bool:
    return _is_within(one, other) or _is_within(other, one)


def _source_of(paper: Known, roots: dict[str, Source]) -> Source | None:
    """Return the open source that would have a paper's file: the most special one, as in `sources.overlap`."""
    file = os.path.join(paper.location, paper.path)
    root = max((root for root in roots if paper.location == root or _is_within(file, root)), key=len, default=None)
    return None if root is None else roots[root]


def _is_unreadable(digest: Digest | None) -> bool:
    return digest is not None and any(problem.code == "unreadable" for problem in digest.problems)
