"""The new papers with their votes, of a day and of all dates: votes are in the texts of digests.

To read all digests takes seconds where there are many: they are read one date after the other while the menu is open.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count, islice
from typing import Any, NamedTuple, TypeVar

from digest_tui.markup.tex import unicode_tex
from digest_tui.model import Day
from digest_tui.model.summary import Keys
from digest_tui.session.progress import Progress
from digest_tui.session.session import Session
from digest_tui.text import one_line
from digest_tui.triage.bulk import Voted
from digest_tui.triage.views import rows_of_day

MadeT = TypeVar("MadeT")


class Kept(NamedTuple):
    """A paper that would be kept: a row below that of its scope, which nothing picks."""

    title: str
    votes: int | None
    key: str = ""
    passed_over: bool = True


class _Found(NamedTuple):
    """The new papers of all dates, and what they were found by."""

    days: Sequence[Day]
    changes: int
    pending: frozenset[str]
    papers: list[Keys]
    with_new: list[Day]
    """The days that have them."""


class NewPapers:
    """The new papers of the listed day and of all dates, each once, newest date first, in the order of digests."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._votes: dict[str, tuple[date, int]] = {}
        """The votes by the first key of a paper, with their date: the newest that has any, of those that were read."""
        self._read: dict[str, Day] = {}
        """The days whose votes are known."""
        self._last: _Found | None = None
        self._changes = 0
        """Grows with every change of these."""
        self._made: tuple[object, Any] | None = None
        """What was made last of all of them, behind what it holds for."""
        self.of_day()

    @property
    def is_read(self) -> bool:
        """True when the votes of all of them are known."""
        return next(self._unread(), None) is None

    @property
    def progress(self) -> Progress:
        """How many of the dates have been read."""
        days = self._found().with_new
        return Progress(sum(map(self._is_known, days)), len(days))

    def read_on(self) -> bool:
        """Read the votes of one more date, and return True when there was one."""
        day = next(self._unread(), None)
        if day is not None:
            self._read_day(day)
        return day is not None

    def of_day(self) -> list[Voted]:
        """Return those of the listed day, with the votes that they have there."""
        day, state_of = self._session.day, self._session.state_of
        if day is None:
            return []
        if not self._is_known(day):
            self._read_day(day)
        # Of a paper that stands there twice the first is listed.
        votes = {entry.key: entry.paper.votes for entry in reversed(day.entries)}
        papers = (row.keys for row in rows_of_day(day.paper_keys()))
        return [(keys, votes.get(keys[0])) for keys in papers if state_of(keys).is_new]

    def of_all(self) -> list[Voted]:
        """Return those of all dates, but of the future; without votes while they are not known."""
        return self._voted(self._found().papers)

    def made_once(self, name: Hashable, make: Callable[[], MadeT]) -> MadeT:
        """Return what was made under this name of the same papers and votes, else make it.

        There may be a hundred thousand papers, and a menu counts at every key.
        """
        self._found()
        holds_for = self._changes, len(self._read), name
        if self._made is None or self._made[0] != holds_for:
            self._made = holds_for, make()
        made: MadeT = self._made[1]
        return made

    def named(self, papers: Iterable[Voted]) -> Iterator[Kept]:
        """Yield the title of each paper with its votes."""
        for keys, votes in papers:
            entries = self._session.library.catalog.with_key(keys[0])
            yield Kept(one_line(unicode_tex(entries[0].paper.title)) if entries else keys[0], votes)

    def _found(self) -> _Found:
        session = self._session
        now = session.days, session.library.decisions.changes, frozenset(session.pending.keys)
        last = self._last
        if last is None or last.days is not now[0] or last[1:3] != now[1:]:
            last = self._last = _Found(*now, *self._find())
            self._changes += 1
        return last

    def _find(self) -> tuple[list[Keys], list[Day]]:
        decided, pending, state_of = self._session.library.decisions.keys, self._session.pending, self._session.state_of
        entries = self._session.library.catalog.entries(self._session.library.today())
        all_keys, repeats = entries.all_keys(), entries.repeats
        papers: list[Keys] = []
        with_new = []
        numbers = count()
        for day, size in entries.counts():
            # Such days come last.
            if day.future:
                break
            before = len(papers)
            for number in islice(numbers, size):
                keys = all_keys[number]
                is_first = repeats.get(number, number) == number
                if is_first and ((not pending and decided.isdisjoint(keys)) or state_of(keys).is_new):
                    papers.append(keys)
            if len(papers) > before:
                with_new.append(day)
        return papers, with_new

    def _unread(self) -> Iterator[Day]:
        return (day for day in self._found().with_new if not self._is_known(day))

    def _is_known(self, day: Day) -> bool:
        return self._read.get(day.id) is day

    def _voted(self, papers: Sequence[Keys]) -> list[Voted]:
        votes, unknown = self._votes, (date.min, None)
        return [(keys, votes.get(keys[0], unknown)[1]) for keys in papers]

    def _read_day(self, day: Day) -> None:
        self._read[day.id] = day
        when = day.date or date.min
        for entry in day.entries:
            votes, known = entry.paper.votes, self._votes.get(entry.key)
            # The listed day is read first, whatever its date is.
            if votes is not None and (known is None or known[0] < when):
                self._votes[entry.key] = when, votes
