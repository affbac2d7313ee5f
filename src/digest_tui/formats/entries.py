"""Papers that are one heading each: from a heading and the lines below it to a paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest_tui.formats.shapes.paper import paper_of as fields_of
from digest_tui.formats.shapes.paper_span import PaperSpan
from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.heading import HeadingText, read_heading
from digest_tui.formats.words.identifiers import (
    arxiv_from_text,
    arxiv_from_url,
    is_alphaxiv,
    is_huggingface_paper,
    is_paper_url,
)
from digest_tui.formats.words.links import find_links
from digest_tui.formats.words.titles import Headline, read_headline
from digest_tui.model import ArxivId, Paper


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with the lines below it, up to the next heading of its level or above."""

    heading: Heading
    text: HeadingText
    last: int
    """Index after its last line."""
    sections: tuple[Heading, ...]
    """The headings below it."""

    @property
    def first(self) -> int:
        """Index of the heading's line."""
        return self.heading.line

    @property
    def is_linked_paper(self) -> bool:
        """True when the link of the heading leads to a paper."""
        return self.text.link is not None and is_paper_url(self.text.link)


def entries(document: Document, level: int) -> Iterator[Entry]:
    """Yield every heading of a level or above, in order; those of the level itself may be papers."""
    headings = document.headings
    starts = [number for number, heading in enumerate(headings) if heading.level <= level]
    for start, following in pairwise([*starts, len(headings)]):
        last = headings[following].line if following < len(headings) else len(document.lines)
        heading = headings[start]
        yield Entry(heading, read_heading(heading.text), last, headings[start + 1 : following])


def has_line(document: Document, entry: Entry, test: Callable[[str], bool]) -> bool:
    """Return True when a line between the heading of an entry and the first heading below it passes a test.

    Code does not count, nor do the items of lists: they may be papers themselves.
    """
    verbatim = document.blocks.verbatim
    last = entry.sections[0].line if entry.sections else entry.last
    own = (n for n in range(entry.first + 1, last) if n not in verbatim and test(document.lines[n]))
    return any(n not in document.blocks.listed for n in own)


def is_linked_paper(heading: Heading) -> bool:
    """Return True when the link of a heading leads to a paper."""
    link = read_heading(heading.text).link
    return link is not None and is_paper_url(link)


def paper_of(document: Document, entry: Entry, position: int) -> Paper:
    """Return the paper that an entry describes."""
    headline = read_headline(entry.heading.text)
    arxiv = _arxiv(document, entry, headline)
    span = PaperSpan(
        entry.first,
        entry.last,
        headline.title or entry.text.title,
        f"heading of level {entry.heading.level}",
        headline.link or entry.text.link,
        f"arxiv:{arxiv.id}" if arxiv else None,
        entry.sections,
        version=arxiv.version if arxiv else None,
    )
    return fields_of(document, span, position)


def _arxiv(document: Document, entry: Entry, headline: Headline) -> ArxivId | None:
    """Return the id in the heading, else the one on which the links to Alphaxiv agree, else those to Hugging Face."""
    for link in (headline.link, entry.text.link):
        if link and (arxiv := arxiv_from_url(link)):
            return arxiv
    if headline.paper and headline.paper.startswith("arxiv:"):
        return ArxivId(headline.paper.removeprefix("arxiv:"))
    if not (headline.link or entry.text.link) and (arxiv := arxiv_from_text(entry.heading.text)):
        return arxiv
    links = find_links("\n".join(document.lines[entry.first : entry.last])).links
    return _agreed(filter(is_alphaxiv, links)) or _agreed(filter(is_huggingface_paper, links))


def _agreed(urls: Iterable[str]) -> ArxivId | None:
    ids = {arxiv.id: arxiv for url in urls if (arxiv := arxiv_from_url(url))}
    return next(iter(ids.values())) if len(ids) == 1 else None
