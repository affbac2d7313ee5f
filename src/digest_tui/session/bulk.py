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
from digest_tui.session.bulk_votes import Kept, NewPapers
from digest_tui.session.session import Session
from digest_tui.session.views import View
from digest_tui.triage.ages import AgedPapers, DatePapers, by_age
from digest_tui.triage.bulk import Divided, Target, Voted, most_voted

SELECTED, DAY, BELOW, ABOVE, LISTED = "v", "d", "j", "k", "l"
"""The keys of the scopes about what is on screen; those by age have the number of the age."""
KEEP, KEEP_OF_ALL, KEEP_OF_OLD = "x", "a", "o"
"""The keys of the scopes that keep the most voted of the day, of all dates, of the old ones, and skip the rest."""
KEEPS = frozenset({KEEP, KEEP_OF_ALL, KEEP_OF_OLD})
CLEAREST = "vdljk4321xao"
"""The keys of all scopes, the clearest words first: the oldest age says that nothing lies between it and the others."""
AGE_WORDS = ("a week", "2 weeks", "a month", "3 months")
OLD = "2"
"""The key of the scope that a first start offers."""
MANY_NEW = 40
"""New papers that are many for somebody who comes back after days: more than a day or two have."""
NUMBERS = (5, 10, 20)
"""Papers that are kept unless another number is typed: of a day the first, of more dates the second; then the next."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Some new papers, and what would become of them."""

    key: str
    words: str
    papers: Collection[Keys]
    becomes: Status = Status.READ
    notes: tuple[str, ...] = ()
    """What else is to be known before it happens, each a few words."""
    kept: tuple[Voted, ...] = ()
    """The papers that would be kept, the most voted first."""
    shown: tuple[Kept, ...] = ()
    """The first of them with their titles, once this is chosen."""
    is_growing: bool = False
    """True while the votes of some papers are not known yet."""
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


def scopes(
    session: Session, place: Place, new: NewPapers, *, number: int | None = None, is_reading: bool = False
) -> list[Scope]:
    """Return the scopes that hold a new paper, from the place where the person asked for them.

    `number` is how many of the most voted papers are kept, if that was said. While digests are being read each age is
    offered: there may be papers of it.
    """
    is_listed = place.is_listed(session)
    found = list(_of_list(session, place)) if is_listed else []
    if not session.lists_all_dates:
        by_age = older(session)
        ages = zip("1234", AGE_WORDS, by_age, strict=True)
        found += [Scope(key, f"older than {words}", papers) for key, words, papers in ages if papers or is_reading]
        of_day = new.of_day() if is_listed else []
        found += _keep(KEEP, of_day, number, NUMBERS[0], "{}")
        old = by_age[int(OLD) - 1]
        made_for = session.library.today(), number, len(of_day)
        found += new.made_once(made_for, lambda: list(_keep_of_dates(new, old, number, len(of_day))))
    return found


def older(session: Session) -> list[AgedPapers]:
    """Return the new papers older than each of `AGES`, all of whose days lie so far back."""
    decided, pending = session.library.decisions.keys, session.pending.keys
    return by_age(
        _dates(session),
        session.library.today(),
        lambda keys: decided.isdisjoint(keys) and pending.isdisjoint(keys),
        lambda keys: session.state_of(keys).is_new,
        session.library.decisions.name_of,
    )


def offered(session: Session) -> int:
    """Return the number of papers that a first start offers to mark."""
    return len(older(session)[int(OLD) - 1])


def new_count(session: Session) -> int:
    """Return the number of new papers of all dates but those of the future."""
    return len(NewPapers(session).of_all())


def has_votes(session: Session) -> bool:
    """Return True when papers of the listed day have votes: those of other days are not read for this."""
    return session.day is not None and any(entry.paper.votes is not None for entry in session.day.entries)


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


def _keep_of_dates(new: NewPapers, old: AgedPapers, number: int | None, of_day: int) -> Iterator[Scope]:
    """Yield the scopes that skip all but the most voted papers of all dates, and of the old ones.

    Neither is offered where its papers are those of a scope before it: of the day, or of all dates.
    """
    papers = new.of_all()
    if len(papers) != of_day:
        yield from _keep(KEEP_OF_ALL, papers, number, NUMBERS[1], "all {}", is_growing=not new.is_read)
    if 0 < len(old) < len(papers):
        firsts = {key for keys in old for key in keys}
        aged = [paper for paper in papers if not firsts.isdisjoint(paper[0])]
        words = f"{{}} older than {AGE_WORDS[int(OLD) - 1]}"
        yield from _keep(KEEP_OF_OLD, aged, number, NUMBERS[1], words, is_growing=not new.is_read)


def _keep(
    key: str, papers: Sequence[Voted], number: int | None, usual: int, words: str, *, is_growing: bool = False
) -> Iterator[Scope]:
    """Yield the scope that skips all but the most voted of some papers; none where no paper has votes.

    `words` say of how many they are.
    """
    if len(papers) < 2 or all(votes is None for _, votes in papers):
        return
    number = min(usual, len(papers) - 1) if number is None else number
    divided = most_voted(papers, number)
    few = f"{number:,} " if number != 1 else ""
    said = f"keep the {few}most voted of {words.format(f'{len(papers):,}')}, skip the rest"
    notes = () if is_growing else tuple(_notes(divided))
    yield Scope(key, said, divided.rest, Status.SKIPPED, notes, divided.kept, is_growing=is_growing)


def _notes(divided: Divided) -> Iterator[str]:
    """Yield how many papers are skipped though they have as many votes as one that is kept, or none."""
    if divided.equal:
        yield f"{counted(divided.equal, 'skipped paper')} of equal votes"
    if divided.without:
        yield f"{counted(divided.without, 'skipped paper')} without votes"


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
