"""The index: digests as read from files, kept by path, time, size, inode and the version of the parsing code."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from digest_tui.checked_marshal import dumps, loads
from digest_tui.index import opening
from digest_tui.index.codec import BROKEN, DigestBytes, pack_digest, unpack_digest, unpack_lines, unpack_neighbours
from digest_tui.index.memory import MemoryIndex, occurrences_of
from digest_tui.model import Digest, DigestSummary, Neighbour
from digest_tui.model.summary import Keys, Occurrence, Stamp

JOINED = "\nwith pages"
"""The suffix of a root for digests joined with the pages of their entries: no source has a line end there."""
_LARGEST = 2**63 - 1


class Kept(NamedTuple):
    """A file of a library."""

    summary: DigestSummary
    """The summary of the file by itself."""
    stamp: Stamp
    """The stamp of the file when it was read."""
    shown: DigestSummary | None
    """The summary that is listed: the same, one joined with linked pages, or None for such a page."""


class Index:
    """The index in a file: any thread may read, briefly; writing waits for other windows, in threads that may wait.

    Nothing is raised: what cannot be read counts as missing, and what cannot be written is held in memory.
    """

    def __init__(self, file: Path | None) -> None:
        self._held = MemoryIndex()
        self._front: sqlite3.Connection | None = None
        self._back: sqlite3.Connection | None = None
        self._reading, self._writing = RLock(), RLock()
        self._uncommitted: dict[tuple[str, str], tuple[DigestSummary, DigestBytes]] = {}
        """The digests of the transaction, by root and path: they are given out already, a full disk loses them."""
        if file is not None:
            with suppress(sqlite3.Error, OSError):
                self._front = opening.prepared(file)
                # Now, not when it is needed: another version may put another file in its place.
                self._back = opening.connect(file)
                self._front.execute("PRAGMA busy_timeout = 100")

    def close(self) -> None:
        """Close the file."""
        with self._reading, self._writing:
            for connection in (self._front, self._back):
                if connection is not None:
                    connection.close()
            self._front = self._back = None

    # Libraries

    def library(self, roots: str) -> list[Kept]:
        """Return the files of a set of folders as they were last read; none when it never was."""
        row = self._row("SELECT summaries FROM library WHERE roots = ?", (_bytes(roots),))
        if row is None:
            return []
        try:
            return [
                Kept(
                    summary := DigestSummary(*fields),
                    stamp,
                    summary if shown is True else shown and DigestSummary(*shown),
                )
                for fields, stamp, shown in loads(row[0])
            ]
        except BROKEN:
            return []

    def keep_library(self, roots: str, files: Iterable[Kept]) -> None:
        """Keep the files of a set of folders, and delete what was not used for long."""
        packed = dumps(
            [
                (tuple(summary), stamp, shown is summary or (shown and tuple(shown)))
                for summary, stamp, shown in files
                if summary.id > 0 and (shown is None or shown.id > 0)
            ]
        )

        def write(back: sqlite3.Connection) -> None:
            back.execute("INSERT OR REPLACE INTO library VALUES (?, ?, ?)", (_bytes(roots), packed, _now()))
            opening.forget_unused(back)

        self._write(write)
        self.commit()

    # Digests

    def known(self, root: str, path: str, source: str, stamp: Stamp) -> DigestSummary | None:
        """Return the summary of a file that was read when it had this stamp, by this window or another one."""
        row = self._row(
            "SELECT id, summary FROM digest WHERE root = ? AND path = ? AND mtime = ? AND size = ? AND inode = ?",
            (_bytes(root), path, *_storable(stamp)),
        )
        if row is None:
            return None
        try:
            return DigestSummary(*loads(row[1]))._replace(id=row[0], source=source)
        except BROKEN:
            return None

    def put(self, root: str, stamp: Stamp, digest: Digest, *, keep: bool = True) -> DigestSummary:
        """Keep a digest that was read, or hold it for this run; one that is unchanged keeps its id."""
        summary, rest = pack_digest(digest)
        return self.put_packed(root, stamp, summary, rest) if keep else self._held.put(root, summary, rest)

    def put_packed(self, root: str, stamp: Stamp, summary: DigestSummary, rest: DigestBytes) -> DigestSummary:
        """Keep a digest that was packed, as `put` does."""
        place = (_bytes(root), summary.path)
        packed = dumps(tuple(summary._replace(source="")))
        ids: list[int] = []

        def write(back: sqlite3.Connection) -> None:
            row = back.execute("SELECT id, summary, rest FROM digest WHERE root = ? AND path = ?", place).fetchone()
            if row is not None and row[1:] == (packed, rest):
                change = "UPDATE digest SET mtime = ?, size = ?, inode = ? WHERE id = ?"
                back.execute(change, (*_storable(stamp), row[0]))
                ids.append(row[0])
                return
            if row is not None:
                _delete(back, row[0], row[1])
            columns = "root, path, mtime, size, inode, summary, rest"
            values = (*place, *_storable(stamp), packed, rest)
            id_ = back.execute(f"INSERT INTO digest ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values).lastrowid or 0
            occurrences = ((key, id_, day, number) for key, day, number in occurrences_of(summary))
            back.executemany("INSERT INTO occurrence VALUES (?, ?, ?, ?)", occurrences)
            ids.append(id_)

        if not self._write(write):
            return self._held.put(root, summary, rest)
        summary = summary._replace(id=ids[-1])
        self._uncommitted[root, summary.path] = summary, rest
        return summary

    def forget(self, root: str, path: str) -> None:
        """Forget the digest of a file that is gone."""

        def write(back: sqlite3.Connection) -> None:
            rows = back.execute("SELECT id, summary FROM digest WHERE root = ? AND path = ?", (_bytes(root), path))
            for id_, summary in rows.fetchall():
                _delete(back, id_, summary)

        self._held.forget(root, path)
        self._uncommitted.pop((root, path), None)
        self._write(write)

    def digest(self, summary: DigestSummary) -> Digest | None:
        """See `Shelf`."""
        rest = self._rest(summary.id)
        if rest is None:
            return None
        try:
            return unpack_digest(summary, rest, self.lines)
        except BROKEN:
            return None

    def lines(self, id: int) -> Sequence[str] | None:
        """Return the lines of a digest's own file; None when it is gone."""
        rest = self._rest(id)
        try:
            return None if rest is None else unpack_lines(rest)
        except BROKEN:
            return None

    def neighbours(self, summary: DigestSummary) -> tuple[Neighbour, ...]:
        """Return the links of a digest to other files."""
        rest = self._rest(summary.id)
        try:
            return () if rest is None else unpack_neighbours(rest)
        except BROKEN:
            return ()

    def _rest(self, id: int) -> bytes | None:
        if (held := self._held.rest(id)) is not None:
            return held
        if id > 0 and (row := self._row("SELECT rest FROM digest WHERE id = ?", (id,))) is not None:
            return bytes(row[0])
        return None

    def occurrences(self, keys: Keys) -> list[Occurrence]:
        """See `Shelf`."""
        found = self._held.occurrences(keys)
        query = "SELECT key, digest, day, number FROM occurrence WHERE key = ?"
        return found + [Occurrence(*row) for key in keys for row in self._rows(query, (key,))]

    # What is made of them

    def made(self, kind: str, name: str) -> bytes | None:
        """Return something made of digests before; None when it is not kept."""
        row = self._row("SELECT made FROM made WHERE kind = ? AND name = ?", (kind, name))
        return self._held.made(kind, name) if row is None else row[0]

    def keep_made(self, kind: str, name: str, made: bytes) -> None:
        """Keep something that takes long to make."""
        values = (kind, name, made, _now())
        if not self._write(lambda back: back.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", values)):
            self._held.keep_made(kind, name, made)

    def commit(self) -> None:
        """Make everything that was written since the last call visible to readers."""
        with self._writing:
            try:
                if self._back is not None and self._back.in_transaction:
                    self._back.execute("COMMIT")
                self._uncommitted = {}
            except sqlite3.Error:
                self._give_up()

    # Inside

    def _row(self, query: str, values: tuple[Any, ...]) -> Any:
        return next(iter(self._rows(query, values)), None)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        with self._reading:
            if self._front is None:
                return []
            try:
                return self._front.execute(query, values).fetchall()
            except sqlite3.Error:
                return []

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """Write within a transaction that `commit` ends, and return True when that was possible."""
        with self._writing:
            if self._back is None:
                return False
            try:
                if not self._back.in_transaction:
                    self._back.execute("BEGIN IMMEDIATE")
                work(self._back)
            except (sqlite3.Error, *BROKEN):
                # A commit would keep half of what the others in this transaction wrote.
                if self._back.in_transaction or self._uncommitted:
                    self._give_up()
                return False
            return True

    def _give_up(self) -> None:
        """Write nothing any more, and hold in memory what the transaction had: the disk is full, as a rule."""
        if self._back is not None:
            with suppress(sqlite3.Error):
                if self._back.in_transaction:
                    self._back.execute("ROLLBACK")
            self._back.close()
            self._back = None
        for (root, _), (summary, rest) in self._uncommitted.items():
            self._held.hold(root, summary, rest)
        self._uncommitted = {}


def open_index(file: Path | None) -> Index:
    """Return the index in a file, made anew when missing, damaged or another version's; without a file, in memory."""
    return Index(file)


def _delete(back: sqlite3.Connection, id_: int, packed: bytes) -> None:
    occurrences = occurrences_of(DigestSummary(*loads(packed)))
    back.executemany("DELETE FROM occurrence WHERE key = ? AND digest = ?", ((key, id_) for key, _, _ in occurrences))
    kinds = "'text', 'rows', 'written', 'pages', 'page', 'attempts'"
    back.execute(f"DELETE FROM made WHERE kind IN ({kinds}) AND name = ?", (str(id_),))
    back.execute("DELETE FROM digest WHERE id = ?", (id_,))


def _bytes(path: str) -> bytes:
    """Return a path as bytes, also one that is not UTF-8."""
    return path.encode("utf-8", "surrogatepass")


def _storable(stamp: Stamp) -> Stamp:
    """Return a stamp within the range of SQLite's integers, which some file systems exceed."""
    mtime, size, inode = stamp
    return mtime % _LARGEST, size % _LARGEST, inode % _LARGEST


def _now() -> int:
    return int(time.time())
