"""The key by which each paper of a library is cited: the same whatever is exported with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from digest_tui.library.beside import Beside
from digest_tui.model import DigestSummary, Entry, entries_of
from digest_tui.model.cite_key import cite_base, told_by, with_letters
from digest_tui.model.summary import ordinal_of

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.model.entries import Entries


def cite_keys(entries: Entries, index: Index, name_of: Callable[[str], str]) -> dict[str, str]:
    """Return the key of each paper among all entries, by the key that names it; for any thread.

    Of papers that would be cited by one key the smallest id has it, and the next have letters behind it.
    """

    def made(summary: DigestSummary) -> list[tuple[int, Any]]:
        digest = index.digest(summary)
        papers = entries_of(digest, summary.keys_on) if digest else ()
        return [(ordinal_of(entry.date), _told(entry)) for entry in papers]

    beside = Beside(index, "cited", made)
    best: dict[str, tuple[int, str]] = {}
    for day in reversed(entries.days):
        papers, kept = day.paper_keys(), beside.of_day(day)
        # None are kept of a day that is being read again: until then its papers are cited as if each were alone.
        for keys, told in zip(papers, kept, strict=False):
            # Of those that know as much the oldest entry counts: what arrives later changes no key.
            name = name_of(keys[0])
            if name not in best or told[0] > best[name][0]:
                best[name] = told
    index.commit()
    return told_apart((name, base) for name, (_, base) in best.items())


def _told(entry: Entry) -> tuple[int, str]:
    return told_by(entry), cite_base(entry)


def told_apart(bases: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a key of its own for each paper, given the key that names it and what it would be cited by."""
    found: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for name, base in bases:
        alike.setdefault(base.casefold(), []).append(name)
        found[name] = base
    taken = set(alike)
    for names in alike.values():
        if len(names) > 1:
            first, *others = sorted(names)
            # One run of letters for all: what was taken does not become free again.
            free = (key for key in with_letters(found[first]) if key.casefold() not in taken)
            for name in others:
                found[name] = next(free)
    return found


def cited_alone(entry: Entry, taken: Iterable[str]) -> str:
    """Return a free key of a paper that no digest has any more."""
    there = {key.casefold() for key in taken}
    return next(key for key in with_letters(cite_base(entry)) if key.casefold() not in there)
