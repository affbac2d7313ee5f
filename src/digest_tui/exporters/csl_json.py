"""CSL-JSON: an array of items, as citeproc, Pandoc and Zotero read it.

Source: the JSON schema of CSL 1.0.2, https://github.com/citation-style-language/schema (csl-data.json).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.json_spans import Span, items, lines_of, members
from digest_tui.exporters.merging import Mark, Piece, Update, checksum, mark_of, planned
from digest_tui.exporters.reference import Kind, ids_named, reference
from digest_tui.exporters.rewriting import rewritten
from digest_tui.model.person_names import PersonName
from digest_tui.patterns import pattern

_CUSTOM = "custom"
_MARK = "digest-tui"
_OURS = frozenset("id type title author issued genre publisher number DOI URL keyword note".split())  # noqa: SIM905
"""What is written anew; all else in an item of ours is the person's."""
_TYPES = {Kind.PREPRINT: "article", Kind.WORK: "document", Kind.PAGE: "webpage"}
_ID_KEYS = ("DOI", "URL", "number", "archive_location", "container-title", "publisher", "call-number")
_NAMED_LINE = pattern(r"(?i)\s*(?:arxiv|doi|10\.)")
_IN_ARRAY = "\n  "
_IN_ITEM = "\n    "


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Bring the text of a file of CSL-JSON up to date."""
    spans = items(text) if text.strip() else []
    pieces = [_piece(text, span, line) for span, line in zip(spans, lines_of(text, spans), strict=True)]
    after = rewritten(pieces, papers, lambda index, paper: _anew(pieces[index], paper), prune=prune)
    kept: list[str] = []
    for index, item in enumerate(after.texts):
        if item is not None:
            before = text[spans[index - 1].end : spans[index].start] if kept else ""
            kept.append(before + item)
    for paper in after.added:
        kept.append(("," if kept else "") + _IN_ARRAY + _new(paper))
    return after.update(_array(text, spans, kept))


def copied(papers: Sequence[Exported]) -> str:
    """Return an array of items without marks, for a person to paste."""
    return json.dumps([_said(paper) for paper in planned((), papers).added], ensure_ascii=False, indent=2) + "\n"


def _array(text: str, spans: Sequence[Span], kept: Sequence[str]) -> str:
    """Return the array with other items, between what stands around them."""
    if spans:
        return text[: spans[0].start] + "".join(kept) + text[spans[-1].end :]
    if not text.strip():
        return f"[{''.join(kept)}\n]\n" if kept else "[]\n"
    opening = text.index("[") + 1
    return f"{text[:opening]}{''.join(kept)}\n{text[text.index(']') :]}" if kept else text


def _item(said: Mapping[str, Any], mark: Mark, others: Sequence[str] = (), customs: Sequence[str] = ()) -> str:
    """Return an item as it stands in an array, followed by members of a person's own as they were typed."""
    own = [f"{_json(name)}: {_json(value)}" for name, value in said.items()]
    custom = _object([f"{_json(_MARK)}: {_json(str(mark))}", *customs], _IN_ITEM)
    return _object([*own, f"{_json(_CUSTOM)}: {custom}", *others], _IN_ARRAY)


def _new(paper: Exported) -> str:
    said = _said(paper)
    return _item(said, Mark(paper.key, _checksum(said)))


def _object(texts: Sequence[str], line: str) -> str:
    return f"{{{line}  {f',{line}  '.join(texts)}{line}}}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _said(paper: Exported) -> dict[str, Any]:
    said = reference(paper)
    is_preprint = said.kind is Kind.PREPRINT
    fields = {
        "id": paper.cite_key,
        "type": _TYPES[said.kind],
        "title": said.title,
        "author": [_name(name) for name in said.names],
        "issued": {"date-parts": [[int(said.year)]]} if said.year else None,
        "genre": "preprint" if is_preprint else "",
        "publisher": "arXiv" if is_preprint else "",
        "number": said.number,
        "DOI": said.doi,
        "URL": said.url,
        "keyword": ", ".join(said.tags),
        "note": said.note,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: PersonName) -> dict[str, str]:
    if name.is_whole:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _piece(text: str, span: Span, line: int) -> Piece:
    item = span.value
    if not isinstance(item, dict) or "id" not in item:
        raise ExportError("this is not an item of CSL-JSON, which has an `id`, so the file is left as it is.", line)
    typed = text[span.start : span.end]
    name = str(item["id"])
    if mark := _mark(item):
        return Piece(typed, line, True, mark, _checksum(_without_mark(item)) != mark.checksum, name)
    return Piece(typed, line, True, name=name, ids=ids_named(_named(item)))


def _mark(item: Mapping[str, Any]) -> Mark | None:
    custom = item.get(_CUSTOM)
    mark = custom.get(_MARK) if isinstance(custom, dict) else None
    return mark_of(mark) if isinstance(mark, str) else None


def _without_mark(item: Mapping[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in item.items() if name != _CUSTOM}
    customs = {name: value for name, value in item[_CUSTOM].items() if name != _MARK}
    return others | ({_CUSTOM: customs} if customs else {})


def _checksum(said: Mapping[str, Any]) -> str:
    try:
        return checksum(json.dumps(said, ensure_ascii=False, sort_keys=True))
    except RecursionError:
        # A person nested something deeply, which we never do.
        return ""


def _named(item: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of an item that may name a paper."""
    yield from (value for key in _ID_KEYS if isinstance(value := item.get(key), str))
    # What Zotero has no field for it keeps here, one a line: `arXiv: 2512.07951`. A URL alone may be of another paper.
    if isinstance(note := item.get("note"), str):
        yield from (line for line in note.splitlines() if _NAMED_LINE.match(line))


def _anew(piece: Piece, paper: Exported) -> str:
    typed = members(piece.text, 0)
    item = {member.name: member.value for member in typed}
    said = _said(paper)
    before = {name: value for name, value in item.items() if name in _OURS}
    mark = Mark(paper.key, _checksum(said))
    if before == said and piece.mark and (piece.mark == mark or (piece.is_edited and piece.mark.key == mark.key)):
        # Another program may have laid it out in its own way.
        return piece.text
    others = [piece.text[member.start : member.end] for member in typed if member.name not in {_CUSTOM, *_OURS}]
    custom = next(member for member in reversed(typed) if member.name == _CUSTOM)
    within = piece.text.index("{", custom.start)
    customs = [piece.text[member.start : member.end] for member in members(piece.text, within) if member.name != _MARK]
    # Without a checksum it stays an item in which a person wrote.
    return _item(said, mark._replace(checksum="") if piece.is_edited else mark, others, customs)
