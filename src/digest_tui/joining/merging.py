"""One paper from an entry and its page: the entry says where and when it stands, both say what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from posixpath import dirname
from typing import NamedTuple

from digest_tui.model import Digest, Lead, Lines, Paper, Section
from digest_tui.model.digest import uncovered
from digest_tui.model.keys import paper_keys
from digest_tui.model.page_lines import LinesWithPages, Load, PageRun, moved_url


class Page(NamedTuple):
    """A file that is about one paper."""

    card: int
    """The id of its digest by itself."""
    path: str
    """Where it is, relative to the root of the source of the digest that names it."""
    digest: Digest
    """What it is by itself."""
    paper: Paper
    """The paper that the whole of it is about; its lines are those of its own file."""


def with_day(digest: Digest, day: date) -> Digest:
    """A digest that says no date of its own, on the day of the one that lists it."""
    return digest._replace(date=day)


def is_other_paper(entry: Paper, page: Paper) -> bool:
    """Whether an entry and the file it leads to name two different papers."""
    ids = entry.arxiv and page.arxiv and entry.arxiv.id != page.arxiv.id
    dois = entry.doi and page.doi and entry.doi.casefold() != page.doi.casefold()
    return bool(ids or dois)


def with_pages(digest: Digest, pages: Mapping[int, Page], left_out: Collection[int], load: Load) -> Digest:
    """The digest with pages behind its lines, by the position of their entries; those left out are no papers of it.

    The lines of entries that are left out stand outside of its papers.
    """
    own = tuple(digest.lines)
    taken = sorted(position for position in pages if position not in left_out)
    runs = [PageRun(page.card, page.path, page.paper.first, _count(page)) for page in map(pages.__getitem__, taken)]
    lines = LinesWithPages(own, runs, digest.path, load)
    numbers = {position: number for number, position in enumerate(taken)}
    papers: list[Paper] = []
    for paper in digest.papers:
        if paper.position in left_out:
            continue
        found = paper
        if (number := numbers.get(paper.position)) is not None:
            found = _merged(digest, paper, pages[paper.position], lines.start(number))
        papers.append(found._replace(position=len(papers) + 1))
    outside = digest.outside if not left_out else tuple(uncovered(len(own), digest.header.last, papers))
    return digest._replace(lines=lines if runs else own, papers=tuple(papers), outside=outside, neighbours=())


def _count(page: Page) -> int:
    return page.paper.last - page.paper.first


def _merged(digest: Digest, entry: Paper, page: Page, start: int) -> Paper:
    other = page.paper
    by = start - other.first
    folder, to_folder = dirname(page.path), dirname(digest.path)

    def moved(urls: Sequence[str]) -> list[str]:
        return [moved_url(url, folder, to_folder) for url in urls]

    arxiv = entry.arxiv or other.arxiv
    if entry.arxiv and other.arxiv and entry.arxiv.version is None:
        arxiv = other.arxiv
    alphaxiv = entry.alphaxiv_url or other.alphaxiv_url
    authors = entry.authors or other.authors
    heading = [other.link] if other.link and "://" in other.link else []
    links = dict.fromkeys([*entry.links, *heading, *moved(other.links)])
    keys = [*paper_keys(entry, digest.path)]
    # A file in which no paper was found by itself had no key.
    keys += paper_keys(page.digest.papers[0], page.digest.path) if page.digest.papers else []
    return entry._replace(
        arxiv=arxiv,
        doi=entry.doi or other.doi,
        huggingface_url=entry.huggingface_url or other.huggingface_url,
        alphaxiv_url=alphaxiv,
        authors=authors,
        sections=(*entry.sections, *(Section(s.title, s.level, s.line + by) for s in other.sections)),
        leads=(*entry.leads, *(Lead(lead.title, lead.line + by) for lead in other.leads)),
        images=tuple(dict.fromkeys([*entry.images, *moved(other.images)])),
        videos=tuple(dict.fromkeys([*entry.videos, *moved(other.videos)])),
        links=tuple(url for url in links if url not in (entry.link, alphaxiv)),
        meta=(*entry.meta, *(line + by for line in _told(entry, page, authors, alphaxiv))),
        page=Lines(start, start + _count(page)),
        further_keys=tuple(dict.fromkeys(keys)),
    )


def _told(entry: Paper, page: Page, authors: tuple[str, ...], alphaxiv: str | None) -> Iterator[int]:
    """The lines of a page that say what the fields of the paper hold; a title or authors of its own are shown."""
    paper, lines = page.paper, page.digest.lines
    held = [*authors[:1]] if authors == paper.authors else []
    held += [alphaxiv] if alphaxiv and alphaxiv == paper.alphaxiv_url else []
    for line in paper.meta:
        if line == paper.line - 1:
            if _letters(paper.title) == _letters(entry.title):
                yield line
        elif any(said in lines[line] for said in held):
            yield line


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
