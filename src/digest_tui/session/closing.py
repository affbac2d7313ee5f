"""The row below the papers of a day that is done: what became of them, and where `n` goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from digest_tui.model import PaperState, Status
from digest_tui.session.rows import PaperRow, Rows
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.session.session import Session

DONE = "day done"
NOTHING_NEW = "no new papers on other days"
_OUTCOMES = ("starred", "read", "later", "skipped")


def closed(rows: Rows[PaperRow], session: Session, beyond: str, is_next: bool) -> Rows[PaperRow]:
    """Return the rows of a day that is done with the closing one below.

    `beyond` says where new papers are; `is_next` is True while `n` goes there.
    """
    return Rows(len(rows) + 1, lambda row: rows[row] if row < len(rows) else _closing_row(session, beyond, is_next))


def outcomes(session: Session) -> list[str]:
    """Return `8 read`, `2 skipped`: what became of the papers of the day, each counted once."""
    day, library = session.day, session.library
    if day is None:
        return []
    return tally(library.state_of(row.keys) for row in rows_of_day(day.paper_keys()))


def tally(states: Iterable[PaperState]) -> list[str]:
    """Return `8 read`, `2 skipped`: what became of decided papers."""
    counts = Counter(map(_outcome, states))
    return [f"{counts[outcome]:,} {outcome}" for outcome in _OUTCOMES if counts[outcome]]


def _closing_row(session: Session, beyond: str, is_next: bool) -> PaperRow:
    parts = (DONE, *outcomes(session), *(() if beyond and is_next else (beyond or NOTHING_NEW,)))
    return PaperRow("", mark="read", passed_over=True, closing=parts, leads_to=beyond if is_next else "")


def _outcome(state: PaperState) -> str:
    # A star is kept in sight, whatever else was decided.
    return "starred" if state.starred else {Status.LATER: "later", Status.SKIPPED: "skipped"}.get(state.status, "read")
