"""The meaning of a query, as values: made by the parser, used by all that finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from digest_tui.model.facet import Facet

Comparator = Literal["<", "<=", "=", ">=", ">"]


class Field(StrEnum):
    """A part of a paper in which a word can be searched for, other than a facet."""

    TITLE = "title"
    AUTHOR = "author"
    TAG = "tag"
    NOTE = "note"
    ID = "id"
    SOURCE = "source"
    SECTION = "section"
    """The names of sections and leads, not their text."""


class Is(StrEnum):
    """A condition on a paper's state."""

    NEW = "new"
    """Unread and not starred: nothing is decided yet."""
    UNREAD = "unread"
    """The status, whether starred or not."""
    READ = "read"
    LATER = "later"
    SKIPPED = "skipped"
    STARRED = "starred"
    GONE = "gone"
    """Decided, and in no digest any more."""


class Has(StrEnum):
    """Something that a paper can have."""

    NOTE = "note"
    TAG = "tag"
    VOTES = "votes"
    AUTHORS = "authors"
    ARXIV = "arxiv"
    DOI = "doi"
    LINK = "link"
    IMAGE = "image"
    VIDEO = "video"


class Sort(StrEnum):
    """An order that overrules the ranking."""

    VOTES = "votes"
    TITLE = "title"
    NEWEST = "newest"
    OLDEST = "oldest"
    NEW = "new"

    @property
    def is_by_date(self) -> bool:
        """True when papers of one date follow one another."""
        return self in (Sort.NEWEST, Sort.OLDEST)


Where = Field | Facet | None
"""The part to search; None: title, authors, body, tags and note."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text that must occur."""

    text: str
    """The text as typed, without quotes and asterisks; NFC."""
    where: Where = None
    quoted: bool = False
    whole: bool = False
    """True for a quoted word whose closing quote says that it ends there."""
    inside: bool = False
    """True for `*text*`, which is looked for inside words too."""
    start: int = 0
    end: int = 0
    """The characters `[start, end)` are its span in the query, counted from 0, field and quotes included."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that must match somewhere."""

    source: str
    """The source between the slashes, `\\/` already unescaped."""
    where: Where = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Votes:
    """A number of votes; a paper without votes never fits."""

    comparator: Comparator
    number: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A span of days, both ends included; a paper without a date never fits."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class State:
    """A condition on what was decided."""

    value: Is


@dataclass(frozen=True, slots=True)
class Having:
    """A condition on what the paper has."""

    value: Has


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    node: Node


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of two or more conditions."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of two or more conditions."""

    nodes: tuple[Node, ...]


Node = Words | Pattern | Votes | Dated | State | Having | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """A query that can be carried out."""

    root: Node | None = None
    """The condition; None for every paper."""
    sort: Sort | None = None
    hint: str = ""
    """While typing, a hint at what may come at the end, where something must; empty otherwise."""
