"""One paper from an entry and its page: the entry says where and when it stands, both say what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from posixpath import dirname
from typing import NamedTuple

from digest_tui.joining.page_papers import PagePaper
from digest_tui.model import Digest, Lead, Lines, Paper, Section
from digest_tui.model.digest import uncovered
from digest_tui.model.keys import paper_keys
from digest_tui.model.page_lines import LinesWithPages, Load, PageRun, moved_url


class Page(NamedTuple):
    """A file that is about one paper."""

    summary: int
    """The id of its digest by itself."""
    path: str
    """The path relative to the root of the source of the digest that names it."""
    says: PagePaper


def with_pages(digest: Digest, pages: Mapping[int, Page], left_out: Collection[int], load: Load) -> Digest:
    """Return the digest with pages behind its lines, by the position of their entries; `left_out` are no papers of it.

    The lines of entries that are left out stand outside of its papers.
    """
    own = tuple(digest.lines)
    taken = sorted(position for position in pages if position not in left_out)
    found = [pages[position] for position in taken]
    runs = [PageRun(page.summary, page.path, page.says.paper.first, _count(page)) for page in found]
    lines = LinesWithPages(own, runs, digest.path, load)
    numbers = {position: number for number, position in enumerate(taken)}
    papers: list[Paper] = []
    for paper in digest.papers:
        if paper.position in left_out:
            continue
        number = numbers.get(paper.position)
        one = paper if number is None else _merged(digest, paper, found[number], lines.start(number))
        papers.append(one._replace(position=len(papers) + 1))
    outside = digest.outside if not left_out else tuple(uncovered(len(own), digest.header.last, papers))
    return digest._replace(lines=lines if runs else own, papers=tuple(papers), outside=outside, neighbours=())


def _count(page: Page) -> int:
    return page.says.paper.last - page.says.paper.first


def _merged(digest: Digest, entry: Paper, page: Page, start: int) -> Paper:
    other, of_page = page.says.paper, page.says.keys
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
        meta=(*entry.meta, *(line + by for line in _held(entry, page.says, authors, alphaxiv))),
        page=Lines(start, start + _count(page)),
        further_keys=tuple(dict.fromkeys((*paper_keys(entry, digest.path), *of_page))),
    )


def _held(entry: Paper, page: PagePaper, authors: tuple[str, ...], alphaxiv: str | None) -> Iterator[int]:
    """Yield the lines of a page that the paper's fields say already; a title or authors of its own are shown."""
    yield from page.markers
    paper = page.paper
    held = [*authors[:1]] if authors == paper.authors else []
    held += [alphaxiv] if alphaxiv and alphaxiv == paper.alphaxiv_url else []
    for line, text in page.told.items():
        if line == paper.line - 1:
            if _letters(paper.title) == _letters(entry.title):
                yield line
        elif any(said in text for said in held):
            yield line


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
