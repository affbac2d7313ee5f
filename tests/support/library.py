"""Papers to search, in a few words each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest_tui import formats
from digest_tui.index import open_index
from digest_tui.model import Catalog, Digest, DigestSummary, Entry, PaperState, entries_of
from digest_tui.model.summary import DigestId, Keys
from digest_tui.search.parser import parse
from digest_tui.search.searcher import Hits, Searcher
from support.blog import TODAY

BODY = "- ***What's New***: 새로운 방법이다.\n- ***Technical Details***: 자세한 설명.\n- ***Performance***: 결과."


@dataclass(frozen=True, slots=True)
class Sample:
    """A paper of a digest that is to be written."""

    title: str
    body: str = BODY
    votes: int | None = None
    authors: str = ""
    id: str = ""

    def markdown(self, number: int, day: str) -> str:
        """As a paper log has it."""
        arxiv = self.id or f"{day[2:4]}{day[5:7]}.{day[8:10]}{number:03}"
        lines = [f"### [{self.title}](https://arxiv.org/abs/{arxiv})", ""]
        lines += [f"Vote: {self.votes}", ""] if self.votes is not None else []
        lines += [f"Authors: {self.authors}", ""] if self.authors else []
        return "\n".join([*lines, self.body, ""])


def entries_on(day: str, *samples: Sample | str, source: str = "log") -> list[Entry]:
    """The papers of a paper log of that day."""
    papers = [sample if isinstance(sample, Sample) else Sample(sample) for sample in samples]
    text = "\n".join(paper.markdown(number, day) for number, paper in enumerate(papers, 1))
    path = f"paper_logs/{day.replace('-', '/')}.md"
    return list(entries_of(formats.read(f"## Daily Papers ({day})\n\n{text}", path, source)))


class Shelved(Catalog):
    """A catalog that puts digests on its shelf itself."""

    def __init__(self, *digests: Digest) -> None:
        self.index = open_index(None)
        super().__init__(self.index)
        self.put(*digests)

    def put(self, *digests: Digest, removed: Iterable[DigestId] = ()) -> set[str]:
        """Take in these digests."""
        return self.replace([self.summary(digest) for digest in digests], removed)

    def summary(self, digest: Digest) -> DigestSummary:
        """The summary of a digest that is put on the shelf."""
        return self.index.put(digest.source, (0, 0, 0), digest)


class Shelf:
    """Papers, what was decided about them, and a searcher over both."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = list(entries)
        self.states: dict[str, PaperState] = {}
        self.catalog = Shelved()
        self.searcher = Searcher(self.catalog.index)
        self.take()

    def take(self) -> None:
        """Search what is there now."""
        self.list_only()
        self.searcher.prepare()

    def list_only(self) -> None:
        """Say what is there now; its texts are not made yet."""
        wanted = {(entry.digest.source, entry.digest.path): entry.digest for entry in self.entries}
        there = {summary.digest_id for day in self.catalog.days(TODAY) for summary in day.summaries}
        self.catalog.put(*wanted.values(), removed=there - wanted.keys())
        self.searcher.set_entries(self.catalog.entries(TODAY))

    def state(self, keys: Keys) -> PaperState:
        """What was decided."""
        return self.states.get(keys[0], PaperState())

    def decide(self, title: str, state: PaperState) -> None:
        """Decide about a paper."""
        entry = next(entry for entry in self.entries if entry.paper.title == title)
        self.states[entry.key] = state

    def hits(self, query: str, *, with_aliases: bool = True, once: bool = False) -> Hits:
        """What a query finds."""
        annotated = {key for key, state in self.states.items() if state.tags or state.note}
        asked = parse(query, today=TODAY)
        return self.searcher.search(asked, self.state, annotated, with_aliases=with_aliases, once=once)

    def titles(self, query: str, *, with_aliases: bool = True) -> list[str]:
        """The titles that a query finds, in order."""
        hits = self.hits(query, with_aliases=with_aliases)
        return [hits.entry(index).paper.title for index in range(len(hits))]


def ranks(shelf: Shelf, query: str) -> Mapping[str, str]:
    """How good a find each title is."""
    hits = shelf.hits(query)
    return {hits.entry(index).paper.title: hits.rank(index).name for index in range(len(hits))}
