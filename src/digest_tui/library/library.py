"""The façade: digests, papers and state, for the reader and for the command line.

Sources, formats and the store do not know one another; they are joined here, and imported when first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from functools import cached_property
from threading import Lock, active_count
from typing import TYPE_CHECKING

from digest_tui.gone import GonePapers, Keeper, listed_together
from digest_tui.library.decisions import Decisions
from digest_tui.library.remembered import Remembered
from digest_tui.model import Catalog, Day, Digest, DigestSummary, Entry, PaperState, Problem
from digest_tui.model.same_papers import first_occurrences
from digest_tui.model.summary import DigestId, Keys
from digest_tui.model.typed_ids import keys_meant
from digest_tui.reading import Reading, Scan
from digest_tui.triage.views import rows_of_day

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.library.exporting import Exporting
    from digest_tui.library.searching import Searching
    from digest_tui.model.attempt import Attempt
    from digest_tui.model.entries import Entries
    from digest_tui.model.record import Record
    from digest_tui.sources.base import Source
    from digest_tui.store.base import Store


class Library:
    """Everything the screen shows and the subcommands print.

    `scan`, and what `decisions` writes, may run in threads of their own, one call of each kind at a time; all else
    belongs to one thread.
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
        """Decided papers that are in no digest any more."""
        self._entries: tuple[Entries, Sequence[Day], Entries] | None = None
        """All entries, with their parts: those of the digests, and the days of those that are gone."""
        self.decisions = Decisions(store, self.catalog, self._keeper, self.gone)
        """The decisions about papers."""
        self.remembered = Remembered(store)
        """What is remembered beside them."""
        self._searching: Searching | None = None
        self._lock = Lock()

    # Digests

    @property
    def has_several_sources(self) -> bool:
        """True when there are several sources, so that a digest's own one matters."""
        return len(self.sources) > 1

    def open(self) -> bool:
        """List the digests of the last run, and return True when there are any; a scan brings the differences."""
        return bool(self.catalog.replace(self._reading.known()))

    def scan(self) -> Iterator[Scan]:
        """Read what is new or changed since the last scan, newest first; the last part has `done == total`.

        Then what is known of decided papers is kept for the day when no digest has them any more.
        """
        for scan in self._keeper.follow(self._reading.scan(), self._reading.summaries):
            # What is gone is looked for where something changed.
            yield scan if scan.gone is None else scan._replace(elsewhere=self._elsewhere())

    def stop(self) -> None:
        """Keep nothing more of decided papers in this run: whoever leaves does not wait for that."""
        self._keeper.is_stopped = True

    def apply(self, scan: Scan) -> bool:
        """Take in a part of a scan, and return True when it changed anything."""
        changed = self.catalog.replace(scan.added, scan.removed)
        self.decisions.count_again(changed)
        is_other = scan.gone is not None and self.gone.update(scan.gone)
        is_joined = scan.elsewhere is not None and self.decisions.join(scan.elsewhere)
        return bool(changed) or is_other or is_joined

    def summaries(self) -> list[DigestSummary]:
        """Return the files that are listed, after a scan."""
        return self._reading.summaries()

    def files(self) -> list[DigestId]:
        """Return all files of the last scan, also those that are pages of an entry; for any thread."""
        return self._reading.files()

    def attempts(self, digest: Digest) -> tuple[Attempt, ...]:
        """Return each format's answer to a file of the last scan; none where no format was asked."""
        from digest_tui.library.attempts import attempts_at

        return attempts_at(digest, self._reading.file((digest.source, digest.path)), self.index)

    def pages(self) -> list[tuple[DigestSummary, DigestSummary]]:
        """Return the files of the last scan that are pages of a digest's entries, each by itself, with the digest."""
        return self._reading.pages()

    def load(self, told: Callable[[int, int], object] = lambda done, total: None) -> None:
        """Read everything at once, for the subcommands; papers that are gone are found when they are asked for.

        `told` hears how many of the files that must be read were, again and again. Several processes may read.
        """
        from digest_tui.workers import processors

        # A process with threads cannot be forked safely.
        self._reading.workers = processors() if active_count() == 1 else 1
        self.open()
        for scan in self._reading.scan():
            self.apply(scan)
            told(scan.done, scan.total)
        if self.decisions:
            self.decisions.join(self._elsewhere())

    def look_for_gone(self) -> None:
        """Find the papers that are gone, for the subcommands; the reader's scans do so themselves."""
        if self._keeper.must_look:
            self._keeper.must_look = False
            self.gone.update(self._keeper.gone(self._reading.summaries()))

    def entries(self) -> Entries:
        """Return every entry in the order of the days, also those that are gone; the same until something changes."""
        living = self.catalog.entries(self.today())
        if not self.gone:
            return living
        if self._entries is None or self._entries[0] is not living or self._entries[1] is not self.gone.days:
            from digest_tui.model.entries import Entries

            days = listed_together(living.days, self._in_order(self.gone.days))
            self._entries = living, self.gone.days, Entries(days)
        return self._entries[2]

    def days(self) -> list[Day]:
        """Return the days with papers, in the order of the date list."""
        return self.catalog.days(self.today())

    def problems(self, digest: Digest) -> tuple[Problem, ...]:
        """Return what `check` says about a file, also what depends on today and on the other files."""
        from digest_tui.library.problems import problems_of

        is_expected = not digest.is_text or self.catalog.is_expected((digest.source, digest.path))
        return problems_of(digest, self.today() + timedelta(days=1), is_expected=is_expected)

    def source_problems(self) -> list[tuple[str, Problem]]:
        """Return what the last scan left out or could not enter, each with the name of its source."""
        return [(source.name, problem) for source in self.sources for problem in source.problems]

    def away(self) -> Set[str]:
        """Return the names of the sources that the last scan could not reach: what was read of them stays listed."""
        return {source.name for source in self.sources if "" in source.unseen}

    def whole_text(self, digest: Digest) -> Iterator[str]:
        """Yield the file of a digest as it is now, also what is not read of it, in pieces; raises SourceError."""
        from digest_tui.library.files import file_of

        source, ref = file_of(self.sources, digest)
        return source.whole_text(ref)

    def read_again(self, digest: Digest) -> None:
        """Let the next scan read a file, also where nothing but its text tells that it was changed."""
        self._reading.read_again((digest.source, digest.path))

    def resolve(self, text: str) -> list[Entry]:
        """Return the occurrences of a paper by its key, id, DOI or address, however it was pasted, newest first.

        For the subcommands; a decided paper that is gone is found too, where no other is.
        """
        keys = keys_meant(text)
        if found := next(filter(None, map(self.catalog.with_key, keys)), None):
            return found
        self.look_for_gone()
        entry = next(filter(None, map(self.gone.entry_of, keys)), None)
        return [entry] if entry and self.state(entry).is_marked else []

    def each_once(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return entries with only the first of each paper."""
        from digest_tui.model.entries import keys_of, picked

        firsts = first_occurrences([self.decisions.all_keys(keys) for keys in keys_of(entries)])
        return picked(entries, [number for number, first in enumerate(firsts) if number == first])

    def record(self, entry: Entry, *, with_text: bool = False) -> Record:
        """Return the JSON object of an entry, with what it says if that is wanted."""
        from digest_tui.model.record import paper_record, text_record

        record = paper_record(entry, self.state(entry), self.catalog.also_on(entry), self.language)
        return record | text_record(entry) if with_text else record

    @cached_property
    def exporting(self) -> Exporting:
        """The object that writes papers for other programs."""
        from digest_tui.library.exporting import Exporting

        return Exporting(self)

    @property
    def searching(self) -> Searching:
        """The object that understands queries and answers them."""
        with self._lock:
            if self._searching is None:
                from digest_tui.library.searching import Searching

                self._searching = Searching(self)
            return self._searching

    # State

    def state(self, entry: Entry) -> PaperState:
        """Return the committed state of a paper."""
        return self.state_of(entry.keys)

    def state_of(self, keys: Keys) -> PaperState:
        """Return the committed state of the paper with these keys."""
        return self.decisions.state_of(keys)

    def new_count(self, day: Day) -> int:
        """Return the number of new papers of a day; a paper that occurs twice counts once."""
        return self.decisions.new_count(day)

    def new_among(self, days: Iterable[Day]) -> int:
        """Return the number of new papers of some days, each counted once."""
        rows = rows_of_day([keys for day in days for keys in day.paper_keys()])
        return sum(self.state_of(row.keys).is_new for row in rows)

    def count(self, day: Day) -> int:
        """Return the number of papers of a day; one that occurs twice counts once."""
        return day.paper_count()

    def new_papers(self) -> tuple[Entries, list[int]]:
        """Return all entries, and the numbers of those that are new, in the order of the days; each paper once."""
        entries = self.catalog.entries(self.today())
        keys, decided = entries.all_keys(), self.decisions.keys
        # Of nearly all nothing was ever decided.
        return entries, [
            number
            for number in entries.once()
            if decided.isdisjoint(keys[number]) or self.state_of(keys[number]).is_new
        ]

    def belonging(self, belongs: Callable[[PaperState], bool], also: Iterable[str] = ()) -> list[Day]:
        """Return the days that hold a paper that passes a test or has one of these keys, in the order of the list.

        It must not hold of a paper without a decision.
        """
        keys = self.decisions.keys_where(belongs)
        keys.update(also)
        dates = self.catalog.dates_of(keys)
        gone = [day for day in self.gone.days if any(not keys.isdisjoint(paper) for paper in day.paper_keys())]
        return listed_together((day for day in self.days() if day.date in dates), self._in_order(gone))

    def _elsewhere(self) -> Mapping[str, Keys]:
        """Return which keys are of one paper by the digests, and by what is kept of decided papers."""
        return self._reading.elsewhere(lambda keys: self._keeper.others(self.decisions.decided() - keys))

    def _in_order(self, gone: Iterable[Day]) -> list[Day]:
        """Mark the days of papers that are gone that lie in the future, as the catalog does with its own."""
        limit = self.today() + timedelta(days=1)
        return [day.in_future if day.date and day.date > limit else day for day in gone]

    def recall(self, name: str) -> str | None:
        """Return what was remembered under a name when that was last read; None where that could not be done."""
        return self.remembered.recall(name)
