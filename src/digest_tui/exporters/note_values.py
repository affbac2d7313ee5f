"""The properties of a note as Obsidian takes them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.note_names import plain_title
from digest_tui.exporters.reference import doi_of
from digest_tui.patterns import pattern

Value: TypeAlias = str | tuple[str, ...]
"""A scalar as YAML has it between its quotes, or a list of such."""

NAMES = ("arxiv_id", "doi", "alphaxiv", "digest_date", "votes", "tags", "starred_at", "status", "aliases")
LISTS = ("tags", "aliases")
_BARE = ("digest_date", "votes", "starred_at")
"""What is a number or a date, and would be text in quotes."""
_WORD = pattern(r"(?!(?i:true|false|yes|no|on|off|null|y|n)$)[^\W\d_][\w/-]*")
_SLASHES = pattern(r"/{2,}")


def values_of(paper: Exported) -> dict[str, Value]:
    """Return the properties of a paper in their order; what it does not have is absent."""
    entry, record = paper.entry, paper.record
    arxiv = entry.paper.arxiv
    found: dict[str, Value] = {
        "arxiv_id": arxiv.id if arxiv else "",
        "doi": doi_of(paper),
        "alphaxiv": str(record["alphaxiv_url"] or ""),
        "digest_date": entry.date.isoformat() if entry.date else "",
        "votes": "" if entry.paper.votes is None else str(entry.paper.votes),
        "tags": tuple(valid_tags(paper.state.tags)),
        "starred_at": f"{paper.starred_at:%Y-%m-%dT%H:%M:%S}" if paper.starred_at else "",
        "status": paper.state.status.value,
        "aliases": (plain_title(paper),),
    }
    return {name: found[name] for name in NAMES if found[name]}


def valid_tags(tags: Iterable[str]) -> Iterator[str]:
    """Yield tags as Obsidian takes them, each once: letters, digits, `_`, `-` and `/`, and not digits alone.

    Source: https://help.obsidian.md/tags.
    """
    seen: set[str] = set()
    for tag in tags:
        name = "".join(letter if _is_in_tags(letter) else "-" for letter in tag.replace("+", "plus"))
        name = _SLASHES.sub("/", name).strip("/")
        if not any(letter.isalpha() for letter in name):
            name = f"_{name}"
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name


def _is_in_tags(letter: str) -> bool:
    # A mark belongs to the letter before it.
    return letter.isalnum() or letter in "_-/" or unicodedata.category(letter)[0] == "M"


def written(name: str, value: str) -> str:
    """Write a scalar of a property so that YAML reads it as what it is."""
    if name in _BARE or _WORD.fullmatch(value):
        return value
    # JSON's strings are YAML's.
    return json.dumps(value, ensure_ascii=False)


def properties_text(values: Mapping[str, Value]) -> str:
    """Write the lines of properties, without the fences around them."""
    lines: list[str] = []
    for name, value in values.items():
        if isinstance(value, str):
            lines.append(f"{name}: {written(name, value)}\n")
        else:
            lines += [f"{name}:\n", *(f"  - {written(name, item)}\n" for item in value)]
    return "".join(lines)
