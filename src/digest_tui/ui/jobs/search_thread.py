"""The one thread that searches: it answers the newest question, and makes texts while there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from digest_tui.errors import CancelledError, QueryError
from digest_tui.library import Library
from digest_tui.model import DigestSummary
from digest_tui.model.entries import Entries
from digest_tui.report import report
from digest_tui.session.hits import Arrangement
from digest_tui.session.searches import Question

if TYPE_CHECKING:
    from digest_tui.search.offers import Offer
    from digest_tui.search.searcher import Hits

SLICE_SECONDS = 0.1
"""Seconds of making texts before a question that was answered in part is asked again."""


@dataclass
class Found(Message):
    """An answer; it carries its question."""

    question: Question
    arrangement: Arrangement


@dataclass
class NotFound(Message):
    """A question that cannot be answered, such as a regular expression that takes too long."""

    question: Question
    error: QueryError


@dataclass
class Offered(Message):
    """Another query that may be meant, which finds more."""

    question: Question
    offer: Offer


@dataclass
class SearchFailed(Message):
    """An internal error; the thread goes on."""

    sentence: str


class SearchThread:
    """A newer question takes the place of one that waits or runs; it touches nothing but the library's searcher."""

    def __init__(self, library: Library, post: Callable[[Message], object]) -> None:
        self._library = library
        self._post = post
        self._turn = Condition()
        self._question: Question | None = None
        self._answered: tuple[Question, int] | None = None
        """A question, and the number of papers found, for which another query may be offered."""
        self._entries: Entries | None = None
        self._summaries: list[DigestSummary] = []
        """Digests of which texts are to be made, the last one first."""
        self._closed = False
        self._thread: Thread | None = None
        self._idle = True

    def ask(self, question: Question) -> None:
        """Answer this instead of anything asked before."""
        self._wake(question, question.entries)

    def look_for_offer(self, question: Question, found: int) -> None:
        """Offer another query that may be meant by one that found so many papers, unless something is asked first."""
        with self._turn:
            self._answered = question, found
            self._start()

    def prepare(self, entries: Entries) -> None:
        """Make the texts of these papers, so that the first question need not wait."""
        self._wake(self._question, entries)

    def make(self, summaries: Sequence[DigestSummary]) -> None:
        """Make what a first question needs of new digests, and keep it."""
        with self._turn:
            self._summaries += reversed(summaries)
            self._start()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        with self._turn:
            self._question = self._answered = None

    def wait(self) -> None:
        """Block until everything that was asked is answered, or given up, and all texts are made."""
        with self._turn:
            self._turn.wait_for(lambda: self._idle or self._closed)

    def close(self) -> None:
        """End after what is being done; nothing is waited for."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()

    def _wake(self, question: Question | None, entries: Entries) -> None:
        with self._turn:
            self._question, self._entries = question, entries
            self._start()

    def _start(self) -> None:
        self._idle = False
        if self._thread is None:
            # A daemon: it holds nothing that would have to be finished when the reader is left.
            self._thread = Thread(target=self._run, name="search", daemon=True)
            self._thread.start()
        self._turn.notify_all()

    def _run(self) -> None:
        searcher = self._library.searching.searcher
        # Whatever a first letter needs is loaded before it is typed.
        self._library.searching.finds(self._library.searching.query(""))
        unfinished: Question | None = None
        made = True
        while True:
            with self._turn:
                while not (self._has_work or self._closed) and made:
                    self._idle = True
                    self._turn.notify_all()
                    self._turn.wait()
                if self._closed:
                    return
                question, self._question = self._question, None
                entries, self._entries = self._entries, None
                answered, self._answered = self._answered, None
            try:
                if entries is not None:
                    searcher.set_entries(entries)
                    made = False
                if question is not None:
                    unfinished = None if self._answer(question) else question
                elif answered is not None:
                    self._offer(*answered)
                if made and unfinished is None and self._summaries:
                    searcher.make(self._summaries, SLICE_SECONDS)
                if not made:
                    made = searcher.prepare(SLICE_SECONDS)
                    if unfinished is not None:
                        again = unfinished._replace(is_new=False)
                        unfinished = None if self._answer(again) and made else again
            except Exception as error:  # the edge of the thread: it says so and goes on
                made, unfinished = True, None
                self._summaries.clear()
                self._post(SearchFailed(report(error, "The search failed")))

    @property
    def _has_work(self) -> bool:
        return bool(self._question or self._answered or self._entries is not None or self._summaries)

    def _offer(self, question: Question, found: int) -> None:
        with suppress(CancelledError):
            offer = self._library.searching.offer(
                question.text, question.query, found, lambda other: len(self._hits(question._replace(query=other)))
            )
            if offer is not None:
                self._post(Offered(question, offer))

    def _hits(self, question: Question) -> Hits:
        """Return what a question finds; raises QueryError, and CancelledError when something else was asked."""
        return self._library.searching.searcher.search(
            question.query,
            question.state,
            question.annotated,
            with_aliases=question.with_aliases,
            once=True,
            cancelled=lambda: self._question is not None or self._closed,
        )

    def _answer(self, question: Question) -> bool:
        """Answer, and say whether that was all there is to find, or all that is wanted."""
        try:
            hits = self._hits(question)
        except CancelledError:
            return True
        except QueryError as error:
            self._post(NotFound(question, error))
            return True
        self._post(Found(question, Arrangement.of(hits, question.query.sort)))
        return hits.complete
