"""The façade: digests, papers and state, for the reader and for the command line.

Sources, formats and the store do not know one another; they are joined here, and imported when first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from digest_tui.errors import SourceError, StateError
from digest_tui.gone import GonePapers, Keeper, described, listed_together
from digest_tui.model import Batch, Card, Catalog, Change, Day, Digest, KeyState, PaperState, Place, Problem
from digest_tui.model.card import Keys
from digest_tui.model.day import day_id
from digest_tui.patterns import pattern
from digest_tui.reading import Reading, Scan
from digest_tui.text import sanitize
from digest_tui.triage.marks import Mark, marking
from digest_tui.triage.states import merged
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.model.known import Known
    from digest_tui.model.places import Places
    from digest_tui.model.record import Record
    from digest_tui.search.finds import Finds
    from digest_tui.search.plan import Expansion
    from digest_tui.search.query import Query
    from digest_tui.search.searcher import Hits, Searcher
    from digest_tui.sources.base import Source
    from digest_tui.store.base import Store

_VERSION = pattern(r"v[0-9]+\Z")


class Written(NamedTuple):
    """A change of state that is committed."""

    batch: Batch
    states: dict[str, KeyState]
    """What the log says now about the keys of the batch."""


class Library:
    """Everything the screen shows and the subcommands print.

    `scan` and the writing calls may run in threads of their own, one call of each kind at a time; all else belongs to
    one thread.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        store: Store,
        *,
        index: Index | None = None,
        language: str = "ko",
        today: Callable[[], date] = date.today,
    ) -> None:
        self.sources = tuple(sources)
        self.store = store
        self.language = language
        self.today = today
        if index is None:
            from digest_tui.index import open_index

            index = open_index(None)
        self.index = index
        self.catalog = Catalog(index, {source.name for source in self.sources if source.is_one_file})
        self._reading = Reading(self.sources, index, self.catalog.lost)
        self._keeper = Keeper(self.sources, index, store)
        self.gone = GonePapers()
        """Decided papers that no digest has any more."""
        self._places: tuple[Places, Sequence[Day], Places] | None = None
        """Of all papers, with what they were made of: those of the digests, and the days of those that are gone."""
        self._states = store.states()
        self._annotated = _annotated(self._states)
        self._remembered = _all_remembered(store)
        self._searcher: Searcher | None = None
        self._undecided: dict[str, int] = {}

    # Digests

    @property
    def has_several_sources(self) -> bool:
        """Whether it matters which source a digest comes from."""
        return len(self.sources) > 1

    def open(self) -> bool:
        """List what was there the last time, and say whether anything was; a scan brings what is different now."""
        return bool(self.catalog.replace(self._reading.known()))

    def scan(self) -> Iterator[Scan]:
        """Read what is new or changed since the last scan, newest first; the last part has `done == total`.

        Then what is known of decided papers is kept for the day when no digest has them any more.
        """
        return self._keeper.follow(self._reading.scan(), self._reading.cards)

    def stop(self) -> None:
        """Keep nothing more of decided papers in this run: whoever leaves does not wait for that."""
        self._keeper.is_stopped = True

    def take(self, scan: Scan) -> bool:
        """Take in a part of a scan and say whether anything is different now."""
        changed = self.catalog.replace(scan.added, scan.removed)
        for day in changed:
            self._undecided.pop(day, None)
        is_other = scan.gone is not None and self.gone.take(scan.gone)
        return bool(changed) or is_other

    def pages(self) -> list[tuple[Card, Card]]:
        """Files that are pages of a digest's entries, each as it is by itself, with the digest; of the last scan."""
        return self._reading.pages()

    def load(self) -> None:
        """Read everything at once, for the subcommands; what is gone is looked for when it is asked for."""
        self.open()
        for scan in self._reading.scan():
            self.take(scan)

    def look_for_gone(self) -> None:
        """Look which papers are gone, for the subcommands; the reader's scans do so."""
        if self._keeper.must_look:
            self._keeper.must_look = False
            self.gone.take(self._keeper.gone(self._reading.cards()))

    def places(self) -> Places:
        """Every paper, newest date first, also those that are gone; the same object until something changes."""
        living = self.catalog.places()
        if not self.gone:
            return living
        if self._places is None or self._places[0] is not living or self._places[1] is not self.gone.days:
            from digest_tui.model.places import Places

            days = listed_together(living.days, self.gone.days)
            self._places = living, self.gone.days, Places(days)
        return self._places[2]

    def days(self) -> list[Day]:
        """The days with papers, as the date list has them."""
        return self.catalog.days(self.today())

    def problems(self, digest: Digest) -> tuple[Problem, ...]:
        """What `check` says about a file, also what depends on today and on the other files."""
        problems = digest.problems
        if digest.is_text and not self.catalog.is_expected((digest.source, digest.path)):
            return problems
        if digest.is_text and not any(problem.code == "unreadable" for problem in problems):
            problems = (*problems, _without_papers(digest))
        future = _future(digest, self.today() + timedelta(days=1))
        return (*problems, future) if future else problems

    def source_problems(self) -> list[tuple[str, Problem]]:
        """What the last scan left out or could not enter, each with the name of its source."""
        return [(source.name, problem) for source in self.sources for problem in source.problems]

    def away(self) -> Set[str]:
        """The names of the sources that the last scan could not look at: what was read of them stays listed."""
        return {source.name for source in self.sources if "" in source.unseen}

    def whole_text(self, digest: Digest) -> Iterator[str]:
        """The file of a digest as it is now, also what is not read of it, in pieces; raises SourceError."""
        for source in self.sources:
            if source.name == digest.source:
                if (ref := source.find(digest.path)) is not None:
                    return source.whole_text(ref)
                if "" in source.unseen:
                    raise SourceError(source.problems[0].message)
        raise SourceError(f"The file {digest.path} is not there any more: R looks again.")

    def find(self, text: str) -> list[Place]:
        """The places of a paper by key, arXiv id (with or without version) or title hash, newest first.

        For the subcommands; a decided paper that is gone is found too, where no other is.
        """
        wanted = text.strip()
        arxiv_id = _VERSION.sub("", wanted.removeprefix("arxiv:"))
        keys = (wanted, f"arxiv:{arxiv_id}", f"doi:{wanted.casefold()}")
        if found := next(filter(None, map(self.catalog.find, keys)), None):
            return found
        self.look_for_gone()
        place = next(filter(None, map(self.gone.find, keys)), None)
        return [place] if place and self.state(place).is_marked else []

    def record(self, place: Place) -> Record:
        """The JSON object of a place."""
        from digest_tui.model.record import paper_record

        return paper_record(place, self.state(place), self.catalog.also_on(place), self.language)

    def bibtex(self, place: Place) -> str:
        """A BibTeX entry for a place, on one line."""
        from digest_tui.exporters.bibtex import bibtex

        return bibtex(place)

    # Search

    def query(self, text: str, *, typing: bool = False) -> Query:
        """What a query means; raises QueryError. While `typing`, what is not finished at its end is left out."""
        from digest_tui.search.parser import parse

        return parse(text, today=self.today(), typing=typing)

    def phrase(self, text: str) -> Query:
        """Words to be found as they stand, or an expression between slashes; raises QueryError."""
        from digest_tui.search.expressions import compiled
        from digest_tui.search.query import Pattern, Query, Words

        if len(text) > 2 and text[0] == text[-1] == "/":
            pattern = Pattern(text[1:-1], end=len(text))
            compiled(pattern)
            return Query(pattern)
        return Query(Words(text.strip(), quoted=True, end=len(text)))

    def narrowed(self, text: str, *conditions: str) -> str:
        """A finished query of which the hits hold further conditions too."""
        from digest_tui.search.added import with_conditions

        return with_conditions(text, *conditions)

    def completions(self, text: str, cursor: int) -> tuple[str, ...]:
        """What may be typed at a place in a query."""
        from digest_tui.search.fields import complete

        return complete(text, cursor)

    @property
    def searcher(self) -> Searcher:
        """What finds papers; belongs to the thread that uses it first."""
        if self._searcher is None:
            from digest_tui.search.searcher import Searcher

            self._searcher = Searcher(self.index)
        return self._searcher

    @property
    def has_decisions(self) -> bool:
        """Whether anything was ever decided."""
        return bool(self._states)

    @property
    def annotated(self) -> Set[str]:
        """The keys of papers that have tags or a note."""
        return self._annotated

    def search(self, query: Query, *, with_aliases: bool = True) -> Hits:
        """Every place that a query finds, best first; raises QueryError."""
        from digest_tui.search.admitting import admitted
        from digest_tui.search.terms import looks_at_texts

        if admitted(query.root):
            self.look_for_gone()
        self.searcher.take(self.places())
        if looks_at_texts(query):
            self.searcher.prepare()
        return self.searcher.find(query, self.state_of, self._annotated, with_aliases=with_aliases)

    def finds(self, query: Query, expansions: Iterable[Expansion] = ()) -> Finds:
        """What marks the finds of a query in texts."""
        from digest_tui.search.finds import Finds

        return Finds(query, expansions)

    def explain(self, query: Query, hits: Hits) -> Iterator[str]:
        """How a query was understood, in lines."""
        from digest_tui.search.explaining import explained

        return explained(query, hits)

    # State

    def state(self, place: Place) -> PaperState:
        """The committed state of a paper."""
        return self.state_of(place.keys)

    def state_of(self, keys: Keys) -> PaperState:
        """The committed state of the paper with these keys."""
        return _merged(self._states, keys)

    def states_now(self) -> Callable[[Keys], PaperState]:
        """What was decided up to now, also when it is asked later; tags and notes are followed."""
        then = dict(self._states)

        def state(keys: Keys) -> PaperState:
            decided, now = _merged(then, keys), self.state_of(keys)
            is_same = (decided.tags, decided.note) == (now.tags, now.note)
            return decided if is_same else decided._replace(tags=now.tags, note=now.note)

        return state

    def undecided(self, day: Day) -> int:
        """How many papers of a day wait for a decision; a paper that stands twice counts once."""
        count = self._undecided.get(day.id)
        if count is None:
            count = self._undecided[day.id] = sum(
                self.state_of(row.keys).undecided for row in rows_of_day(day.paper_keys())
            )
        return count

    def count(self, day: Day) -> int:
        """How many papers a day has; one that stands twice counts once."""
        return len(rows_of_day(day.paper_keys()))

    def undecided_papers(self) -> tuple[Places, list[int]]:
        """All papers, and the numbers of those that wait for a decision, newest first; each is there once."""
        places = self.catalog.places()
        rows = rows_of_day(places.all_keys())
        return places, [row.places[0] for row in rows if self.state_of(row.keys).undecided]

    def belonging(self, belongs: Callable[[PaperState], bool], also: Iterable[str] = ()) -> list[Day]:
        """The days on which papers stand of which that holds, or with one of these keys, as they are listed.

        It must not hold of a paper without a decision.
        """
        keys = {key for key, state in self._states.items() if belongs(merged((state,)))}
        keys.update(also)
        dates = self.catalog.dates_of(keys)
        limit = self.today() + timedelta(days=1)
        gone = [day for day in self.gone.days if any(not keys.isdisjoint(paper) for paper in day.paper_keys())]
        gone = [day.in_future() if day.date and day.date > limit else day for day in gone]
        return listed_together((day for day in self.days() if day.date in dates), gone)

    def tags(self) -> Set[str]:
        """Every tag that a paper has."""
        return {tag for key in self._annotated for tag in _merged(self._states, (key,)).tags}

    def mark(self, places: Iterable[Place], mark: Mark, name: str = "") -> tuple[Change, ...]:
        """What would set a mark on papers, by the state as the store has it now; `write` commits it."""
        self.take_states(self.store.states())
        return marking(mark, ((place.key, self.state(place)) for place in places), name)

    def take_states(self, states: dict[str, KeyState]) -> None:
        """Take in all states anew: another window or a script changed some."""
        self._states = states
        self._annotated = _annotated(states)
        self._undecided.clear()
        # Another window may have kept what was not known here.
        self._keeper.must_look = True

    def described(self, changes: Iterable[Change], places: Iterable[Place]) -> tuple[Known, ...]:
        """What to keep of the papers that changes are about, as far as they are among these places.

        Of the others it is kept after the next scan.
        """
        by_key = {place.key: place for place in places}
        found: list[Known | None] = []
        for key in dict.fromkeys(change.key for change in changes):
            if (place := by_key.get(key)) is None or place.is_gone:
                found.append(self.gone.known(key))
            else:
                found.append(described(place, self.catalog.elsewhere(place), self._keeper.roots))
        return tuple(known for known in found if known is not None)

    def write(self, changes: Iterable[Change], known: Sequence[Known] = ()) -> Written | None:
        """Commit changes as one batch, with what is known of their papers; blocks until they are safe."""
        written = self._written(self.store.apply(tuple(changes), known))
        if written and written.states.keys() - {paper.key for paper in known}:
            self._keeper.is_due = True
        return written

    def undo(self) -> Written | None:
        """Cancel the newest batch; None when there is none."""
        return self._written(self.store.undo())

    def redo(self) -> Written | None:
        """Bring the last cancelled batch back; None when there is none."""
        return self._written(self.store.redo())

    def absorb(self, written: Written) -> None:
        """Take in what was committed."""
        self._states.update(written.states)
        self._annotated = (self._annotated - written.states.keys()) | _annotated(written.states)
        for changed_day in self.catalog.dates_of(written.states):
            self._undecided.pop(day_id(changed_day), None)

    def recall(self, name: str) -> str | None:
        """What was remembered under a name when the library was made; nothing where that could not be read."""
        value = self._remembered.get(name)
        return None if value is None else sanitize(value)

    def recall_now(self, name: str) -> str | None:
        """What was last remembered under a name, also by another window; may wait for the disk."""
        try:
            value = self.store.recall(name)
            return None if value is None else sanitize(value)
        except StateError:
            return None

    def _written(self, batch: Batch | None) -> Written | None:
        if batch is None:
            return None
        return Written(batch, self.store.states({change.key for change in batch.changes}))


def _all_remembered(store: Store) -> dict[str, str]:
    try:
        return store.remembered()
    except StateError:
        # No decision depends on it.
        return {}


def _merged(states: dict[str, KeyState], keys: tuple[str, ...]) -> PaperState:
    return merged(states[key] for key in keys if key in states)


def _annotated(states: dict[str, KeyState]) -> Set[str]:
    return {key for key, state in states.items() if state.tags or state.note}


def _without_papers(digest: Digest) -> Problem:
    if not any(line.strip() for line in digest.lines):
        return Problem("empty", "The file is empty.")
    if not any(line.strip() for line in digest.lines[digest.header.last :]):
        return Problem("no-papers", "No paper was found: the file has only a header.")
    return Problem("no-papers", "No paper was found in this file; it is shown as a text.")


def _future(digest: Digest, last: date) -> Problem | None:
    """What is wrong with dates later than the last one that is listed in its place."""
    days: dict[date | None, int | None] = {digest.date: None} if digest.is_text else {}
    for paper in digest.papers:
        days.setdefault(digest.day_of(paper), paper.line)
    late = sorted(day for day in days if day and day > last)
    if not late:
        return None
    if len(days) == 1:
        message = f"The digest is dated {late[0]}, later than tomorrow; it is listed at the foot."
        return Problem("future", message)
    dates = f"{late[0]}" if len(late) == 1 else f"{late[0]} to {late[-1]}"
    return Problem("future", f"Papers are dated {dates}, later than tomorrow; they stand at the foot.", days[late[0]])
