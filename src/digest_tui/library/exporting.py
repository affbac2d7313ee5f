"""The papers of a library in the formats of other programs: as text, or in a file of the person's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest_tui.counts import counted
from digest_tui.errors import ExportError
from digest_tui.exporters import Exported, Exporter, Update, exporter
from digest_tui.exporters.files import read_target, replace
from digest_tui.library.cite_keys import cite_keys, cited_alone
from digest_tui.library.steps import Steps
from digest_tui.model.entries import Chosen, made_of
from digest_tui.notation.tex_accents import with_letters

if TYPE_CHECKING:
    from digest_tui.index import Index
    from digest_tui.library.decisions import Decisions
    from digest_tui.model import Catalog, Entry, PaperState
    from digest_tui.model.entries import Entries
    from digest_tui.model.record import Record


class Listed(Protocol):
    """The library whose papers are written."""

    today: Callable[[], date]

    # fmt: off
    @property
    def index(self) -> Index: ...
    @property
    def catalog(self) -> Catalog: ...
    @property
    def decisions(self) -> Decisions: ...
    # fmt: on

    def each_once(self, entries: Sequence[Entry]) -> Sequence[Entry]: ...
    def state(self, entry: Entry) -> PaperState: ...
    def record(self, entry: Entry) -> Record: ...


class ExportReport(NamedTuple):
    """What became of a file, or of a folder."""

    path: Path
    added: int
    changed: int
    """Papers that say something else there than before."""
    unchanged: int
    removed: int
    left: tuple[str, ...]
    """Sentences about what was not written or not removed, each with the reason."""

    @property
    def words(self) -> str:
        """What became of it in a few words: `3 papers added, 2 updated`."""
        done = (
            (self.added, "added"),
            (self.changed, "updated"),
            (self.unchanged, "unchanged"),
            (self.removed, "removed"),
        )
        first, *others = [(number, word) for number, word in done if number] or [(0, "written")]
        return ", ".join(
            [f"{counted(first[0], 'paper')} {first[1]}", *(f"{number:,} {word}" for number, word in others)]
        )


class Exporting:
    """Writes papers for other programs; belongs to the thread of the library."""

    def __init__(self, library: Listed) -> None:
        self._library = library
        self._cited: dict[str, str] = {}
        """The key by which each paper is cited."""
        self._cited_among: Entries | None = None
        """The entries of which these are."""

    def papers(self, entries: Sequence[Entry]) -> list[Exported]:
        """Return what is written of papers, each once, in their order; everything that must be read is read here."""
        self.citing()()
        self._library.catalog.find_repeats()
        return made_of(self._library.each_once(entries), self._made)

    def in_steps(self, entries: Sequence[Entry]) -> Steps[list[Exported]]:
        """Do what `papers` does, little in each step; what `citing` returns should be done before."""
        self.citing()()
        self._library.catalog.find_repeats()
        # What is read in the order of its digests is read once.
        numbers = entries.numbers if isinstance(entries, Chosen) else range(len(entries))
        found: dict[int, Exported] = {}
        seen: set[str] = set()
        for index in sorted(range(len(entries)), key=numbers.__getitem__):
            if (paper := self._made(entries[index])).key not in seen:
                seen.add(paper.key)
                found[index] = paper
            yield
        return [found[index] for index in sorted(found)]

    def text(self, entries: Sequence[Entry], name: str) -> str:
        """Return papers for a person to paste; raises KeyError for an unknown name."""
        return exporter(name).copied(self.papers(entries))

    def to_file(
        self, entries: Sequence[Entry], name: str, path: Path, *, prune: bool = False, weekly: bool = False
    ) -> ExportReport:
        """Bring a file, or a folder, up to date; raises ExportError, and then it is what it was."""
        return write_to(path, exporter(name), self.papers(entries), prune=prune, weekly=weekly)

    def _made(self, entry: Entry) -> Exported:
        library, decisions, cited = self._library, self._library.decisions, self._cited
        cite_key = cited.get(decisions.name_of(entry.key)) or cited_alone(entry, cited.values())
        stamp = decisions.starred_stamp(entry.keys)
        starred_at = datetime.fromtimestamp(stamp / 1000, UTC) if stamp else None
        keys = decisions.all_keys(entry.keys)
        return Exported(self._completed(entry), library.state(entry), keys, cite_key, library.record(entry), starred_at)

    def _completed(self, entry: Entry) -> Entry:
        """Return an entry with the authors that only another digest names, and the DOI: a reference needs them.

        Accents of TeX in names are letters, which every format can hold.
        """
        paper = entry.paper
        authors, doi = paper.authors, paper.doi
        if not authors or not (paper.arxiv or doi):
            catalog = self._library.catalog
            places = map(catalog.entry_at, catalog.elsewhere(entry))
            others = [other.paper for other in places if other is not None]
            authors = authors or next((other.authors for other in others if other.authors), ())
            doi = doi or next((other.doi for other in others if other.doi), None)
        named = tuple(with_letters(name, in_name=True) for name in authors)
        return entry._replace(paper=paper._replace(authors=named, doi=doi))

    def citing(self) -> Callable[[], None]:
        """Return what finds the keys by which all papers are cited, where that is to be done; for any thread."""
        library = self._library
        entries = library.catalog.entries(library.today())
        if self._cited_among is entries:
            return lambda: None

        def cite() -> None:
            self._cited, self._cited_among = cite_keys(entries, library.index, library.decisions.name_of), entries

        return cite


def write_to(
    path: Path, row: Exporter, papers: Sequence[Exported], *, prune: bool = False, weekly: bool = False
) -> ExportReport:
    """Bring a file, or a folder, up to date; needs no library, so that a thread of its own may do it."""
    if row.is_folder:
        return _reported(path, row.update_folder(path, papers, prune=prune, weekly=weekly))
    target = read_target(path)
    try:
        update = row.update(target.text, papers, prune=prune)
    except ExportError as error:
        where = f"{path}, line {error.line}" if error.line else str(path)
        raise ExportError(f"{where}: {error}", error.line) from error
    replace(target, update.text)
    return _reported(path, update)


def _reported(path: Path, update: Update) -> ExportReport:
    return ExportReport(path, update.added, update.changed, update.unchanged, update.removed, update.left)
