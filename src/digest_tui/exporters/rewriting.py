"""The pieces of a file as they should be: written anew, removed, or left as they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Piece, Update, left_out, planned


class Rewritten(NamedTuple):
    """The pieces of a file, and the papers that it does not have yet."""

    texts: tuple[str | None, ...]
    """The text of each piece, None where it is removed."""
    added: tuple[Exported, ...]
    changed: int
    left: tuple[str, ...]
    """See `Update`."""
    replaced: int

    def update(self, text: str) -> Update:
        """Return what became of the papers, with the text that the format made of the pieces."""
        removed = self.texts.count(None)
        return Update(text, len(self.added), self.changed, self.replaced - self.changed, removed, self.left)


def rewritten(
    pieces: Sequence[Piece], papers: Sequence[Exported], write: Callable[[int, Exported], str], *, prune: bool
) -> Rewritten:
    """Return the pieces as `planned` has them; `write` returns one of ours anew, given its index."""
    plan = planned(pieces, papers, prune=prune)
    texts: list[str | None] = [piece.text for piece in pieces]
    for index in plan.removed:
        texts[index] = None
    for index, paper in plan.replaced.items():
        texts[index] = write(index, paper)
    changed = sum(texts[index] != pieces[index].text for index in plan.replaced)
    return Rewritten(tuple(texts), plan.added, changed, left_out(plan, pieces), len(plan.replaced))
