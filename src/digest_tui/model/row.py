"""A row: what a table says of a paper, and nothing of its text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from digest_tui.model.entry import Entry
from digest_tui.model.periods import Period
from digest_tui.model.summary import Keys
from digest_tui.text import one_line


class Row(NamedTuple):
    """One paper in one digest, for a line of a table."""

    day: date | None
    """The day it is listed under."""
    period: Period
    """The period that the day stands for."""
    keys: Keys
    """Every key that identifies the paper."""
    id: str
    """The id by which it is found again; never empty and without white space."""
    title: str
    """The title on one line."""
    votes: int | None


def row_of(entry: Entry) -> Row:
    """Return the row of an entry."""
    paper = entry.paper
    id_ = one_line(paper.arxiv.id if paper.arxiv else entry.key)
    return Row(entry.date, entry.period, entry.keys, id_, one_line(paper.title), paper.votes)
