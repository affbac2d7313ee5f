"""The body of a paper as it is written, told by what folding changed of it: its sentences are shown so."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import NamedTuple

from digest_tui.model import Entry
from digest_tui.notation.tex_accents import with_letters
from digest_tui.search.folded import folded_with_places
from digest_tui.search.texts import PaperText, body_text


class Written(NamedTuple):
    """What the search text of a paper does not tell of its sentences."""

    places: bytes
    """The places in the body of the letters that folding changed, rising, packed."""
    letters: str
    """Those letters as they are written."""
    authors: str
    leads: tuple[str, ...]
    """The names of its sentences."""

    def text(self, paper: PaperText, first: int, last: int) -> str:
        """Return the characters `[first, last)` of the search text, which lie in the body, as they are written."""
        places = memoryview(self.places).cast("I")
        start = paper.body_start
        begin, end = bisect_left(places, first - start), bisect_left(places, last - start)
        if begin == end:
            return paper.text[first:last]
        letters = list(paper.text[first:last])
        for number in range(begin, end):
            letters[places[number] + start - first] = self.letters[number]
        return "".join(letters)


def written(entry: Entry, paper: PaperText) -> Written | None:
    """Return how a paper is written; None where folding changed more than single letters."""
    body, start = body_text(entry), paper.body_start
    whole, places = folded_with_places(body)
    turns = tuple(turn - start for turn in paper.turns if turn >= start)
    accents = tuple((at - start, letter) for at, letter in paper.accents if at >= start)
    if not isinstance(places, range) or whole != (paper.text[start:], turns, accents):
        return None
    changed = [at for at, letter in enumerate(whole.text) if letter != body[at]]
    return Written(
        array("I", changed).tobytes(),
        "".join(map(body.__getitem__, changed)),
        authors_of(entry),
        tuple(lead.title for lead in entry.paper.leads),
    )


def authors_of(entry: Entry) -> str:
    """Return the authors of a paper as they are shown around a find."""
    return with_letters(", ".join(entry.paper.authors), in_name=True)
