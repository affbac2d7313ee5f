"""An entry: a paper in a digest, with the keys that its state belongs to."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from digest_tui.model.digest import Digest
from digest_tui.model.keys import paper_keys
from digest_tui.model.page_lines import LinesWithPages
from digest_tui.model.paper import Paper
from digest_tui.model.periods import Period


class Entry(NamedTuple):
    """One paper in one digest."""

    digest: Digest
    paper: Paper
    keys: tuple[str, ...]
    """Every key that identifies the paper; state is written to the first."""
    number: int
    """The position among the digest's papers of the same day, counted from 1."""

    @property
    def key(self) -> str:
        """The key that state is written to."""
        return self.keys[0]

    @property
    def is_gone(self) -> bool:
        """True when no digest has the paper any more; having been decided, it stays reachable."""
        return self.digest.is_gone

    @property
    def date(self) -> date | None:
        """The day the paper is listed under."""
        return self.digest.day_of(self.paper)

    @property
    def period(self) -> Period:
        """The period that its day stands for."""
        return self.digest.period_of(self.paper)

    @property
    def markdown(self) -> str:
        """The entry's own Markdown, or an equivalent where that means nothing alone, followed by its page's."""
        paper = self.paper
        own = self.digest.markdown(paper) if paper.excerpt is None else paper.excerpt
        return own if paper.page is None else f"{own.rstrip()}\n\n{self.digest.markdown(paper.page)}"

    @property
    def page_path(self) -> str | None:
        """The path of the page that its title leads to, relative to the root of the source; None without one."""
        page, lines = self.paper.page, self.digest.lines
        return lines.path_at(page.first) if page is not None and isinstance(lines, LinesWithPages) else None

    @property
    def body(self) -> str:
        """The entry's own lines without those already held in the paper's fields (`Paper.meta`)."""
        return "\n".join(line for _, line in self.body_lines())

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines of the body, each with its index in the digest; -1 for those that replace a table row."""
        paper, lines = self.paper, self.digest.lines
        told = set(paper.meta)
        if paper.excerpt is not None:
            yield from ((-1, line) for line in paper.excerpt.split("\n"))
        else:
            yield from ((number, lines[number]) for number in range(paper.first, paper.last) if number not in told)
        if paper.page is not None:
            # The text before it may be a list item or a line of prose that would go on.
            yield -1, ""
            yield from ((number, lines[number]) for number in range(*paper.page) if number not in told)


def awaited(day: date | None, keys: tuple[str, ...]) -> Entry:
    """Return the stand-in for a paper whose file has changed and was not read again yet."""
    title = f"{keys[0]}: its file has changed and is being read again"
    return Entry(Digest("", "", (), "text", title, day), Paper(title, 0, 0, 1), keys, 1)


def entries_of(
    digest: Digest, keys_on: Callable[[date | None], Sequence[tuple[str, ...]]] | None = None
) -> tuple[Entry, ...]:
    """Return the entries of a digest, in order; `keys_on` gives the keys of those of a day where they are known."""
    counts: dict[date | None, int] = {}
    known: dict[date | None, Sequence[tuple[str, ...]]] = {}
    entries = []
    for paper in digest.papers:
        day = digest.day_of(paper)
        counts[day] = number = counts.get(day, 0) + 1
        if keys_on and day not in known:
            known[day] = keys_on(day)
        keys = known[day][number - 1] if keys_on else paper_keys(paper, digest.path)
        entries.append(Entry(digest, paper, keys, number))
    return tuple(entries)
