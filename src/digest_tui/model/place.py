"""A paper where it stands: state hangs on its keys, the text on its digest."""

from dataclasses import dataclass
from datetime import date

from digest_tui.model.digest import Digest
from digest_tui.model.keys import paper_keys
from digest_tui.model.paper import Paper


@dataclass(frozen=True, slots=True)
class Place:
    """One paper in one digest."""

    digest: Digest
    paper: Paper
    keys: tuple[str, ...]
    """Every key that identifies the paper; state is written to the first."""

    @property
    def key(self) -> str:
        """The key that state is written to."""
        return self.keys[0]

    @property
    def date(self) -> date | None:
        """The day the paper is listed under."""
        return self.paper.date or self.digest.date

    @property
    def markdown(self) -> str:
        """The author's own lines."""
        return self.digest.markdown(self.paper)

    @property
    def body(self) -> str:
        """The author's own lines without those that stand in the paper's fields (`Paper.meta`)."""
        if self.paper.excerpt is not None:
            return self.paper.excerpt
        told = set(self.paper.meta)
        lines = range(self.paper.first, self.paper.last)
        return "\n".join(self.digest.lines[line] for line in lines if line not in told)


def places_of(digest: Digest) -> tuple[Place, ...]:
    """The papers of a digest with their keys, in order."""
    return tuple(Place(digest, paper, paper_keys(paper, digest.path)) for paper in digest.papers)
