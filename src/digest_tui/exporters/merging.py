"""The one rule by which a file that exists is brought up to date: what is ours is replaced, all else stays.

Each format cuts its file into pieces; what becomes of each is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from digest_tui.exporters.exported import Exported
from digest_tui.model.cite_key import with_letters
from digest_tui.patterns import pattern

_CHECKSUM = pattern(r"[0-9a-f]{8}")


class Mark(NamedTuple):
    """What tells an entry of ours from a person's own."""

    key: str
    """A key of the paper."""
    checksum: str
    """The checksum of the entry as we wrote it, by which a change to it is seen."""

    def __str__(self) -> str:
        return f"{self.key} {self.checksum}".rstrip()


def mark_of(text: str) -> Mark:
    """Return the mark that `str` made: a key and a checksum, which a person may have taken away."""
    key, _, last = text.strip().rpartition(" ")
    return Mark(key.strip(), last) if _CHECKSUM.fullmatch(last) else Mark(text.strip(), "")


def checksum(text: str) -> str:
    """Return eight hexadecimal digits for the words of an entry: a program may fold white space or end lines anew."""
    return f"{crc32(' '.join(text.split()).encode('utf-8', 'replace')):08x}"


class Piece(NamedTuple):
    """A stretch of a file: an entry, or what stands between two. All pieces of a file together are its text."""

    text: str
    line: int
    """The line on which it begins, counted from 1."""
    is_entry: bool = False
    mark: Mark | None = None
    """The mark of an entry of ours."""
    is_edited: bool = False
    """True for an entry of ours in which a person wrote: it is not what we wrote any more."""
    name: str = ""
    """The key by which it is cited; empty where the format has none."""
    ids: frozenset[str] = frozenset()
    """The keys of the papers that an entry of a person's own may be about."""


class Refused(NamedTuple):
    """A paper that is left out, since the file has an entry of the person's own for it."""

    paper: Exported
    line: int
    """The line on which that begins."""


class Plan(NamedTuple):
    """What becomes of the pieces of a file, by their indices; those not named stay."""

    replaced: dict[int, Exported]
    """The papers that pieces of ours are written anew for, each cited as it is there."""
    removed: frozenset[int]
    """What left the query."""
    edited: tuple[int, ...]
    """What left the query and stays, since a person wrote in it."""
    added: tuple[Exported, ...]
    """The papers that the file does not have, in their order, with the keys that are free."""
    refused: tuple[Refused, ...]


def planned(pieces: Sequence[Piece], papers: Sequence[Exported], *, prune: bool = False) -> Plan:
    """Say what becomes of the pieces of a file; with `prune` what is about none of the papers is removed."""
    ours = {key: paper for paper in reversed(papers) for key in reversed(paper.keys)}
    # What names a paper first is meant: a further key may be another's.
    ours |= {paper.key: paper for paper in papers}
    replaced: dict[int, Exported] = {}
    removed: list[int] = []
    edited: list[int] = []
    theirs: dict[str, Piece] = {}
    for index, piece in enumerate(pieces):
        if piece.mark is None:
            for id_ in piece.ids if piece.is_entry else ():
                theirs.setdefault(id_, piece)
        elif paper := ours.get(piece.mark.key):
            replaced[index] = paper._replace(cite_key=piece.name or paper.cite_key)
        elif prune:
            (edited if piece.is_edited else removed).append(index)
    there = {paper.key for paper in replaced.values()}
    gone = frozenset(removed)
    taken = {piece.name.casefold() for index, piece in enumerate(pieces) if piece.name and index not in gone}
    # Who gets letters behind a key must not get that of a paper which comes later.
    wanted = {paper.cite_key.casefold() for paper in papers}
    # What was tried before is taken for good: thousands of papers may be cited alike.
    untried: dict[str, Iterator[str]] = {}
    added: list[Exported] = []
    refused: list[Refused] = []
    for paper in papers:
        if paper.key in there:
            continue
        there.add(paper.key)
        own = next((theirs[key] for key in paper.keys if key in theirs), None)
        if own is not None:
            refused.append(Refused(paper, own.line))
            continue
        own_key = paper.cite_key
        keys = untried.setdefault(own_key, with_letters(own_key))
        free = (key for key in keys if key.casefold() not in taken)
        cite_key = next(key for key in free if key == own_key or key.casefold() not in wanted)
        taken.add(cite_key.casefold())
        added.append(paper._replace(cite_key=cite_key))
    return Plan(replaced, gone, tuple(edited), tuple(added), tuple(refused))


class Update(NamedTuple):
    """A file as it should be, and what became of the papers in it."""

    text: str
    added: int = 0
    changed: int = 0
    """Entries of ours that say something else than before."""
    unchanged: int = 0
    removed: int = 0
    left: tuple[str, ...] = ()
    """Sentences about what was not written or not removed, each with the reason."""


def left_out(plan: Plan, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return a sentence for each paper that is left out, and for each entry that stays though it left the query."""
    refused = [
        f"{paper.cite_key if not paper.entry.paper.arxiv else paper.entry.paper.arxiv.id} is left out: "
        f"your own entry on line {line} is about it."
        for paper, line in plan.refused
    ]
    stays = [
        f"The entry on line {pieces[index].line} stays, since you wrote in it: remove it by hand."
        for index in plan.edited
    ]
    return (*refused, *stays)
