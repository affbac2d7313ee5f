"""The authors of a paper in a few words: the first, the last, and how many."""

from collections.abc import Sequence

from rich.cells import cell_len

MOST_NAMED = 3
"""So many authors are named, all of them."""
_FIRST = 2
"""Authors named before the last one, where not all are."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def byline(authors: Sequence[str], width: int, *, is_short: bool) -> list[str]:
    """Return `Mina Kim, Jun Lee … Ada Wu` and `9 authors`; short or where a line has no room, `Kim, Lee … Wu (9)`."""
    count = len(authors)
    named = _named(authors)
    if cell_len(named) <= (width // 2 if is_short else width) and not (is_short and count > MOST_NAMED):
        return [named, *([f"{count} authors"] if count > MOST_NAMED else [])]
    return [_named([family(name) for name in authors]) + (f" ({count})" if count > MOST_NAMED else "")]


def family(name: str) -> str:
    """Return the family name with its particles: `van den Berg`; a name of one word, as in Hangul, is that word."""
    words = name.split()
    last = len(words) - 1
    if last > 0 and words[last].strip(".").casefold() in _SUFFIXES:
        last -= 1
    first = last
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first : last + 1])


def _named(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= MOST_NAMED else f"{', '.join(names[:_FIRST])} … {names[-1]}"
