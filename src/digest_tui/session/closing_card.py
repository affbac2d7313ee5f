"""The closing card: what became of the papers of a day, or of a run of cards, when the last of them is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.counts import counted
from digest_tui.markup.tex import unicode_tex
from digest_tui.session import wording
from digest_tui.session.closing import NOTHING_NEW, outcomes_of, papers_of
from digest_tui.text import one_line
from digest_tui.triage.diligence import streak

if TYPE_CHECKING:
    from digest_tui.model import Entry
    from digest_tui.model.summary import Keys
    from digest_tui.session.session import Session


class Starred(NamedTuple):
    """A paper of the card that is kept."""

    title: str
    arxiv: str
    """Its arXiv id; empty where it has none."""


class ClosingCard(NamedTuple):
    """What the card says, without how it is drawn."""

    title: str
    outcomes: tuple[str, ...]
    """`8 read`, `2 skipped`."""
    starred: tuple[Starred, ...]
    following: str
    """What comes next: `12-15, 6 new`; why nothing does where there is no key for it."""
    key: str = ""
    """The key that goes there."""
    spent: tuple[str, ...] = ()
    """Minutes and streak, once they are counted: a line is kept free for them."""


class Following(NamedTuple):
    """What comes next, and the key that goes there; empty where nothing does."""

    words: str
    key: str = "n"


def closing_card(
    session: Session, papers: Sequence[Keys], title: str, following: str, *, key: str = "n", minutes: int | None = None
) -> ClosingCard:
    """Return the card over some papers; `following` says what comes next, where anything does, and `key` goes there.

    `minutes` are those of the day, once they are known.
    """
    return ClosingCard(
        title,
        tuple(outcomes_of(papers, session.state_of)),
        tuple(_starred(session, papers)),
        following or NOTHING_NEW,
        key if following else "",
        () if minutes is None else _spent(session, minutes),
    )


def card_of_day(session: Session, following: str, *, minutes: int | None = None) -> ClosingCard:
    """Return the card of the day that is listed, which is done."""
    day = session.day
    assert day is not None, "without a day none is done"
    return closing_card(session, papers_of(day), f"{wording.day_heading(day)} is done", following, minutes=minutes)


def _starred(session: Session, papers: Iterable[Keys]) -> Iterable[Starred]:
    for keys in papers:
        if session.state_of(keys).starred and (entry := _entry(session, keys)) is not None:
            arxiv = entry.paper.arxiv
            yield Starred(one_line(unicode_tex(entry.paper.title)), arxiv.id if arxiv else "")


def _entry(session: Session, keys: Keys) -> Entry | None:
    library = session.library
    return next(iter(library.catalog.with_key(keys[0])), None) or library.gone.entry_of(keys[0])


def _spent(session: Session, minutes: int) -> tuple[str, ...]:
    dated = (day for day in session.days if day.date is not None and not day.future)
    days = streak(map(session.library.new_count, dated))
    words = f"{counted(minutes, 'minute')} today" if minutes else "under a minute today"
    return (words, f"streak of {counted(days, 'day')}") if days else (words,)
