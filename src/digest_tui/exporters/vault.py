"""The notes of a vault: where it begins, which of them are about papers, and which of these are ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from digest_tui.errors import ExportError
from digest_tui.exporters.marked_blocks import Block, blocks_in
from digest_tui.exporters.note_names import SUFFIX
from digest_tui.model.typed_ids import keys_meant
from digest_tui.patterns import pattern

MAX_NOTES = 200_000
MAX_BYTES = 16 << 20
"""The largest note that is read."""
MAX_DEPTH = 40
"""Levels of folders."""
_HEAD = 64 << 10
_ID = pattern(rb"(?m)^(?:arxiv_id|doi)[ \t]*:[ \t]*[\"']?([^\s\"'#][^\r\n\"']*)")
_OURS = b"<!-- digest-tui "


class Found(NamedTuple):
    """A note that is about papers."""

    path: Path
    blocks: tuple[Block, ...]
    ids: frozenset[str]
    """The keys of the papers that its properties name."""


class Scan(NamedTuple):
    """What is in a vault."""

    root: Path
    notes: tuple[Found, ...]
    unread: tuple[str, ...]
    """Sentences about what could not be read."""


def vault_root(folder: Path) -> Path:
    """Return the vault in which a folder is, which Obsidian's own folder tells; itself where there is none."""
    real = Path(os.path.realpath(folder))
    return next((above for above in (real, *real.parents) if (above / ".obsidian").is_dir()), real)


def scanned(root: Path) -> Scan:
    """Look through all notes below a folder; raises ExportError where there are too many to be sure of."""
    notes: list[Found] = []
    unread: list[str] = []
    for number, entry in enumerate(_notes(root, unread)):
        if number >= MAX_NOTES:
            raise ExportError(f"{root} has more than {MAX_NOTES:,} notes: name a folder of fewer.")
        try:
            data = _read(entry)
        except OSError as error:
            unread.append(f"{relative(Path(entry.path), root)} is ignored: it cannot be read ({error.strerror}).")
            continue
        if data is None:
            unread.append(f"{relative(Path(entry.path), root)} is ignored: it is larger than {MAX_BYTES >> 20} MB.")
        elif found := _found(Path(entry.path), data):
            notes.append(found)
    return Scan(root, tuple(notes), tuple(unread))


def relative(path: Path, root: Path) -> str:
    """Return the path of a note within its vault, with `/`."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _notes(root: Path, unread: list[str]) -> Iterator[os.DirEntry[str]]:
    """Yield the notes below a folder in a fixed order; what is hidden is no note, and links are not followed."""
    folders = [(str(root), 0)]
    while folders:
        folder, depth = folders.pop()
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            unread.append(f"{relative(Path(folder), root)} is ignored: it cannot be read ({error.strerror}).")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < MAX_DEPTH:
                    folders.append((entry.path, depth + 1))
            elif entry.name.lower().endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                yield entry


def _read(entry: os.DirEntry[str]) -> bytes | None:
    """Return the bytes of a note; None for one that is too large."""
    # What was a file when it was listed may be a pipe by now.
    descriptor = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        return stream.read() if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES else None


def _found(path: Path, data: bytes) -> Found | None:
    is_marked = _OURS in data
    ids = frozenset(_ids(data)) if data.startswith((b"---", b"\xef\xbb\xbf---")) else frozenset()
    if not is_marked and not ids:
        return None
    # Of a note that is not UTF-8 it is still known what it is about.
    blocks = tuple(blocks_in(data.decode("utf-8", "replace"))) if is_marked else ()
    return Found(path, blocks, ids) if blocks or ids else None


def _ids(data: bytes) -> Iterator[str]:
    head = data[:_HEAD].replace(b"\r\n", b"\n")
    end = head.find(b"\n---", 3)
    for found in _ID.finditer(head[: end if end >= 0 else 0]):
        yield from keys_meant(found[1].decode("utf-8", "replace"))
