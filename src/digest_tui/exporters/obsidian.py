"""Papers as notes of an Obsidian vault: each has properties, and a block of ours among the person's words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.files import Target, read_target, replace
from digest_tui.exporters.markdown import edited_name, inner_text
from digest_tui.exporters.marked_blocks import Block, block_text, blocks_in
from digest_tui.exporters.merging import Piece, Update, planned
from digest_tui.exporters.note_names import SUFFIX, folded, free_name
from digest_tui.exporters.note_properties import is_all_ours, merged
from digest_tui.exporters.note_values import values_of
from digest_tui.exporters.property_record import record_of, record_text, value_checksum
from digest_tui.exporters.vault import Found, Scan, relative, scanned, vault_root
from digest_tui.exporters.weekly_notes import update_weeks, week_key

_LEVEL = 1
"""The heading of a paper: the note is about nothing else."""
_NAME = "note"
"""Stands in the record for the name of the note itself."""


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Return the notes one after another."""
    notes = [_new_note(paper, "") for paper in papers]
    return Update("\n".join(notes), added=len(notes))


def copied(papers: Sequence[Exported]) -> str:
    """Return notes for a person to paste: without our marks they are the person's own."""
    notes = (f"{merged('', values_of(paper), {})[0]}{inner_text(paper, _LEVEL, tasks=False)}" for paper in papers)
    return "\n".join(f"{note.rstrip()}\n" for note in notes)


def update_folder(folder: Path, papers: Sequence[Exported], *, prune: bool = False, weekly: bool = False) -> Update:
    """Bring the notes of a vault up to date wherever they are in it, and write those that are missing into a folder.

    With `weekly` each week has a note with links to those of its papers. Raises ExportError.
    """
    folder = _made(folder)
    return _Vault(folder, scanned(vault_root(folder))).update(papers, prune=prune, weekly=weekly)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise ExportError(f"{folder} is a file: name a folder for the notes.") from error
    except FileNotFoundError as error:
        raise ExportError(f"{folder} is not made: there is no folder {folder.parent}.") from error
    except OSError as error:
        raise ExportError(f"{folder} cannot be made ({error.strerror or error}).") from error
    return Path(os.path.realpath(folder))


class _Vault:
    """One run of an export."""

    def __init__(self, folder: Path, scan: Scan) -> None:
        self._folder = folder
        self._root = scan.root
        self._notes = scan.notes
        self._left = list(scan.unread)
        self._changed: set[str] = set()
        self._not_written: set[str] = set()
        self._taken = {folded(name) for name in os.listdir(folder)}

    def update(self, papers: Sequence[Exported], *, prune: bool, weekly: bool) -> Update:
        pieces, notes = self._pieces()
        plan = planned(pieces, papers, prune=prune)
        paths: dict[str, Path] = {}
        of_notes: dict[Found, dict[str, Exported]] = {}
        for index, paper in plan.replaced.items():
            mark = pieces[index].mark
            of_notes.setdefault(notes[index], {})[mark.key if mark else paper.key] = paper
            paths.setdefault(paper.key, notes[index].path)
        for note, about in of_notes.items():
            self._update_note(note, about)
        for paper, index in plan.refused:
            name = relative(notes[index].path, self._root)
            self._left.append(f"{edited_name(paper)} is left out: your own note {name} is about it.")
            paths[paper.key] = notes[index].path
        added = 0
        for paper in plan.added:
            if path := self._write_new(paper):
                added += 1
                paths[paper.key] = path
        removed = sum(self._remove(notes[index]) for index in sorted({*plan.removed, *plan.edited}))
        if weekly:
            self._left += update_weeks(self._folder, self._root, self._notes, papers, paths)
        there = {paper.key for paper in plan.replaced.values()}
        unchanged = len(there - self._changed - self._not_written)
        return Update("", added, len(self._changed), unchanged, removed, tuple(self._left))

    def _pieces(self) -> tuple[list[Piece], list[Found]]:
        """Return what notes have of papers as pieces, each with its index as its line, and their notes."""
        pieces: list[Piece] = []
        notes: list[Found] = []
        for note in self._notes:
            for block in note.blocks:
                mark = block.mark if block.is_ours else None
                ids = frozenset() if mark else frozenset({block.mark.key})
                if week_key(block.mark.key):
                    continue
                pieces.append(Piece("", len(notes), True, mark, block.is_ours and block.is_edited, "", ids))
                notes.append(note)
            if note.ids and not any(block.is_ours for block in note.blocks):
                pieces.append(Piece("", len(notes), True, ids=note.ids))
                notes.append(note)
        return pieces, notes

    def _update_note(self, note: Found, about: dict[str, Exported]) -> None:
        name = relative(note.path, self._root)
        try:
            target = read_target(note.path)
            text, edited = _updated(target.text, about)
            if replace(target, text):
                self._changed |= {paper.key for paper in about.values()}
            elif edited:
                self._not_written |= {paper.key for paper in about.values()}
        except ExportError as error:
            where = f"{name} is left as it is on line {error.line}" if error.line else name
            reason = str(error).removesuffix(".")
            self._left.append(f"{where}: {reason}." if error.line else reason + ".")
            self._not_written |= {paper.key for paper in about.values()}
            return
        if edited:
            self._left.append(f"The text of {name} stays as it is, since you wrote in it.")

    def _write_new(self, paper: Exported) -> Path | None:
        name = free_name(paper, self._taken)
        path = self._folder / f"{name}{SUFFIX}"
        try:
            target = read_target(path)
            replace(target._replace(text="", state=None), _new_note(paper, name))
        except ExportError as error:
            self._left.append(str(error))
            return None
        self._taken.add(folded(path.name))
        return path

    def _remove(self, note: Found) -> int:
        """Remove a note of this folder that left the query, if nobody wrote in it; return how many."""
        if not note.path.is_relative_to(self._folder):
            return 0
        name = relative(note.path, self._root)
        try:
            target = read_target(note.path)
            if _is_untouched(target):
                note.path.unlink()
                return 1
        except ExportError as error:
            self._left.append(str(error))
            return 0
        except OSError as error:
            self._left.append(f"{name} cannot be removed ({error.strerror or error}).")
            return 0
        self._left.append(f"{name} stays, since you wrote in it or named it: remove it by hand.")
        return 0


def _new_note(paper: Exported, name: str) -> str:
    text, record = merged("", values_of(paper), {})
    if name:
        record[_NAME] = frozenset({value_checksum(name)})
    return text + block_text(paper.key, inner_text(paper, _LEVEL, tasks=False), record_text(record)) + "\n"


def _updated(text: str, about: dict[str, Exported]) -> tuple[str, bool]:
    """Return a note with its blocks, and its properties where it is about one paper; and if a block was left."""
    blocks = [block for block in blocks_in(text) if block.is_ours]
    is_single = len(blocks) == 1
    edited = False
    head, records = text, {}
    for block in reversed(blocks):
        if (paper := about.get(block.mark.key)) is None:
            continue
        record = block.record
        if is_single:
            head, found = merged(text, values_of(paper), record_of(record))
            record = record_text(found)
        new, left = _block(block, paper, record)
        edited = edited or left
        records[block.start] = new
    by = len(head) - len(text)
    # The properties are above every block, so that these only moved.
    for block in reversed(blocks):
        if block.start in records:
            head = head[: block.start + by] + records[block.start] + head[block.end + by :]
    return head, edited


def _block(block: Block, paper: Exported, record: str) -> tuple[str, bool]:
    inner = inner_text(paper, _LEVEL, tasks=False)
    if block.inner.replace("\r", "") == inner:
        return block_text(block.mark.key, block.inner, record), False
    if block.is_edited:
        return block_text(block.mark.key, block.inner, record, block.mark.checksum), True
    return block_text(block.mark.key, inner, record), False


def _is_untouched(target: Target) -> bool:
    blocks = list(blocks_in(target.text))
    if len(blocks) != 1 or not blocks[0].is_ours or blocks[0].is_edited:
        return False
    (block,) = blocks
    record = record_of(block.record)
    own = block_text(block.mark.key, block.inner, block.record)
    head = target.text.removesuffix("\n").removesuffix(own)
    return (
        target.text == f"{head}{own}\n"
        and head.endswith("\n---\n\n")
        and is_all_ours(target.text, record)
        and record.get(_NAME) == frozenset({value_checksum(normalize("NFC", target.path.stem))})
    )
