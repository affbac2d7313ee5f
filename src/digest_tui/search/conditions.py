"""The conditions of a query other than on text: fields, dates, numbers, decisions."""

import operator
from collections.abc import Callable
from dataclasses import replace

from digest_tui.model import Entry, Status
from digest_tui.model.facets import facet_of
from digest_tui.model.typed_ids import arxiv_in, keys_meant
from digest_tui.search.corpus import Corpus
from digest_tui.search.folded import folded
from digest_tui.search.folding import fold
from digest_tui.search.matching import Matcher, comparable, matcher_of
from digest_tui.search.query import Dated, Field, Has, Having, Is, State, Votes, Words

Condition = Callable[[int], bool]
"""A test of a paper, given by its number."""

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_HAS: dict[Has, Callable[[Entry], bool]] = {
    Has.AUTHORS: lambda entry: bool(entry.paper.authors),
    Has.ARXIV: lambda entry: entry.paper.arxiv is not None,
    Has.DOI: lambda entry: entry.paper.doi is not None,
    Has.LINK: lambda entry: bool(entry.paper.links),
    Has.IMAGE: lambda entry: bool(entry.paper.images),
    Has.VIDEO: lambda entry: bool(entry.paper.videos),
}


def condition(node: Votes | Dated | State | Having, corpus: Corpus) -> Condition:
    """Return the test for a condition; a paper that lacks the value never passes."""
    keys, texts, state = corpus.keys, corpus.texts, corpus.state
    match node:
        case Votes(comparator, wanted):
            compare = _COMPARE[comparator]
            return lambda number: (votes := texts[number].votes) is not None and compare(votes, wanted)
        case Having(Has.VOTES):
            return lambda number: texts[number].votes is not None
        case Dated(first, last):
            days = corpus.days
            return lambda number: (
                (day := days[number]) is not None and (first is None or first <= day) and (last is None or day <= last)
            )
        case State(Is.STARRED):
            return lambda number: state(keys[number]).starred
        case State(Is.NEW):
            return lambda number: state(keys[number]).is_new
        case State(Is.GONE):
            gone = corpus.gone
            return lambda number: number in gone and state(keys[number]).is_marked
        case State(value):
            status = Status(value.value)
            return lambda number: state(keys[number]).status is status
        case Having(Has.NOTE):
            return lambda number: bool(state(keys[number]).note)
        case Having(Has.TAG):
            return lambda number: bool(state(keys[number]).tags)
        case Having(value):
            has = _HAS[value]
            return lambda number: has(corpus.entry(number))


def value_condition(words: Words, corpus: Corpus) -> Condition:
    """Return the test for a tag, an identifier, a source or the name of a section."""
    keys, state = corpus.keys, corpus.state
    wanted = comparable(words.text)
    match words.where:
        case Field.TAG:
            tag = matcher_of(replace(words, text=words.text.removeprefix("#")))
            return lambda number: any(_is_in_name(tag, own) for own in state(keys[number]).tags)
        case Field.SOURCE:
            return lambda number: wanted in fold(corpus.entry(number).digest.source)
        case Field.SECTION:
            name = matcher_of(words)
            return lambda number: _has_section(corpus.entry(number), name, wanted)
        case _:
            meant, begins = keys_meant(wanted), arxiv_in(wanted) or wanted
            # A key, or what begins an identifier behind its kind: `2512.` is December.
            return lambda number: any(key in meant or key.partition(":")[2].startswith(begins) for key in keys[number])


def _is_in_name(wanted: Matcher, name: str) -> bool:
    """Return True when a word is in a tag or the name of a section."""
    text = folded(name)
    return any(letters.find(text) >= 0 for letters in wanted.everywhere + wanted.in_names)


def _has_section(entry: Entry, name: Matcher, facet: str) -> bool:
    titles = [section.title for section in entry.paper.sections] + [lead.title for lead in entry.paper.leads]
    return any(_is_in_name(name, title) or facet_of(title) == facet for title in titles)
