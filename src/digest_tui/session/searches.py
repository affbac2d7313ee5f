"""The search asked for, the one listed, and the list before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.errors import QueryError
from digest_tui.model import PaperState
from digest_tui.model.entries import Entries
from digest_tui.model.summary import Keys
from digest_tui.session import wording
from digest_tui.session.hits import Arrangement, HitRows
from digest_tui.session.session import Session
from digest_tui.session.views import View

if TYPE_CHECKING:
    from digest_tui.search.finds import Finds
    from digest_tui.search.plan import Expansion
    from digest_tui.search.query import Query


class Question(NamedTuple):
    """A query, and the states and papers it is asked of."""

    serial: int
    text: str
    """The query as typed."""
    query: Query
    entries: Entries
    state: Callable[[Keys], PaperState]
    """The decisions when it was asked."""
    annotated: Set[str]
    """The keys that have tags or a note."""
    with_aliases: bool
    is_new: bool
    """True when the person asked: then its answer is shown from the top."""


class Searches:
    """Makes questions and takes their answers, of which only that of the newest counts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._library = session.library
        self._serial = 0
        self._shown: Question | None = None
        """The question whose hits are listed, or were before another view was entered."""
        self._finds: Finds | None = None
        self._marked: tuple[Query, Sequence[Expansion]] | None = None
        """What they find."""
        self._with_aliases = True
        self._asked_on = session.library.today()
        """The day on which the newest question was asked."""
        self.asked: Question | None = None
        """The newest question."""

    @property
    def listed(self) -> Question | None:
        """The question whose hits are listed."""
        return self._shown if self._session.view is View.SEARCH else None

    @property
    def finds(self) -> Finds | None:
        """The object that marks the matches in the listed papers."""
        return self._finds if self.listed else None

    @property
    def is_answered(self) -> bool:
        """True while the hits of the newest question are listed."""
        return self.listed is not None and self.is_newest(self.listed)

    @property
    def is_answered_whole(self) -> bool:
        """True when these are all: the first answers may come before all texts are made."""
        rows = self._session.listed.hit_rows
        return self.is_answered and rows is not None and rows.arrangement.hits.complete

    @property
    def found(self) -> int | None:
        """The number of papers that the newest question found; None until all were searched."""
        rows = self._session.listed.hit_rows
        return len(rows.arrangement.hits) if self.is_answered_whole and rows is not None else None

    def is_newest(self, question: Question) -> bool:
        """Return True while nothing else was asked."""
        return question.serial == (self.asked.serial if self.asked else 0)

    # Questions

    def ask(self, text: str, query: Query) -> Question:
        """Ask a query of the papers as they are now."""
        return self._put(text, query, is_new=True)

    def ask_with_other_names(self) -> Question | None:
        """Ask the newest question again, with other names of its words or without; None where there is none."""
        if self.asked is None:
            return None
        self._with_aliases = not self._with_aliases
        return self.ask(self.asked.text, self.asked.query)

    def ask_again(self) -> Question | None:
        """Ask the listed question anew, since digests, tags or notes changed; the cursor stays."""
        asked = self.asked
        if self.listed is None or asked is None:
            return None
        query = asked.query
        if self._asked_on != self._library.today():
            # Its "today" and "two weeks ago" are other days now.
            with suppress(QueryError):
                query = self._library.searching.query(asked.text)
        return self._put(asked.text, query, is_new=False, kept=asked)

    def ask_as_before(self, before: Question) -> Question:
        """Ask an earlier question again; decisions made since take nothing from its list."""
        return self._put(before.text, before.query, is_new=True, kept=before)

    def _put(self, text: str, query: Query, *, is_new: bool, kept: Question | None = None) -> Question:
        library = self._library
        self._serial += 1
        self._asked_on = library.today()
        # What was decided since the question does not take papers from its list.
        state = kept.state if kept else library.decisions.states_now()
        self.asked = Question(
            self._serial, text, query, library.entries(), state, library.decisions.annotated, self._with_aliases, is_new
        )
        return self.asked

    # Answers

    def comes_too_early(self, question: Question, arrangement: Arrangement) -> bool:
        """Say whether a list that is shown would lose the paper under the cursor to an answer that is not whole yet."""
        if question.is_new or self.listed is None or arrangement.hits.complete:
            return False
        here = self._session.listed.around()[:1]
        return bool(here) and HitRows(arrangement, lambda _: None).row_of_any(here) is None

    def answer(self, question: Question, arrangement: Arrangement) -> bool:
        """List the answer of the newest question, and return True for the first answer to it."""
        is_new = question.is_new and (self.listed is None or self.listed.serial != question.serial)
        days = {day.date: day for day in self._session.days}
        self._session.show_hits(HitRows(arrangement, days.get), is_new=is_new)
        self._shown = self.asked
        marked = question.query, tuple(arrangement.hits.expansions)
        if self._finds is None or self._marked != marked:
            # What is marked already, or hidden, stays so where the same is asked again.
            self._finds, self._marked = self._library.searching.finds(*marked), marked
        return is_new

    def leave(self) -> bool:
        """Go back to the list before the search, and return True when there was one."""
        self.asked = self._shown = self._finds = None
        return self._session.leave_search()

    def summary(self) -> str:
        """Return the other names searched for, and the key that switches them off."""
        question, rows = self.listed, self._session.listed.hit_rows
        if question is None or rows is None:
            return ""
        if not question.with_aliases:
            return "only what you typed · ctrl+t other names too"
        return wording.expansions(rows.arrangement.hits.expansions)
