"""The papers that the bulk menu marks read: scopes around the cursor and by age, with the count of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest_tui.model.summary import Keys
from digest_tui.session.session import Session
from digest_tui.triage.bulk import Target, is_older, mark_read

AGES = ((7, "a week"), (14, "2 weeks"), (30, "a month"), (90, "3 months"))
"""Days, and their name in the bulk menu."""
OLD_DAYS = 14
OLD_WORDS = "older than 2 weeks"
"""The scope that a first start offers."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Some papers, and how many of them are new."""

    key: str
    words: str
    papers: Sequence[Keys]
    count: int
    passed_over: bool = False


def scopes(session: Session) -> list[Scope]:
    """Return the scopes that hold a new paper."""
    listed = session.listed.papers()
    here = listed.index(session.entry.keys) if session.entry and session.entry.keys in listed else 0
    day = session.day
    found = [
        ("d", "this day", day.paper_keys() if day else []),
        ("j", "this paper and those below", listed[here:]),
        ("k", "this paper and those above", listed[: here + 1]),
        ("l", "all listed papers", listed),
        *((str(i), f"older than {words}", older_than(session, age)) for i, (age, words) in enumerate(AGES, 1)),
    ]
    counted = [Scope(key, words, papers, count(session, papers)) for key, words, papers in found]
    return [scope for scope in counted if scope.count]


def older_than(session: Session, age: int) -> list[Keys]:
    """Return the papers of days that lie further back than so many days."""
    today = session.library.today()
    return [keys for day in session.days if is_older(day.date, today, age) for keys in day.paper_keys()]


def count(session: Session, papers: Iterable[Keys]) -> int:
    """Return the number of new papers among these."""
    return len(mark_read(targets(session, papers)))


def targets(session: Session, papers: Iterable[Keys]) -> list[Target]:
    """Return the decisions about these papers."""
    return [(keys[0], session.state_of(keys)) for keys in papers]
