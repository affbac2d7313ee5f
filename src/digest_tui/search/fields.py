"""The one table of what can stand before a colon: help, errors and completions come from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from digest_tui.model.facets import Facet
from digest_tui.search.query import Field, Has, Is, Sort, Where


class Kind(Enum):
    """What a field takes."""

    TEXT = auto()
    VALUE = auto()
    NUMBER = auto()
    DATE = auto()
    ORDER = auto()


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field."""

    name: str
    kind: Kind
    help: str
    """What it asks, for the help of the command line."""
    example: str
    where: Where = None
    """Where the text is looked for."""
    values: tuple[str, ...] = ()
    """All that it takes, if that can be listed."""
    also: tuple[str, ...] = ()
    """Other spellings."""


def _part(facet: Facet, *also: str) -> FieldRow:
    return FieldRow(facet, Kind.TEXT, f"only in the {facet}", f"{facet}:벤치마크", facet, also=also)


# fmt: off
FIELDS: tuple[FieldRow, ...] = (
    FieldRow("title", Kind.TEXT, "only in the title", 'title:"world model"', Field.TITLE, also=("titles",)),
    FieldRow("author", Kind.TEXT, "only in the authors", "author:kim", Field.AUTHOR, also=("authors",)),
    FieldRow("tag", Kind.TEXT, "tagged so", "tag:todo", Field.TAG, also=("tags",)),
    FieldRow("note", Kind.TEXT, "only in your note", "note:idea", Field.NOTE, also=("notes",)),
    FieldRow("id", Kind.TEXT, "an identifier, or how it begins", "id:2512.07951", Field.ID, also=("arxiv", "doi")),
    FieldRow("source", Kind.TEXT, "from a source", "source:blog", Field.SOURCE, also=("sources",)),
    FieldRow("section", Kind.TEXT, "with a section of that name", "section:ablation", Field.SECTION,
             also=("sections",)),
    _part(Facet.INTRODUCTION, "intro"),
    _part(Facet.METHOD, "methods"),
    _part(Facet.RESULTS, "result"),
    _part(Facet.LIMITATIONS, "limitation"),
    _part(Facet.CONCLUSION, "conclusions"),
    FieldRow("is", Kind.VALUE, "decided so", "is:starred", values=tuple(Is)),
    FieldRow("has", Kind.VALUE, "comes with", "has:note", values=tuple(Has)),
    FieldRow("votes", Kind.NUMBER, "so many votes, also < <= >= =", "votes>20", also=("vote",)),
    FieldRow("date", Kind.DATE, "of a year, month or day, also with < or >", "date:2025-12", also=("dates",)),
    FieldRow("since", Kind.DATE, "from a date or age on", "since:2w"),
    FieldRow("until", Kind.DATE, "up to a date or age", "until:2025-12-10"),
    FieldRow("sort", Kind.ORDER, "in this order instead of best first", "sort:votes", values=tuple(Sort)),
)
# fmt: on

_BY_NAME = {name: row for row in FIELDS for name in (row.name, *row.also)}
_WORD = re.compile(r"(?:^|(?<=[\s(\-\u3000]))(?P<field>[A-Za-z]+[:：])?(?P<typed>[^\s():：]*)$")


def field_named(name: str) -> FieldRow | None:
    """The field with this name, however it is spelled."""
    return _BY_NAME.get(name.casefold())


def closest(word: str, words: Iterable[str]) -> str:
    """The most similar of some words, or an empty string."""
    return next(iter(get_close_matches(word.casefold(), list(words), n=1, cutoff=0.5)), "")


def closest_field(name: str) -> str:
    """The name of the field that was meant, perhaps."""
    found = closest(name, _BY_NAME)
    return _BY_NAME[found].name if found else ""


def listed(words: Sequence[str]) -> str:
    """`a, b or c`."""
    *head, last = words or ("",)
    return f"{', '.join(head)} or {last}" if head else last


def complete(text: str, cursor: int) -> tuple[str, ...]:
    """What may be typed at a place in a query: names of fields with their colon, or the values of one."""
    word = _WORD.search(text[:cursor])
    if word is None:
        return ()
    typed = word["typed"].casefold()
    if word["field"]:
        row = field_named(word["field"][:-1])
        return tuple(value for value in row.values if value.startswith(typed)) if row else ()
    return tuple(f"{row.name}:" for row in FIELDS if row.name.startswith(typed))


def query_help() -> str:
    """The language in lines, for the help of the command line."""
    lines = [
        ("words", "all of them, anywhere; Hangul with or without its spaces"),
        ("ㅂㅊㅁㅋ", "initial consonants, three or more; two in titles, tags and authors"),
        ('"two words"', "as they stand"),
        ("-word", "without it"),
        ("a OR b", "either; ( ) group"),
        ("/regex/", "a regular expression"),
        *((row.example, row.help + (f": {', '.join(row.values)}" if row.values else "")) for row in FIELDS),
    ]
    return "\n".join(["queries:", *(f"  {example:<22}  {sentence}" for example, sentence in lines)])
