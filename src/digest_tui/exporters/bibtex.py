"""BibTeX: papers as entries of a file, beside those of a person's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest_tui.errors import ExportError
from digest_tui.exporters.bibtex_entry import MARK, checksum_of, mark_in, written
from digest_tui.exporters.bibtex_fields import fields_of
from digest_tui.exporters.bibtex_file import Body, body_of, stretches
from digest_tui.exporters.bibtex_ids import ids_of
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Piece, Update
from digest_tui.exporters.rewriting import rewritten
from digest_tui.patterns import pattern

_MARK_FIELD = pattern(rf"(?i)\b{MARK}\s*+=")


class _Ours(NamedTuple):
    """An entry of ours in a file."""

    type: str
    body: Body


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Bring a file up to date; raises ExportError where its entries cannot be told apart."""
    pieces, ours = _cut(text)
    after = rewritten(pieces, papers, lambda index, paper: _anew(pieces[index], ours[index], paper), prune=prune)
    added = [written(paper.cite_key, fields_of(paper), mark_key=paper.key) for paper in after.added]
    return after.update(_with_added("".join(_without_gaps(after.texts)), added))


def copied(papers: Sequence[Exported]) -> str:
    """Return entries for a person to paste: without our mark they are the person's own."""
    return "\n".join(written(paper.cite_key, fields_of(paper)) for paper in papers)


def _cut(text: str) -> tuple[list[Piece], dict[int, _Ours]]:
    """Return the pieces of a file, and those that are ours as they were read."""
    pieces: list[Piece] = []
    ours: dict[int, _Ours] = {}
    for stretch in stretches(text):
        part = text[stretch.start : stretch.end]
        if not stretch.type:
            pieces.append(Piece(part, stretch.line))
            continue
        body = body_of(text, *stretch.inner)
        if not body.is_whole and _MARK_FIELD.search(part):
            raise ExportError(
                "a field of this entry cannot be read, so the file is left as it is: mend it.", stretch.line
            )
        mark = mark_in(body)
        if mark is None:
            pieces.append(Piece(part, stretch.line, True, name=body.key, ids=ids_of(body)))
        else:
            is_edited = mark.checksum != checksum_of(stretch.type, body)
            ours[len(pieces)] = _Ours(stretch.type, body)
            pieces.append(Piece(part, stretch.line, True, mark, is_edited, body.key))
    return pieces, ours


def _anew(piece: Piece, ours: _Ours, paper: Exported) -> str:
    """Return an entry of ours as it should be: the very same where it says all that already."""
    fields = fields_of(paper)
    ours_now = {name.lower(): value for name, value in fields.items()}
    there = {field.name: field.value for field in ours.body.fields}
    others = [field.text for field in ours.body.fields if field.name not in ours_now and field.name != MARK]
    is_same = all(there.get(name) == value for name, value in ours_now.items())
    # Where nobody wrote in it, what is more than we write is what we wrote formerly.
    if is_same and piece.mark and piece.mark.key == paper.key and (piece.is_edited or not others):
        return piece.text
    if piece.is_edited:
        return written(paper.cite_key, fields, others, type_=ours.type, mark_key=paper.key, is_edited=True).rstrip("\n")
    return written(paper.cite_key, fields, mark_key=paper.key).rstrip("\n")


def _without_gaps(texts: Sequence[str | None]) -> list[str]:
    """Return texts without the line end after each entry that was removed, and the empty line that stood around it."""
    parts = [text or "" for text in texts]
    before = -1
    is_gap = False
    for index, part in enumerate(parts):
        if texts[index] is None:
            is_gap = True
        elif is_gap and part:
            is_gap = False
            rest = part.removeprefix("\n")
            if before < 0 or parts[before].endswith("\n\n"):
                if rest == "" and index == len(parts) - 1 and before >= 0:
                    parts[before] = parts[before].removesuffix("\n")
                rest = rest.removeprefix("\n")
            parts[index] = rest
        if parts[index]:
            before = index
    return parts


def _with_added(text: str, added: Sequence[str]) -> str:
    if not added or not text.strip():
        return text + "\n".join(added)
    # One line end more than there was, which goes away with what is added here.
    between = "\n" if text.endswith("\n") else "\n\n"
    return text + between + "\n".join(added)
