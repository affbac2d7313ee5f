"""The occurrences that are of one paper, found by their keys alone."""

from collections.abc import Iterator, Sequence

from digest_tui.model.summary import Keys


def first_occurrences(papers: Sequence[Keys]) -> list[int]:
    """Return for the keys of each occurrence the index of the first occurrence of the same paper.

    Two are of the same paper when the first key of one is among the keys of the other. Sharing a later key is not
    enough: two papers may have one title and different identifiers, and one that has only the title is the first of
    them.
    """
    firsts: dict[str, int] = {}
    for index, keys in enumerate(papers):
        firsts.setdefault(keys[0], index)
    joined = dict(_joined(papers, firsts))
    if joined:
        _join(firsts, joined)
    return [firsts[keys[0]] for keys in papers]


def _joined(papers: Sequence[Keys], firsts: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the first keys that other papers have among their further ones, each with the first key of these."""
    known: set[str] = set()
    for keys in papers:
        for key in keys[1:]:
            if key in firsts and key not in known and key != keys[0]:
                known.add(key)
                yield key, keys[0]


def _join(firsts: dict[str, int], joined: dict[str, str]) -> None:
    """Let the first keys of one paper have the index of its first occurrence."""
    same: dict[str, set[str]] = {}
    for one, other in joined.items():
        together = same.get(one, {one}) | same.get(other, {other})
        same.update(dict.fromkeys(together, together))
    for together in same.values():
        first = min(firsts[key] for key in together)
        firsts.update(dict.fromkeys(together, first))
