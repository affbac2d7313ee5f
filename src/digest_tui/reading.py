"""The reading of files into summaries: files that the index knows are not read again.

Formats are loaded when the first file has to be read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.checked_marshal import dumps, loads
from digest_tui.errors import SourceError
from digest_tui.index import JOINED, Kept
from digest_tui.index.codec import pack_digest
from digest_tui.model import Digest, DigestSummary, Problem
from digest_tui.model.known import Known
from digest_tui.model.same_papers import keys_elsewhere
from digest_tui.model.summary import DigestId, Keys, Stamp
from digest_tui.report import report
from digest_tui.text import one_line

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.joining import Joiner
    from digest_tui.model.attempt import Attempt
    from digest_tui.sources.base import FileRef, RawText, Source

ATTEMPTS = "attempts"
"""The name under which the index keeps what the formats said of a file."""
MANY_FILES = 16
"""Files to be read from which on several processes are faster than one."""
_PATIENCE = 0.03
"""Seconds of reading after which finished files are handed over."""


class Scan(NamedTuple):
    """A part of a scan: new and changed digests, and those that are gone."""

    added: tuple[DigestSummary, ...]
    removed: tuple[DigestId, ...]
    done: int
    total: int
    """Files read so far, and files to read in this scan."""
    gone: tuple[Known, ...] | None = None
    """The decided papers that are in no digest any more, at the end of a scan; None: as before."""
    elsewhere: Mapping[str, Keys] | None = None
    """What `Reading.elsewhere` returns at the end of a scan; None: as before."""

    @property
    def is_empty(self) -> bool:
        """True when nothing is different."""
        return not self.added and not self.removed and self.gone is None and self.elsewhere is None


class Reading:
    """Follows the files of some sources; `scan` runs in one thread at a time."""

    def __init__(self, sources: Sequence[Source], index: Index, lost: Set[DigestId]) -> None:
        self._sources = sources
        self._index = index
        self._lost = lost
        """Digests whose text the index does not have any more."""
        self._seen: dict[DigestId, tuple[DigestSummary, Stamp]] = {}
        """The summary of each file, and its stamp when it was read."""
        self._shown: dict[DigestId, DigestSummary] = {}
        """The listed summary of each file: a page of another one's entry is not listed."""
        self._joiner: Joiner | None = None
        self.workers = 1
        """The processes that read where many files have to be; several only where this one has no threads."""
        self._unread: set[DigestId] = set()
        """Files that could not be read: permission to read one changes nothing else about it."""
        self._edited: set[DigestId] = set()
        """Files to read whatever their stamps say: clocks of file systems may have a resolution of seconds."""

    def known(self) -> list[DigestSummary]:
        """Return the summaries of the last run."""
        kept = self._index.library(self._roots)
        self._seen = {summary.digest_id: (summary, stamp) for summary, stamp, _ in kept}
        self._shown = {summary.digest_id: shown for summary, _, shown in kept if shown is not None}
        return list(self._shown.values())

    def read_again(self, digest_id: DigestId) -> None:
        """Let the next scan read a file; for any thread."""
        self._edited.add(digest_id)

    def summaries(self) -> list[DigestSummary]:
        """Return the summaries listed so far; for the thread that scans."""
        return list(self._shown.values())

    def scan(self) -> Iterator[Scan]:
        """Read what is new or changed since the last scan, newest first; the last part has `done == total`."""
        refs, unseen = [], {}
        for source in self._sources:
            refs += [(source, ref) for ref in source.files()]
            unseen[source.name] = source.unseen
        if len(self._sources) > 1:
            from digest_tui.sources.overlap import each_once

            refs = each_once(refs)
        present = {(source.name, ref.path) for source, ref in refs}
        gone = tuple(
            digest_id
            for digest_id in self._seen
            # A file that could not be seen is not known to be gone.
            if digest_id not in present and not digest_id[1].startswith(unseen.get(digest_id[0], ()))
        )
        for digest_id in gone:
            del self._seen[digest_id]
            self._unread.discard(digest_id)
        is_different = bool(gone)
        fresh = [(source, ref) for source, ref in refs if self._is_fresh(source, ref)]
        found: list[DigestSummary] = []
        removed = tuple(digest_id for digest_id in gone if self._shown.pop(digest_id, None))
        started = time.monotonic()
        for done, (source, ref, packed) in enumerate(self._ahead(fresh), 1):
            if (summary := self._summary(source, ref, packed)) is not None:
                known = self._seen.get(summary.digest_id)
                self._seen[summary.digest_id] = summary, ref.stamp
                is_different = True
                # What was a page, or had pages, is listed when it is known again what belongs to what.
                if known is None or self._shown.get(summary.digest_id) is known[0]:
                    found.append(summary)
                    self._shown[summary.digest_id] = summary
            if done < len(fresh) and time.monotonic() - started > _PATIENCE:
                self._index.commit()
                yield Scan(tuple(found), removed, done, len(fresh))
                found, removed, started = [], (), time.monotonic()
        if is_different:
            self._index.commit()
            joined = self._joined()
            removed += tuple(id_ for id_ in self._shown if id_ not in joined)
            found = [summary for summary in found if joined.get(summary.digest_id) is summary]
            found += [summary for summary in joined.values() if self._shown.get(summary.digest_id) != summary]
            self._shown = joined
        self._index.commit()
        yield Scan(tuple(found), removed, len(fresh), len(fresh))
        if is_different:
            roots = {source.name: source.location for source in self._sources}
            for name, path in gone:
                self._index.forget(roots[name], path)
                self._index.forget(f"{roots[name]}{JOINED}", path)
            kept = ((summary, stamp, self._shown.get(digest_id)) for digest_id, (summary, stamp) in self._seen.items())
            self._index.keep_library(self._roots, (Kept(*file) for file in kept))

    def elsewhere(self, others: Callable[[Set[str]], Iterable[Keys]]) -> Mapping[str, Keys]:
        """Return what `keys_elsewhere` does of the listed digests; for the thread that scans."""
        return keys_elsewhere((keys for summary in self._shown.values() for _, keys in summary.days), others)

    def files(self) -> list[DigestId]:
        """Return the files of the last scan, also those that are listed joined with others; for any thread."""
        return list(self._seen)

    def file(self, digest_id: DigestId) -> DigestSummary:
        """Return the summary of a file of the last scan by itself, also of one that is listed joined with others."""
        return self._seen[digest_id][0]

    def pages(self) -> list[tuple[DigestSummary, DigestSummary]]:
        """Return the files of the last scan that are pages of another one's entries, each with that one."""
        if self._joiner is None and len(self._shown) < len(self._seen):
            # Nothing changed since an earlier run, which did not keep whose pages they are.
            self._joined()
        return list(self._joiner.pages.values()) if self._joiner is not None else []

    def _joined(self) -> dict[DigestId, DigestSummary]:
        """Return the listed summaries of the files, now that all of them were read."""
        summaries = [summary for summary, _ in self._seen.values()]
        if self._joiner is None:
            if not any(summary.names_files for summary in summaries):
                return {summary.digest_id: summary for summary in summaries}
            from digest_tui.joining import Joiner

            self._joiner = Joiner(self._index, {source.name: source.location for source in self._sources})
        return self._joiner.shown(summaries, self._lost)

    def _is_fresh(self, source: Source, ref: FileRef) -> bool:
        digest_id = (source.name, ref.path)
        seen = self._seen.get(digest_id)
        is_due = digest_id in self._lost or digest_id in self._unread or digest_id in self._edited
        return seen is None or seen[1] != ref.stamp or is_due

    def _ahead(self, fresh: Sequence[tuple[Source, FileRef]]) -> Iterator[tuple[Source, FileRef, bytes | None]]:
        """Yield files, each with what a process beside this one read of it where several read."""
        unknown = set[int]()
        if self.workers > 1 and len(fresh) >= MANY_FILES:
            known = (self._index.known(source.location, ref.path, source.name, ref.stamp) for source, ref in fresh)
            unknown = {number for number, summary in enumerate(known) if summary is None}
        if len(unknown) < MANY_FILES:
            yield from ((source, ref, None) for source, ref in fresh)
            return
        from digest_tui.formats import explain  # noqa: F401 - before the processes are made: each would load it
        from digest_tui.workers import results

        numbers = sorted(unknown)
        read = results(lambda job: packed_file(*fresh[numbers[job]]), len(numbers), self.workers)
        with closing(read):
            for number, (source, ref) in enumerate(fresh):
                yield source, ref, next(read) if number in unknown else None

    def _summary(self, source: Source, ref: FileRef, packed: bytes | None = None) -> DigestSummary | None:
        """Return the summary of a file from the index, else by reading it; None where the earlier one must do.

        `packed` is what was read of it already.
        """
        digest_id = (source.name, ref.path)
        is_edited = digest_id in self._edited
        self._edited.discard(digest_id)
        if (
            not is_edited
            and digest_id not in self._lost
            and (summary := self._index.known(source.location, ref.path, source.name, ref.stamp))
        ):
            self._unread.discard(digest_id)
            return summary
        if packed is not None:
            self._unread.discard(digest_id)
            return _taken(self._index, source, ref, packed)
        try:
            raw = source.read(ref)
        except SourceError as error:
            # Another scan says whether it is gone, its source is away, or it can be read again.
            if digest_id in self._unread or (digest_id in self._seen and not ref.location.exists()):
                return None
            self._unread.add(digest_id)
            return _unreadable(self._index, source, ref, error)
        self._unread.discard(digest_id)
        return _read(self._index, source, ref, raw)

    @property
    def _roots(self) -> str:
        return "\n".join(f"{source.name}\t{source.location}" for source in self._sources)


def _unreadable(index: Index, source: Source, ref: FileRef, error: SourceError) -> DigestSummary:
    """Return the summary of a text that says why a file cannot be read; it is not kept for another time."""
    problem = Problem("unreadable", one_line(str(error)))
    return index.put(source.location, ref.stamp, _text(source, ref, (), problem), keep=False)


def _read(index: Index, source: Source, ref: FileRef, raw: RawText) -> DigestSummary:
    """Take the text of a file into the index."""
    attempts: tuple[Attempt, ...] = ()
    try:
        digest, attempts = _understood(source, ref, raw)
    except Exception as error:  # whatever a parser does, the other digests go on
        problem = Problem("unreadable", report(error, "The file could not be understood"))
        digest = _text(source, ref, tuple(raw.text.split("\n")), problem)
        digest = digest._replace(problems=(*raw.problems, *digest.problems))
    summary = index.put(source.location, ref.stamp, digest)
    keep_attempts(index, summary, attempts)
    return summary


def _understood(source: Source, ref: FileRef, raw: RawText) -> tuple[Digest, tuple[Attempt, ...]]:
    from digest_tui import formats

    explained = formats.explain(raw.text, ref.path, source.name)
    digest = explained.digest
    if raw.problems:
        digest = digest._replace(problems=(*raw.problems, *digest.problems))
    return digest, explained.attempts


def packed_file(source: Source, ref: FileRef) -> bytes:
    """Read a file and return all that is kept of it, for another process; raises what reading raises."""
    digest, attempts = _understood(source, ref, source.read(ref))
    summary, rest = pack_digest(digest)
    return dumps((tuple(summary), rest, [tuple(attempt) for attempt in attempts]))


def _taken(index: Index, source: Source, ref: FileRef, packed: bytes) -> DigestSummary:
    """Take what another process read of a file into the index."""
    fields, rest, attempts = loads(packed)
    summary = index.put_packed(source.location, ref.stamp, DigestSummary(*fields), rest)
    keep_attempts(index, summary, attempts)
    return summary


def keep_attempts(index: Index, file: DigestSummary, attempts: Iterable[Sequence[object]]) -> None:
    """Keep what the formats said of a file, for the check."""
    index.keep_made(ATTEMPTS, str(file.id), dumps([tuple(attempt) for attempt in attempts]))


def _text(source: Source, ref: FileRef, lines: tuple[str, ...], problem: Problem) -> Digest:
    return Digest(ref.path, source.name, lines, "text", ref.path.rpartition("/")[2], problems=(problem,))
