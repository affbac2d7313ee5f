"""An entry as it is written, and the field that says that it is ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, unquote

from digest_tui.exporters.bibtex_file import Body
from digest_tui.exporters.merging import Mark, checksum, mark_of

MARK = "digest-tui"
"""The field with our mark; every reader passes over fields that it does not know."""
_TYPE = "misc"
_IN_MARKS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"%\\{}')


def written(
    cite_key: str,
    fields: Mapping[str, str],
    others: Sequence[str] = (),
    *,
    type_: str = _TYPE,
    mark_key: str = "",
    is_edited: bool = False,
) -> str:
    """Return an entry with its last line end.

    `others` are fields as a person wrote them. An entry in which a person wrote has no checksum any more.
    """
    lines = [f"{name} = {{{value}}}" for name, value in fields.items()]
    lines += others
    if mark_key:
        summed = (
            "" if is_edited else _checksum(_TYPE, cite_key, ((name.lower(), value) for name, value in fields.items()))
        )
        lines.append(f"{MARK} = {{{Mark(quote(mark_key, safe=_IN_MARKS, errors='replace'), summed)}}}")
    return f"@{type_}{{{cite_key},\n" + ",\n".join(f"  {line}" for line in lines) + "\n}\n"


def mark_in(body: Body) -> Mark | None:
    """Return the mark of an entry; None where it is a person's own."""
    marked = next((field.value for field in body.fields if field.name == MARK), "")
    if not marked:
        return None
    mark = mark_of(marked)
    return mark._replace(key=unquote(mark.key))


def checksum_of(type_: str, body: Body) -> str:
    """Return the checksum of what an entry says now."""
    return _checksum(type_, body.key, ((field.name, field.value) for field in body.fields if field.name != MARK))


def _checksum(type_: str, cite_key: str, fields: Iterable[tuple[str, str]]) -> str:
    # Programs that keep bibliographies write fields in their own order.
    return checksum("\n".join([type_.lower(), cite_key, *(f"{name} = {value}" for name, value in sorted(fields))]))
