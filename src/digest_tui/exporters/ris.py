"""RIS: one tag a line, an entry from `TY` to `ER`.

Sources: the RIS specification of Research Information Systems, and what Zotero (translators/RIS.js) and Pandoc read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Mark, Piece, Update, checksum, mark_of, planned
from digest_tui.exporters.reference import Kind, folded, ids_named, reference
from digest_tui.exporters.rewriting import rewritten
from digest_tui.model.person_names import PersonName
from digest_tui.patterns import pattern

_LINE = pattern(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_TAG = pattern(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?\s*")
_MARK_TAG = "C8"
"""A custom field that no type of entry uses: rispy and EndNote keep it, Zotero and Pandoc ignore it."""
_MARK = "digest-tui "
_OURS = frozenset({"TY", "ID", "TI", "AU", "PY", "PB", "DB", "AN", "M3", "DO", "UR", "KW", "N1", "ER"})
"""The tags that are written anew; all others in an entry of ours are the person's."""
_NEXT = "\n"
_NAME_IDS = frozenset({"DO", "UR", "L1", "L2", "L3", "LK", "AN", "M1", "M2", "M3", "T2", "JO", "JF", "JA", "J2", "PB"})
"""The tags by which programs write a DOI, a URL or an arXiv id."""
_UNENDED = "the entry that begins there has no line `ER`, so the file is left as it is."
_NO_RIS = "this is not RIS, in which an entry begins with a line `TY`, so the file is left as it is."
_TYPES = {
    # Zotero takes an unpublished work (`UNPB`) for an article in a journal, and Pandoc for nothing that styles know.
    Kind.PREPRINT: "MANSCPT",
    Kind.WORK: "GEN",
    Kind.PAGE: "ELEC",
}


class _Field(NamedTuple):
    tag: str
    value: str
    lines: str
    """Its lines with their ends."""


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Bring the text of a RIS file up to date."""
    pieces = list(_pieces(text))
    end = _line_end(text)

    def anew(index: int, paper: Exported) -> str:
        piece = pieces[index]
        added = [field.lines for field in _fields(piece.text) if _is_persons(field)]
        last = end if piece.text.endswith(("\n", "\r")) else ""
        if not piece.is_edited:
            return _entry(paper, end).removesuffix(end) + last
        # Without a checksum it stays an entry in which a person wrote.
        news = (_entry(paper, end, added, mark).removesuffix(end) + last for mark in (piece.mark, Mark(paper.key, "")))
        same, new = news
        return same if same == piece.text else new

    after = rewritten(pieces, papers, anew, prune=prune)
    whole = "".join(filter(None, after.texts))
    if after.added and whole and not whole.endswith(("\n", "\r")):
        whole += end
    whole += "".join(_entry(paper, end) for paper in after.added)
    return after.update(whole)


def copied(papers: Sequence[Exported]) -> str:
    """Return entries without marks, for a person to paste."""
    added = planned((), papers).added
    return "".join("".join([*(f"{line}\n" for line in _lines(paper)), "ER  - \n"]) for paper in added)


def _entry(paper: Exported, end: str, added: Sequence[str] = (), mark: Mark | None = None) -> str:
    lines = _lines(paper)
    mark = mark or Mark(paper.key, checksum(_NEXT.join(lines)))
    lines.append(f"{_MARK_TAG}  - {_MARK}{folded(str(mark))}")
    return "".join([*(line + end for line in lines), *added, f"ER  - {end}"])


def _lines(paper: Exported) -> list[str]:
    return [f"{tag}  - {value}" for tag, value in _values(paper)]


def _values(paper: Exported) -> Iterator[tuple[str, str]]:
    said = reference(paper)
    yield "TY", _TYPES[said.kind]
    yield "ID", paper.cite_key
    yield "TI", said.title
    yield from (("AU", _name(name)) for name in said.names)
    if said.year:
        yield "PY", said.year
    if said.kind is Kind.PREPRINT:
        yield "PB", "arXiv"
        yield "DB", "arXiv"
        yield "AN", said.number
        yield "M3", "Preprint"
    if said.doi:
        yield "DO", said.doi
    if said.url:
        # A semicolon separates two addresses.
        yield "UR", said.url.replace(";", "%3B")
    yield from (("KW", tag) for tag in said.tags)
    if said.note:
        # Pandoc reads no value that has several lines.
        yield "N1", folded(said.note)


def _name(name: PersonName) -> str:
    if name.is_whole:
        # Without a comma Pandoc and EndNote take the last word for the family name.
        return f"{name.family}," if " " in name.family else name.family
    # The specification has a suffix at the end, where Pandoc takes it for the given name.
    return f"{' '.join(filter(None, (name.particle, name.family, name.suffix)))}, {name.given}"


def _pieces(text: str) -> Iterator[Piece]:
    between: list[str] = []
    entry: list[str] = []
    number = start = between_start = 1
    first_line = 0
    has_entries = False
    for line in _LINE.findall(text):
        tag = found["tag"] if (found := _TAG.fullmatch(line)) else ""
        if entry:
            if tag == "TY":
                raise ExportError(_UNENDED, start)
            entry.append(line)
            if tag == "ER":
                yield _piece("".join(entry), start)
                entry, has_entries, between_start = [], True, number + 1
        elif tag == "TY":
            if between:
                yield Piece("".join(between), between_start)
                between = []
            entry, start = [line], number
        else:
            if not between:
                between_start = number
            between.append(line)
            if not first_line and line.strip():
                first_line = number
        number += 1
    if entry:
        raise ExportError(_UNENDED, start)
    if first_line and not has_entries:
        raise ExportError(_NO_RIS, first_line)
    if between:
        yield Piece("".join(between), between_start)


def _piece(text: str, line: int) -> Piece:
    fields = list(_fields(text))
    name = next((field.value for field in fields if field.tag == "ID"), "")
    mark = next((mark_of(field.value.removeprefix(_MARK)) for field in fields if _is_mark(field)), None)
    if mark:
        said = _NEXT.join(field.lines for field in fields if not _is_mark(field) and field.tag != "ER")
        return Piece(text, line, True, mark, checksum(said) != mark.checksum, name)
    values = [field.value for field in fields if field.tag in _NAME_IDS]
    # A semicolon separates two addresses, but some programs write one of which it is a part.
    parts = {part for value in values for part in (value, *value.split(";"))}
    return Piece(text, line, True, name=name, ids=ids_named(parts))


def _fields(text: str) -> Iterator[_Field]:
    """Yield the tags of an entry with their lines; a line without a tag goes on with the one before."""
    tag = ""
    values: list[str] = []
    lines: list[str] = []
    for line in _LINE.findall(text):
        if found := _TAG.fullmatch(line):
            if tag:
                yield _Field(tag, " ".join(values).strip(), "".join(lines))
            tag, values, lines = found["tag"], [found["value"] or ""], [line]
        else:
            values.append(line.strip())
            lines.append(line)
    if tag:
        yield _Field(tag, " ".join(values).strip(), "".join(lines))


def _is_mark(field: _Field) -> bool:
    return field.tag == _MARK_TAG and field.value.startswith(_MARK)


def _is_persons(field: _Field) -> bool:
    return field.tag not in _OURS and not _is_mark(field)


def _line_end(text: str) -> str:
    """Return how lines end in a file; a new one follows the specification."""
    first = found[0] if (found := _LINE.search(text)) else "\r\n"
    return first[len(first.rstrip("\r\n")) :] or "\n"
