"""The row below the papers of a day that is done: what became of them, and where `n` goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digest_tui.model import Day, PaperState, Status
from digest_tui.model.summary import Keys
from digest_tui.session.rows import PaperRow, Rows
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.session.session import Session

DONE = "day done"
NOTHING_NEW = "no new papers on other days"
_OUTCOMES = ("starred", "read", "later", "skipped")
_NAMES = {Status.READ: "read", Status.LATER: "later", Status.SKIPPED: "skipped"}


def closed(
    rows: Rows[PaperRow], session: Session, beyond: str, is_next: bool, *, is_said: bool = False
) -> Rows[PaperRow]:
    """Return the rows of a day that is done with the closing one below.

    `beyond` says where new papers are; `is_next` is True while `n` goes there. Where the closing card says all this,
    the row says no more than that the day is done.
    """

    def make(row: int) -> PaperRow:
        if row < len(rows):
            return rows[row]
        closing = PaperRow("", mark="read", passed_over=True, closing=(DONE,))
        return closing if is_said else _with_outcomes(closing, session, beyond, is_next)

    return Rows(len(rows) + 1, make)


def outcomes(session: Session) -> list[str]:
    """Return `8 read`, `2 skipped`: what became of the papers of the day, each counted once."""
    day = session.day
    return outcomes_of(papers_of(day), session.library.state_of) if day is not None else []


def papers_of(day: Day) -> list[Keys]:
    """Return the papers of a day, each once."""
    return [row.keys for row in rows_of_day(day.paper_keys())]


def outcomes_of(papers: Iterable[Keys], state_of: Callable[[Keys], PaperState]) -> list[str]:
    """Return `8 read`, `2 skipped`: what became of papers; one that is starred counts as no more than that."""
    counts = Counter(_outcome(state_of(keys)) for keys in papers)
    return [f"{counts[outcome]:,} {outcome}" for outcome in _OUTCOMES if counts[outcome]]


def _with_outcomes(row: PaperRow, session: Session, beyond: str, is_next: bool) -> PaperRow:
    parts = (*row.closing, *outcomes(session), *(() if beyond and is_next else (beyond or NOTHING_NEW,)))
    return row._replace(closing=parts, leads_to=beyond if is_next else "")


def _outcome(state: PaperState) -> str:
    # A star is kept in sight, whatever else was decided; of a run of cards that was left some papers may be new.
    return "starred" if state.starred else _NAMES.get(state.status, "")
