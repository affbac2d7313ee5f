"""The occurrences that are of one paper, found by their keys alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import chain
from operator import itemgetter

from digest_tui.model.summary import DigestSummary, Keys, keys_in, unpacked

_FIRST, _FURTHER = itemgetter(0), itemgetter(slice(1, None))


def first_occurrences(papers: Sequence[Keys]) -> list[int]:
    """Return for the keys of each occurrence the index of the first occurrence of the same paper.

    Two are of the same paper when the first key of one is among the keys of the other. Sharing a later key is not
    enough: two papers may have one title and different identifiers, and what has only the title is one of them.
    """
    # There may be a hundred thousand, nearly all of which occur once: no loop over them is written out.
    named = list(map(_FIRST, papers))
    firsts = dict(zip(reversed(named), range(len(named) - 1, -1, -1), strict=True))
    both = firsts.keys() & set(chain.from_iterable(map(_FURTHER, papers)))
    if both:
        _join(firsts, both, papers)
    return list(map(firsts.__getitem__, named))


def keys_elsewhere(
    packed: Iterable[str], others: Callable[[Set[str]], Iterable[Keys]] = lambda keys: ()
) -> dict[str, Keys]:
    """Return all keys of each paper that has not the same ones everywhere, by each of its first keys.

    Given are the packed keys of all digests, in parts, and what returns the keys of other papers, given all of these.
    """
    parts = list(packed)
    seen: set[str] = set()
    shared: set[str] = set()
    for part in parts:
        keys = keys_in(part)
        own = set(keys)
        if len(own) < len(keys):
            shared.update(key for key, times in Counter(keys).items() if times > 1)
        shared |= own & seen
        seen |= own
    beside = [paper for paper in others(seen) if not seen.isdisjoint(paper)]
    shared.update(*beside)
    if not shared:
        return {}
    of_days = (unpacked(part) for part in parts if not shared.isdisjoint(keys_in(part)))
    papers = [paper for day in (*of_days, beside) for paper in day if not shared.isdisjoint(paper)]
    together: dict[int, set[Keys]] = {}
    for paper, first in zip(papers, first_occurrences(papers), strict=True):
        together.setdefault(first, set()).add(paper)
    found: dict[str, Keys] = {}
    for several in together.values():
        if len(several) > 1:
            found.update(dict.fromkeys(map(_FIRST, several), tuple(sorted(set(chain.from_iterable(several))))))
    return found


def paper_count(digests: Iterable[DigestSummary]) -> int:
    """Return the number of papers in some digests; one that they have twice counts once."""
    entries = [paper for digest in digests for _, keys in digest.days for paper in unpacked(keys)]
    return len(set(first_occurrences(entries)))


def _join(firsts: dict[str, int], both: set[str], papers: Sequence[Keys]) -> None:
    """Let the first keys of one paper have the index of its first occurrence.

    `both` are the first keys that some have among their further ones. Where these are of several papers, the key joins
    the same one of them in whatever order they are given.
    """
    other: dict[str, str] = {}
    for keys in papers:
        for key in both.intersection(keys[1:]):
            other[key] = min(keys[0], other.get(key, keys[0]))
    same: dict[str, set[str]] = {}
    for one, another in other.items():
        together = same.get(one, {one}) | same.get(another, {another})
        same.update(dict.fromkeys(together, together))
    for together in same.values():
        firsts.update(dict.fromkeys(together, min(firsts[key] for key in together)))
