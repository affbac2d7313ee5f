"""The role of each line of a digest."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from digest_tui.model.digest import Digest
from digest_tui.model.facet import Facet
from digest_tui.model.facet_parts import parts_of
from digest_tui.model.paper import Paper


class Role(StrEnum):
    """The part of a digest that a line can belong to."""

    FRONT = "front"
    """Front matter, with its fences."""
    PREFACE = "preface"
    TITLE = "title"
    META = "meta"
    """A line whose votes, authors or other field the paper holds in full."""
    SECTION = "section"
    LEAD = "lead"
    TEXT = "text"
    BETWEEN = "between"
    """A line between two papers that belongs to none."""
    AFTER = "after"
    MARKER = "marker"
    """A conflict marker written by git."""


@dataclass(frozen=True, slots=True)
class LineRole:
    """The role of a line, and the paper to which it belongs."""

    role: Role
    paper: int | None = None
    """The paper's position in the digest, counted from 1; None outside of papers."""
    facet: Facet | None = None
    """The subject of the part of the paper that the section or the lead begins; within such a part they begin none."""


def line_roles(digest: Digest) -> tuple[LineRole, ...]:
    """Return one role for every line of the file, in order.

    A line of several papers is the title of the first that begins there, else it belongs to the one that began last.
    """
    roles = list(_by_extent(digest))
    # What says more about a line is written later, and the first of several papers last.
    for paper in reversed(digest.papers):
        facets = {part.line: part.facet for part in reversed(parts_of(digest, paper))}
        for lead in paper.leads:
            roles[lead.line - 1] = LineRole(Role.LEAD, paper.position, facets.get(lead.line - 1))
        for section in paper.sections:
            roles[section.line - 1] = LineRole(Role.SECTION, paper.position, facets.get(section.line - 1))
        for line in paper.meta:
            roles[line] = LineRole(Role.META, paper.position)
    for paper in reversed(digest.papers):
        # The title of a page may be in the front matter, which keeps its role.
        inside = paper.first < paper.line <= paper.last
        roles[paper.line - 1 if inside else paper.first] = LineRole(Role.TITLE, paper.position)
    for line in digest.markers:
        roles[line] = LineRole(Role.MARKER)
    return tuple(roles)


def _by_extent(digest: Digest) -> Iterator[LineRole]:
    """Yield the roles as far as the first and last lines of papers tell: their text and what surrounds it."""
    texts = {paper.position: LineRole(Role.TEXT, paper.position) for paper in digest.papers}
    first = digest.papers[0].first if digest.papers else len(digest.lines)
    last = digest.papers[-1].first if digest.papers else len(digest.lines)
    front, preface, between, after = map(LineRole, (Role.FRONT, Role.PREFACE, Role.BETWEEN, Role.AFTER))
    for line, paper in enumerate(_owners(digest)):
        if paper is not None:
            yield texts[paper.position]
        elif line < digest.header.last:
            yield front
        elif line < first:
            yield preface
        else:
            yield between if line < last else after


def _owners(digest: Digest) -> Iterator[Paper | None]:
    """Yield for every line the paper that it belongs to, visiting each paper twice however many lines they share."""
    # Sorting keeps the order of papers that begin on one line, so the first of them is taken up last.
    waiting = sorted(digest.papers, key=lambda paper: paper.first, reverse=True)
    begun: list[Paper] = []
    for line in range(len(digest.lines)):
        while waiting and waiting[-1].first <= line:
            begun.append(waiting.pop())
        while begun and begun[-1].last <= line:
            begun.pop()
        yield begun[-1] if begun else None
