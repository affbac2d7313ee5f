"""The sentence around a find."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from digest_tui.model import Entry, PaperState
from digest_tui.notation.visible import BREAK
from digest_tui.patterns import pattern
from digest_tui.search.marking import Mark, Marker, Part
from digest_tui.search.texts import PaperText
from digest_tui.search.written import Written, authors_of

_SENTENCE_END = pattern(r"[.!?…][\"'”’)\]]?(?=\s)|[。！？](?=.)|\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of a paper, and where in it the finds are."""

    text: str
    marks: tuple[tuple[int, int], ...]
    label: str = ""
    """The name of the field it is from, if that is not the text of the paper."""


def excerpt(entry: Entry, state: PaperState, marker: Marker, blocks: Iterable[str]) -> Excerpt | None:
    """Return the sentence with most words of the query, the first of several; None when only the title holds any.

    `blocks` are those of the body; no more are taken than are needed.
    """
    if marker.looks_at(Part.BODY) and (sentence := _best_of_blocks(marker, _marked(marker, blocks))):
        return _without_lead(sentence, (lead.title for lead in entry.paper.leads))
    return _beside_body(state, marker, authors_of(entry))


def excerpt_of(written: Written, text: PaperText, state: Callable[[], PaperState], marker: Marker) -> Excerpt | None:
    """Return the same of what was kept of a paper, for a marker that looks at blocks."""
    if marker.looks_at(Part.BODY) and (sentence := _best_of_blocks(marker, _marked_in(marker, written, text))):
        return _without_lead(sentence, written.leads)
    return _beside_body(state(), marker, written.authors)


def _beside_body(state: PaperState, marker: Marker, authors: str) -> Excerpt | None:
    own = "\n".join(filter(None, (" ".join(f"#{tag}" for tag in state.tags), state.note)))
    for label, text, part in (
        ("note", own, Part.OWN),
        ("by", authors, Part.AUTHORS),
    ):
        if text and (marks := marker.marks(text, part)):
            return Excerpt(text.replace("\n", " "), tuple((mark.start, mark.end) for mark in marks), label)
    return None


def _marked(marker: Marker, blocks: Iterable[str]) -> Iterator[tuple[str, list[Mark]]]:
    """Yield blocks with the finds in them."""
    # No sentence goes on in the next block.
    for block in blocks if marker.looks_at_blocks else (BREAK.join(blocks),):
        yield block, marker.marks(block, Part.BODY)


def _marked_in(marker: Marker, written: Written, text: PaperText) -> Iterator[tuple[str, list[Mark]]]:
    """Yield the blocks of a search text that hold finds, as they are written."""
    letters = [letters for _, letters in marker.in_body]
    ahead = [one.find(text, text.body_start) for one in letters]
    while found := [at for at in ahead if at >= 0]:
        at = min(found)
        first = text.text.rfind(BREAK, text.body_start, at) + 1 or text.body_start
        last = text.text.find(BREAK, at)
        last = len(text.text) if last < 0 else last
        yield written.text(text, first, last), marker.marks_in_block(text, first, last)
        if last == len(text.text):
            return
        # Whatever letters match, the next block is another one.
        ahead = [one.find(text, last + 1) if 0 <= at <= last else at for one, at in zip(letters, ahead, strict=True)]


def _best_of_blocks(marker: Marker, blocks: Iterable[tuple[str, list[Mark]]]) -> Excerpt | None:
    best, most = None, 0
    for block, marks in blocks:
        if marks:
            terms, sentence = _best_sentence(block, marks, marker.most_terms)
            if terms > most:
                best, most = sentence, terms
            if most == marker.most_terms:
                break
    return best


def _without_lead(found: Excerpt, leads: Iterable[str]) -> Excerpt:
    """Return a sentence without the words that only name it: there is little room for it."""
    for lead in leads:
        # Most sentences do not begin so, and an expression takes long to make.
        if not found.text.startswith(lead):
            continue
        words = re.match(rf"{re.escape(lead)} ?[:：] ?", found.text)
        if words and found.marks[0][0] >= words.end():
            shift = words.end()
            marks = tuple((start - shift, end - shift) for start, end in found.marks)
            return Excerpt(found.text[shift:], marks, found.label)
    return found


def _best_sentence(body: str, marks: list[Mark], most: int) -> tuple[int, Excerpt]:
    """Return the first sentence with most words, and how many these are; no more than `most` are possible."""
    ends = (end.end() for end in _SENTENCE_END.finditer(body))
    best_terms = 0
    first = last = 0
    terms: set[int] = set()
    found = (0, len(body))
    for mark in marks:
        if mark.start >= last:
            while last <= mark.start:
                first, last = last, next(ends, len(body))
            terms = set()
        terms.add(mark.term)
        if len(terms) > best_terms:
            best_terms, found = len(terms), (first, max(last, mark.end))
            if best_terms == most:
                break
    first, last = found
    text = body[first:last]
    lead = len(text) - len(text.lstrip())
    within = tuple(
        (mark.start - first - lead, min(mark.end, last) - first - lead) for mark in marks if first <= mark.start < last
    )
    return best_terms, Excerpt(text.strip().replace(BREAK, " "), within)
