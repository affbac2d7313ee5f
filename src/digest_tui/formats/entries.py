"""Papers that are one heading each: from a heading and the lines below it to a paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest_tui.formats.structure.blocks import Heading
from digest_tui.formats.structure.document import Document
from digest_tui.formats.words.fields import holds_all_of, read_alphaxiv_line, read_authors, read_votes
from digest_tui.formats.words.heading import HeadingText, read_heading, read_title
from digest_tui.formats.words.identifiers import (
    arxiv_from_text,
    arxiv_from_url,
    doi_from_url,
    is_alphaxiv,
    is_alphaxiv_of,
    is_huggingface_paper,
    is_paper_url,
)
from digest_tui.formats.words.inline_html import title_text
from digest_tui.formats.words.leads import read_lead
from digest_tui.formats.words.links import LinkSet, find_links
from digest_tui.model import ArxivId, Lead, Paper, Section
from digest_tui.text import MAX_LINE, one_line


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


@dataclass(frozen=True, slots=True)
class _Fields:
    votes: int | None
    authors: tuple[str, ...]
    leads: tuple[Lead, ...]
    alphaxiv_lines: dict[int, str]
    meta: tuple[int, ...]


def entries(document: Document, level: int) -> Iterator[Entry]:
    """Every heading of a level or above, in order; those of the level itself may be papers."""
    headings = document.headings
    starts = [number for number, heading in enumerate(headings) if heading.level <= level]
    for start, following in pairwise([*starts, len(headings)]):
        last = headings[following].line if following < len(headings) else len(document.lines)
        heading = headings[start]
        yield Entry(heading, read_title(heading.text), last, headings[start + 1 : following])


def has_line(document: Document, entry: Entry, test: Callable[[str], bool]) -> bool:
    """Whether a line between the heading of an entry and the first one below it passes a test; code does not count."""
    verbatim = document.blocks.verbatim
    last = entry.sections[0].line if entry.sections else entry.last
    return any(test(document.lines[n]) for n in range(entry.first + 1, last) if n not in verbatim)


def is_linked_paper(heading: Heading) -> bool:
    """Whether the link of a heading leads to a paper."""
    link = read_heading(heading.text).link
    return link is not None and is_paper_url(link)


def paper_of(document: Document, entry: Entry, position: int) -> Paper:
    """The paper that an entry describes."""
    found = find_links("\n".join(document.lines[entry.first : entry.last]))
    fields = _fields(document, entry)
    link = entry.text.link
    arxiv = _arxiv(entry.text, entry.heading.text, fields, found)
    alphaxiv = _alphaxiv(link, arxiv, found)
    heading_is_whole = len(entry.text.title) < MAX_LINE
    meta = [entry.first] if heading_is_whole else []
    meta += fields.meta
    meta += [line for line, url in fields.alphaxiv_lines.items() if url == alphaxiv]
    return Paper(
        title=entry.text.title,
        first=entry.first,
        last=entry.last,
        position=position,
        link=link,
        arxiv=arxiv,
        doi=doi_from_url(link) if link else None,
        huggingface_url=_huggingface(link, arxiv, found),
        alphaxiv_url=alphaxiv,
        votes=fields.votes,
        authors=fields.authors,
        sections=tuple(Section(one_line(title_text(h.text)), h.level, h.line + 1) for h in entry.sections),
        leads=fields.leads,
        images=found.images,
        videos=found.videos,
        links=tuple(url for url in found.links if url not in (link, alphaxiv)),
        meta=tuple(sorted(meta)),
    )


def _fields(document: Document, entry: Entry) -> _Fields:
    """What stands on lines of its own; of votes and authors the first line counts."""
    verbatim = document.blocks.verbatim
    votes: int | None = None
    has_votes = False
    authors: tuple[str, ...] | None = None
    leads = []
    alphaxiv_lines = {}
    meta = []
    for number in range(entry.first + 1, entry.last):
        line = document.lines[number]
        if not line or number in verbatim:
            continue
        if lead := read_lead(line):
            leads.append(Lead(lead, number + 1))
        elif not has_votes and (answer := read_votes(line))[0]:
            has_votes, votes = answer
            meta.append(number)
        elif authors is None and (names := read_authors(line)) is not None:
            authors = names
            if holds_all_of(names):
                meta.append(number)
        elif url := read_alphaxiv_line(line):
            alphaxiv_lines[number] = url
    return _Fields(votes, authors or (), tuple(leads), alphaxiv_lines, tuple(meta))


def _arxiv(text: HeadingText, heading: str, fields: _Fields, found: LinkSet) -> ArxivId | None:
    """The id in the heading, else the one on which the Alphaxiv lines agree, else the Hugging Face links."""
    if text.link and (arxiv := arxiv_from_url(text.link)):
        return arxiv
    if not text.link and (arxiv := arxiv_from_text(heading)):
        return arxiv
    alphaxiv = [url for url in (*fields.alphaxiv_lines.values(), *found.links) if is_alphaxiv(url)]
    return _agreed(alphaxiv) or _agreed([url for url in found.links if is_huggingface_paper(url)])


def _agreed(urls: list[str]) -> ArxivId | None:
    ids = {arxiv.id: arxiv for url in urls if (arxiv := arxiv_from_url(url))}
    return next(iter(ids.values())) if len(ids) == 1 else None


def _alphaxiv(link: str | None, arxiv: ArxivId | None, found: LinkSet) -> str | None:
    if arxiv is None:
        return None
    urls = [link, *found.links] if link else found.links
    return next((url for url in urls if is_alphaxiv_of(url, arxiv)), None)


def _huggingface(link: str | None, arxiv: ArxivId | None, found: LinkSet) -> str | None:
    if link and is_huggingface_paper(link):
        return link
    urls = (url for url in found.links if is_huggingface_paper(url))
    return next((url for url in urls if (other := arxiv_from_url(url)) and arxiv and other.id == arxiv.id), None)
