"""The scopes of the bulk menu: which new papers each of them is about, as things are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest_tui.counts import counted
from digest_tui.model import Status
from digest_tui.model.periods import Dated
from digest_tui.model.summary import Keys, ordinal_of
from digest_tui.session import wording
from digest_tui.session.listing import PaperItem
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.triage.ages import AgedPapers, DatePapers, by_age
from digest_tui.triage.bulk import Target, Voted, all_but_most_voted

SELECTED, DAY, BELOW, ABOVE, LISTED, KEEP = "v", "d", "j", "k", "l", "x"
"""The keys of the scopes about what is on screen; those by age have the number of the age."""
CLEAREST = "vdljk4321x"
"""The keys of all scopes, the clearest words first: the oldest age says that nothing lies between it and the others."""
AGE_WORDS = ("a week", "2 weeks", "a month", "3 months")
OLD = "2"
"""The key of the scope that a first start offers."""
USUAL_NUMBER = 5
"""Papers of a day that are kept unless another number is typed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Some new papers, and what would become of them."""

    key: str
    words: str
    papers: Collection[Keys]
    becomes: Status = Status.READ
    notes: tuple[str, ...] = ()
    """What else is to be known before it happens, each a few words."""
    passed_over: bool = False

    @property
    def count(self) -> int:
        """The number of its papers."""
        return len(self.papers)

    def is_same(self, other: Scope) -> bool:
        """Return True when the same would become of the same papers."""
        if (self.count, self.becomes) != (other.count, other.becomes):
            return False
        return self.papers == other.papers or set(self.papers) == set(other.papers)


class Place(NamedTuple):
    """What is on screen: a scope that names it must not be about anything else."""

    view: View
    row: str
    """The highlighted row of the date list; empty in a list of all dates."""
    paper: str
    """The key of the paper under the cursor; empty without one."""

    @classmethod
    def of(cls, session: Session) -> Place:
        """Return what is on screen now."""
        row = session.other_row or session.day
        paper = session.entry.key if session.entry is not None else ""
        return cls(session.view, "" if session.lists_all_dates or row is None else row.id, paper)

    def is_listed(self, session: Session) -> bool:
        """Return True while the same list is on screen, whatever its cursor does."""
        return self._replace(paper="") == Place.of(session)._replace(paper="")


def scopes(session: Session, place: Place, *, number: int | None = None, is_reading: bool = False) -> list[Scope]:
    """Return the scopes that hold a new paper, from the place where the person asked for them.

    `number` is how many of the most voted papers are kept, if that was said. While digests are being read each age is
    offered: there may be papers of it.
    """
    is_listed = place.is_listed(session)
    found = list(_of_list(session, place)) if is_listed else []
    if not session.lists_all_dates:
        ages = zip("1234", AGE_WORDS, older(session), strict=True)
        found += [Scope(key, f"older than {words}", papers) for key, words, papers in ages if papers or is_reading]
        if is_listed and (keep := _keep(session, number)) is not None:
            found.append(keep)
    return found


def older(session: Session) -> list[AgedPapers]:
    """Return the new papers older than each of `AGES`, all of whose days lie so far back."""
    decided, pending = session.library.decisions.keys, session.pending.keys
    return by_age(
        _dates(session),
        session.library.today(),
        lambda keys: decided.isdisjoint(keys) and pending.isdisjoint(keys),
        lambda keys: session.state_of(keys).is_new,
    )


def offered(session: Session) -> int:
    """Return the number of papers that a first start offers to mark."""
    return len(older(session)[int(OLD) - 1])


def why_none(session: Session) -> str:
    """Return what to say where no scope holds a paper."""
    if session.lists_all_dates:
        return "No new papers in this list. g u lists those of the day."
    if not session.days:
        return "There are no papers yet."
    # Where `n` does not go either: into the future.
    if any(session.library.new_count(day) for day in session.days if not day.future):
        return "No new papers here. n goes to the next one."
    return "All decided: there is nothing to mark."


def targets(session: Session, papers: Iterable[Keys]) -> list[Target]:
    """Return the decisions about these papers."""
    return [(keys[0], session.state_of(keys)) for keys in papers]


def _of_list(session: Session, place: Place) -> Iterator[Scope]:
    """Yield the scopes of what is listed, the selected first."""
    listed = session.listed.papers()
    flags = _flags(session, listed)
    new = tuple(keys for keys, is_new in zip(listed, flags, strict=True) if is_new)
    if not new:
        return
    if selected := tuple(keys for keys in session.selected() if session.state_of(keys).is_new):
        count = len(session.selection.keys)
        yield Scope(SELECTED, f"the {count:,} selected" if count > 1 else "the selected paper", selected)
    if session.day is not None and not session.lists_all_dates:
        yield Scope(DAY, wording.day_label_in(session.day, session.library.today()), new)
    here = next((row for row, keys in enumerate(listed) if keys[0] == place.paper), None)
    if here is not None:
        # The new papers follow each other as they do in the list.
        above, is_here_new = sum(flags[:here]), flags[here]
        if below := new[above:]:
            yield Scope(BELOW, "this paper and those below", below)
        if until := new[: above + is_here_new]:
            yield Scope(ABOVE, "this paper and those above", until)
    yield Scope(LISTED, "all listed papers", new)


def _keep(session: Session, number: int | None) -> Scope | None:
    """Return the scope that skips all but the most voted papers of a day; None where votes do not tell them apart."""
    listed = [item.entry for item in session.items if isinstance(item, PaperItem)]
    new: list[Voted] = [(entry.keys, entry.paper.votes) for entry in listed if session.state(entry).is_new]
    usual = next((some for some in range(USUAL_NUMBER, 0, -1) if all_but_most_voted(new, some)), None)
    if usual is None:
        return None
    kept = usual if number is None else number
    papers = all_but_most_voted(new, kept)
    few = f"{kept:,} " if kept != 1 else ""
    notes = tuple(_notes(papers, new, kept))
    return Scope(KEEP, f"keep the {few}most voted, skip the rest", papers, Status.SKIPPED, notes)


def _notes(papers: Collection[Keys], new: Sequence[Voted], number: int) -> Iterator[str]:
    """Yield why more papers are kept than asked for, and how many of the others have no votes."""
    votes = dict(new)
    if papers and (kept := len(new) - len(papers)) > number:
        yield f"{kept:,} are kept, for equal votes"
    if without := sum(votes[keys] is None for keys in papers):
        yield f"{counted(without, 'skipped paper')} without votes"


def _flags(session: Session, papers: Sequence[Keys]) -> list[bool]:
    """Return a flag for each paper, True while it is new; a list of hits may have a hundred thousand."""
    decided, pending = session.library.decisions.keys, session.pending.keys
    return [(decided.isdisjoint(keys) and keys[0] not in pending) or session.state_of(keys).is_new for keys in papers]


def _dates(session: Session) -> Iterator[DatePapers]:
    """Yield the papers of each date, packed as their digests have them."""
    packed: dict[int, list[str]] = {}
    for summary in {summary.digest_id: summary for day in session.days for summary in day.summaries}.values():
        for ordinal, keys in summary.days:
            if keys:
                packed.setdefault(ordinal, []).append(keys)
    for day in session.days:
        last = Dated(day.date, day.period).last if day.date is not None else None
        yield DatePapers(last, tuple(packed.get(ordinal_of(day.date), ())))
