"""What a query can ask of a paper that is no question of its text: fields, dates, numbers, decisions."""

import operator
import re
from collections.abc import Callable

from digest_tui.model import PaperState, Place, Status
from digest_tui.model.facets import facet_of
from digest_tui.search.folding import fold
from digest_tui.search.matching import comparable
from digest_tui.search.query import Dated, Field, Has, Having, Is, State, Votes, Words

Condition = Callable[[Place], bool]
StateOf = Callable[[Place], PaperState]

_ARXIV = re.compile(
    r"(?:arxiv:|https?://[^\s/]+/(?:abs|pdf|html|papers|overview|[a-z]{2}/overview)/)?"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:\.pdf)?",
    re.IGNORECASE,
)
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_HAS: dict[Has, Condition] = {
    Has.VOTES: lambda place: place.paper.votes is not None,
    Has.AUTHORS: lambda place: bool(place.paper.authors),
    Has.ARXIV: lambda place: place.paper.arxiv is not None,
    Has.DOI: lambda place: place.paper.doi is not None,
    Has.LINK: lambda place: bool(place.paper.links),
    Has.IMAGE: lambda place: bool(place.paper.images),
    Has.VIDEO: lambda place: bool(place.paper.videos),
}


def condition(node: Votes | Dated | State | Having, state: StateOf) -> Condition:
    """Whether a paper fits; what is absent never does."""
    match node:
        case Votes(comparator, number):
            compare = _COMPARE[comparator]
            return lambda place: place.paper.votes is not None and compare(place.paper.votes, number)
        case Dated(first, last):
            return lambda place: (
                (day := place.date) is not None and (first is None or first <= day) and (last is None or day <= last)
            )
        case State(Is.STARRED):
            return lambda place: state(place).starred
        case State(Is.UNDECIDED):
            return lambda place: state(place).undecided
        case State(value):
            status = Status(value.value)
            return lambda place: state(place).status is status
        case Having(Has.NOTE):
            return lambda place: bool(state(place).note)
        case Having(Has.TAG):
            return lambda place: bool(state(place).tags)
        case Having(value):
            return _HAS[value]


def value_condition(words: Words, state: StateOf) -> Condition:
    """Whether a tag, an identifier, a source or the name of a section is what was typed."""
    wanted = comparable(words.text)
    match words.where:
        case Field.TAG:
            tag = wanted.removeprefix("#")
            return lambda place: any(fold(own) == tag for own in state(place).tags)
        case Field.SOURCE:
            return lambda place: wanted in fold(place.digest.source)
        case Field.SECTION:
            return lambda place: _has_section(place, wanted)
        case _:
            identifier = _ARXIV.fullmatch(wanted)
            begins = identifier[1] if identifier else wanted
            # A key, or what begins an identifier behind its kind: `2512.` is December.
            return lambda place: any(key == wanted or key.partition(":")[2].startswith(begins) for key in place.keys)


def is_arxiv(text: str) -> bool:
    """Whether this is an identifier of arXiv, or a link to one, with or without a version."""
    return _ARXIV.fullmatch(text.strip()) is not None


def _has_section(place: Place, wanted: str) -> bool:
    titles = [section.title for section in place.paper.sections] + [lead.title for lead in place.paper.leads]
    return any(wanted in fold(title) or facet_of(title) == wanted for title in titles)
