"""The table of fields of the query language, from which help, errors and completions are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from digest_tui.model.facet import Facet
from digest_tui.patterns import pattern
from digest_tui.search.query import Field, Has, Is, Sort, Where
from digest_tui.similar import closest
from digest_tui.text import padded

PLAIN = str.maketrans("：（）－＂／＞＜＝\u3000“”„«»", ':()-"/><= """""')
"""Characters that a full-width input method or a quote-setting editor types instead of syntax, replaced one for one."""


class Kind(Enum):
    """The kind of value that a field takes."""

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
    """A description for the help of the command line."""
    example: str
    where: Where = None
    """The part of a paper in which the text is searched for."""
    values: tuple[str, ...] = ()
    """All values that it takes, if they can be listed."""
    also: tuple[str, ...] = ()
    """Other spellings of the name."""
    sought: str = ""
    """The hint, while typing, for what may follow a text field."""


def _part(facet: Facet, *also: str) -> FieldRow:
    sought = f"a word to find in the {facet}"
    return FieldRow(facet, Kind.TEXT, f"only in the {facet}", f"{facet}:벤치마크", facet, also=also, sought=sought)


# fmt: off
FIELDS: tuple[FieldRow, ...] = (
    FieldRow("title", Kind.TEXT, "only in the title", 'title:"world model"', Field.TITLE, also=("titles",),
             sought="a word to find in the title"),
    FieldRow("author", Kind.TEXT, "only in the authors", "author:kim", Field.AUTHOR, also=("authors",),
             sought="a name to find in the authors"),
    FieldRow("tag", Kind.TEXT, "with a tag of this name", "tag:todo", Field.TAG, also=("tags",), sought="a tag"),
    FieldRow("note", Kind.TEXT, "only in your note", "note:idea", Field.NOTE, also=("notes",),
             sought="a word to find in your note"),
    FieldRow("id", Kind.TEXT, "an identifier, or its beginning", "id:2512.07951", Field.ID, also=("arxiv", "doi"),
             sought="an identifier, or its beginning"),
    FieldRow("source", Kind.TEXT, "from this source", "source:blog", Field.SOURCE, also=("sources",),
             sought="the name of a source"),
    FieldRow("section", Kind.TEXT, "with a section of this name", "section:ablation", Field.SECTION,
             also=("sections",), sought="the name of a section"),
    _part(Facet.INTRODUCTION, "intro"),
    _part(Facet.METHOD, "methods"),
    _part(Facet.RESULTS, "result"),
    _part(Facet.LIMITATIONS, "limitation"),
    _part(Facet.CONCLUSION, "conclusions"),
    FieldRow("is", Kind.VALUE, "in this state", "is:starred", values=tuple(Is)),
    FieldRow("has", Kind.VALUE, "with this", "has:note", values=tuple(Has)),
    FieldRow("votes", Kind.NUMBER, "by number of votes; also < <= >= =", "votes>20", also=("vote",)),
    FieldRow("date", Kind.DATE, "of a year, month or day; also with < or >", "date:2025-12", also=("dates",)),
    FieldRow("since", Kind.DATE, "from a date on, or not older than an age", "since:2w"),
    FieldRow("until", Kind.DATE, "up to a date, or older than an age", "until:2025-12-10"),
    FieldRow("sort", Kind.ORDER, "in this order instead of best first", "sort:votes", values=tuple(Sort)),
)
# fmt: on

_BY_NAME = {name: row for row in FIELDS for name in (row.name, *row.also)}
_PIECE = pattern(
    r"""
      (?P<sign>[\s(-])
    | (?P<said>(?:[A-Za-z]+:)?(?:"(?:\\"|[^"])*(?:"|$)|/(?!/)(?:\\.?|[^\\])*?(?:/(?=[\s)]|$)|$)))
    | (?P<group>[A-Za-z]+:\()
    | (?P<word>\S+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""A query as far as completing needs it; made so that the first way it matches is the only one that is tried."""


def field_names() -> tuple[str, ...]:
    """Return the names of all fields, each in its chief spelling."""
    return tuple(row.name for row in FIELDS)


def field_named(name: str) -> FieldRow | None:
    """Return the field with this name, however it is spelled."""
    return _BY_NAME.get(name.casefold())


def closest_field(name: str) -> str:
    """Return the name of the most similar field, or an empty string."""
    # Anything may come before a colon: below this, `mailto:` would be taken for `intro:`.
    found = closest(name, _BY_NAME, alike=0.6)
    return _BY_NAME[found].name if found else ""


def complete(text: str, cursor: int) -> tuple[str, ...]:
    """Return the completions at a position in a query: names of fields with their colon, or the values of one."""
    word = ""
    is_said = False
    inside = 0  # brackets open since `title:(`, where no field may stand
    for piece in _PIECE.finditer(text[:cursor].translate(PLAIN)):
        word, is_said = piece["word"] or "", piece["said"] is not None
        if not is_said and (piece["group"] or inside):
            inside = max(0, inside + piece[0].count("(") - piece[0].count(")"))
    if is_said or inside:
        return ()
    name, colon, typed = word.casefold().partition(":")
    if not colon:
        return tuple(f"{known}:" for known in field_names() if known.startswith(name))
    row = field_named(name)
    return tuple(value for value in row.values if value.startswith(typed)) if row else ()


def query_help() -> str:
    """Return a description of the query language, for the help of the command line."""
    lines = [
        ("words", "all of them, where words begin; Hangul anywhere, with or without spaces"),
        ("ㅂㅊㅁㅋ", "initial consonants, three or more; two in titles, tags and authors"),
        ('"RL"', "a word that ends there too"),
        ('"two words"', "these words together"),
        ("*rl*", "also inside words"),
        ("-word", "not this word"),
        ("a OR b", "either one; ( ) group terms"),
        ("/regex/", "a regular expression"),
        *((row.example, row.help + (f": {', '.join(row.values)}" if row.values else "")) for row in FIELDS),
    ]
    return "\n".join(["queries:", *(f"  {padded(example, 22)}  {sentence}" for example, sentence in lines)])
