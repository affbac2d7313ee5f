"""The orders in which the papers of a day can be listed."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from digest_tui.model import Paper, PaperState

RowT = TypeVar("RowT")


class Order(StrEnum):
    """An order of papers; each value is what the status line calls it."""

    DIGEST = "digest order"
    VOTES = "most votes first"
    TITLE = "by title"
    NEW = "new first"

    @classmethod
    def named(cls, name: str | None) -> "Order":
        """Return the order that goes by a name, such as `votes`; that of the digest where none does."""
        return cls.__members__.get((name or "").upper(), cls.DIGEST)

    @property
    def following(self) -> "Order":
        """The order that the sort key goes to from here."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


def ordered(
    rows: Sequence[RowT], order: Order, paper: Callable[[RowT], Paper], state: Callable[[RowT], PaperState]
) -> list[RowT]:
    """Sort the rows; equal ones stay in digest order, papers without votes come last."""
    match order:
        case Order.DIGEST:
            return list(rows)
        case Order.VOTES:
            return sorted(rows, key=lambda row: -1 if (votes := paper(row).votes) is None else votes, reverse=True)
        case Order.TITLE:
            return sorted(rows, key=lambda row: paper(row).title.casefold())
        case Order.NEW:
            return sorted(rows, key=lambda row: not state(row).is_new)
