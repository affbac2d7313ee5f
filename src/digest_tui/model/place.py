"""A paper where it stands: state hangs on its keys, the text on its digest."""

from datetime import date
from typing import NamedTuple

from digest_tui.model.digest import Digest
from digest_tui.model.keys import paper_keys
from digest_tui.model.paper import Paper


class Place(NamedTuple):
    """One paper in one digest."""

    digest: Digest
    paper: Paper
    keys: tuple[str, ...]
    """Every key that identifies the paper; state is written to the first."""
    number: int
    """Its place among the digest's papers of its day, counted from 1."""

    @property
    def key(self) -> str:
        """The key that state is written to."""
        return self.keys[0]

    @property
    def is_gone(self) -> bool:
        """Whether no digest has the paper any more: it was decided, so it stays reachable."""
        return self.digest.is_gone

    @property
    def date(self) -> date | None:
        """The day the paper is listed under."""
        return self.digest.day_of(self.paper)

    @property
    def markdown(self) -> str:
        """The author's own lines; Markdown that says the same where these mean nothing alone."""
        return self.digest.markdown(self.paper) if self.paper.excerpt is None else self.paper.excerpt

    @property
    def body(self) -> str:
        """The author's own lines without those that stand in the paper's fields (`Paper.meta`)."""
        if self.paper.excerpt is not None:
            return self.paper.excerpt
        told = set(self.paper.meta)
        lines = range(self.paper.first, self.paper.last)
        return "\n".join(self.digest.lines[line] for line in lines if line not in told)


def awaited(day: date | None, keys: tuple[str, ...]) -> Place:
    """What stands for a paper whose file was changed, until that is read again."""
    title = f"{keys[0]}: its file was changed and is read again"
    return Place(Digest("", "", (), "text", title, day), Paper(title, 0, 0, 1), keys, 1)


def places_of(digest: Digest) -> tuple[Place, ...]:
    """The papers of a digest with their keys, in order."""
    counts: dict[date | None, int] = {}
    places = []
    for paper in digest.papers:
        day = digest.day_of(paper)
        counts[day] = number = counts.get(day, 0) + 1
        places.append(Place(digest, paper, paper_keys(paper, digest.path), number))
    return tuple(places)
