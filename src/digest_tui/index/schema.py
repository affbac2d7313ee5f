"""The tables of the index, and the version of the program that wrote them."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLES = """
CREATE TABLE meta (version TEXT NOT NULL);
CREATE TABLE digest (
    id INTEGER PRIMARY KEY AUTOINCREMENT, root BLOB NOT NULL, path TEXT NOT NULL,
    mtime INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL, summary BLOB NOT NULL, rest BLOB NOT NULL,
    UNIQUE (root, path)
);
CREATE TABLE occurrence (
    key TEXT NOT NULL, digest INTEGER NOT NULL, day INTEGER NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (key, digest, day, number)
) WITHOUT ROWID;
CREATE TABLE library (roots BLOB PRIMARY KEY, summaries BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE made (
    kind TEXT NOT NULL, name TEXT NOT NULL, made BLOB NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (kind, name)
);
"""
"""An id is never given twice: a window that holds an old one must not find another digest under it."""

_LAYOUT = 6
"""The version of the tables and of their contents."""
_READERS = ("counts.py", "formats", "joining", "library", "markup", "model", "notation", "search", "text.py")
"""The modules whose results are kept: when one of them changes, its results are made again."""


def version() -> str:
    """Return a name for the format and contents that this version of the program would write."""
    with os.scandir(Path(__file__).parents[1]) as package:
        sizes = "".join(line for entry in _by_name(package) if entry.name in _READERS for line in _sizes(entry))
    return f"{_LAYOUT}-{zlib.crc32(sizes.encode()):08x}"


def _sizes(entry: os.DirEntry[str]) -> Iterator[str]:
    if entry.name.endswith(".py"):
        yield f"{entry.name} {entry.stat().st_size}\n"
    elif entry.name != "__pycache__" and entry.is_dir():
        with os.scandir(entry) as entries:
            for inner in _by_name(entries):
                yield from _sizes(inner)


def _by_name(entries: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    return sorted(entries, key=lambda entry: entry.name)
