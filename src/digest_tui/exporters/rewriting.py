"""What is done with the pieces of a file according to the plan: written anew, removed, or left as they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from digest_tui.exporters.exported import Exported
from digest_tui.exporters.merging import Piece, Plan


class Rewritten(NamedTuple):
    """The pieces of a file as they should be."""

    texts: tuple[str | None, ...]
    """The text of each piece, None where it is removed."""
    changed: int
    unchanged: int


def rewritten(pieces: Sequence[Piece], plan: Plan, write: Callable[[Piece, Exported], str]) -> Rewritten:
    """Return the pieces as a plan has them; `write` returns one of ours anew, with what a person added to it."""
    texts: list[str | None] = []
    changed = 0
    for index, piece in enumerate(pieces):
        if index in plan.removed:
            texts.append(None)
        elif index in plan.replaced:
            text = write(piece, plan.replaced[index])
            changed += text != piece.text
            texts.append(text)
        else:
            texts.append(piece.text)
    return Rewritten(tuple(texts), changed, len(plan.replaced) - changed)
